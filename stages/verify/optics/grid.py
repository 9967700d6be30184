"""A ray of light among mirrors that lie across the cells of a square: traced cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.optics import SIDES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Cell = tuple[int, int]
_INWARDS: dict[str, Cell] = {"left": (1, 0), "right": (-1, 0), "bottom": (0, 1), "top": (0, -1)}
_WORDS = {(1, 0): "right", (-1, 0): "left", (0, 1): "up", (0, -1): "down"}


@dataclass(frozen=True, slots=True)
class Grid:
    size: int
    mirrors: Mapping[str, Cell]
    entry: tuple[str, int]
    way_out: tuple[str, int]
    leaves: Cell
    met: tuple[str, ...]  # mirrors in the order in which the ray meets them
    exit: str

    def mirror(self, name: str) -> str:
        if name not in self.mirrors:
            raise Unknown(f"there is no mirror {name!r}")
        return name


def read_grid(told: Mapping[str, Any]) -> Grid:
    """Raises Contradiction where the ray comes out at no exit, and for what lies outside."""
    size = int(told["size"])
    mirrors = {name: (int(column), int(row)) for name, (column, row, _) in told["mirrors"].items()}
    slants = {(int(column), int(row)): slant for column, row, slant in told["mirrors"].values()}
    side, index = told["enters"][0], int(told["enters"][1])
    if side not in SIDES or not 0 <= index < size or len(slants) < len(mirrors):
        raise Contradiction("the ray comes in nowhere, or two mirrors are in one cell")
    if any(not (0 <= column < size and 0 <= row < size) for column, row in slants):
        raise Contradiction("a mirror is outside the square")
    met, cell, way = _trace(size, slants, side, index)
    out = _rim(size, cell, way)
    exits = [name for name, (where, number) in told["exits"].items() if (where, int(number)) == out]
    if len(exits) != 1:
        raise Contradiction("the ray does not come out at one of the named ends")
    names = {place: name for name, place in mirrors.items()}
    return Grid(size, mirrors, (side, index), out, way, tuple(names[place] for place in met), exits[0])


def _trace(size: int, slants: Mapping[Cell, str], side: str, index: int) -> tuple[list[Cell], Cell, Cell]:
    """Return the cells with mirrors that the ray meets, the last cell, and how it goes on from there."""
    starts = {"left": (0, index), "right": (size - 1, index), "bottom": (index, 0), "top": (index, size - 1)}
    cell, (dx, dy) = starts[side], _INWARDS[side]
    met = []
    while True:
        if cell in slants:
            met.append(cell)
            dx, dy = (dy, dx) if slants[cell] == "/" else (-dy, -dx)
        ahead = cell[0] + dx, cell[1] + dy
        if not (0 <= ahead[0] < size and 0 <= ahead[1] < size):
            return met, cell, (dx, dy)
        cell = ahead


def _rim(size: int, cell: Cell, way: Cell) -> tuple[str, int]:
    """Return the side at which a ray leaves, and the row or column."""
    side = next(side for side, (x, y) in _INWARDS.items() if (-x, -y) == way)
    return side, cell[1] if side in ("left", "right") else cell[0]


def _exit(grid: Grid) -> str:
    return grid.exit


def _hits(grid: Grid, name: str) -> str:
    return truth_value(grid.mirror(name) in grid.met)


def _first(grid: Grid) -> str:
    return _met(grid)[0]


def _last(grid: Grid) -> str:
    return _met(grid)[-1]


def _met(grid: Grid) -> tuple[str, ...]:
    if not grid.met:
        raise Unknown("the ray meets no mirror")
    return grid.met


def _next(grid: Grid, name: str) -> str:
    if grid.mirror(name) not in grid.met[:-1]:
        raise Unknown(f"the ray meets no mirror after {name}")
    return grid.met[grid.met.index(name) + 1]


def _count(grid: Grid, what: str) -> str:
    counts = {
        "reflections": len(grid.met),
        "mirrors": len(grid.mirrors),
        "untouched": len(grid.mirrors.keys() - set(grid.met)),
    }
    if what not in counts:
        raise Unknown(f"{what!r} are not counted")
    return str(counts[what])


def _leaves(grid: Grid) -> str:
    return _WORDS[grid.leaves]


def _twice(grid: Grid, name: str) -> str:
    return truth_value(grid.met.count(grid.mirror(name)) == 2)


OPERATIONS: dict[str, Callable[..., str]] = {
    "exit": _exit,
    "hits": _hits,
    "first_mirror": _first,
    "last_mirror": _last,
    "next_mirror": _next,
    "count": _count,
    "leaves": _leaves,
    "twice": _twice,
}

Place = tuple[float, float]


def _mirror(grid: Grid, name: str) -> Place:
    column, row = grid.mirrors[grid.mirror(name)]
    return column + 0.5, row + 0.5


def _on_rim(grid: Grid, side: str, index: int) -> Place:
    if side in ("left", "right"):
        return (0.0 if side == "left" else float(grid.size)), index + 0.5
    return index + 0.5, (0.0 if side == "bottom" else float(grid.size))


PLACES: dict[str, Callable[..., Place]] = {
    "mirror": _mirror,
    "entry": lambda grid: _on_rim(grid, *grid.entry),
    "way_out": lambda grid: _on_rim(grid, *grid.way_out),
}
