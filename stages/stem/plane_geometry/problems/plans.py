"""In which order a rule's premises are looked for, when one of them is what became known last.

What follows anew follows from something new. So a rule is tried only from a new fact that fulfils one of its
premises; of the others those come first that the points found so far decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from vlcorpus.schemas.stem.plane_geometry_problems import RELATIONS, VALUED
from vlcorpus.stages.stem.plane_geometry.problems.rules import Condition, Premise, Rule
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen

LIE = frozenset({"opposite", "same_side", "slanted"})  # how points lie, asked of points that are found
# What is fulfilled by a relation, or by two equal values.
EITHER = {"same": ("length", "equal"), "same_angle": ("angle", "equal_angles")}
FACTS = frozenset({*VALUED, *RELATIONS, *EITHER})


@dataclass(frozen=True, slots=True)
class Sought:
    """A premise that is looked for, when points are found for its letters at some places."""

    premise: Premise | Condition
    bound: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    rule: Rule
    start: Premise | None  # what the new fact fulfils; None where the rule needs no facts
    rest: tuple[Sought, ...]


@cache
def plans_of(rule: Rule) -> tuple[Plan, ...]:
    facts = [n for n, one in enumerate(rule.premises) if isinstance(one, Premise) and one.operation in FACTS]
    if not facts:
        return (Plan(rule, None, _ordered(rule.premises, set())),)
    return tuple(_plan(rule, n) for n in facts)


def plans_for(seen: Seen, rules: Iterable[Rule]) -> dict[str, list[Plan]]:
    """Return the plans that a new fact of an operation starts; under "" those that need none.

    Rules are left out that need to see what is not in the figure.
    """
    found: dict[str, list[Plan]] = defaultdict(list)
    for rule in rules:
        asked = [premise.operation for premise in rule.premises if isinstance(premise, Premise)]
        if not all(seen.found.get(operation, True) for operation in asked):
            continue
        for plan in plans_of(rule):
            operation = plan.start.operation if plan.start else ""
            for either in EITHER.get(operation, (operation,)):
                found[either].append(plan)
    return found


def _plan(rule: Rule, n: int) -> Plan:
    start, others = rule.premises[n], rule.premises[:n] + rule.premises[n + 1 :]
    if not isinstance(start, Premise):
        raise TypeError(f"{rule.name}: no fact fulfils a condition")
    return Plan(rule, start, _ordered(others, set(start.letters)))


def _ordered(premises: Iterable[Premise | Condition], bound: set[str]) -> tuple[Sought, ...]:
    """Put what is decided first, then what leaves the fewest letters open; conditions stay behind values."""
    ordered: list[Sought] = []
    left = list(premises)
    while left:
        ready = [one for n, one in enumerate(left) if _is_ready(one, left[:n], bound)]
        best = min(ready, key=lambda one: _n_open(one, bound))
        left.remove(best)
        if isinstance(best, Condition):
            ordered.append(Sought(best))
        else:
            ordered.append(Sought(best, tuple(n for n, letter in enumerate(best.letters) if letter in bound)))
            bound = bound | set(best.letters)
    return tuple(ordered)


def _is_ready(one: Premise | Condition, before: Iterable[Premise | Condition], bound: set[str]) -> bool:
    if isinstance(one, Condition):
        return not any(isinstance(other, Premise) and other.value for other in before)
    if one.operation in EITHER:
        return bound.issuperset(one.groups[0])
    if one.operation in VALUED or one.operation in LIE:
        return bound.issuperset(one.letters)
    return True


def _n_open(one: Premise | Condition, bound: set[str]) -> int:
    return -1 if isinstance(one, Condition) else len(set(one.letters) - bound)
