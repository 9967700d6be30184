"""How far the nodes of a network reach: links end at their borders, and keep away from all others."""

from __future__ import annotations

import math
from dataclasses import dataclass

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline


@dataclass(frozen=True, slots=True)
class Body:
    """A disc, an ellipse or a box, by half of its width and height, in the scene's units."""

    half_width: float
    half_height: float
    is_round: bool = True

    @classmethod
    def disc(cls, radius: float) -> Body:
        return cls(radius, radius)

    def reach(self, way: Point) -> float:
        """Return how far it is from the middle to the border, in the direction of a way of any length."""
        length = math.hypot(*way)
        across, up = abs(way[0]) / length / self.half_width, abs(way[1]) / length / self.half_height
        return 1 / (math.hypot(across, up) if self.is_round else max(across, up))

    def outline(self, middle: Point) -> Path:
        if self.is_round:
            return arc(middle, (self.half_width, self.half_height))
        (x, y), w, h = middle, self.half_width, self.half_height
        return polyline([(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)], closed=True)
