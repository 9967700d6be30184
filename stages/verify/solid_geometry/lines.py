"""What can be said of edges and segments of a polyhedron: how they lie, how long they are."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import write_number
from vlcorpus.stages.verify.solid_geometry.polyhedron import Polyhedron
from vlcorpus.stages.verify.solid_geometry.space import (
    added,
    are_parallel,
    cross,
    dot,
    is_zero,
    square,
)
from vlcorpus.stages.verify.solid_geometry.space import (
    length as length_of,
)


def lines(solid: Polyhedron, one: str, other: str) -> str:
    (a, b), (c, d) = solid.way(one), solid.way(other)
    first, second = a.to(b), c.to(d)
    if are_parallel(first, second):
        if is_zero(cross(first, a.to(c))):
            raise Unknown(f"{one} and {other} lie on one line")
        return "parallel"
    return "skew" if dot(cross(first, second), a.to(c)) else "intersecting"


def perpendicular(solid: Polyhedron, one: str, other: str) -> str:
    if lines(solid, one, other) != "intersecting":
        raise Unknown(f"the lines {one} and {other} do not meet")
    return truth_value(not dot(solid.direction(one), solid.direction(other)))


def equal(solid: Polyhedron, one: str, other: str) -> str:
    return truth_value(square(solid.direction(one)) == square(solid.direction(other)))


def longer(solid: Polyhedron, one: str, other: str) -> str:
    difference = (square(solid.direction(one)) - square(solid.direction(other))).sign()
    if not difference:
        raise Unknown(f"{one} and {other} are equally long")
    return one if difference > 0 else other


def length(solid: Polyhedron, name: str) -> str:
    return write_number(length_of(solid.direction(name)))


def midpoint(solid: Polyhedron, name: str) -> str:
    doubled = added(solid.way(name))
    found = [point for point, at in solid.points.items() if added([at, at]) == doubled]
    if len(found) != 1:
        raise Unknown(f"{len(found)} named points halve {name}")
    return found[0]


def on_face(solid: Polyhedron, point: str, face: str) -> str:
    """A point of the solid that lies in a face's plane lies in the face."""
    if point not in solid.points:
        raise Unknown(f"there is no such point {point!r}")
    start = solid.vertices[solid.face(face)[0]]
    return truth_value(not dot(solid.normals[face], start.to(solid.points[point])))


def face_parallel(solid: Polyhedron, name: str, face: str) -> str:
    """What lies in the face's plane is not called parallel to it."""
    start, end = solid.way(name)
    normal, corner = solid.normals[solid.face(face)], solid.vertices[face[0]]
    return truth_value(not dot(normal, start.to(end)) and bool(dot(normal, corner.to(start))))


def face_perpendicular(solid: Polyhedron, name: str, face: str) -> str:
    return truth_value(are_parallel(solid.normals[solid.face(face)], solid.direction(name)))
