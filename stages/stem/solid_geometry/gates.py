"""Drawings of solids that mislead are thrown away: what is apart in space must be so in the image."""

from __future__ import annotations

import math
from itertools import combinations

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.segments import off_segment
from vlcorpus.stages.stem.solid_geometry.solid import Solid
from vlcorpus.stages.stem.solid_geometry.space import cross, is_zero

# Of the size of the drawing.
MIN_POINT_DISTANCE = 0.075
MIN_LINE_DISTANCE = 0.03
MIN_ANGLE_DEG = 7.5  # between lines that meet in the image but for their common end
MAX_POINTS = 13
MAX_LINES = 24


def check(solid: Solid) -> None:
    """Raise Unfit where the drawing is ambiguous to the eye."""
    if solid.view.eye is not None and any(
        not solid.shell.offset(f, solid.view.eye) for f in solid.shell.faces
    ):
        raise Unfit("a face is seen as a line")
    places = {name: solid.view.drawn(point) for name, point in solid.places.items()}
    if len(places) > MAX_POINTS or len(solid.lines) > MAX_LINES:
        raise Unfit("there is too much in the solid")
    xs, ys = zip(*places.values(), strict=True)
    size = max(max(xs) - min(xs), max(ys) - min(ys))
    for one, other in combinations(places.values(), 2):
        if math.dist(one, other) < MIN_POINT_DISTANCE * size:
            raise Unfit("points are near each other")
    for line in solid.lines:
        _check_line(solid, line, places, size)
    for line in solid.lengths:
        if any(_lies_on(solid, name, line) for name in solid.points):
            raise Unfit("a point divides what a length is written of")


def _check_line(solid: Solid, line: str, places: dict[str, Point], size: float) -> None:
    a, b = places[line[0]], places[line[1]]
    for name, place in places.items():
        is_near = name not in line and off_segment(place, a, b) < MIN_LINE_DISTANCE * size
        if is_near and not _lies_on(solid, name, line):
            raise Unfit("a point is near a line")
    for other in solid.lines:
        shared = set(line) & set(other)
        if line >= other or not shared:
            continue
        c, d = places[other[0]], places[other[1]]
        turn = _turn_deg((b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1]))
        if turn < MIN_ANGLE_DEG and not _lies_on(solid, (set(other) - shared).pop(), line):
            raise Unfit("lines are almost one in the image")


def _lies_on(solid: Solid, name: str, line: str) -> bool:
    """Tell whether a point lies on the line of two others in space."""
    start = solid.places[line[0]]
    x, y, z = solid.places[name]
    return is_zero(cross(solid.direction(line), (x - start[0], y - start[1], z - start[2])))


def _turn_deg(u: Point, v: Point) -> float:
    return math.degrees(math.atan2(abs(u[0] * v[1] - u[1] * v[0]), abs(u[0] * v[0] + u[1] * v[1])))
