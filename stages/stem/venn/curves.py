"""The closed curves of sets: circles and ellipses, turned or not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vlcorpus.schemas.scenes.path import Path, Point, arc

_STEPS = 96  # parts of a turn in which a crossing is looked for: curves that cross twice in one look tangent
_HALVINGS = 30


@dataclass(frozen=True)
class Curve:
    center: Point
    radii: Point
    turn: float = 0.0  # radians, counter-clockwise

    @cached_property
    def _axis(self) -> Point:
        return math.cos(self.turn), math.sin(self.turn)

    def at(self, angle: float) -> Point:
        """Return the point of the curve at an angle, counter-clockwise from its first axis."""
        (ux, uy), x, y = self._axis, self.radii[0] * math.cos(angle), self.radii[1] * math.sin(angle)
        return self.center[0] + ux * x - uy * y, self.center[1] + uy * x + ux * y

    def outward(self, angle: float) -> Point:
        """Return the direction, of length 1, that leads away from the curve at an angle."""
        (ux, uy), x, y = self._axis, math.cos(angle) / self.radii[0], math.sin(angle) / self.radii[1]
        length = math.hypot(x, y)
        return (ux * x - uy * y) / length, (uy * x + ux * y) / length

    def angle_of(self, point: Point) -> float:
        """Return the angle, 0 to a turn, at which a point of the curve lies."""
        x, y = self._own(*point)
        return math.atan2(y, x) % math.tau

    def depth(self, x: Any, y: Any) -> Any:
        """Return what is above 0 inside and below 0 outside; of numbers, or of arrays of them."""
        own_x, own_y = self._own(x, y)
        return 1 - own_x * own_x - own_y * own_y

    def distance(self, point: Point) -> float:
        """Return about how far a point is from the curve: the nearer it is, the better the number."""
        x, y = self._own(*point)
        slope = 2 * math.hypot(x / self.radii[0], y / self.radii[1])
        return abs(1 - x * x - y * y) / slope if slope else min(self.radii)

    def _own(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Return coordinates in which the curve is the circle of radius 1."""
        (ux, uy), dx, dy = self._axis, x - self.center[0], y - self.center[1]
        return (ux * dx + uy * dy) / self.radii[0], (ux * dy - uy * dx) / self.radii[1]

    def outline(self) -> Path:
        (ux, uy), (cx, cy) = self._axis, self.center
        return arc((0.0, 0.0), self.radii).moved(
            lambda p: (cx + ux * p[0] - uy * p[1], cy + uy * p[0] + ux * p[1])
        )

    @cached_property
    def samples(self) -> tuple[Point, ...]:
        return tuple(self.at(k * math.tau / _STEPS) for k in range(_STEPS))


def crossings(one: Curve, other: Curve) -> list[Point]:
    """Return the points in which two curves cross."""
    depths = [other.depth(*point) for point in one.samples]
    found = []
    for k in range(_STEPS):
        if (depths[k - 1] > 0) != (depths[k] > 0):
            low, high = (k - 1) * math.tau / _STEPS, k * math.tau / _STEPS
            for _ in range(_HALVINGS):
                half = (low + high) / 2
                low, high = (
                    (half, high) if (other.depth(*one.at(half)) > 0) == (depths[k - 1] > 0) else (low, half)
                )
            found.append(one.at(low))
    return found
