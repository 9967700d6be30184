"""A figure as things to be drawn: areas, lines, circles, marks, points."""

from __future__ import annotations

import math
from collections.abc import Iterator

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.plane_geometry.figure import Corner, Ends, Figure

# Of the size of the figure.
_SQUARE = 0.035
_ARC, _ARC_STEP = 0.07, 0.018
_TICK, _TICK_STEP = 0.022, 0.016


def things(figure: Figure) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted: lines first, points last."""
    places = {name: point.floats for name, point in figure.points.items()}
    size = _size(figure, places)
    return (
        *_lines(figure, places),
        *_circles(figure),
        *_marks(figure, places, size),
        *_points(figure, places),
    )


def _lines(figure: Figure, places: dict[str, Point]) -> Iterator[Thing]:
    helpers = set(figure.helpers)
    for a, b in figure.drawn:
        role = Role.HELPER if (a, b) in helpers else Role.LINE
        yield Thing(f"segment {a}{b}", "segment", (Shape(role, polyline([places[a], places[b]])),))


def _circles(figure: Figure) -> Iterator[Thing]:
    for name, circle in figure.circles.items():
        yield Thing(name, "circle", (Shape(Role.LINE, arc(circle.center.floats, circle.radius)),))


def _marks(figure: Figure, places: dict[str, Point], size: float) -> Iterator[Thing]:
    for corner in figure.right_marks:
        arm, vertex, other = (places[name] for name in corner)
        path = _square(arm, vertex, other, _SQUARE * size)
        yield Thing(f"right angle {''.join(corner)}", "right angle mark", (Shape(Role.MARK, path),))
    for corner, count in figure.arcs:
        arcs = [_arc(corner, places, (_ARC + n * _ARC_STEP) * size) for n in range(count)]
        shapes = tuple(Shape(Role.MARK, path) for path in arcs)
        yield Thing(f"angle {''.join(corner)}", "angle mark", shapes)
    for (a, b), count in figure.ticks:
        shapes = tuple(Shape(Role.MARK, path) for path in _ticks((a, b), count, places, size))
        yield Thing(f"ticks {a}{b}", "tick mark", shapes)


def _points(figure: Figure, places: dict[str, Point]) -> Iterator[Thing]:
    for name, place in places.items():
        tag = Tag(name, place, _crowd(name, figure, places))
        yield Thing(f"point {name}", "point", (Dot(place),), (tag,))


def _crowd(name: str, figure: Figure, places: dict[str, Point]) -> Point:
    """Return where the lines of a point go: its label stands on the other side."""
    x, y = places[name]
    ends = [b if a == name else a for a, b in figure.drawn if name in (a, b)]
    ends = ends or [other for other in places if other != name]
    pulls = [(places[end][0] - x, places[end][1] - y) for end in ends]
    pull_x = sum(dx / math.hypot(dx, dy) for dx, dy in pulls)
    pull_y = sum(dy / math.hypot(dx, dy) for dx, dy in pulls)
    return x + pull_x, y + pull_y


def _square(arm: Point, vertex: Point, other: Point, side: float) -> Path:
    u, v = _toward(vertex, arm, side), _toward(vertex, other, side)
    far = (u[0] + v[0] - vertex[0], u[1] + v[1] - vertex[1])
    return polyline([u, far, v])


def _arc(corner: Corner, places: dict[str, Point], radius: float) -> Path:
    arm, vertex, other = (places[name] for name in corner)
    start = math.atan2(arm[1] - vertex[1], arm[0] - vertex[0])
    end = math.atan2(other[1] - vertex[1], other[0] - vertex[0])
    sweep = (end - start + math.pi) % math.tau - math.pi
    return arc(vertex, radius, start, sweep)


def _ticks(ends: Ends, count: int, places: dict[str, Point], size: float) -> Iterator[Path]:
    (ax, ay), (bx, by) = (places[name] for name in ends)
    length = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    for n in range(count):
        off = (n - (count - 1) / 2) * _TICK_STEP * size
        x, y = (ax + bx) / 2 + off * ux, (ay + by) / 2 + off * uy
        dx, dy = -uy * _TICK * size, ux * _TICK * size
        yield polyline([(x - dx, y - dy), (x + dx, y + dy)])


def _toward(start: Point, end: Point, length: float) -> Point:
    part = length / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _size(figure: Figure, places: dict[str, Point]) -> float:
    radii = [2 * circle.radius for circle in figure.circles.values()]
    xs, ys = zip(*places.values(), strict=True)
    return max(max(xs) - min(xs), max(ys) - min(ys), *radii)
