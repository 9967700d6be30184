"""One round body with an upright axis, in whole units."""

from __future__ import annotations

from dataclasses import dataclass

GROUND = "ground"


@dataclass(frozen=True)
class Body:
    kind: str
    radius: int  # of the base, or of the sphere
    height: int
    at: tuple[int, int]  # x of the axis, height of the lowest point
    on: str  # the body below, or the ground
    top_radius: int = 0
    measures: tuple[str, ...] = ()  # what of it is written: radius, height, top_radius

    @property
    def top(self) -> int:
        return self.at[1] + self.height
