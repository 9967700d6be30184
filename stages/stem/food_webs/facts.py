"""What can be said of a food web, derived from its arrows, or of a pyramid: schemas/stem/food_webs.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.food_webs import CONSUMERS, DIETS
from vlcorpus.stages.stem.food_webs.draw import arrow_name
from vlcorpus.stages.stem.food_webs.web import Web

_MAX_CHAINS = 12  # food chains that people still count


def claims(web: Web) -> tuple[Claim, ...]:
    return tuple(_pyramid(web) if web.energies else _Facts(web).all())


class _Facts:
    def __init__(self, web: Web) -> None:
        self.web = web
        self.names = tuple(web.places)
        self.seen = (
            *(f"species {name}" for name in web.places),
            *(arrow_name(*link) for link in web.links),
        )
        self.levels = _levels(web)

    def all(self) -> Iterator[Claim]:
        for name in self.names:
            yield from self.of_species(name)
        yield from self.pairs()
        yield from self.chains()
        yield from self.counts()
        if self.web.kind == "chain":
            for name, onward in pairwise(self.names):
                yield self.one("next", name, value=onward)
            yield self.one("first", value=self.names[0])
            yield self.one("last", value=self.names[-1])

    def one(self, *expression: str, value: str) -> Claim:
        """Return a claim whose value is a species."""
        rivals = tuple(name for name in self.names if name not in (value, *expression))
        return Claim(expression, value, self.seen, rivals)

    def holds(self, *expression: str, when: bool) -> Claim:
        return Claim(expression, truth_value(when), self.seen)

    def number(self, *expression: str, value: int, things: tuple[str, ...] | None = None) -> Claim:
        near = tuple(str(n) for n in range(max(0, value - 2), value + 4) if n != value)
        return Claim(expression, str(value), self.seen if things is None else things, near)

    def of_species(self, name: str) -> Iterator[Claim]:
        prey, predators = self.web.prey[name], self.web.predators[name]
        yield self.number("predators", name, value=len(predators))
        yield self.holds("producer", name, when=not prey)
        yield self.holds("top_predator", name, when=name in self.web.top_predators)
        if len(predators) == 1:
            yield self.one("only_predator", name, value=predators[0])
        if not prey:
            return
        yield self.number("prey", name, value=len(prey))
        if len(prey) == 1:
            yield self.one("only_prey", name, value=prey[0])
        diet = self.diet(name)
        if diet == _diet_of(self.web.full_diets[name], self.web):
            yield Claim(("diet", name), diet, self.seen, _without(DIETS, diet))
        if level := self.levels[name]:
            yield self.number("level", name, value=level)
            word = CONSUMERS[level - 2]
            yield Claim(("consumer", name), word, self.seen, _without(CONSUMERS, word))

    def diet(self, name: str) -> str:
        return _diet_of(self.web.prey[name], self.web)

    def pairs(self) -> Iterator[Claim]:
        reached = {name: _reached(self.web, name) for name in self.names}
        for a, b in permutations(self.names, 2):
            if self.web.prey[a]:
                yield self.holds("eats", a, b, when=b in self.web.prey[a])
            yield self.holds("reaches", a, b, when=b in reached[a])
            if self.web.prey[b] and a in self.web.prey[b]:
                yield self.holds("loses_all", a, b, when=self.web.prey[b] == [a])
        for a, b in combinations(self.names, 2):
            shared = [name for name in self.web.prey[a] if name in self.web.prey[b]]
            if self.web.prey[a] and self.web.prey[b]:
                yield self.holds("compete", a, b, when=bool(shared))
            if len(shared) == 1:
                yield self.one("shared_prey", a, b, value=shared[0])
            both = [name for name in self.web.predators[a] if name in self.web.predators[b]]
            if len(both) == 1:
                yield self.one("shared_predator", a, b, value=both[0])

    def chains(self) -> Iterator[Claim]:
        chains = [chain for name in self.web.producers for chain in _chains(self.web, name)]
        if self.web.kind == "web" and len(chains) <= _MAX_CHAINS:
            yield self.number("chains", value=len(chains))
        longest = max(map(len, chains))
        yield self.number("longest", value=longest)
        told = {chain[k : k + 3] for chain in chains for k in range(len(chain) - 2)}
        for number, (a, b, c) in enumerate(sorted(told)):
            yield self.holds("chain", a, b, c, when=True)
            yield self.holds("chain", *((c, b, a) if number % 2 else (a, c, b)), when=False)
        for operation, of in (("most_prey", self.web.prey), ("most_predators", self.web.predators)):
            most = max(map(len, of.values()))
            found = [name for name, names in of.items() if len(names) == most]
            if len(found) == 1 and self.web.kind == "web":
                yield self.one(operation, value=found[0])

    def counts(self) -> Iterator[Claim]:
        web = self.web
        consumers = [name for name in self.names if web.prey[name]]
        groups = {
            "species": list(self.names),
            "producers": web.producers,
            "consumers": consumers,
            "top_predators": web.top_predators,
        }
        for diet in DIETS:
            groups[f"{diet}s"] = [name for name in consumers if self.diet(name) == diet]
        for what, names in groups.items():
            things = tuple(f"species {name}" for name in names)
            yield self.number("count", what, value=len(names), things=things)
        arrows = tuple(arrow_name(*link) for link in web.links)
        yield self.number("count", "arrows", value=len(arrows), things=arrows)


def _diet_of(prey: Iterable[str], web: Web) -> str:
    """Return what one is called who eats these: what eats nothing in its habitat is a producer."""
    of_producers = [not web.full_diets[name] for name in prey]
    if all(of_producers):
        return "herbivore"
    return "omnivore" if any(of_producers) else "carnivore"


def _levels(web: Web) -> dict[str, int]:
    """Return trophic levels; 0 where what a species eats differs in it."""
    found: dict[str, int] = {}

    def level(name: str) -> int:
        if name not in found:
            below = {level(eaten) for eaten in web.prey[name]} or {0}
            found[name] = 0 if len(below) > 1 or (web.prey[name] and 0 in below) else 1 + below.pop()
        return found[name]

    for name in web.places:
        level(name)
    return found


def _reached(web: Web, start: str) -> set[str]:
    found: set[str] = set()
    pending = [start]
    while pending:
        for name in web.predators[pending.pop()]:
            if name not in found:
                found.add(name)
                pending.append(name)
    return found


def _chains(web: Web, start: str) -> Iterator[tuple[str, ...]]:
    """Yield the food chains that lead on from a species to a top predator."""
    if not web.predators[start]:
        yield (start,)
    for name in web.predators[start]:
        for chain in _chains(web, name):
            yield (start, *chain)


def _pyramid(web: Web) -> Iterator[Claim]:
    names = list(web.energies)
    seen = tuple(f"step {name}" for name in names)

    def fact(*expression: str, value: str, rivals: Iterable[str] = ()) -> Claim:
        return Claim(expression, value, seen, _without(rivals, value))

    yield fact("count", "levels", value=str(len(names)), rivals=("2", "3", "4", "5", "6"))
    yield fact("top", value=names[-1], rivals=names)
    yield fact("bottom", value=names[0], rivals=names)
    for k, name in enumerate(names):
        energies = dict.fromkeys(str(energy) for energy in web.energies.values())
        yield fact("energy", name, value=str(web.energies[name]), rivals=energies)
        yield fact("position", name, value=str(k + 1), rivals=("1", "2", "3", "4", "5"))
    for lower, upper in pairwise(names):
        yield fact("above", lower, value=upper, rivals=[name for name in names if name != lower])
        yield fact("below", upper, value=lower, rivals=[name for name in names if name != upper])
        given, passed = web.energies[lower], web.energies[upper]
        percent = str(Fraction(100 * passed, given))
        yield fact("passed", lower, upper, value=percent, rivals=("5", "8", "10", "12", "15", "20"))
        lost = given - passed
        yield fact(
            "lost", lower, upper, value=str(lost), rivals=(str(passed), str(given), str(given + passed))
        )


def _without(values: Iterable[str], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
