"""Regions as areas: each bounded by the arcs of curves that lie between it and another region."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.stages.stem.venn.curves import Curve, crossings

_STEP = math.tau / 72  # of an arc that is drawn by lines
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class _Arc:
    """A part of a curve between two crossings, counter-clockwise, and the regions on its two sides."""

    points: list[Point]
    inside: str
    outside: str


def region_at(curves: Mapping[str, Curve], point: Point) -> str:
    """Return the sets in which a point lies, in the order of the curves."""
    return "".join(name for name, curve in curves.items() if curve.depth(*point) > 0)


def areas(curves: Mapping[str, Curve], frame: tuple[Point, Point] | None) -> dict[str, Path]:
    """Return the outline of each region, holes included: the region lies to the left of its outline.

    `frame` is the lower left and the upper right corner around the region of no set; None: it is no area.
    """
    borders: dict[str, list[list[Point]]] = {}
    for arc in _arcs(curves):
        borders.setdefault(arc.inside, []).append(arc.points)
        borders.setdefault(arc.outside, []).append(arc.points[::-1])
    if frame:
        (left, low), (right, high) = frame
        borders.setdefault("", []).append(
            [(left, low), (right, low), (right, high), (left, high), (left, low)]
        )
    else:
        borders.pop("", None)
    found = {}
    for region, pieces in borders.items():
        path = Path(())
        for loop in _loops(pieces):
            path += polyline(loop, closed=True)
        found[region] = path
    return found


def _arcs(curves: Mapping[str, Curve]) -> Iterator[_Arc]:
    cuts: dict[str, list[Point]] = {name: [] for name in curves}
    for one, other in combinations(curves, 2):
        found = crossings(curves[one], curves[other])
        cuts[one] += found
        cuts[other] += found
    for name, curve in curves.items():
        angles = sorted((curve.angle_of(point), point) for point in cuts[name])
        if not angles:
            angles = [(0.0, curve.at(0.0))]
        for (start, first), (stop, last) in zip(angles, [*angles[1:], angles[0]], strict=True):
            sweep = (stop - start) % math.tau or math.tau
            n = math.ceil(sweep / _STEP)
            between = [curve.at(start + k * sweep / n) for k in range(1, n)]
            others = {other: of for other, of in curves.items() if other != name}
            around = region_at(others, curve.at(start + sweep / 2))
            inside = "".join(other for other in curves if other == name or other in around)
            yield _Arc([first, *between, last], inside, around)


def _loops(pieces: list[list[Point]]) -> Iterator[list[Point]]:
    """Yield closed outlines: each piece goes on where another begins, in a crossing that both have."""
    rest = list(pieces)
    while rest:
        loop = list(rest.pop())
        while math.dist(loop[0], loop[-1]) > _TINY:
            index = next(k for k, piece in enumerate(rest) if math.dist(piece[0], loop[-1]) < _TINY)
            loop += rest.pop(index)[1:]
        yield loop[:-1]
