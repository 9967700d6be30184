"""Choose what a problem gives and what it asks: givens are added until something worth asking follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.plane_geometry_problems import VALUED
from vlcorpus.stages.stem.plane_geometry.problems.chosen import Chosen
from vlcorpus.stages.stem.plane_geometry.problems.closure import Closure, Fact
from vlcorpus.stages.stem.plane_geometry.problems.measures import Measure
from vlcorpus.stages.stem.plane_geometry.problems.minimal import MAX_DEPTH, MAX_STEPS, minimal
from vlcorpus.stages.stem.plane_geometry.problems.plans import plans_for
from vlcorpus.stages.stem.plane_geometry.problems.rules import read_rules
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Relation

_MAX_VALUES = 4  # givens with values that are no right angles
_RIGHT_ANGLES = 0.85  # share of right angles that are given where nothing tells of them
_STEPS = {1: 1, 2: 3, 3: 5, 4: 4, 5: 2}  # how often a problem of at least so many steps is wanted


def choose(random: Random, seen: Seen, relations: list[Relation], measured: list[Measure]) -> Chosen:
    """Return a problem of the figure. Raises Unfit where chance brings none."""
    plans = plans_for(seen, read_rules().values())
    closure = Closure(seen, plans)
    for operation, *arguments in relations:
        closure.give(operation, tuple(arguments))
    closure.saturate(MAX_DEPTH)
    for right in [one for one in measured if one.is_right]:
        if random.random() < _RIGHT_ANGLES:
            closure.give(right.operation, right.arguments, right.value)
    wanted = random.choices(list(_STEPS), list(_STEPS.values()))[0]
    others = [one for one in measured if not one.is_right]
    for count in (random.randint(1, _MAX_VALUES - 1), 1, 1, 1, 1):
        for _ in range(count):
            _give_one(random, closure, others)
        closure.saturate(MAX_DEPTH)
        if targets := list(_targets(closure, wanted)):
            return minimal(_one_of(random, targets), seen, plans)
    raise Unfit("nothing worth asking follows")


def _give_one(random: Random, closure: Closure, measured: list[Measure]) -> None:
    unknown = [one for one in measured if not closure.knows(one.operation, one.arguments)]
    if unknown:
        given = random.choices(unknown, [one.weight for one in unknown])[0]
        closure.give(given.operation, given.arguments, given.value)


def _targets(closure: Closure, wanted: int) -> Iterator[Chosen]:
    for fact in closure.facts.values():
        if fact.rule is None or fact.operation not in VALUED or fact.depth < min(wanted, 2):
            continue
        if fact.operation == "angle" and fact.value == 90:
            continue
        chosen = Chosen.of(fact)
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
