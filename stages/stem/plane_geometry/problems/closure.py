"""Everything that follows from what is given: rules are used forward until nothing new comes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vlcorpus.schemas.stem.plane_geometry_problems import RELATIONS, VALUED
from vlcorpus.stages.stem.plane_geometry.problems.rules import Condition, Premise, Rule
from vlcorpus.stages.stem.plane_geometry.problems.seen import Key, Seen
from vlcorpus.stages.stem.surd import Surd

CONDITIONS = {"opposite", "same_side", "slanted"}
_MAX_PART, _MAX_DIVISOR, _MAX_RADICAND = 999, 13, 35  # numbers beyond are not what textbooks work with
_HALF_TURN = {"angle", "arc"}
_STEP_COST = 100  # more than all points of a step cost
_RELATIONS = {"length": "equal", "angle": "equal_angles"}  # that say two to be equal
_SEEN_ALONE = "seen"  # what a rule needs that asks for no facts
_EITHER = {"same": ("length", "equal"), "same_angle": ("angle", "equal_angles")}
Premises = tuple[Premise | Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """What is known: a value of an operation, or a relation, and how it came to be known."""

    operation: str
    arguments: tuple[str, ...]
    value: Surd | None
    depth: int = 0
    cost: int = 0  # of the steps to it, those counted twice that are used twice
    rule: Rule | None = None  # None: it is given
    inputs: tuple[Fact, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()  # what the rule's letters stand for
    numbers: tuple[tuple[str, Surd], ...] = ()


@dataclass(slots=True)
class _Found:
    """A way in which premises hold so far."""

    points: dict[str, str]
    numbers: dict[str, Surd]
    inputs: tuple[Fact, ...] = ()


class Closure:
    def __init__(self, seen: Seen, rules: Iterable[Rule]) -> None:
        self.seen = seen
        self.facts: dict[Key, Fact] = {}
        self._rank = {name: n for n, name in enumerate(seen.at)}
        self._keys: dict[tuple[str, tuple[str, ...]], Key | None] = {}
        self._rules = [(rule, _needs(rule)) for rule in rules if self._can_apply(rule)]
        self._orders: dict[str, dict[str, Fact | None]] = {
            operation: dict.fromkeys(found) for operation, found in seen.found.items()
        }
        self._indices: dict[tuple[str, tuple[int, ...]], dict[str, list[str]]] = {}
        self._by_value: dict[tuple[str, Surd], list[Key]] = defaultdict(list)
        self._changed: set[str] = {_SEEN_ALONE}

    def _can_apply(self, rule: Rule) -> bool:
        """Say whether all that the rule needs to see is seen in the figure."""
        return all(
            bool(self.seen.found[premise.operation])
            for premise in rule.premises
            if isinstance(premise, Premise) and premise.operation in self.seen.found
        )

    def give(self, operation: str, arguments: tuple[str, ...], value: Surd | None = None) -> Fact | None:
        """Add what is given. Return None where it is known, or not to be seen in the figure."""
        fact = Fact(operation, arguments, value)
        return fact if self._add(fact) else None

    def fact(self, operation: str, arguments: tuple[str, ...]) -> Fact | None:
        key = self.seen.key(operation, arguments)
        return self.facts.get(key) if key else None

    def knows(self, operation: str, arguments: tuple[str, ...]) -> bool:
        key = self._key(operation, arguments)
        return key is None or key in self.facts

    def saturate(self, max_depth: int) -> None:
        """Use all rules on all that is known, round after round, until nothing new follows."""
        while self._changed:
            changed, self._changed = self._changed, set()
            new: dict[Key, Fact] = {}
            for rule, needs in self._rules:
                if not needs.isdisjoint(changed):
                    for fact, key in self._conclusions(rule, max_depth):
                        if key not in new or (fact.depth, fact.cost) < (new[key].depth, new[key].cost):
                            new[key] = fact
            for fact in new.values():
                self._add(fact)

    def _key(self, operation: str, arguments: tuple[str, ...]) -> Key | None:
        """Return what `Seen.key` does; it is asked for the same again and again."""
        asked = (operation, arguments)
        if asked not in self._keys:
            self._keys[asked] = self.seen.key(operation, arguments)
        return self._keys[asked]

    def _add(self, fact: Fact) -> bool:
        key = self._key(fact.operation, fact.arguments)
        if key is None or key in self.facts:
            return False
        self.facts[key] = fact
        self._changed.add(fact.operation)
        if fact.value is None:
            orders = self._orders.setdefault(fact.operation, {})
            for order in self.seen.orders(fact.operation, fact.arguments):
                orders.setdefault(order, fact)
            self._indices = {at: index for at, index in self._indices.items() if at[0] != fact.operation}
        else:
            self._by_value[fact.operation, fact.value].append(key)
        return True

    def _conclusions(self, rule: Rule, max_depth: int) -> Iterator[tuple[Fact, Key]]:
        conclusion = rule.conclusion
        for found in self._matches(rule.premises, 0, _Found({}, {})):
            arguments = tuple(_placed(group, found.points) for group in conclusion.groups)
            key = self._key(conclusion.operation, arguments)
            depth = 1 + max((fact.depth for fact in found.inputs), default=0)
            if key is None or key in self.facts or depth > max_depth:
                continue
            value = None
            if rule.value is not None:
                value = _value(rule, found.numbers)
                if value is None or not _is_plain(conclusion.operation, value):
                    continue
            inputs = tuple(dict.fromkeys(found.inputs))
            letters, numbers = tuple(found.points.items()), tuple(found.numbers.items())
            # Of two ways as short, that by points which the figure starts with: others may be needless.
            late = sum(self._rank[point] for point in found.points.values())
            cost = _STEP_COST + late + sum(fact.cost for fact in inputs)
            yield (
                Fact(conclusion.operation, arguments, value, depth, cost, rule, inputs, letters, numbers),
                key,
            )

    def _matches(self, premises: Premises, n: int, found: _Found) -> Iterator[_Found]:
        if n == len(premises):
            yield found
            return
        for more in self._fulfilled(premises[n], found):
            yield from self._matches(premises, n + 1, more)

    def _fulfilled(self, premise: Premise | Condition, found: _Found) -> Iterator[_Found]:
        """Yield the ways in which a premise holds beside what was found for those before it."""
        if isinstance(premise, Condition):
            if _holds(premise, found.numbers):
                yield found
        elif premise.operation in CONDITIONS:
            if self.seen.holds(premise.operation, _placed(premise.letters, found.points)):
                yield found
        elif premise.operation in VALUED:
            yield from self._valued(premise, found)
        elif premise.operation in ("same", "same_angle"):
            yield from self._same(premise, found)
        else:
            orders = self._orders.get(premise.operation, {})
            for order in self._candidates(premise, found.points):
                fact = orders[order]
                points = found.points | dict(zip(premise.letters, order, strict=True))
                yield _Found(points, found.numbers, (*found.inputs, fact) if fact else found.inputs)

    def _valued(self, premise: Premise, found: _Found) -> Iterator[_Found]:
        arguments = tuple(_placed(group, found.points) for group in premise.groups)
        key = self._key(premise.operation, arguments)
        fact = self.facts.get(key) if key else None
        wanted = premise.value
        if fact is None or fact.value is None or wanted is None:
            return
        known = Surd(int(wanted)) if wanted.isdecimal() else found.numbers.get(wanted)
        if known is not None and known != fact.value:
            return
        numbers = found.numbers if known is not None else found.numbers | {wanted: fact.value}
        yield _Found(found.points, numbers, (*found.inputs, fact))

    def _same(self, premise: Premise, found: _Found) -> Iterator[_Found]:
        """Find what is equally long or large: what is so by a relation, what has the same value."""
        one, other = premise.groups
        name = _placed(one, found.points)
        valued = "length" if premise.operation == "same" else "angle"
        key = self._key(valued, (name,))
        if key is None:
            return
        if all(letter in found.points for letter in other):
            inputs = self._equal(valued, name, key, _placed(other, found.points))
            if inputs is not None:
                yield _Found(found.points, found.numbers, (*found.inputs, *inputs))
            return
        wanted = [found.points.get(letter) for letter in other]
        for equal, inputs in self._equals(valued, name, key):
            if all(point in (None, given) for point, given in zip(wanted, equal, strict=True)):
                points = found.points | dict(zip(other, equal, strict=True))
                yield _Found(points, found.numbers, (*found.inputs, *inputs))

    def _equal(self, valued: str, name: str, key: Key, other: str) -> tuple[Fact, ...] | None:
        """Return the facts that make two equal: none where they are one. None: it is not known."""
        other_key = self._key(valued, (other,))
        if other_key is None or other_key == key:
            return None if other_key is None else ()
        relation = self._orders.get(_RELATIONS[valued], {}).get(name + other)
        if relation is not None:
            return (relation,)
        first, second = self.facts.get(key), self.facts.get(other_key)
        if first is None or second is None or first.value != second.value:
            return None
        return first, second

    def _equals(self, valued: str, name: str, key: Key) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        relation = _RELATIONS[valued]
        for same in self._named(valued, key[1]):
            yield same, ()
        for order in self._index(relation, tuple(range(len(name)))).get(name, ()):
            fact = self._orders[relation][order]
            if fact is not None:
                yield order[len(name) :], (fact,)
        fact = self.facts.get(key)
        if fact is not None and fact.value is not None:
            for other in self._by_value[valued, fact.value]:
                if other != key:
                    for same in self._named(valued, other[1]):
                        yield same, (fact, self.facts[other])

    def _named(self, valued: str, name: str) -> Iterable[str]:
        return (name, name[::-1]) if valued == "length" else self.seen.names_of_angle(name)

    def _candidates(self, premise: Premise, points: dict[str, str]) -> list[str]:
        """Return the orders that agree with the points that letters stand for already."""
        letters = premise.letters
        bound = tuple(n for n, letter in enumerate(letters) if letter in points)
        return self._index(premise.operation, bound).get("".join(points[letters[n]] for n in bound), [])

    def _index(self, operation: str, bound: tuple[int, ...]) -> dict[str, list[str]]:
        if (operation, bound) not in self._indices:
            index: dict[str, list[str]] = defaultdict(list)
            for order in self._orders.get(operation, {}):
                index["".join(order[n] for n in bound)].append(order)
            self._indices[operation, bound] = index
        return self._indices[operation, bound]


def _needs(rule: Rule) -> set[str]:
    """Return the operations of facts that a rule asks for."""
    asked = [premise.operation for premise in rule.premises if isinstance(premise, Premise)]
    needs = {either for operation in asked for either in _EITHER.get(operation, (operation,))}
    return needs & {*VALUED, *RELATIONS} or {_SEEN_ALONE}


def _placed(letters: str, points: dict[str, str]) -> str:
    return "".join(points[letter] for letter in letters)


def _value(rule: Rule, numbers: dict[str, Surd]) -> Surd | None:
    try:
        return rule.value(numbers) if rule.value else None
    except (ArithmeticError, ValueError):
        return None


def _holds(condition: Condition, numbers: dict[str, Surd]) -> bool:
    try:
        return (condition.left(numbers) == condition.right(numbers)) is condition.is_equal
    except ArithmeticError:
        return False


def _is_plain(operation: str, value: Surd) -> bool:
    """Say whether a value is one that people would go on with."""
    if value.sign <= 0 or (operation in _HALF_TURN and value >= 180):
        return False
    small = max(abs(value.p), abs(value.q)) <= _MAX_PART and value.d <= _MAX_RADICAND
    return small and value.r <= (_MAX_DIVISOR if value.is_rational and operation not in _HALF_TURN else 2)
