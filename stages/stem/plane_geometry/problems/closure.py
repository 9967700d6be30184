"""Everything that follows from what is given: rules are used forward until nothing new comes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from vlcorpus.schemas.stem.plane_geometry_problems import VALUED
from vlcorpus.stages.stem.plane_geometry.problems.plans import EITHER, LIE, Plan, Sought
from vlcorpus.stages.stem.plane_geometry.problems.rules import Condition, Premise, Rule
from vlcorpus.stages.stem.plane_geometry.problems.seen import Key, Seen, indexed
from vlcorpus.stages.stem.surd import Surd

_MAX_PART, _MAX_DIVISOR, _MAX_RADICAND = 999, 13, 35  # numbers beyond are not what textbooks work with
_HALF_TURN = {"angle", "arc"}
_STEP_COST = 100  # more than all points of a step cost


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
    """`only` are the keys of what may follow; without them, all that does."""

    def __init__(self, seen: Seen, plans: Mapping[str, Sequence[Plan]], only: Set[Key] | None = None) -> None:
        self.seen = seen
        self.facts: dict[Key, Fact] = {}
        self._only = only
        self._concluded = None if only is None else {key[0] for key in only}
        self._rank = {name: n for n, name in enumerate(seen.at)}
        self._plans = plans
        # What is seen, with None, and what is known, by its points in every order in which rules name them.
        self._orders: defaultdict[str, dict[str, Fact | None]] = defaultdict(dict)
        self._orders.update(seen.found)
        self._indices: dict[tuple[str, tuple[int, ...]], dict[str, list[str]]] = {}
        self._by_value: dict[tuple[str, Surd], list[Fact]] = defaultdict(list)
        self._new: list[Fact] = []
        self._has_begun = False

    def give(self, operation: str, arguments: tuple[str, ...], value: Surd | None = None) -> Fact | None:
        """Add what is given. Return None where it is known, or not to be seen in the figure."""
        fact = Fact(operation, arguments, value)
        return fact if self._add(fact) else None

    def fact(self, operation: str, arguments: tuple[str, ...]) -> Fact | None:
        key = self.seen.key(operation, arguments)
        return self.facts.get(key) if key else None

    def knows(self, operation: str, arguments: tuple[str, ...]) -> bool:
        key = self.seen.key(operation, arguments)
        return key is None or key in self.facts

    def saturate(self, max_depth: int) -> None:
        """Use all rules on all that is known, round after round, until nothing new follows."""
        found = [] if self._has_begun else [(plan, _Found({}, {})) for plan in self._plans.get("", ())]
        self._has_begun = True
        while self._new or found:
            found += [start for fact in self._new for start in self._starts(fact)]
            self._new = []
            follows: dict[Key, Fact] = {}
            for plan, start in found:
                for fact, key in self._conclusions(plan, start, max_depth):
                    known = follows.get(key)
                    if known is None or (fact.depth, fact.cost) < (known.depth, known.cost):
                        follows[key] = fact
            found = []
            for fact in follows.values():
                self._add(fact)

    def _add(self, fact: Fact) -> bool:
        key = self.seen.key(fact.operation, fact.arguments)
        if key is None or key in self.facts:
            return False
        self.facts[key] = fact
        self._new.append(fact)
        orders = self._orders[fact.operation]
        new = [order for order in self.seen.orders(fact.operation, fact.arguments) if order not in orders]
        orders |= dict.fromkeys(new, fact)
        for (operation, bound), index in self._indices.items():
            if operation == fact.operation:
                for order in new:
                    index["".join(order[n] for n in bound)].append(order)
        if fact.value is not None:
            self._by_value[fact.operation, fact.value].append(fact)
        return True

    def _conclusions(self, plan: Plan, start: _Found, max_depth: int) -> Iterator[tuple[Fact, Key]]:
        rule, conclusion = plan.rule, plan.rule.conclusion
        for found in self._matches(plan.rest, 0, start):
            arguments = tuple(_placed(group, found.points) for group in conclusion.groups)
            key = self.seen.key(conclusion.operation, arguments)
            depth = 1 + max((fact.depth for fact in found.inputs), default=0)
            if key is None or key in self.facts or depth > max_depth:
                continue
            if self._only is not None and key not in self._only:
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

    # From what is new

    def _starts(self, fact: Fact) -> Iterator[tuple[Plan, _Found]]:
        """Yield the plans that a new fact starts, with what it tells of letters and numbers."""
        orders = self.seen.orders(fact.operation, fact.arguments)
        for plan in self._plans.get(fact.operation, ()):
            concluded = plan.rule.conclusion.operation
            if self._concluded is not None and concluded not in self._concluded:
                continue
            if plan.start is not None and _may_fulfil(plan.start, fact):
                for order, inputs in self._fulfilling(plan.start, fact, orders):
                    if (found := _bound(plan.start, order, fact, inputs)) is not None:
                        yield plan, found

    def _fulfilling(
        self, start: Premise, fact: Fact, orders: list[str]
    ) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        """Yield the points by which a fact fulfils a premise, with the facts that it takes."""
        if start.operation not in EITHER or fact.value is None:
            for order in orders:
                yield order, (fact,)
            return
        for other in self._by_value[fact.operation, fact.value]:
            if other is not fact:
                for one in orders:
                    for order in self.seen.orders(other.operation, other.arguments):
                        yield one + order, (fact, other)
                        yield order + one, (fact, other)

    # By what is known

    def _matches(self, premises: tuple[Sought, ...], n: int, found: _Found) -> Iterator[_Found]:
        if n == len(premises):
            yield found
            return
        for more in self._fulfilled(premises[n], found):
            yield from self._matches(premises, n + 1, more)

    def _fulfilled(self, sought: Sought, found: _Found) -> Iterator[_Found]:
        """Yield the ways in which a premise holds beside what was found for those before it."""
        premise = sought.premise
        if isinstance(premise, Condition):
            if _holds(premise, found.numbers):
                yield found
        elif premise.operation in LIE:
            if self.seen.holds(premise.operation, _placed(premise.letters, found.points)):
                yield found
        elif premise.operation in VALUED:
            yield from self._valued(premise, found)
        elif premise.operation in EITHER:
            yield from self._same(premise, found)
        else:
            yield from self._seen_or_related(premise, sought.bound, found)

    def _seen_or_related(self, premise: Premise, bound: tuple[int, ...], found: _Found) -> Iterator[_Found]:
        orders, points, letters = self._orders[premise.operation], found.points, premise.letters
        known = "".join([points[letters[n]] for n in bound])
        if len(bound) == len(letters):
            if known in orders:
                fact = orders[known]
                yield _Found(points, found.numbers, (*found.inputs, fact)) if fact else found
            return
        for order in self._index(premise.operation, bound).get(known, ()):
            fact = orders[order]
            more = points | dict(zip(letters, order, strict=True))
            yield _Found(more, found.numbers, (*found.inputs, fact) if fact else found.inputs)

    def _valued(self, premise: Premise, found: _Found) -> Iterator[_Found]:
        points = found.points
        fact = self._orders[premise.operation].get("".join([points[letter] for letter in premise.letters]))
        if fact is not None:
            numbers = _with_value(premise, fact, found.numbers)
            if numbers is not None:
                yield _Found(points, numbers, (*found.inputs, fact))

    def _same(self, premise: Premise, found: _Found) -> Iterator[_Found]:
        """Find what is equally long or large: what is so by a relation, what has the same value."""
        valued, relation = EITHER[premise.operation]
        one, other = premise.groups
        points, name = found.points, _placed(one, found.points)
        if self.seen.key(valued, (name,)) is None:
            return
        wanted = [points.get(letter) for letter in other]
        for equal, inputs in self._equals(valued, relation, name):
            if all(point in (None, given) for point, given in zip(wanted, equal, strict=True)):
                more = points | dict(zip(other, equal, strict=True)) if None in wanted else points
                yield _Found(more, found.numbers, (*found.inputs, *inputs))

    def _equals(self, valued: str, relation: str, name: str) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        """Yield what equals a segment or an angle, each once: itself, by a relation, by its value."""
        done = set(self.seen.orders(valued, (name,)))
        for same in sorted(done):
            yield same, ()
        for order in self._index(relation, tuple(range(len(name)))).get(name, ()):
            fact = self._orders[relation][order]
            if fact is not None and order[len(name) :] not in done:
                done.add(order[len(name) :])
                yield order[len(name) :], (fact,)
        known = self._orders[valued].get(name)
        if known is not None and known.value is not None:
            for fact in self._by_value[valued, known.value]:
                if fact is not known:
                    for same in self.seen.orders(valued, fact.arguments):
                        if same not in done:
                            yield same, (known, fact)

    def _index(self, operation: str, bound: tuple[int, ...]) -> dict[str, list[str]]:
        """Return the orders by the letters at the bound places."""
        if operation in self.seen.found:
            return self.seen.index(operation, bound)
        if (operation, bound) not in self._indices:
            self._indices[operation, bound] = indexed(self._orders[operation], bound)
        return self._indices[operation, bound]


def _may_fulfil(premise: Premise, fact: Fact) -> bool:
    """Say whether a fact has as many points as a premise asks for, and its value where that is a number."""
    if len(premise.letters) != sum(map(len, fact.arguments)) and premise.operation not in EITHER:
        return False
    wanted = premise.value
    return wanted is None or not wanted.isdecimal() or fact.value == int(wanted)


def _bound(premise: Premise, order: str, fact: Fact, inputs: tuple[Fact, ...]) -> _Found | None:
    """Return what a premise tells by its points; None where a letter would be two, or a number is another."""
    points: dict[str, str] = {}
    for letter, point in zip(premise.letters, order, strict=True):
        if points.setdefault(letter, point) != point:
            return None
    numbers = _with_value(premise, fact, {})
    return None if numbers is None else _Found(points, numbers, inputs)


def _with_value(premise: Premise, fact: Fact, numbers: dict[str, Surd]) -> dict[str, Surd] | None:
    """Return the numbers with what a letter stands for by the fact; None where it stands for another."""
    if premise.value is None or fact.value is None:
        return numbers
    known = Surd(int(premise.value)) if premise.value.isdecimal() else numbers.get(premise.value)
    if known is None:
        return numbers | {premise.value: fact.value}
    return numbers if known == fact.value else None


def _placed(letters: str, points: dict[str, str]) -> str:
    return "".join([points[letter] for letter in letters])


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
