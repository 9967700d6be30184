"""A diagram of sets: curves with letters, the regions that they make, and what these hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.stages.stem.venn.curves import Curve

Place = tuple[int, int]


@dataclass
class Diagram:
    curves: dict[str, Curve]  # by the letters of their sets
    letters_at: dict[str, Point]  # where they stand, the universe's too
    regions: dict[str, Place]  # a place deep inside of each
    universe: str = ""
    frame: tuple[Point, Point] | None = None  # corners of the universe: lower left, upper right
    content: str = ""
    elements: dict[str, list[str]] = field(default_factory=dict)
    spots: dict[str, Place] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    shaded: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    @property
    def sets(self) -> tuple[str, ...]:
        return tuple(self.curves)

    def size(self, region: str) -> int:
        """Return how many elements are in a region."""
        return self.counts[region] if self.counts else len(self.elements[region])

    def truth(self) -> dict[str, Any]:
        """Return what schemas/stem/venn.py describes."""
        return {
            "sets": list(self.curves),
            "universe": self.universe,
            "regions": {region: _written(place) for region, place in self.regions.items()},
            "content": self.content,
            "elements": {region: list(names) for region, names in self.elements.items()},
            "spots": {name: _written(place) for name, place in self.spots.items()},
            "counts": dict(self.counts),
            "shaded": list(self.shaded),
        }


def _written(place: Place) -> list[str]:
    return [str(place[0]), str(place[1])]
