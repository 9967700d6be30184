"""Blind spots as a discipline: simple figures that are easy to see, and easily misread."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.blind_spots import circles, lines, pictures
from vlcorpus.stages.stem.blind_spots.crossings import crossings
from vlcorpus.stages.stem.blind_spots.draft import Draft
from vlcorpus.stages.stem.blind_spots.facts import claims, relation_of

BUILDS = {**circles.BUILDS, **lines.BUILDS, **pictures.BUILDS}
# Of these little more than numbers can be said: another figure stands below them.
POOR = (
    "chain of circles",
    "ring of circles",
    "nested squares",
    "table",
    "Poggendorff line",
    "nearest dot",
    "dots and outline",
    "Müller-Lyer bars",
    "Ponzo bars",
    "upright and level bars",
)
BELOW = ("circled letter", "circled letter", "stack of figures")
NAMED = ("circles", "bars", "dots", "stations")  # what has letters: another letter would say the same
_GAP = 120
Number = Fraction | int


def compose_scene(random: Random) -> Scene:
    draft = Draft(random)
    family = random.choice(list(BUILDS))
    BUILDS[family](draft)
    if family in POOR:
        draft.steps.append(below := random.choice(BELOW))
        BUILDS[below](lower := Draft(random))
        left, low, right, _ = draft.box()
        other_left, _, other_right, other_high = lower.box()
        draft.join(lower, ((left + right - other_left - other_right) // 2, low - _GAP - other_high))
    return Scene(
        family=family,
        steps=(family, *draft.steps),
        names=tuple(name for part in NAMED for name in draft.truth.get(part, ()) if name[-1].isupper()),
        truth=draft.truth,
        things=tuple(draft.things),
        claims=claims(draft.truth, draft.priors),
        places={expression: _exact(*at) for expression, at in _places(draft.truth)},
        room=draft.room,
    )


def _places(truth: dict[str, Any]) -> Iterator[tuple[Expression, tuple[Number, Number]]]:
    yield from _circle_places(truth.get("circles", {}))
    for one, other in combinations(truth.get("lines", {}), 2):
        found = crossings(truth["lines"][one], truth["lines"][other])
        if len(found) == 1:
            yield ("crossing", one, other), found[0]
    for name, (x, y) in truth.get("dots", {}).items():
        yield ("dot", name), (x, y)
    for name, (x, y) in truth.get("stations", {}).items():
        yield ("station", name), (x, y)
    for hue, (start, end), _ in truth.get("paths", ()):
        for one, other in ((start, end), (end, start)):
            x, y = truth["stations"][other]
            yield ("end", hue, one), (x, y)
    if word := truth.get("word"):
        x, y = word["at"][word["circled"]]
        yield ("circled", "word"), (x, y)
    yield from _cells(truth.get("grid"))
    if squares := truth.get("squares"):
        (x, y, _), *rest = sorted(squares, key=lambda square: square[2])
        if any((a, b) != (x, y) for a, b, _ in rest):
            yield ("innermost", "squares"), (x, y)


def _circle_places(circles: dict[str, list[int]]) -> Iterator[tuple[Expression, tuple[Number, Number]]]:
    for name, (x, y, _) in circles.items():
        if not name[-1].isdigit():
            yield ("center", name), (x, y)
    for one, other in combinations(circles, 2):
        if relation_of(circles[one], circles[other]) == "touching":
            x, y, r = circles[one]
            a, b, s = circles[other]
            part = Fraction(r, r + s)
            yield ("contact", one, other), (x + (a - x) * part, y + (b - y) * part)


def _cells(grid: dict[str, list[int]] | None) -> Iterator[tuple[Expression, tuple[Number, Number]]]:
    """Yield the middles of some cells: those on a diagonal."""
    if not grid:
        return
    xs, ys = grid["x"], grid["y"]
    for n in range(1, min(len(xs), len(ys))):
        x, y = Fraction(xs[n - 1] + xs[n], 2), Fraction(ys[-n] + ys[-n - 1], 2)
        yield ("cell", str(n), str(n)), (x, y)


def _exact(x: Number, y: Number) -> ExactPoint:
    return ExactPoint((str(x), str(y)), (float(x), float(y)))


DISCIPLINE = Discipline(
    name="blind_spots",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("Ponzo bars", "ring of circles"),
)
