"""Pictures of puzzles: shapes with attributes, marks on 3 x 3 cells, grids, stacks of cubes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.stem.puzzles import SHAPES, TURNED
from vlcorpus.stages.verify.oracle import Contradiction

EMPTY, FILLED = ".", "#"
_CELLS = 9
_EIGHTHS = 8
_SIZES, _FILLS = range(1, 4), range(3)

Rows = tuple[str, ...]


@dataclass(frozen=True)
class Attributes:
    shape: str
    count: int
    size: int
    fill: int
    turn: int


@dataclass(frozen=True)
class Marks:
    cells: frozenset[int]


@dataclass(frozen=True)
class Grid:
    rows: Rows

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @property
    def cells(self) -> list[tuple[int, int]]:
        """Return column and row, from above, of the cells that are not empty."""
        return [(x, y) for y, row in enumerate(self.rows) for x, cell in enumerate(row) if cell != EMPTY]


@dataclass(frozen=True)
class Stacks:
    heights: tuple[tuple[int, ...], ...]  # rows from the back to the front


Picture = Attributes | Marks | Grid | Stacks


def read_picture(told: Mapping[str, Any]) -> Picture:
    """Raises Contradiction for what is no picture."""
    if "shape" in told:
        found = Attributes(**told)
        is_turned = found.turn == 0 or (found.shape in TURNED and 0 < found.turn < _EIGHTHS)
        if found.shape not in SHAPES or found.size not in _SIZES or found.fill not in _FILLS:
            raise Contradiction(f"there are no such shapes: {told}")
        if found.count < 1 or not is_turned:
            raise Contradiction(f"shapes are not so many, or not so turned: {told}")
        return found
    if "marks" in told:
        cells = list(told["marks"])
        if cells != sorted(set(cells)) or not set(cells) <= set(range(_CELLS)):
            raise Contradiction(f"these are no cells: {cells}")
        return Marks(frozenset(cells))
    if "rows" in told:
        rows = tuple(told["rows"])
        if not rows or not rows[0] or len(set(map(len, rows))) != 1:
            raise Contradiction(f"rows of a grid differ: {rows}")
        return Grid(rows)
    if "heights" in told:
        return Stacks(tuple(map(tuple, told["heights"])))
    raise Contradiction(f"no picture: {told}")


def rotated(grid: Grid) -> Grid:
    """Return it turned by 90 degrees clockwise: the last row becomes the first column."""
    return Grid(tuple("".join(column) for column in zip(*reversed(grid.rows), strict=True)))


def turned(grid: Grid, degrees: int) -> Grid:
    for _ in range(degrees // 90):
        grid = rotated(grid)
    return grid


def left_and_right(grid: Grid) -> Grid:
    return Grid(tuple(row[::-1] for row in grid.rows))


def top_and_bottom(grid: Grid) -> Grid:
    return Grid(grid.rows[::-1])


def inverted(grid: Grid) -> Grid:
    return Grid(tuple(row.translate({ord(FILLED): EMPTY, ord(EMPTY): FILLED}) for row in grid.rows))


TRANSFORMS: dict[str, Callable[[Grid], Grid]] = {
    "rotate 90": rotated,
    "rotate 180": lambda grid: turned(grid, 180),
    "rotate 270": lambda grid: turned(grid, 270),
    "mirror left and right": left_and_right,
    "mirror top and bottom": top_and_bottom,
    "invert": inverted,
}


def beside(left: Grid, right: Grid) -> Grid:
    return Grid(tuple(a + b for a, b in zip(left.rows, right.rows, strict=True)))


def n_axes(grid: Grid) -> int:
    """Return how many axes of symmetry a square grid has: upright, level, and the two diagonals."""
    transposed = Grid(tuple(map("".join, zip(*grid.rows, strict=True))))
    mirrored = (left_and_right(grid), top_and_bottom(grid), transposed, turned(transposed, 180))
    return sum(other == grid for other in mirrored)


def front_view(stacks: Stacks) -> Grid:
    """Return what is seen from the front: of each column the highest stack."""
    columns = [max(column) for column in zip(*stacks.heights, strict=True)]
    levels = range(max(columns), 0, -1)
    return Grid(tuple("".join(FILLED if high >= level else EMPTY for high in columns) for level in levels))
