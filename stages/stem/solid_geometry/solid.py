"""A convex polyhedron while it is composed: vertices, faces, and what is drawn in it."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from random import Random
from typing import TypeVar

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.space import (
    Number,
    Vector,
    View,
    cross,
    dot,
    is_zero,
    minus,
    times,
    total,
    whole,
)

_UNCLEAR = "I"  # it looks like a line
ChoiceT = TypeVar("ChoiceT")


@dataclass(frozen=True)
class Shell:
    """What a solid is bounded by: its faces, by the letters of their vertices once round."""

    kind: str
    vertices: dict[str, Vector]
    faces: tuple[str, ...]

    @cached_property
    def edges(self) -> dict[str, tuple[str, ...]]:
        """Return the edges, their letters in the order of the alphabet, each with its two faces."""
        found: dict[str, tuple[str, ...]] = {}
        for face in self.faces:
            for n in range(len(face)):
                edge = named(face[n - 1], face[n])
                found[edge] = (*found.get(edge, ()), face)
        return found

    @cached_property
    def normals(self) -> dict[str, Vector]:
        """Return a vector at right angles to each face, outwards."""
        middle, n = total(self.vertices.values()), len(self.vertices)  # n times as far as it is
        found = {}
        for face in self.faces:
            a, b, c = (self.vertices[letter] for letter in face[:3])
            normal = whole(cross(minus(b, a), minus(c, a)))
            outward = dot(normal, minus(times(a, n), middle)) > 0
            found[face] = normal if outward else minus((0, 0, 0), normal)
        return found

    def offset(self, face: str, point: Vector) -> Number:
        """Return how far a point lies before a face, in units of its normal; 0 on its plane."""
        return dot(self.normals[face], minus(point, self.vertices[face[0]]))

    def faces_at(self, point: Vector) -> list[str]:
        """Return the faces on which a point of the solid lies."""
        return [face for face in self.faces if self.offset(face, point) == 0]


@dataclass
class Solid:
    """What additions change."""

    random: Random
    shell: Shell
    view: View
    points: dict[str, Vector] = field(default_factory=dict)
    segments: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    lengths: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def copy(self) -> Solid:
        """Return one that can be added to while this one stays. Both draw from one random stream."""
        return replace(
            self,
            points=self.points.copy(),
            segments=self.segments.copy(),
            sections=self.sections.copy(),
            lengths=self.lengths.copy(),
            steps=self.steps.copy(),
        )

    @property
    def places(self) -> dict[str, Vector]:
        """Return all named points, vertices first."""
        return self.shell.vertices | self.points

    @property
    def lines(self) -> list[str]:
        """Return all lines that are drawn: edges, segments, sides of sections."""
        sides = (named(s[n - 1], s[n]) for s in self.sections for n in range(len(s)))
        return list(dict.fromkeys([*self.shell.edges, *self.segments, *sides]))

    def is_seen(self, face: str) -> bool:
        if self.view.eye is not None:
            return self.shell.offset(face, self.view.eye) > 0
        return dot(self.shell.normals[face], self.view.sight) < 0

    def is_hidden(self, line: str) -> bool:
        """Tell whether no face that is seen holds the line."""
        return not any(map(self.is_seen, self.faces_with(line)))

    def faces_with(self, line: str) -> Sequence[str]:
        """Return the faces in which a line lies."""
        if line in self.shell.edges:
            return self.shell.edges[line]
        a, b = (self.shell.faces_at(self.places[letter]) for letter in line)
        return [face for face in a if face in b]

    def direction(self, line: str) -> Vector:
        return minus(self.places[line[1]], self.places[line[0]])

    def name(self, point: Vector, letters: str = "MNKLPQRTUVWXYZ" + string.ascii_uppercase) -> str:
        """Return the letter of a point; one that has none gets one."""
        for letter, place in self.places.items():
            if place == point:
                return letter
        letter = next(one for one in letters if one not in self.places and one not in _UNCLEAR)
        self.points[letter] = point
        return letter

    def draw(self, a: str, b: str) -> str:
        """Draw a segment. Raises Unfit where it lies in one that is drawn, or holds one."""
        line = named(a, b)
        for other in self.lines:
            if all(is_zero(cross(self.direction(line), self._from(line, end))) for end in other):
                raise Unfit("the segment lies along another line")
        self.segments.append(line)
        return line

    def pick(self, choices: Sequence[ChoiceT], why: str) -> ChoiceT:
        """Return one of them. Raises Unfit where there is none, and says why."""
        if not choices:
            raise Unfit(why)
        return self.random.choice(choices)

    def diagonals(self, *, in_faces: bool) -> list[str]:
        """Return pairs of vertices that no edge joins: those of one face, or those of none."""
        return [
            a + b
            for a, b in combinations(sorted(self.shell.vertices), 2)
            if a + b not in self.shell.edges
            and any(a in face and b in face for face in self.shell.faces) == in_faces
        ]

    def _from(self, line: str, letter: str) -> Vector:
        return minus(self.places[letter], self.places[line[0]])


def named(a: str, b: str) -> str:
    """Return the name of the line between two points, its letters in the order of the alphabet."""
    return min(a, b) + max(a, b)
