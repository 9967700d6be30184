"""Where in the picture of a polyhedron what is."""

from __future__ import annotations

from collections.abc import Sequence

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.solid_geometry.polyhedron import Polyhedron
from vlcorpus.stages.verify.solid_geometry.space import Vector, added, dot

Place = tuple[float, float]


def vertex(solid: Polyhedron, a: str) -> Place:
    if a not in solid.vertices:
        raise Unknown(f"there is no vertex {a!r}")
    return _mean(solid, [solid.vertices[a]])


def point(solid: Polyhedron, m: str) -> Place:
    if m not in solid.points:
        raise Unknown(f"there is no point {m!r}")
    return _mean(solid, [solid.points[m]])


def halfway(solid: Polyhedron, name: str) -> Place:
    return _mean(solid, solid.way(name))


def face_middle(solid: Polyhedron, face: str) -> Place:
    return _mean(solid, [solid.vertices[name] for name in solid.face(face)])


def solid_center(solid: Polyhedron, what: str) -> Place:
    if what != "solid":
        raise Unknown(f"nothing says what {what!r} is")
    return _mean(solid, list(solid.vertices.values()))


def _mean(solid: Polyhedron, places: Sequence[Vector]) -> Place:
    total = added(places)
    return float(dot(solid.across, total)) / len(places), float(dot(solid.up, total)) / len(places)
