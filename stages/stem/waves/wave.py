"""Waves and standing waves, in exact numbers: what schemas/stem/waves.py tells of each."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vlcorpus.stages.stem.axes.frame import Axis

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Wave:
    """The curve amplitude · sin(2π (x - shift) / length), from one end of the axis to the other."""

    amplitude: Fraction
    length: Fraction  # wavelength, or period
    shift: Fraction
    color: str | None = None
    speed: Fraction | None = None  # written in the picture
    direction: str | None = None

    def near(self, x: float) -> float:
        return float(self.amplitude) * math.sin(math.tau * (x - float(self.shift)) / float(self.length))

    def quarter(self, x: Fraction) -> int | None:
        """Return how many quarters of a length x is from a zero where the curve rises; None between them."""
        quarters = (x - self.shift) / self.length * QUARTERS
        return quarters.numerator % QUARTERS if quarters.denominator == 1 else None

    def exactly(self, x: Fraction) -> Fraction | None:
        """Return the displacement at a multiple of a quarter; None elsewhere."""
        quarter = self.quarter(x)
        return None if quarter is None else (0, self.amplitude, 0, -self.amplitude)[quarter] + Fraction(0)

    def at_quarters(self, axis: Axis, *quarters: int) -> Iterator[Fraction]:
        """Yield the x strictly inside the axis that lie so many quarters from a rising zero, in order."""
        step = self.length / QUARTERS
        first = math.floor((axis.low - self.shift) / step) + 1
        n = first
        while (x := self.shift + n * step) < axis.high:
            if n % QUARTERS in quarters:
                yield x
            n += 1

    @property
    def period(self) -> Fraction | None:
        """Return the period of a snapshot's wave: it follows from the speed."""
        return None if self.speed is None else self.length / self.speed


@dataclass(frozen=True, slots=True)
class StandingWave:
    """What a string does between its ends, whose `loops` are quarters of a wave."""

    length: Fraction
    loops: int
    start: str  # fixed | free
    end: str

    @property
    def ends(self) -> str:
        if self.start != self.end:
            return "one fixed"
        return f"both {self.start}"

    @property
    def wavelength(self) -> Fraction:
        return self.length * QUARTERS / self.loops

    def places(self, what: str) -> list[Fraction]:
        """Return where the nodes are, or the antinodes, from the left."""
        first = 0 if (what == "node") == (self.start == "fixed") else 1
        return [self.length * n / self.loops for n in range(first, self.loops + 1, 2)]

    def swing(self, x: float) -> float:
        """Return by which part of the greatest swing the string swings at x, with its sign."""
        angle = math.tau * x / float(self.wavelength)
        return math.sin(angle) if self.start == "fixed" else math.cos(angle)
