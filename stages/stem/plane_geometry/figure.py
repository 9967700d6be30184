"""A plane figure while it is constructed: points with names, and what is drawn through them."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from random import Random
from typing import TypeVar

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import XY, Circle, is_between

# The letters that textbooks take for vertices, for centres, and for what is added.
_VERTICES = ("ABCDEFGH", "PQRSTUVW", "KLMNPQRS", "XYZWUVST", "DEFGHKLM")
_CENTERS = "OQ"
_UNCLEAR = "IO"  # I looks like a line, O is a centre
ChoiceT = TypeVar("ChoiceT")
Ends = tuple[str, str]
Corner = tuple[str, str, str]  # an arm, the vertex, an arm


@dataclass
class Figure:
    """What additions change. Order matters: what is drawn first lies below."""

    random: Random
    letters: list[str]  # not yet taken, in the order in which they are
    points: dict[str, XY] = field(default_factory=dict)
    polygons: list[tuple[str, ...]] = field(default_factory=list)  # drawn as areas with their sides
    segments: list[Ends] = field(default_factory=list)
    helpers: list[Ends] = field(default_factory=list)  # drawn as what was added
    circles: dict[str, Circle] = field(default_factory=dict)  # by the name that claims use: `circle O`
    centers: dict[str, str] = field(default_factory=dict)  # which point is a drawn circle's centre
    right_marks: list[Corner] = field(default_factory=list)
    arcs: list[tuple[Corner, int]] = field(default_factory=list)  # angles marked with so many arcs
    ticks: list[tuple[Ends, int]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)  # kinds of constructions, in their order

    @classmethod
    def empty(cls, random: Random) -> Figure:
        letters = random.choice(_VERTICES)
        rest = [letter for letter in string.ascii_uppercase if letter not in letters + _UNCLEAR]
        return cls(random, [*letters, *rest])

    def copy(self) -> Figure:
        """Return one that can be added to while this one stays. Both draw from one random stream."""
        grown = {f.name: getattr(self, f.name).copy() for f in fields(self) if f.name != "random"}
        return replace(self, **grown)

    def add(self, point: XY, *, center: bool = False) -> str:
        """Name a point. Raises Unfit where there is one already: two names for a point confuse."""
        if point in self.points.values():
            raise Unfit("the point has a name")
        wanted = [*_CENTERS, *self.letters] if center else self.letters
        name = next((letter for letter in wanted if letter not in self.points), None)
        if name is None:
            raise Unfit("no letter is left")
        self.letters = [letter for letter in self.letters if letter != name]
        self.points[name] = point
        return name

    def draw(self, a: str, b: str, *, helper: bool = False) -> None:
        """Draw a segment. Raises Unfit where it lies in one that is drawn, or holds one."""
        for c, d in self.drawn:
            ends = [self.points[name] for name in (a, b, c, d)]
            if is_between(ends[0], ends[2], ends[3]) and is_between(ends[1], ends[2], ends[3]):
                raise Unfit("the segment is drawn already")
            if is_between(ends[2], ends[0], ends[1]) and is_between(ends[3], ends[0], ends[1]):
                raise Unfit("the segment covers another")
        (self.helpers if helper else self.segments).append((a, b))

    @property
    def drawn(self) -> list[Ends]:
        """Return all segments that are seen: sides of polygons, and those between points."""
        sides = [(polygon[n - 1], polygon[n]) for polygon in self.polygons for n in range(len(polygon))]
        return sides + self.segments + self.helpers

    def is_drawn(self, a: str, b: str) -> bool:
        """Tell whether the segment from a to b is seen, alone or as part of a longer one."""
        p, q = self.points[a], self.points[b]
        return any(
            is_between(p, self.points[c], self.points[d]) and is_between(q, self.points[c], self.points[d])
            for c, d in self.drawn
        )

    def triangles(self) -> list[tuple[str, ...]]:
        return [polygon for polygon in self.polygons if len(polygon) == 3]

    def pick(self, choices: Sequence[ChoiceT], why: str) -> ChoiceT:
        """Return one of them. Raises Unfit where there is none, and says why."""
        if not choices:
            raise Unfit(why)
        return self.random.choice(choices)
