"""A system of two axes: which numbers they show, and where a pair of numbers lies in the scene."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.stages.stem.axes.numbers import steps


@dataclass(frozen=True)
class Axis:
    """The numbers from `low` to `high`; grid lines and ticks are `step` apart, from a multiple of it."""

    low: Fraction
    high: Fraction
    step: Fraction
    labels: tuple[tuple[Fraction, str], ...] = ()  # ticks with a text
    name: str = ""

    @cached_property
    def ticks(self) -> tuple[Fraction, ...]:
        return tuple(steps(-(-self.low // self.step) * self.step, self.high, self.step))

    def holds(self, number: float | Fraction) -> bool:
        return self.low <= number <= self.high

    def part(self, number: float | Fraction) -> float:
        """Return where a number lies on the axis: 0 is its low end, 1 its high end."""
        low, high = self._ends
        return (float(number) - low) / (high - low)

    @cached_property
    def _ends(self) -> tuple[float, float]:
        return float(self.low), float(self.high)


@dataclass(frozen=True, slots=True)
class Frame:
    """Two axes; the part of the plane that they show has `width` and `height` in units of the scene.

    Its lower left corner is the scene's (0, 0).
    """

    x: Axis
    y: Axis
    width: float
    height: float

    def at(self, x: float | Fraction, y: float | Fraction) -> Point:
        """Return where the pair of numbers lies in the scene."""
        return self.x.part(x) * self.width, self.y.part(y) * self.height

    def holds(self, x: float | Fraction, y: float | Fraction) -> bool:
        return self.x.holds(x) and self.y.holds(y)
