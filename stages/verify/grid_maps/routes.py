"""The operations of `schemas/stem/grid_maps.py` on the route, and on ways that are only told."""

from __future__ import annotations

import re
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.grid_maps.answers import FOUR, named
from vlcorpus.stages.verify.grid_maps.grid_map import GridMap, Square
from vlcorpus.stages.verify.oracle import Unknown

_MOVE = re.compile(rf"(\d+) ({'|'.join(FOUR)})")
MOST_MOVES = 4


def start(grid: GridMap) -> str:
    return grid.name(_route(grid)[0])


def end(grid: GridMap) -> str:
    return grid.name(_route(grid)[-1])


def route_steps(grid: GridMap) -> str:
    return str(len(_route(grid)) - 1)


def route_turns(grid: GridMap) -> str:
    ways = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(_route(grid))]
    return str(sum(one != other for one, other in pairwise(ways)))


def route_length(grid: GridMap) -> str:
    return grid.by_scale(len(_route(grid)) - 1)


def first_move(grid: GridMap) -> str:
    return _direction(grid, *_route(grid)[:2])


def last_move(grid: GridMap) -> str:
    return _direction(grid, *_route(grid)[-2:])


def _direction(grid: GridMap, a: Square, b: Square) -> str:
    return named(*grid.by_compass(b[0] - a[0], b[1] - a[1]))


def passes(grid: GridMap, place: str) -> str:
    return truth_value(grid.square(place) in _route(grid))


def _route(grid: GridMap) -> tuple[Square, ...]:
    if len(grid.route) < 2:
        raise Unknown("there is no route")
    return grid.route


def arrive(grid: GridMap, place: str, moves: str) -> str:
    return grid.name(arrival(grid, place, moves))


def arrival(grid: GridMap, place: str, moves: str) -> Square:
    """Return the square in which one ends. Raises Unknown for one who leaves the grid on the way."""
    x, y = grid.square(place)
    told = moves.split(", ")
    if len(told) > MOST_MOVES:
        raise Unknown(f"nobody remembers {len(told)} moves")
    for move in told:
        if not (found := _MOVE.fullmatch(move)):
            raise Unknown(f"{move!r} is no move")
        east, north = FOUR[found[2]]
        dx, dy = grid.in_picture(int(found[1]) * east, int(found[1]) * north)
        x, y = x + dx, y + dy
        if not (0 <= x < len(grid.columns) and 0 <= y < len(grid.rows)):
            raise Unknown("the way leaves the grid")
    return x, y
