"""Nets that are folded to cubes, and cubes that are stacked."""

from __future__ import annotations

from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles.grids import EMPTY, FILLED, Grid

Cell = tuple[int, int]  # row from above, column from the left
Heights = tuple[tuple[int, ...], ...]  # rows from the back to the front
# A cube that rolls: which faces lie below, to the north, east, south and west, and above.
_START = (0, 1, 2, 3, 4, 5)
_OPPOSITE = {0: 5, 5: 0, 1: 3, 3: 1, 2: 4, 4: 2}


def folded(cells: set[Cell]) -> dict[Cell, int] | None:
    """Return which face of a cube each cell becomes; None where two become the same.

    A cube rolls over the cells: on each it prints the face that lies below.
    """
    first = min(cells)
    faces = {first: _START[0]}
    pending = [(first, _START)]
    while pending:
        (row, column), cube = pending.pop()
        below, north, east, south, west, above = cube
        rolls = {
            (row - 1, column): (north, above, east, below, west, south),
            (row + 1, column): (south, below, east, above, west, north),
            (row, column + 1): (east, north, above, south, below, west),
            (row, column - 1): (west, north, below, south, above, east),
        }
        for there, rolled in rolls.items():
            if there in cells and there not in faces:
                faces[there] = rolled[0]
                pending.append((there, rolled))
    return faces if len(set(faces.values())) == len(cells) else None


def opposite_cells(cells: set[Cell]) -> dict[Cell, Cell]:
    """Return of each cell of a net the one that is opposite when it is folded."""
    faces = folded(cells)
    if faces is None:
        raise Unfit("the cells fold to no cube")
    cell_of = {face: cell for cell, face in faces.items()}
    return {cell: cell_of[_OPPOSITE[face]] for cell, face in faces.items()}


def hexomino(random: Random) -> set[Cell]:
    """Return six cells at random that hang together by their sides, no four of them in a square."""
    cells = {(0, 0)}
    while len(cells) < 6:
        row, column = random.choice(sorted(cells))
        there = random.choice([(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)])
        cells.add(there)
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    if max(len(rows), len(columns)) > 5 or any(
        {(r, c), (r + 1, c), (r, c + 1), (r + 1, c + 1)} <= cells for r, c in cells
    ):
        raise Unfit("the cells are a block or a strip")
    return cells


def as_grid(cells: set[Cell], letters: dict[Cell, str] | None = None) -> Grid:
    """Return cells as the smallest grid that holds them."""
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    bottom, right = max(row for row, _ in cells), max(column for _, column in cells)
    return tuple(
        "".join(
            (letters[row, column] if letters else FILLED) if (row, column) in cells else EMPTY
            for column in range(left, right + 1)
        )
        for row in range(top, bottom + 1)
    )


def stacked(random: Random) -> Heights:
    """Return heights of stacks on a floor, the top of each of which is seen from front, right and above."""
    rows, columns = random.randint(2, 4), random.randint(2, 4)
    heights = tuple(tuple(random.choice((0, 1, 1, 2, 2, 3)) for _ in range(columns)) for _ in range(rows))
    for row in range(rows):
        for column in range(columns):
            for step in range(1, min(rows - row, columns - column)):
                if heights[row + step][column + step] >= heights[row][column] + step:
                    raise Unfit("a stack is hidden behind another")
    if sum(map(sum, heights)) < 4 or not all(map(any, zip(*heights, strict=True))):
        raise Unfit("there are few cubes")
    return heights


def front_view(heights: Heights) -> list[int]:
    """Return how high each column is, seen from the front."""
    return [max(column) for column in zip(*heights, strict=True)]


def silhouette(view: list[int], high: int) -> Grid:
    """Return a view as a grid of so many rows."""
    return tuple("".join(FILLED if top >= level else EMPTY for top in view) for level in range(high, 0, -1))
