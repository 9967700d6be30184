"""A graph of motion: a quantity, its units, its axes, and bodies."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.kinematics.motion import Motion, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    quantity: str
    time_unit: str
    length_unit: str
    frame: Frame
    bodies: dict[str, Motion]
    steps: tuple[str, ...]

    def unit(self, quantity: str) -> str:
        """Return the unit of a quantity: `m/s²` of accelerations."""
        by_time = {"position": "", "velocity": f"/{self.time_unit}", "acceleration": f"/{self.time_unit}²"}
        return self.length_unit + by_time[quantity]

    def time(self, time: Fraction) -> str:
        return written(time, self.time_unit)

    def span(self, start: Fraction, end: Fraction) -> str:
        """Return `2-5 s`."""
        return f"{written(start, self.time_unit).split()[0]}-{self.time(end)}"

    def value(self, quantity: str, number: Fraction) -> str:
        return written(number, self.unit(quantity))

    @property
    def time_axis(self) -> Axis:
        return self.frame.x

    @property
    def value_axis(self) -> Axis:
        return self.frame.y
