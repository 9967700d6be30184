"""Choose what a problem gives and what it asks: givens are added until something worth asking follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.plane_geometry_problems import VALUED
from vlcorpus.stages.stem.plane_geometry.problems.closure import Closure, Fact
from vlcorpus.stages.stem.plane_geometry.problems.measures import Measure
from vlcorpus.stages.stem.plane_geometry.problems.rules import read_rules
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Relation

MAX_DEPTH = 7
MAX_STEPS = 9
_MAX_VALUES = 4  # givens with values that are no right angles
_RIGHT_ANGLES = 0.85  # share of right angles that are given where nothing tells of them
# Theorems that make no problem by themselves.
_TRIVIAL = {
    "equal_segments", "equal_angles", "radius", "radii", "segment_addition", "angle_addition", "midpoint",
    "bisector", "linear_pair", "vertical_angles", "angles_around_point", "arc_of_central_angle", "diameter",
    "two_tangents", "equilateral_sides", "regular_pentagon_sides", "regular_hexagon_sides",
    "square_is_rhombus",
    "rhombus_sides", "rhombus_equal_sides", "rhombus_is_parallelogram", "square_is_rectangle",
    "rectangle_is_parallelogram", "equilateral_angles",
}  # fmt: skip
_STEPS = {1: 1, 2: 3, 3: 5, 4: 4, 5: 2}  # how often a problem of at least so many steps is wanted


@dataclass(frozen=True, slots=True)
class Chosen:
    target: Fact
    facts: tuple[
        Fact, ...
    ]  # all that the answer rests on, each after what it follows from; the target is last

    @property
    def givens(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.rule is None]

    @property
    def steps(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.rule is not None]

    @property
    def is_trivial(self) -> bool:
        return all(fact.rule is None or fact.rule.name.partition("/")[0] in _TRIVIAL for fact in self.facts)


def choose(random: Random, seen: Seen, relations: list[Relation], measured: list[Measure]) -> Chosen:
    """Return a problem of the figure. Raises Unfit where chance brings none."""
    closure = Closure(seen, read_rules().values())
    for operation, *arguments in relations:
        closure.give(operation, tuple(arguments))
    closure.saturate(MAX_DEPTH)
    for right in [one for one in measured if one.is_right]:
        if random.random() < _RIGHT_ANGLES:
            closure.give(right.operation, right.arguments, right.value)
    wanted = random.choices(list(_STEPS), list(_STEPS.values()))[0]
    others = [one for one in measured if not one.is_right]
    for count in (random.randint(1, _MAX_VALUES - 1), 1, 1):
        for _ in range(count):
            _give_one(random, closure, others)
        closure.saturate(MAX_DEPTH)
        if targets := list(_targets(closure, wanted)):
            return _without_needless(_one_of(random, targets), seen)
    raise Unfit("nothing worth asking follows")


def _give_one(random: Random, closure: Closure, measured: list[Measure]) -> None:
    unknown = [one for one in measured if not closure.knows(one.operation, one.arguments)]
    if unknown:
        given = random.choices(unknown, [one.weight for one in unknown])[0]
        closure.give(given.operation, given.arguments, given.value)


def _without_needless(chosen: Chosen, seen: Seen) -> Chosen:
    """Leave out each given without which the answer follows too, by another way."""
    for given in chosen.givens:
        closure = Closure(seen, read_rules().values())
        for other in chosen.givens:
            if (other.operation, other.arguments) != (given.operation, given.arguments):
                closure.give(other.operation, other.arguments, other.value)
        closure.saturate(MAX_DEPTH)
        found = closure.fact(chosen.target.operation, chosen.target.arguments)
        if found is not None:
            chosen = Chosen(found, tuple(_traced(found)))
    if len(chosen.steps) > MAX_STEPS or chosen.is_trivial:
        raise Unfit("the solution is long, or trivial, without what is needless")
    return chosen


def _targets(closure: Closure, wanted: int) -> Iterator[Chosen]:
    for fact in closure.facts.values():
        if fact.rule is None or fact.operation not in VALUED or fact.depth < min(wanted, 2):
            continue
        if fact.operation == "angle" and fact.value == 90:
            continue
        chosen = Chosen(fact, tuple(_traced(fact)))
        is_long = wanted <= len(chosen.steps) <= MAX_STEPS
        if is_long and any(map(_is_number, chosen.givens)) and not chosen.is_trivial:
            yield chosen


def _is_number(given: Fact) -> bool:
    return given.value is not None and not (given.operation == "angle" and given.value == 90)


def _one_of(random: Random, targets: list[Chosen]) -> Chosen:
    """Choose by the last rule first, so that rules that fire seldom are asked for as often as others."""
    by_rule: dict[str, list[Chosen]] = defaultdict(list)
    for chosen in targets:
        if chosen.target.rule is not None:
            by_rule[chosen.target.rule.name].append(chosen)
    return random.choice(by_rule[random.choice(sorted(by_rule))])


def _traced(fact: Fact) -> Iterator[Fact]:
    """Yield all that a fact rests on, each once and after what it follows from, and the fact itself."""
    done: set[int] = set()

    def trace(one: Fact) -> Iterator[Fact]:
        if id(one) in done:
            return
        done.add(id(one))
        for earlier in one.inputs:
            yield from trace(earlier)
        yield one

    yield from trace(fact)
