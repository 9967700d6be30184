"""A map on a grid while it is made: squares are pairs of column and row, from 0, 0 at the lower left."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.stem.grid_maps import COMPASS, DIRECTIONS

Square = tuple[int, int]
SIDE = 100  # of a square, in the scene's units
# Steps to the right and up, for each word of DIRECTIONS where north is up.
_STEPS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))


@dataclass
class Grid:
    columns: list[str]
    rows: list[str]  # from below
    naming: str
    landmarks: dict[str, Square] = field(default_factory=dict)
    regions: dict[str, list[Square]] = field(default_factory=dict)
    region_colors: dict[str, str] = field(default_factory=dict)
    roads: list[list[Square]] = field(default_factory=list)
    route: list[Square] = field(default_factory=list)
    scale: tuple[int, int, str] | None = None  # so many squares are so long, in a unit
    north: str = ""
    steps: list[str] = field(default_factory=list)

    @property
    def size(self) -> tuple[int, int]:
        return len(self.columns), len(self.rows)

    @property
    def squares(self) -> list[Square]:
        return [(x, y) for y in range(len(self.rows)) for x in range(len(self.columns))]

    def name(self, square: Square) -> str:
        column, row = self.columns[square[0]], self.rows[square[1]]
        return f"{column}{row}" if self.naming == "letters" else f"({column}, {row})"

    def is_inside(self, square: Square) -> bool:
        return 0 <= square[0] < len(self.columns) and 0 <= square[1] < len(self.rows)

    def step(self, direction: str, *, north: str = "") -> Square:
        """Return the step to the right and up that leads into a direction by the compass."""
        turns = 2 * COMPASS.index(north or self.north)
        return _STEPS[(DIRECTIONS.index(direction) + turns) % len(_STEPS)]

    def direction(self, start: Square, end: Square, *, north: str = "") -> str | None:
        """Return the direction from one square to another; None where none of the eight leads there."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        if (dx or dy) and (not dx or not dy or abs(dx) == abs(dy)):
            way = ((dx > 0) - (dx < 0), (dy > 0) - (dy < 0))
            return next(word for word in DIRECTIONS if self.step(word, north=north) == way)
        return None

    def along(self, direction: str, square: Square) -> int:
        """Return how far a square lies to a side, in squares."""
        dx, dy = self.step(direction)
        return square[0] * dx + square[1] * dy

    def length(self, n_squares: int) -> Fraction:
        """Return how long so many sides are by the scale, which must be there."""
        if self.scale is None:
            raise ValueError("the map has no scale")
        squares, distance, _ = self.scale
        return Fraction(n_squares * distance, squares)

    def truth(self) -> dict[str, Any]:
        """Return what schemas/stem/grid_maps.py describes."""
        scale = None
        if self.scale:
            scale = dict(zip(("squares", "distance", "unit"), self.scale, strict=True))
        return {
            "columns": list(self.columns),
            "rows": list(self.rows),
            "naming": self.naming,
            "side": SIDE,
            "landmarks": {name: self.name(square) for name, square in self.landmarks.items()},
            "regions": {name: [self.name(square) for square in of] for name, of in self.regions.items()},
            "region_colors": dict(self.region_colors),
            "roads": [[self.name(square) for square in road] for road in self.roads],
            "route": [self.name(square) for square in self.route],
            "scale": scale,
            "north": self.north,
        }


def steps_between(one: Square, other: Square) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
