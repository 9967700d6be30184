"""A polyhedron as things to be drawn: lines, dashed where they are hidden, and its points."""

from __future__ import annotations

from collections.abc import Iterator

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.solid_geometry.lengths import length_of
from vlcorpus.stages.stem.solid_geometry.solid import Solid
from vlcorpus.stages.stem.solid_geometry.space import mean


def things(solid: Solid) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted: hidden lines first, points last."""
    places = {name: solid.view.drawn(point) for name, point in solid.places.items()}
    middle = solid.view.drawn(mean(solid.shell.vertices.values()))
    lines = sorted(solid.lines, key=lambda line: not solid.is_hidden(line))
    return (*_lines(solid, lines, places, middle), *_points(solid, places, middle))


def _lines(solid: Solid, lines: list[str], places: dict[str, Point], middle: Point) -> Iterator[Thing]:
    for line in lines:
        ends = [places[letter] for letter in line]
        role = Role.DASHED if solid.is_hidden(line) else Role.LINE
        half = ((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
        tags = (Tag(str(length_of(solid, line)), half, middle),) if line in solid.lengths else ()
        yield Thing(f"segment {line}", "segment", (Shape(role, polyline(ends)),), tags)


def _points(solid: Solid, places: dict[str, Point], middle: Point) -> Iterator[Thing]:
    for name, place in places.items():
        kind = "point" if name in solid.points else "vertex"
        yield Thing(f"{kind} {name}", kind, (Dot(place),), (Tag(name, place, middle),))
