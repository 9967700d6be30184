"""A problem without what it can do without: givens that follow from the others, steps that nothing needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.chosen import Chosen
from vlcorpus.stages.stem.plane_geometry.problems.closure import Closure, Fact
from vlcorpus.stages.stem.plane_geometry.problems.freedom import Freedom
from vlcorpus.stages.stem.plane_geometry.problems.plans import Plan
from vlcorpus.stages.stem.plane_geometry.problems.seen import Key, Seen

MAX_DEPTH = 7
MAX_STEPS = 9
Plans = Mapping[str, Sequence[Plan]]


def minimal(chosen: Chosen, seen: Seen, plans: Plans) -> Chosen:
    """Return the problem with no given and no step too many. Raises Unfit where too little is left of it."""
    chosen = _without_needless_steps(_without_needless_givens(chosen, seen, plans), seen, plans)
    if len(chosen.steps) > MAX_STEPS or chosen.is_trivial:
        raise Unfit("the solution is long, or trivial, without what is needless")
    return chosen


def _without_needless_givens(chosen: Chosen, seen: Seen, plans: Plans) -> Chosen:
    freedom = Freedom(seen)
    while needless := [
        given for given in chosen.givens if not freedom.is_needed(given, chosen.target, chosen.givens)
    ]:
        for given in needless:
            others = [other for other in chosen.givens if other is not given]
            if smaller := _solved(chosen.target, others, seen, plans):
                chosen = smaller
                break
        else:
            raise Unfit("a given follows from the others, by none of the rules")
    return chosen


def _without_needless_steps(chosen: Chosen, seen: Seen, plans: Plans) -> Chosen:
    """Leave out each step without which the others still lead to the answer."""
    for step in chosen.steps[-2::-1]:
        keys = {key for fact in chosen.facts if (key := seen.key(fact.operation, fact.arguments))}
        left_out = seen.key(step.operation, step.arguments)
        if left_out in keys:
            only = keys - {left_out}
            chosen = _solved(chosen.target, chosen.givens, seen, plans, only) or chosen
    return chosen


def _solved(
    target: Fact, givens: Iterable[Fact], seen: Seen, plans: Plans, only: Set[Key] | None = None
) -> Chosen | None:
    """Return the shortest solution from the givens, through nothing but `only`; None without one."""
    closure = Closure(seen, plans, only)
    for given in givens:
        closure.give(given.operation, given.arguments, given.value)
    closure.saturate(MAX_DEPTH)
    found = closure.fact(target.operation, target.arguments)
    return None if found is None or found.rule is None else Chosen.of(found)
