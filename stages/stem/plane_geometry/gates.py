"""Figures that look like what they are not are thrown away: nothing is almost parallel, or almost on a line.

Floats are enough here: a gate only keeps a distance. Whether something holds is decided exactly, elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import combinations
from typing import Any, Protocol

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.figure import Ends

# Of the size of the figure: at 512 px, 0.04 are about 15 px.
MIN_POINT_DISTANCE = 0.07
MIN_LINE_DISTANCE = 0.04
MIN_CROSSING_DISTANCE = 0.03
MIN_ANGLE_DEG = 14.0  # between lines that meet
MIN_SLANT_DEG = 5.0  # of what is not parallel, and of what is not perpendicular
MIN_ASPECT = 0.3
_EQUAL, _EQUAL_DEG = 1e-9, 1e-6  # floats of what is exactly equal differ by less


class Drawn(Protocol):
    """What the gates ask of a figure: its points have `floats`, its circles what `Circle` has."""

    @property
    def points(self) -> Mapping[str, Any]: ...

    @property
    def drawn(self) -> list[Ends]: ...

    @property
    def circles(self) -> Mapping[str, Any]: ...


def check(figure: Drawn) -> None:
    """Raise Unfit where the figure is ambiguous to the eye."""
    places = {name: point.floats for name, point in figure.points.items()}
    size = _size(figure, list(places.values()))
    _check_points(figure, places, size)
    _check_directions(figure, places)
    _check_circles(figure, places, size)
    _check_crossings(figure, places, size)


def _size(figure: Drawn, places: list[Point]) -> float:
    reach = [
        (x + dx * circle.radius, y + dy * circle.radius)
        for circle in figure.circles.values()
        for x, y in (circle.center.floats,)
        for dx, dy in ((1, 1), (-1, -1))
    ]
    xs, ys = zip(*places, *reach, strict=True)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if min(width, height) < MIN_ASPECT * max(width, height):
        raise Unfit("the figure is thin")
    return max(width, height)


def _check_points(figure: Drawn, places: dict[str, Point], size: float) -> None:
    for one, other in combinations(places.values(), 2):
        if math.dist(one, other) < MIN_POINT_DISTANCE * size:
            raise Unfit("points are near each other")
    for a, b in figure.drawn:
        for name, place in places.items():
            near = _EQUAL < _distance(place, places[a], places[b]) < MIN_LINE_DISTANCE * size
            if name not in (a, b) and near:
                raise Unfit("a point is near a line")


def _check_directions(figure: Drawn, places: dict[str, Point]) -> None:
    directions = [
        ((a, b), (places[b][0] - places[a][0], places[b][1] - places[a][1])) for a, b in figure.drawn
    ]
    for (one, u), (other, v) in combinations(directions, 2):
        turn = math.degrees(math.atan2(abs(u[0] * v[1] - u[1] * v[0]), abs(u[0] * v[0] + u[1] * v[1])))
        least = MIN_ANGLE_DEG if set(one) & set(other) else MIN_SLANT_DEG
        if _EQUAL_DEG < turn < least:
            raise Unfit("lines are almost parallel")
        if 90 - MIN_SLANT_DEG < turn < 90 - _EQUAL_DEG:
            raise Unfit("lines are almost perpendicular")


def _check_circles(figure: Drawn, places: dict[str, Point], size: float) -> None:
    for circle in figure.circles.values():
        center, radius = circle.center.floats, circle.radius
        if radius < 2 * MIN_POINT_DISTANCE * size:
            raise Unfit("a circle is small")
        for name, place in places.items():
            off = abs(math.dist(place, center) - radius)
            if off < MIN_LINE_DISTANCE * size and not circle.holds(figure.points[name]):
                raise Unfit("a point is near a circle")
        for a, b in figure.drawn:
            off = abs(_distance(center, places[a], places[b]) - radius)
            if _EQUAL < off < MIN_LINE_DISTANCE * size:
                raise Unfit("a line almost touches a circle")


def _check_crossings(figure: Drawn, places: dict[str, Point], size: float) -> None:
    """Points in which lines cross lie apart from each other and from named points, unless they are these."""
    known = list(places.values())
    for (a, b), (c, d) in combinations(figure.drawn, 2):
        crossing = _crossing(places[a], places[b], places[c], places[d])
        if crossing is not None:
            known.append(crossing)
    for one, other in combinations(known, 2):
        if _EQUAL < math.dist(one, other) < MIN_CROSSING_DISTANCE * size:
            raise Unfit("lines almost meet in a point")


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Return where two segments cross; None where they do not, or only touch at their ends."""
    ab, cd, ac = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1]), (c[0] - a[0], c[1] - a[1])
    turn = ab[0] * cd[1] - ab[1] * cd[0]
    if abs(turn) < _EQUAL:
        return None
    part = (ac[0] * cd[1] - ac[1] * cd[0]) / turn
    other = (ac[0] * ab[1] - ac[1] * ab[0]) / turn
    if not (_EQUAL < part < 1 - _EQUAL and _EQUAL < other < 1 - _EQUAL):
        return None
    return a[0] + part * ab[0], a[1] + part * ab[1]


def _distance(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from a segment."""
    dx, dy, x, y = b[0] - a[0], b[1] - a[1], point[0] - a[0], point[1] - a[1]
    part = (x * dx + y * dy) / (dx * dx + dy * dy)
    part = 0.0 if part < 0 else 1.0 if part > 1 else part
    return math.hypot(x - part * dx, y - part * dy)
