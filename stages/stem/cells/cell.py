"""A cell while it is composed: parts with their places, none on another, and letters for some of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit

FLAGELLUM = 420.0  # its length
_TRIES = 60
_APART = 20.0  # least distance of the outlines of two parts


@dataclass(frozen=True, slots=True)
class Part:
    """A part; `radius` is that of the circle that holds all of it, 0 for a layer."""

    kind: str
    at: tuple[int, int]
    radius: float
    turn: float = 0.0  # radians


@dataclass
class Cell:
    """Half axes of the outline about (0, 0), what is in it, and the letters of parts, by their indices."""

    random: Random
    kind: str
    half: tuple[float, float]
    squareness: float  # 2 for an ellipse, more for a box with round corners
    parts: list[Part] = field(default_factory=list)
    labels: dict[str, int] = field(default_factory=dict)
    letters_at: dict[int, Point] = field(default_factory=dict)  # where the lines of letters begin, by parts
    steps: list[str] = field(default_factory=list)

    def edge(self, angle: float, inset: float = 0.0) -> Point:
        """Return the point of the outline in a direction, `inset` within it: a superellipse."""
        a, b = self.half[0] - inset, self.half[1] - inset
        c, s = math.cos(angle), math.sin(angle)
        r = (abs(c / a) ** self.squareness + abs(s / b) ** self.squareness) ** (-1 / self.squareness)
        return r * c, r * s

    def holds(self, at: Point, margin: float) -> bool:
        """Say whether a circle about a place lies inside the outline."""
        a, b = self.half[0] - margin, self.half[1] - margin
        return abs(at[0] / a) ** self.squareness + abs(at[1] / b) ** self.squareness < 1

    def is_free(self, at: Point, radius: float) -> bool:
        """Say whether a circle about a place is off all parts."""
        return all(
            math.dist(at, part.at) > radius + part.radius + _APART for part in self.parts if part.radius
        )

    def put(self, kind: str, radius: float, *, inset: float, turned: bool = True) -> None:
        """Put a part at a free place. Raises Unfit where none is found."""
        for _ in range(_TRIES):
            x, y = (self.random.uniform(-half, half) for half in self.half)
            at = round(x), round(y)
            if self.holds(at, inset + radius) and self.is_free(at, radius):
                self.parts.append(Part(kind, at, radius, self.random.uniform(0, math.pi) if turned else 0.0))
                return
        raise Unfit(f"no room for a {kind}")

    def add_layer(self, kind: str, inset: float) -> None:
        """Add what goes round the cell; its point is found where a letter wants it."""
        x, y = self.edge(self.random.uniform(0, math.tau), inset)
        self.parts.append(Part(kind, (round(x), round(y)), 0.0))
