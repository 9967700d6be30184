"""Nets of a cube: a die is rolled over the cells, and each cell is the face on which it then stands."""

from __future__ import annotations

from vlcorpus.stages.verify.puzzles.pictures import Grid

Cell = tuple[int, int]
_FACES = 6


def folded(grid: Grid) -> dict[Cell, int] | None:
    """Return the face of each cell, 0 to 5, opposite ones adding up to 5; None where it is no net."""
    cells = set(grid.cells)
    if len(cells) != _FACES:
        return None
    start = min(cells)
    found: dict[Cell, int] = {}
    pending = [(start, (0, 1, 2))]  # what is below, to the right, and ahead
    while pending:
        (x, y), (below, right, ahead) = pending.pop()
        if (x, y) in found:
            continue
        found[x, y] = below
        rolled = (
            ((x + 1, y), (right, 5 - below, ahead)),
            ((x - 1, y), (5 - right, below, ahead)),
            ((x, y - 1), (ahead, right, 5 - below)),
            ((x, y + 1), (5 - ahead, right, below)),
        )
        pending += [(cell, die) for cell, die in rolled if cell in cells]
    return found if len(set(found.values())) == _FACES else None


def lettered(grid: Grid) -> dict[str, int] | None:
    """Return the face of each letter on a net; None where it is no net."""
    faces = folded(grid)
    return None if faces is None else {grid.rows[y][x]: face for (x, y), face in faces.items()}
