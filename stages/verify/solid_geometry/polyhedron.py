"""The truth of a polyhedron, opened: its corners, faces, edges, and what else is drawn in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.radicals import ZERO
from vlcorpus.stages.verify.solid_geometry.space import (
    Vector,
    dot,
    is_zero,
    read_vector,
    twice_area,
)


@dataclass(frozen=True)
class Polyhedron:
    vertices: Mapping[str, Vector]
    faces: tuple[str, ...]  # `ABCD`
    points: Mapping[str, Vector]
    segments: frozenset[frozenset[str]]
    sections: tuple[str, ...]
    across: Vector
    up: Vector
    sight: Vector
    eye: Vector | None = None  # of a view in perspective

    @cached_property
    def edges(self) -> frozenset[frozenset[str]]:
        return frozenset(edge for face in self.faces for edge in outline(face))

    @cached_property
    def normals(self) -> Mapping[str, Vector]:
        """Of each face the direction that looks out of the solid: no vertex lies on that side."""
        found = {}
        for face in self.faces:
            corners = [self.vertices[name] for name in face]
            normal = twice_area(corners)
            sides = {dot(normal, corners[0].to(other)).sign() for other in self.vertices.values()} - {0}
            if is_zero(normal) or len(sides) != 1:
                raise Contradiction(f"{face} is no face of a convex solid")
            if sides == {1}:
                normal = Vector(-normal.x, -normal.y, -normal.z)
            found[face] = normal
        return found

    def place(self, name: str) -> Vector:
        if name in self.vertices:
            return self.vertices[name]
        if name in self.points:
            return self.points[name]
        raise Unknown(f"there is no point {name!r}")

    def face(self, name: str) -> str:
        if name not in self.faces:
            raise Unknown(f"there is no face {name!r}")
        return name

    def way(self, name: str) -> tuple[Vector, Vector]:
        """Return the ends of an edge, a segment or a side of a section. Raises Unknown for no such."""
        sides = {side for section in self.sections for side in outline(section)}
        if len(name) != 2 or frozenset(name) not in self.edges | self.segments | sides:
            raise Unknown(f"{name!r} is not drawn")
        return self.place(name[0]), self.place(name[1])

    def direction(self, name: str) -> Vector:
        start, end = self.way(name)
        return start.to(end)

    def faces_at(self, edge: frozenset[str]) -> list[str]:
        return [face for face in self.faces if edge in outline(face)]

    def is_seen(self, face: str) -> bool:
        """Raises Unknown for a face that is seen as a line."""
        sight = self.sight if self.eye is None else self.eye.to(self.vertices[face[0]])
        towards = dot(self.normals[face], sight).sign()
        if not towards:
            raise Unknown(f"{face} is seen from its side")
        return towards < 0


def outline(corners: str) -> list[frozenset[str]]:
    return [frozenset((corners[k - 1], name)) for k, name in enumerate(corners)]


def read_polyhedron(truth: Mapping[str, Any]) -> Polyhedron:
    """Raises Contradiction for what is no convex solid."""
    try:
        view = truth["view"]
        solid = Polyhedron(
            vertices={name: read_vector(at) for name, at in truth["vertices"].items()},
            faces=tuple("".join(face) for face in truth["faces"]),
            points={name: read_vector(at) for name, at in truth.get("points", {}).items()},
            segments=frozenset(map(frozenset, truth.get("segments", []))),
            sections=tuple("".join(section) for section in truth.get("sections", [])),
            across=read_vector(view["across"]),
            up=read_vector(view["up"]),
            sight=read_vector(view["sight"]),
            eye=read_vector(view["eye"]) if "eye" in view else None,
        )
        _must_be_possible(solid)
    except (KeyError, TypeError, ValueError, AttributeError, Unknown) as error:
        raise Contradiction(f"no solid: {error!r}") from error
    return solid


def _must_be_possible(solid: Polyhedron) -> None:
    names = [*solid.vertices, *solid.points]
    if len(set(names)) < len(names) or any(len(name) != 1 for name in names):
        raise ValueError("a point is not named by a letter of its own")
    if any(len(set(face)) < max(3, len(face)) for face in (*solid.faces, *solid.sections)):
        raise ValueError("a face or a section has too few corners")
    if any(len(segment) != 2 for segment in solid.segments):
        raise ValueError("a segment has not two ends")
    for name in {name for group in (*solid.segments, *solid.sections) for name in group}:
        solid.place(name)
    if dot(solid.across, solid.sight) or dot(solid.up, solid.sight):
        raise ValueError("the picture is not upright on the line of sight")
    _must_lie_before_the_eye(solid)
    for face, normal in solid.normals.items():
        start = solid.vertices[face[0]]
        if any(dot(normal, start.to(solid.vertices[name])) for name in face):
            raise ValueError(f"{face} is not flat")
        inside = [p for p in solid.points.values() if dot(normal, start.to(p)).sign() > 0]
        if inside:
            raise ValueError("a named point lies outside of the solid")
    if any(len(solid.faces_at(edge)) != 2 for edge in solid.edges):
        raise ValueError("an edge is not that of two faces")
    for section in solid.sections:
        corners = [solid.place(name) for name in section]
        if any(dot(twice_area(corners), corners[0].to(corner)) for corner in corners):
            raise ValueError(f"{section} is not flat")


def _must_lie_before_the_eye(solid: Polyhedron) -> None:
    """The plane that the picture is in, through the origin, lies before the eye too."""
    if solid.eye is None:
        return
    for at in (*solid.vertices.values(), Vector(ZERO, ZERO, ZERO)):
        if dot(solid.sight, solid.eye.to(at)).sign() <= 0:
            raise ValueError("a vertex, or the picture, does not lie before the eye")
