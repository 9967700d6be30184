"""Patterns of filled cells: how they are turned, mirrored, folded, and made at random."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit

Grid = tuple[str, ...]  # rows from above, `#` filled and `.` empty
FILLED, EMPTY = "#", "."


def rotated(grid: Grid, quarters: int) -> Grid:
    """Return the grid turned clockwise by so many quarters."""
    for _ in range(quarters % 4):
        grid = tuple("".join(column) for column in zip(*grid[::-1], strict=True))
    return grid


def mirrored(grid: Grid) -> Grid:
    """Return the grid with left and right exchanged."""
    return tuple(row[::-1] for row in grid)


def upside_down(grid: Grid) -> Grid:
    return grid[::-1]


def inverted(grid: Grid) -> Grid:
    return tuple(row.translate({ord(FILLED): EMPTY, ord(EMPTY): FILLED}) for row in grid)


TRANSFORMS: dict[str, Callable[[Grid], Grid]] = {
    "rotate 90": lambda grid: rotated(grid, 1),
    "rotate 180": lambda grid: rotated(grid, 2),
    "rotate 270": lambda grid: rotated(grid, 3),
    "mirror left and right": mirrored,
    "mirror top and bottom": upside_down,
    "invert": inverted,
}


def images(grid: Grid) -> list[Grid]:
    """Return the grid turned and mirrored in all eight ways."""
    return [rotated(one, quarters) for one in (grid, mirrored(grid)) for quarters in range(4)]


def n_filled(grid: Grid) -> int:
    return sum(row.count(FILLED) for row in grid)


def pattern(random: Random, rows: int, columns: int) -> Grid:
    """Return cells at random, between a third and two thirds of them filled."""
    n_cells = rows * columns
    count = random.randint(-(-n_cells // 3), 2 * n_cells // 3)
    filled = set(random.sample(range(n_cells), count))
    return tuple(
        "".join(FILLED if row * columns + column in filled else EMPTY for column in range(columns))
        for row in range(rows)
    )


def lopsided(random: Random, side: int) -> Grid:
    """Return a pattern that looks different in each way it can be turned and mirrored, and inverted."""
    for _ in range(50):
        grid = pattern(random, side, side)
        if len({*images(grid), inverted(grid)}) == 9:
            return grid
    raise Unfit("the pattern is symmetric")


def with_moved_cell(random: Random, grid: Grid) -> Grid:
    """Return the grid with one filled cell moved to an empty neighbour."""
    columns = len(grid[0])
    cells = list("".join(grid))
    moves = [
        (here, there)
        for here, cell in enumerate(cells)
        for there in (here - 1, here + 1, here - columns, here + columns)
        if cell == FILLED and 0 <= there < len(cells) and cells[there] == EMPTY
        if abs(here % columns - there % columns) + abs(here // columns - there // columns) == 1
    ]
    if not moves:
        raise Unfit("no cell can be moved")
    here, there = random.choice(moves)
    cells[here], cells[there] = EMPTY, FILLED
    return tuple("".join(cells[n : n + columns]) for n in range(0, len(cells), columns))
