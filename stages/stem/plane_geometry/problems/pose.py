"""A scene that poses a problem: a figure, what is given of it and where, what is asked, and the solution."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import YES, Claim, Expression
from vlcorpus.schemas.scenes.problem import IN_BOTH, IN_IMAGE, IN_TEXT, PI, Given, Problem, Step
from vlcorpus.schemas.scenes.scene import Scene, Unfit
from vlcorpus.stages.stem.plane_geometry.problems.choose import choose
from vlcorpus.stages.stem.plane_geometry.problems.chosen import Chosen
from vlcorpus.stages.stem.plane_geometry.problems.closure import Fact
from vlcorpus.stages.stem.plane_geometry.problems.compose import FAMILIES, check, compose
from vlcorpus.stages.stem.plane_geometry.problems.draw import can_be_drawn, things
from vlcorpus.stages.stem.plane_geometry.problems.measures import measures
from vlcorpus.stages.stem.plane_geometry.problems.plans import LIE
from vlcorpus.stages.stem.plane_geometry.problems.rules import Premise, Rule
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch
from vlcorpus.stages.stem.surd import Surd

_VARIANTS = {IN_IMAGE: 0.66, IN_TEXT: 0.13, IN_BOTH: 0.21}
_UNKNOWN = 0.35  # share of problems with the givens in the image where what is asked is marked there too
_LETTERS = ("x", "x", "x", "y", "?")
_POLYGONS = {3: "triangle", 4: "quadrilateral", 5: "pentagon", 6: "hexagon"}
_WITH_PI = {"circumference", "disc", "arc_length", "sector"}
# What is seen of a figure and can be told in words, so that one who does not see it can solve the problem.
_TOLD = {"between", "on", "circle", "triangle", "corner", "outline"}


def pose(random: Random, families: Sequence[str] = FAMILIES) -> Scene:
    """Return a scene of one of the families, with a problem. Raises Unfit where chance makes no good one."""
    sketch, of_lengths = compose(random, families)
    seen = Seen(sketch)
    measured = measures(sketch, seen, of_lengths=of_lengths)
    variant = random.choices(list(_VARIANTS), list(_VARIANTS.values()))[0]
    if variant == IN_IMAGE:
        measured = [one for one in measured if can_be_drawn(seen, sketch, one.claim)]
    chosen = choose(random, seen, sketch.relations, measured)
    sketch = _without_what_is_not_needed(sketch, chosen)
    check(sketch)
    seen = Seen(sketch)
    problem = _problem(random, sketch, seen, chosen, variant)
    return Scene(
        family=sketch.steps[0].kind,
        steps=tuple(step.kind for step in sketch.steps),
        names=tuple(sketch.places),
        truth=_truth(sketch, seen),
        things=things(sketch, seen, problem),
        claims=(),
        problem=problem,
    )


def _without_what_is_not_needed(sketch: Sketch, chosen: Chosen) -> Sketch:
    """Take constructions out, the last first, without which all of the solution is still in the figure."""
    for n in range(len(sketch.steps) - 1, 0, -1):
        smaller = deepcopy(sketch)
        step = smaller.steps.pop(n)
        for name in step.points:
            del smaller.places[name]
        for on in smaller.circles.values():
            on[:] = [name for name in on if name in smaller.places]
        if _holds_together(smaller) and _has_all(Seen(smaller), chosen):
            sketch = smaller
    return sketch


def _holds_together(sketch: Sketch) -> bool:
    made_of = {name for place in sketch.places.values() for name in place.told[1:] if name.isalpha()}
    ends = {end for line in sketch.lines for end in line}
    return (made_of | ends) <= sketch.places.keys()


def _has_all(seen: Seen, chosen: Chosen) -> bool:
    for fact in chosen.facts:
        points = {point for _, point in fact.letters} | {p for name in fact.arguments for p in name}
        if not points <= seen.at.keys() or seen.key(fact.operation, fact.arguments) is None:
            return False
        if fact.rule and not _sees(seen, fact.rule, dict(fact.letters)):
            return False
    return True


def _sees(seen: Seen, rule: Rule, letters: dict[str, str]) -> bool:
    """Say whether the figure shows how points lie where the rule asks for it: on a line that is drawn."""
    asked = [premise for premise in rule.premises if isinstance(premise, Premise)]
    return all(
        "".join(letters[letter] for letter in premise.letters) in seen.found[premise.operation]
        for premise in asked
        if premise.operation in seen.found
    )


def _problem(random: Random, sketch: Sketch, seen: Seen, chosen: Chosen, variant: str) -> Problem:
    givens = tuple(_given(sketch, seen, fact, variant) for fact in chosen.givens)
    numbers = {id(fact): n for n, fact in enumerate([*chosen.givens, *chosen.steps])}
    steps = tuple(
        Step(
            rule=fact.rule.name if fact.rule else "",
            inputs=tuple(sorted(numbers[id(earlier)] for earlier in fact.inputs)),
            claim=_claim(fact),
            points=dict(fact.letters),
            numbers={letter: str(value) for letter, value in fact.numbers},
        )
        for fact in chosen.steps
    )
    target = _claim(chosen.target)
    asks_by_letter = variant == IN_IMAGE and random.random() < _UNKNOWN
    unknown = random.choice(_LETTERS) if asks_by_letter and can_be_drawn(seen, sketch, target) else None
    needed = [given for given in givens if not given.is_told]
    return Problem(
        givens=givens,
        asked=target.expression,
        answer=target.value,
        steps=steps,
        variant=variant,
        text_solvable=not needed and unknown is None and _seen_operations(chosen, seen) <= _TOLD,
        depth=chosen.target.depth,
        unknown=unknown,
        tellings=tuple(_tellings(sketch, seen, chosen)),
    )


def _seen_operations(chosen: Chosen, seen: Seen) -> set[str]:
    """Return how points lie that the solution takes from the figure."""
    premises = [p for fact in chosen.steps if fact.rule for p in fact.rule.premises if isinstance(p, Premise)]
    return {p.operation for p in premises if p.operation in seen.found or p.operation in LIE}


def _given(sketch: Sketch, seen: Seen, fact: Fact, variant: str) -> Given:
    claim = _claim(fact)
    drawable = can_be_drawn(seen, sketch, claim)
    is_drawn = drawable and variant != IN_TEXT
    is_told = not is_drawn or variant == IN_BOTH
    if variant == IN_IMAGE and not drawable and fact.value is not None:
        raise Unfit("a given cannot be drawn")
    return Given(claim, is_drawn=is_drawn, is_told=is_told)


def _claim(fact: Fact) -> Claim:
    expression: Expression = (fact.operation, *fact.arguments)
    return Claim(expression, YES if fact.value is None else _written(fact.operation, fact.value))


def _written(operation: str, value: Surd) -> str:
    if operation not in _WITH_PI:
        return str(value)
    if not value.is_rational:
        raise Unfit("a root times pi")
    above = "pi" if value.p == 1 else f"{value.p}{PI}"
    return above if value.r == 1 else f"{above}/{value.r}"


def _tellings(sketch: Sketch, seen: Seen, chosen: Chosen) -> list[Claim]:
    """Return what polygon the figure starts with, where no given says it, and how points lie."""
    base = "".join(sketch.steps[0].points)
    corners = next((base[:n] for n in (6, 5, 4, 3) if base[:n] in seen.found[_POLYGONS[n]]), "")
    is_told = any(len(name) == len(corners) for fact in chosen.givens for name in fact.arguments)
    halved = [set("".join(fact.arguments)) for fact in chosen.givens if fact.operation == "midpoint"]
    lines = ["".join(line) for line in seen.lines if len(line) > 2 and set(line) not in halved]
    return [
        *([Claim(("polygon", corners), YES)] if corners and not is_told else []),
        *(Claim(("in_order", line), YES) for line in lines),
        *(Claim(("on_circle", "".join(on), center), YES) for center, on in seen.circles.items()),
        *(Claim(("diameter", name[:2], name[2]), YES) for name in _diameters(chosen)),
    ]


def _diameters(chosen: Chosen) -> list[str]:
    """Return the diameters that the solution rests on: their ends, and the centre."""
    found = {
        "".join(dict(fact.letters)[letter] for letter in premise.letters)
        for fact in chosen.steps
        if fact.rule
        for premise in fact.rule.premises
        if isinstance(premise, Premise) and premise.operation == "diameter"
    }
    return sorted({min(name, name[1] + name[0] + name[2]) for name in found})


def _truth(sketch: Sketch, seen: Seen) -> dict[str, Any]:
    """Return what schemas/stem/plane_geometry_problems.py describes."""
    return {
        "points": {name: list(place.told) for name, place in sketch.places.items()},
        "lines": ["".join(line) for line in seen.lines],
        "circles": {center: "".join(on) for center, on in sketch.circles.items()},
    }
