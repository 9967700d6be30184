"""The operations of `schemas/stem/grid_maps.py` on landmarks, regions and roads."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.grid_maps import DIRECTIONS
from vlcorpus.stages.verify.grid_maps.grid_map import GridMap, steps
from vlcorpus.stages.verify.oracle import Unknown

_EAST_NORTH = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))  # as DIRECTIONS come
WAYS = dict(zip(DIRECTIONS, _EAST_NORTH, strict=True))
FOUR = {name: way for name, way in WAYS.items() if 0 in way}


def square(grid: GridMap, name: str) -> str:
    return grid.name(grid.landmark(name))


def landmark(grid: GridMap, name: str) -> str:
    if name not in grid.squares:
        raise Unknown(f"there is no square {name!r}")
    for found, place in grid.landmarks.items():
        if place == grid.squares[name]:
            return found
    raise Unknown(f"nothing stands in {name}")


def column(grid: GridMap, name: str) -> str:
    return grid.columns[grid.landmark(name)[0]]


def row(grid: GridMap, name: str) -> str:
    return grid.rows[grid.landmark(name)[1]]


def direction(grid: GridMap, one: str, other: str) -> str:
    (ax, ay), (bx, by) = grid.two(one, other)
    east, north = grid.by_compass(bx - ax, by - ay)
    if east and north and abs(east) != abs(north):
        raise Unknown(f"{other} lies in none of eight directions from {one}")
    return named(east, north)


def named(east: int, north: int) -> str:
    """Return the direction of a way that is level, upright, or diagonal."""
    sign = (east > 0) - (east < 0), (north > 0) - (north < 0)
    return next(name for name, way in WAYS.items() if way == sign)


def side(grid: GridMap, one: str, other: str) -> str:
    (ax, ay), (bx, by) = grid.two(one, other)
    if ax == bx:
        return "above" if by > ay else "below"
    if ay == by:
        return "right" if bx > ax else "left"
    raise Unknown(f"{one} and {other} are in no common row or column")


def farther(grid: GridMap, way: str, one: str, other: str) -> str:
    grid.two(one, other)
    first, second = _reach(grid, way, one), _reach(grid, way, other)
    if first == second:
        raise Unknown(f"{one} and {other} lie as far to the {way}")
    return one if first > second else other


def beyond(grid: GridMap, way: str, place: str) -> str:
    reach = _reach(grid, way, place)
    return str(sum(_reach(grid, way, name) > reach for name in grid.landmarks))


def _reach(grid: GridMap, way: str, place: str) -> int:
    """Return how far a place lies to the north, south, east or west."""
    if way not in FOUR:
        raise Unknown(f"{way!r} is no side of a map")
    east, north = grid.by_compass(*grid.square(place))
    return east * FOUR[way][0] + north * FOUR[way][1]


def fewest_steps(grid: GridMap, one: str, other: str) -> str:
    return str(steps(*grid.two(one, other)))


def length(grid: GridMap, one: str, other: str) -> str:
    first, second = grid.two(one, other)
    if first[0] != second[0] and first[1] != second[1]:
        raise Unknown(f"{one} and {other} are in no common row or column")
    return grid.by_scale(steps(first, second))


def one_square(grid: GridMap) -> str:
    return grid.by_scale(1)


def nearest(grid: GridMap, place: str) -> str:
    here = grid.square(place)
    away = {name: steps(here, there) for name, there in grid.landmarks.items() if name != place}
    least = min(away.values(), default=0)
    found = [name for name, number in away.items() if number == least]
    if len(found) != 1:
        raise Unknown(f"{len(found)} landmarks are nearest to {place}")
    return found[0]


def in_region(grid: GridMap, place: str) -> str:
    here = grid.square(place)
    for name, squares in grid.regions.items():
        if here in squares:
            return name
    raise Unknown(f"{place} is in no region")


def inside(grid: GridMap, place: str, name: str) -> str:
    return truth_value(grid.square(place) in grid.region(name))


def area(grid: GridMap, name: str) -> str:
    return str(len(grid.region(name)))


def larger(grid: GridMap, one: str, other: str) -> str:
    first, second = len(grid.region(one)), len(grid.region(other))
    if first == second:
        raise Unknown(f"{one} and {other} have as many squares")
    return one if first > second else other


def touch(grid: GridMap, one: str, other: str) -> str:
    if one == other:
        raise Unknown(f"{one} is named twice")
    first, second = grid.region(one), grid.region(other)
    return truth_value(any(steps(a, b) == 1 for a in first for b in second))


def region_color(grid: GridMap, name: str) -> str:
    grid.region(name)
    return grid.colors[name]


def on_road(grid: GridMap, place: str) -> str:
    here = grid.square(place)
    return truth_value(any(here in road for road in _roads(grid)))


def joined(grid: GridMap, one: str, other: str) -> str:
    first, second = grid.two(one, other)
    return truth_value(any(first in road and second in road for road in _roads(grid)))


def _roads(grid: GridMap) -> tuple[tuple[tuple[int, int], ...], ...]:
    if not grid.roads:
        raise Unknown("there are no roads")
    return grid.roads


def count(grid: GridMap, what: str) -> str:
    numbers = {
        "landmarks": len(grid.landmarks),
        "columns": len(grid.columns),
        "rows": len(grid.rows),
        "squares": len(grid.squares),
        "regions": len(grid.regions),
        "roads": len(grid.roads),
    }
    if what not in numbers:
        raise Unknown(f"nobody counts {what!r}")
    return str(numbers[what])


def in_column(grid: GridMap, name: str) -> str:
    if name not in grid.columns:
        raise Unknown(f"there is no column {name!r}")
    return str(sum(x == grid.columns.index(name) for x, _ in grid.landmarks.values()))


def in_row(grid: GridMap, name: str) -> str:
    if name not in grid.rows:
        raise Unknown(f"there is no row {name!r}")
    return str(sum(y == grid.rows.index(name) for _, y in grid.landmarks.values()))
