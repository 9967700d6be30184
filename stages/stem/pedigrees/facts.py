"""What can be said of a pedigree, derived from its lines and symbols: schemas/stem/pedigrees.py names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.pedigrees import GENERATIONS, MODES, RELATIONS, SEXES, TWINS
from vlcorpus.stages.stem.pedigrees.draw import family_name, person_name
from vlcorpus.stages.stem.pedigrees.family import Family, Person
from vlcorpus.stages.stem.pedigrees.genetics import explanation, surely_carrier
from vlcorpus.stages.stem.pedigrees.kinship import Kinship

_TOLD_OF_CARRIERS = ("autosomal recessive", "X-linked recessive")


def claims(family: Family) -> tuple[Claim, ...]:
    facts = _Facts(family)
    return (*facts.symbols(), *facts.relatives(), *facts.pairs(), *facts.counts(), *facts.inheritance())


class _Facts:
    def __init__(self, family: Family) -> None:
        self.family = family
        self.people = list(family.people)
        self.kin = Kinship(family)
        self.all = (*map(person_name, self.people), *map(family_name, family.couples))

    def symbols(self) -> Iterator[Claim]:
        """Yield what each symbol tells."""
        for person in self.people:
            name, seen = person.name, (person_name(person),)
            yield Claim(("sex", name), person.sex, seen, _without(SEXES, person.sex))
            yield Claim(("affected", name), truth_value(person.affected), seen)
            if self.family.shows_carriers and not person.affected:
                yield Claim(("carrier", name), truth_value(person.carrier), seen)
            if any(other.deceased for other in self.people):
                yield Claim(("deceased", name), truth_value(person.deceased), seen)
        if proband := self.family.proband:
            arrow = (person_name(proband), "proband arrow")
            yield Claim(("proband",), proband.name, arrow, self._others(proband))

    def relatives(self) -> Iterator[Claim]:
        for person in self.people:
            yield from self._parents_of(person)
            yield from self._children_of(person)
            if self.kin.partners[person] and person.row:
                yield Claim(("from_outside", person.name), truth_value(not person.parents), self.all)

    def _parents_of(self, person: Person) -> Iterator[Claim]:
        if not person.parents:
            return
        father, mother = person.parents
        yield self._person("father", person, father)
        yield self._person("mother", person, mother)
        siblings = self.kin.siblings(person)
        yield self._number("brothers", person.name, sum(other.is_male for other in siblings))
        yield self._number("sisters", person.name, sum(not other.is_male for other in siblings))

    def _children_of(self, person: Person) -> Iterator[Claim]:
        children = self.kin.children[person]
        yield self._number("children", person.name, len(children))
        if children:
            yield self._number("sons", person.name, sum(child.is_male for child in children))
            yield self._number("daughters", person.name, sum(not child.is_male for child in children))
            yield self._number("affected_children", person.name, sum(child.affected for child in children))
        if len(self.kin.partners[person]) == 1:
            yield self._person("partner", person, self.kin.partners[person][0])

    def pairs(self) -> Iterator[Claim]:
        for one, other in combinations(self.people, 2):
            if one.parents and other.parents and one.row == other.row:
                yield self._holds("siblings", one, other, when=one.parents == other.parents)
        for one, other in permutations(self.people, 2):
            if one.row < other.row:
                yield self._holds("ancestor", one, other, when=one in self.kin.ancestors(other))
            if one.row == other.row - 1:
                yield self._holds("parent", one, other, when=one in (other.parents or ()))
            relation = self.kin.relation(one, other)
            if relation:
                of_sex = [word for word in RELATIONS if word not in _OTHER_SEX[one.sex]]
                yield Claim(
                    ("relation", one.name, other.name), relation, self.all, _without(of_sex, relation)
                )
        for couple in self.family.couples:
            partners = (couple.father, couple.mother)
            yield self._holds("related_couple", *partners, when=couple.is_related)
        for one, other, same in self.family.twins:
            value = TWINS[0] if same else TWINS[1]
            yield Claim(("twins", one.name, other.name), value, self.all, _without(TWINS, value))

    def counts(self) -> Iterator[Claim]:
        groups = {
            "people": self.people,
            "males": [p for p in self.people if p.is_male],
            "females": [p for p in self.people if not p.is_male],
            "affected": [p for p in self.people if p.affected],
            "unaffected": [p for p in self.people if not p.affected],
            "affected_males": [p for p in self.people if p.affected and p.is_male],
            "affected_females": [p for p in self.people if p.affected and not p.is_male],
            "deceased": [p for p in self.people if p.deceased],
        }
        if self.family.shows_carriers:
            groups["carriers"] = [p for p in self.people if p.carrier]
        for what, people in groups.items():
            yield _count(("count", what), tuple(map(person_name, people)))
        yield _count(("count", "couples"), tuple(map(family_name, self.family.couples)))
        generations = tuple(f"generation {number}" for number in GENERATIONS[: len(self.family.rows)])
        yield _count(("count", "generations"), generations)
        for number, row in zip(GENERATIONS, self.family.rows, strict=False):
            yield _count(("in_generation", number), tuple(map(person_name, row)))
            yield _count(("affected_in", number), tuple(person_name(p) for p in row if p.affected))

    def inheritance(self) -> Iterator[Claim]:
        found = {mode: explanation(self.family, mode) for mode in MODES}
        for mode, domains in found.items():
            yield Claim(("excluded", mode), truth_value(domains is None), self.all)
        possible = [mode for mode, domains in found.items() if domains is not None]
        if len(possible) == 1:
            yield Claim(("mode",), possible[0], self.all, _without(MODES, possible[0]))
        if self.family.shows_carriers:
            return
        for mode in _TOLD_OF_CARRIERS:
            domains = found[mode]
            if domains is None:
                continue
            for person in self.people:
                if not person.affected and (mode == "autosomal recessive" or not person.is_male):
                    is_sure = surely_carrier(self.family, mode, domains, person)
                    yield Claim(("surely_carrier", person.name, mode), truth_value(is_sure), self.all)

    def _person(self, operation: str, of: Person, who: Person) -> Claim:
        rivals = tuple(p.name for p in self.people if p.sex == who.sex and p not in (who, of))
        return Claim((operation, of.name), who.name, self.all, rivals)

    def _number(self, operation: str, name: str, number: int) -> Claim:
        return Claim((operation, name), str(number), self.all, _near(number))

    def _holds(self, operation: str, one: Person, other: Person, *, when: bool) -> Claim:
        return Claim((operation, one.name, other.name), truth_value(when), self.all)

    def _others(self, person: Person) -> tuple[str, ...]:
        return tuple(p.name for p in self.people if p is not person)


_OTHER_SEX = {
    "male": ("mother", "daughter", "sister", "grandmother", "granddaughter", "aunt", "niece"),
    "female": ("father", "son", "brother", "grandfather", "grandson", "uncle", "nephew"),
}


def _count(expression: tuple[str, str], things: tuple[str, ...]) -> Claim:
    return Claim(expression, str(len(things)), things, _near(len(things)))


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)


def _without(values: Iterable[str], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
