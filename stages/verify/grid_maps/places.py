"""Where squares, regions and corners of a map are."""

from __future__ import annotations

from vlcorpus.stages.verify.grid_maps import answers, routes
from vlcorpus.stages.verify.grid_maps.grid_map import GridMap
from vlcorpus.stages.verify.oracle import Unknown

XY = tuple[float, float]


def place(grid: GridMap, name: str) -> XY:
    return grid.middle(grid.square(name))


def halfway(grid: GridMap, one: str, other: str) -> XY:
    first, second = grid.landmark(one), grid.landmark(other)
    if (first[0] != second[0]) == (first[1] != second[1]):
        raise Unknown(f"{one} and {other} are in no common row or column")
    (ax, ay), (bx, by) = grid.middle(first), grid.middle(second)
    return (ax + bx) / 2, (ay + by) / 2


def corner(grid: GridMap, lower_left: str, lower_right: str, upper_left: str, upper_right: str) -> XY:
    names = (lower_left, lower_right, upper_left, upper_right)
    if any(name not in grid.squares for name in names):
        raise Unknown("four squares are meant")
    (x, y), *others = (grid.squares[name] for name in names)
    if others != [(x + 1, y), (x, y + 1), (x + 1, y + 1)]:
        raise Unknown(f"{', '.join(names)} share no corner")
    return (x + 1) * grid.side, (y + 1) * grid.side


def region(grid: GridMap, name: str) -> XY:
    """Return the middle of its lowest square on the left: anywhere in it is right."""
    return grid.middle(min(grid.region(name)))


def start(grid: GridMap) -> XY:
    return place(grid, routes.start(grid))


def end(grid: GridMap) -> XY:
    return place(grid, routes.end(grid))


def nearest(grid: GridMap, name: str) -> XY:
    return place(grid, answers.nearest(grid, name))


def arrive(grid: GridMap, name: str, moves: str) -> XY:
    return grid.middle(routes.arrival(grid, name, moves))
