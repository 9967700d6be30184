"""A figure that a problem is posed about, while it is constructed.

A figure of caption scenes has whatever coordinates come; one of a problem has the numbers that textbooks
choose: whole lengths, or angles of whole degrees. No coordinates in roots give an angle of 40 degrees, so a
point may also be told by directions, which are exact: schemas/stem/plane_geometry_problems.py.
"""

from __future__ import annotations

import math
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import TypeVar

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry import exact
from vlcorpus.stages.stem.plane_geometry.exact import XY
from vlcorpus.stages.stem.surd import Number, Surd

NEAR = 1e-9  # floats of what is equal differ by less, those of what is not by far more
_VERTICES = ("ABCDEFGH", "ABCDEFGH", "ABCDEFGH", "PQRSTUVW", "KLMNPQRS", "DEFGHKLM")
_UNCLEAR = "IO"  # I looks like a line, O is a centre
ItemT = TypeVar("ItemT")
Ends = tuple[str, str]
Relation = tuple[str, ...]  # an operation with its arguments: ("parallel", "AB", "CD")


@dataclass(frozen=True, slots=True)
class Place:
    """A point: how it is told, where it is in floats; and exactly, if its coordinates have one root."""

    told: tuple[str, ...]
    at: Point
    xy: XY | None = None


@dataclass
class Step:
    """What one construction added: where nothing of it is needed, it is taken out again."""

    kind: str
    points: list[str] = field(default_factory=list)
    lines: list[Ends] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    circles: list[str] = field(default_factory=list)


