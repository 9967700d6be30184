"""A figure as things to be drawn: areas, lines, circles, marks, points."""

from __future__ import annotations

import math
from collections.abc import Iterator

from vlcorpus.schemas.scenes.path import Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.plane_geometry.figure import Figure
from vlcorpus.stages.stem.plane_geometry.marks import arcs, square, ticks


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
        path = square([places[name] for name in corner], size)
        yield Thing(f"right angle {''.join(corner)}", "right angle mark", (Shape(Role.MARK, path),))
    for corner, count in figure.arcs:
        paths = arcs([places[name] for name in corner], count, size)
        shapes = tuple(Shape(Role.MARK, path) for path in paths)
        yield Thing(f"angle {''.join(corner)}", "angle mark", shapes)
    for (a, b), count in figure.ticks:
        shapes = tuple(Shape(Role.MARK, path) for path in ticks((places[a], places[b]), count, size))
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


def _size(figure: Figure, places: dict[str, Point]) -> float:
    radii = [2 * circle.radius for circle in figure.circles.values()]
    xs, ys = zip(*places.values(), strict=True)
    return max(max(xs) - min(xs), max(ys) - min(ys), *radii)
