"""Diagrams of sets at random: curves, letters, a universe or none, and what the regions hold."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.contents import CONTENTS
from vlcorpus.stages.stem.venn.curves import Curve, crossings
from vlcorpus.stages.stem.venn.diagram import Diagram
from vlcorpus.stages.stem.venn.layouts import LAYOUTS, mirrored
from vlcorpus.stages.stem.venn.raster import Raster

_LETTERS = ("ABCD", "PQRS", "XYZW", "MNKL", "EFGH", "STVW")
_UNIVERSES = "US"
_WITH_UNIVERSE = 0.55  # share of diagrams
_MARGIN, _UNIVERSE_MARGIN = 16.0, 110.0  # from the curves to the edge of what is looked at, to the frame
LETTER_ROOM = (62.0, 58.0)
_LETTER_GAP, _LETTER_CLEAR = 46.0, 40.0  # from its own curve, from the others
_ANGLES = 32
_SPARSE = 3  # of the samples of a curve one in three is enough to measure a distance
MIN_DEPTH = 36.0  # of a region: a circle of this radius fits into it
_MIN_SQUARES = 40  # of the raster: what has fewer is there by accident
_MIN_GAP = 40.0  # between curves that do not cross
_SHARES = {"two": 2, "three": 8, "four": 5}  # of diagrams by how many sets they have


def compose(random: Random) -> Diagram:
    """Return a diagram. Raises Unfit where what was drawn at random makes none that is clear."""
    count = random.choices(list(_SHARES), list(_SHARES.values()))[0]
    layout = random.choice([name for name in LAYOUTS if _count(name) == count])
    drawn = mirrored(LAYOUTS[layout](random), random)
    letters = random.choice([row for row in _LETTERS if len(row) >= len(drawn)])
    names = list(letters[: len(drawn)])
    curves = dict(zip(names, random.sample(drawn, len(drawn)), strict=True))
    _check_gaps(curves)
    has_universe = random.random() < _WITH_UNIVERSE
    frame = _frame(curves, _UNIVERSE_MARGIN if has_universe else _MARGIN)
    raster = Raster.of(curves, frame)
    regions = raster.found(_MIN_SQUARES)
    places = _letters(curves, random)
    diagram = Diagram(curves, places, {}, steps=[layout])
    if has_universe:
        diagram.universe = next(letter for letter in random.sample(_UNIVERSES, 2) if letter not in curves)
        diagram.frame = frame
        (left, _), (_, high) = frame
        places[diagram.universe] = (left + 50.0, high - 50.0)
        diagram.steps.append("universe")
    else:
        regions.remove("")
    for place in places.values():
        raster.block(place, math.hypot(*LETTER_ROOM) / 2)
    diagram.regions = {region: _deep(raster, region) for region in regions}
    content = random.choice(list(CONTENTS))
    CONTENTS[content](diagram, raster, random)
    diagram.steps.append(content)
    return diagram


def _count(layout: str) -> str:
    """Return how many sets a layout has, in words, which is how its name tells it."""
    number = len(LAYOUTS[layout](Random(0)))
    return list(_SHARES)[number - 2]


def _frame(curves: Mapping[str, Curve], margin: float) -> tuple[Point, Point]:
    xs, ys = zip(*(point for curve in curves.values() for point in curve.samples), strict=True)
    return (min(xs) - margin, min(ys) - margin), (max(xs) + margin, max(ys) + margin)


def _check_gaps(curves: Mapping[str, Curve]) -> None:
    for one, other in combinations(curves.values(), 2):
        if crossings(one, other):
            continue
        if min(one.distance(point) for point in other.samples[::_SPARSE]) < _MIN_GAP:
            raise Unfit("curves almost touch")


def _letters(curves: Mapping[str, Curve], random: Random) -> dict[str, Point]:
    """Return where the letters stand: outside of their curves, in as few other sets as possible."""
    places: dict[str, Point] = {}
    for name, curve in curves.items():
        others = [of for other, of in curves.items() if other != name]
        found: list[tuple[int, float, Point]] = []
        for k in range(_ANGLES):
            angle = k * math.tau / _ANGLES
            (x, y), (dx, dy) = curve.at(angle), curve.outward(angle)
            place = (x + dx * _LETTER_GAP, y + dy * _LETTER_GAP)
            clear = min(
                (of.distance(place) for of in others),
                default=math.inf,
            )
            clear = min([clear, *(math.dist(place, taken) for taken in places.values())])
            if clear >= _LETTER_CLEAR:
                found.append((sum(of.depth(*place) > 0 for of in others), -clear, place))
        if not found:
            raise Unfit("there is no room for a letter")
        fewest = min(found)[0]
        best = sorted(entry for entry in found if entry[0] == fewest)
        places[name] = random.choice(best[: 1 + len(best) // 4])[2]
    return places


def _deep(raster: Raster, region: str) -> tuple[int, int]:
    (x, y), depth = raster.deepest(region)
    if depth < MIN_DEPTH:
        raise Unfit("a region is narrow")
    return round(x), round(y)