@dataclass
class Sketch:
    random: Random
    letters: list[str]
    places: dict[str, Place] = field(default_factory=dict)
    circles: dict[str, list[str]] = field(default_factory=dict)  # by centre: the named points on it
    steps: list[Step] = field(default_factory=list)

    @classmethod
    def empty(cls, random: Random) -> Sketch:
        letters = random.choice(_VERTICES)
        rest = [letter for letter in string.ascii_uppercase if letter not in letters + _UNCLEAR]
        return cls(random, [*letters, *rest])

    def begin(self, kind: str) -> None:
        self.steps.append(Step(kind))

    def undo(self) -> None:
        """Take the last construction out."""
        step = self.steps.pop()
        for name in step.points:
            del self.places[name]
        self.letters = [*step.points, *self.letters]
        for center in step.circles:
            del self.circles[center]
        for on in self.circles.values():
            on[:] = [name for name in on if name not in step.points]

    # Points

    def at(self, x: Number | Surd, y: Number | Surd, *, name: str | None = None) -> str:
        return self.put(exact.xy(x, y), name=name)

    def put(self, xy: XY, *, name: str | None = None) -> str:
        return self._add(Place(("xy", str(xy.x), str(xy.y)), xy.floats, xy), name)

    def polar(self, center: str, radius: Number, degrees: Number, *, name: str | None = None) -> str:
        """Add the point that lies `radius` from another, in a direction of so many degrees."""
        turn = math.radians(degrees)
        x, y = self.places[center].at
        told = ("polar", center, str(radius), str(Fraction(degrees) % 360))
        return self._add(Place(told, (x + radius * math.cos(turn), y + radius * math.sin(turn))), name)

    def aim(self, a: str, degrees: Number, b: str, other: Number, *, name: str | None = None) -> str:
        """Add the point where the line from a in one direction meets the line from b in another."""
        (ax, ay), (bx, by) = self.places[a].at, self.places[b].at
        u, v = math.radians(degrees), math.radians(other)
        turn = math.sin(v - u)
        if abs(turn) < NEAR:
            raise Unfit("lines are parallel")
        along = ((bx - ax) * math.sin(v) - (by - ay) * math.cos(v)) / turn
        told = ("meet", a, str(Fraction(degrees) % 180), b, str(Fraction(other) % 180))
        return self._add(Place(told, (ax + along * math.cos(u), ay + along * math.sin(u))), name)

    def part(self, a: str, b: str, part: Fraction | int) -> str:
        """Add the point that lies `part` of the way from a to b."""
        p, q = self.places[a], self.places[b]
        if p.xy and q.xy:
            return self.put(exact.along(p.xy, q.xy, Fraction(part)))
        at = tuple(s + (t - s) * float(part) for s, t in zip(p.at, q.at, strict=True))
        return self._add(Place(("part", a, b, str(part)), (at[0], at[1])), None)

    def cross(self, a: str, b: str, c: str, d: str) -> str:
        """Add the point where line ab meets line cd."""
        places = [self.places[name].xy for name in (a, b, c, d)]
        if all(places):
            return self.put(exact.meet(*(xy for xy in places if xy)))
        return self.aim(a, self.direction(a, b), c, self.direction(c, d))

    def foot(self, point: str, a: str, b: str) -> str:
        places = [self.places[name].xy for name in (point, a, b)]
        if all(places):
            return self.put(exact.foot(*(xy for xy in places if xy)))
        along = self.direction(a, b)
        return self.aim(point, along + 90, a, along)

    def bisector_foot(self, corner: str, a: str, b: str) -> str:
        """Add the point where the bisector of a triangle's corner meets the opposite side."""
        places = [self.places[name].xy for name in (corner, a, b)]
        if all(places):
            p, q, r = (xy for xy in places if xy)
            return self.put(exact.meet(p, exact.incircle(p, q, r).center, q, r))
        first, second = self.direction(corner, a), self.direction(corner, b)
        turn = (second - first + 180) % 360 - 180
        return self.aim(corner, first + turn / 2, a, self.direction(a, b))

    def _add(self, place: Place, name: str | None) -> str:
        if any(math.dist(place.at, other.at) < NEAR for other in self.places.values()):
            raise Unfit("the point has a name")
        if name is None or name in self.places:
            name = next((letter for letter in self.letters if letter not in self.places), None)
        if name is None:
            raise Unfit("no letter is left")
        self.letters = [letter for letter in self.letters if letter != name]
        self.places[name] = place
        self.steps[-1].points.append(name)
        return name

    # What is drawn, and what holds by construction

    def draw(self, *paths: str) -> None:
        """Draw the segments from letter to letter: "ABCA" is a triangle."""
        for path in paths:
            self.steps[-1].lines += [(a, b) for a, b in pairwise(path) if not self.is_drawn(a, b)]

    def circle(self, center: str, *on: str) -> None:
        self.circles[center] = list(on)
        self.steps[-1].circles.append(center)

    def relate(self, operation: str, *arguments: str) -> None:
        self.steps[-1].relations.append((operation, *arguments))

    @property
    def lines(self) -> list[Ends]:
        return [line for step in self.steps for line in step.lines]

    @property
    def relations(self) -> list[Relation]:
        return [relation for step in self.steps for relation in step.relations]

    def radius(self, center: str) -> float:
        return math.dist(self.places[center].at, self.places[self.circles[center][0]].at)

    def on_line(self, line: Ends) -> list[str]:
        """Return the named points of a drawn segment, from one end to the other."""
        (px, py), (qx, qy) = (self.places[end].at for end in line)
        length = math.hypot(qx - px, qy - py)
        found = []
        for name, place in self.places.items():
            dx, dy = place.at[0] - px, place.at[1] - py
            along, off = (
                (dx * (qx - px) + dy * (qy - py)) / length,
                (dx * (qy - py) - dy * (qx - px)) / length,
            )
            if abs(off) < NEAR * length and -NEAR < along < length + NEAR:
                found.append((along, name))
        return [name for _, name in sorted(found)]

    def is_drawn(self, a: str, b: str) -> bool:
        return any({a, b} <= set(self.on_line(line)) for line in self.lines)

    # Measures

    def direction(self, a: str, b: str) -> Fraction:
        """Return the direction from a to b in degrees. Raises Unfit where they are not whole, or halves."""
        (px, py), (qx, qy) = self.places[a].at, self.places[b].at
        degrees = math.degrees(math.atan2(qy - py, qx - px))
        near = Fraction(round(degrees * 2), 2)
        if abs(degrees - float(near)) > NEAR:
            raise Unfit("a direction is not of whole degrees")
        return near

    def pick(self, items: Sequence[ItemT], why: str) -> ItemT:
        if not items:
            raise Unfit(why)
        return self.random.choice(items)


Construction = Callable[[Sketch], None]
