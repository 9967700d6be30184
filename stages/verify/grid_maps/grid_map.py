"""A map on a grid, opened: squares by column and row, counted from the lower left one, from 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from vlcorpus.schemas.stem.grid_maps import COMPASS, NAMINGS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Square = tuple[int, int]
_UP = {"up": (0, 1), "right": (1, 0), "down": (0, -1), "left": (-1, 0)}


@dataclass(frozen=True)
class GridMap:
    columns: tuple[str, ...]  # what is written below, from the left
    rows: tuple[str, ...]  # what is written beside, from below
    side: int
    squares: Mapping[str, Square]  # by their names
    landmarks: Mapping[str, Square]
    regions: Mapping[str, frozenset[Square]]
    colors: Mapping[str, str]
    roads: tuple[tuple[Square, ...], ...]
    route: tuple[Square, ...]
    one_square: Fraction | None  # how long its side is; None without a scale
    north: tuple[int, int] | None  # where it lies in the picture

    def square(self, place: str) -> Square:
        """Return the square of a landmark, or of the name of a square. Raises Unknown for anything else."""
        if place in self.landmarks:
            return self.landmarks[place]
        if place in self.squares:
            return self.squares[place]
        raise Unknown(f"there is no place {place!r}")

    def two(self, one: str, other: str) -> tuple[Square, Square]:
        """Raises Unknown where they are not two different places."""
        first, second = self.square(one), self.square(other)
        if first == second:
            raise Unknown(f"{one} and {other} are in the same square")
        return first, second

    def name(self, square: Square) -> str:
        return next(name for name, other in self.squares.items() if other == square)

    def landmark(self, name: str) -> Square:
        if name not in self.landmarks:
            raise Unknown(f"there is no landmark {name!r}")
        return self.landmarks[name]

    def region(self, name: str) -> frozenset[Square]:
        if name not in self.regions:
            raise Unknown(f"there is no region {name!r}")
        return self.regions[name]

    def by_compass(self, dx: int, dy: int) -> tuple[int, int]:
        """Return a way in the picture as steps to the east and to the north.

        Raises Unknown without a compass.
        """
        if self.north is None:
            raise Unknown("there is no compass")
        x, y = self.north
        return dx * y - dy * x, dx * x + dy * y

    def in_picture(self, east: int, north: int) -> tuple[int, int]:
        """Return a way by the compass as steps to the right and upwards."""
        if self.north is None:
            raise Unknown("there is no compass")
        x, y = self.north
        return east * y + north * x, north * y - east * x

    def by_scale(self, squares: int) -> str:
        if self.one_square is None:
            raise Unknown("there is no scale")
        return str(squares * self.one_square)

    def middle(self, square: Square) -> tuple[float, float]:
        return (square[0] + 0.5) * self.side, (square[1] + 0.5) * self.side


def read_map(truth: Mapping[str, Any]) -> GridMap:
    """Open a truth. Raises Contradiction where no map can be so."""
    columns, rows, naming = tuple(truth["columns"]), tuple(truth["rows"]), truth["naming"]
    if naming not in NAMINGS:
        raise Contradiction(f"squares are not named by {naming!r}")
    if len(set(columns)) < len(columns) or len(set(rows)) < len(rows):
        raise Contradiction("two columns, or two rows, are called alike")
    squares = {
        f"{column}{row}" if naming == "letters" else f"({column}, {row})": (c, r)
        for c, column in enumerate(columns)
        for r, row in enumerate(rows)
    }

    def square(name: str) -> Square:
        if name not in squares:
            raise Contradiction(f"there is no square {name!r}")
        return squares[name]

    def way(names: list[str]) -> tuple[Square, ...]:
        found = tuple(map(square, names))
        if any(steps(a, b) != 1 for a, b in pairwise(found)) or len(set(found)) < len(found):
            raise Contradiction(f"{names} is no way from square to square")
        return found

    landmarks = {name: square(place) for name, place in truth["landmarks"].items()}
    if len(set(landmarks.values())) < len(landmarks):
        raise Contradiction("two landmarks stand in one square")
    regions = {name: frozenset(map(square, names)) for name, names in truth["regions"].items()}
    if sum(map(len, regions.values())) != len(frozenset().union(*regions.values())):
        raise Contradiction("a square is in two regions")
    if truth["region_colors"].keys() != regions.keys():
        raise Contradiction("not every region has its colour")
    if truth["north"] and truth["north"] not in COMPASS:
        raise Contradiction(f"no compass points {truth['north']}")
    scale = truth["scale"]
    return GridMap(
        columns=columns,
        rows=rows,
        side=int(truth["side"]),
        squares=squares,
        landmarks=landmarks,
        regions=regions,
        colors=dict(truth["region_colors"]),
        roads=tuple(map(way, truth["roads"])),
        route=way(truth["route"]),
        one_square=Fraction(scale["distance"]) / scale["squares"] if scale else None,
        north=_UP[truth["north"]] if truth["north"] else None,
    )


def steps(one: Square, other: Square) -> int:
    """Return the fewest steps over shared sides."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
