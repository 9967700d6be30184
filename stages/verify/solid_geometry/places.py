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
    if solid.eye is not None:
        return _seen_from(solid.eye, solid, solid.vertices[a])
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


def _seen_from(eye: Vector, solid: Polyhedron, at: Vector) -> Place:
    way = eye.to(at)
    to_origin = Vector(-eye.x, -eye.y, -eye.z)
    scale = float(dot(solid.sight, to_origin)) / float(dot(solid.sight, way))
    return scale * float(dot(solid.across, way)), scale * float(dot(solid.up, way))


def _mean(solid: Polyhedron, places: Sequence[Vector]) -> Place:
    """Raises Unknown in perspective, where nobody sees where a middle is."""
    if solid.eye is not None:
        raise Unknown("only vertices are places in perspective")
    total = added(places)
    return float(dot(solid.across, total)) / len(places), float(dot(solid.up, total)) / len(places)
