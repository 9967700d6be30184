"""A map as things to be drawn: regions, lines, ways, symbols; around it names, legend, compass and scale."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.schemas.stem.grid_maps import COMPASS
from vlcorpus.stages.stem.grid_maps.grid import SIDE, Grid, Square
from vlcorpus.stages.stem.grid_maps.symbols import SYMBOLS, symbol
from vlcorpus.stages.stem.network.links import head
from vlcorpus.stages.stem.network.nodes import Body

_RADIUS, _LEGEND_RADIUS = 30.0, 20.0
_REGION, _ROAD = 0.4, 0.55  # strength of shades
_ROAD_WIDTH, _HEAD = 26.0, 34.0
_NAME_ROOM = (60.0, 42.0)
_OUTSIDE = 34.0  # from the grid to the middle of what is written beside it
_LEGEND_LEFT, _LEGEND_STEP, _LETTER, _LEGEND_HEIGHT = 60.0, 62.0, 21.0, 40.0
_MIN_LETTERS = 6  # a legend has room for three Chinese characters
_COMPASS_LENGTH = 90.0
_ROUTE_HUE = "red"


def middle(square: Square) -> Point:
    return (square[0] + 0.5) * SIDE, (square[1] + 0.5) * SIDE


def things(grid: Grid, random: Random) -> tuple[Thing, ...]:
    numbers = random.sample(range(len(SYMBOLS)), len(grid.landmarks))
    return (
        *(_region(grid, name) for name in grid.regions),
        *_roads(grid),
        _lines(grid),
        *_route(grid),
        *_landmarks(grid, numbers),
        *_edges(grid),
        *_legend(grid, numbers),
        *_compass(grid),
        *_scale(grid),
    )


def room(grid: Grid) -> tuple[Point, ...]:
    """Return a corner of what is written to the right of the bar of the scale, where that is farthest."""
    if not grid.scale:
        return ()
    squares, distance, unit = grid.scale
    return ((squares * SIDE + 40.0 + len(f"{distance} {unit}") * _LETTER, -_OUTSIDE - 80.0),)


def _square(square: Square) -> Path:
    x, y = square[0] * SIDE, square[1] * SIDE
    return polyline([(x, y), (x + SIDE, y), (x + SIDE, y + SIDE), (x, y + SIDE)], closed=True)


def _region(grid: Grid, name: str) -> Thing:
    path = Path(())
    for square in grid.regions[name]:
        path += _square(square)
    return Thing(f"region {name}", "region", (Shape(Role.SHADE, path, grid.region_colors[name], _REGION),))


def _roads(grid: Grid) -> Iterator[Thing]:
    for number, road in enumerate(grid.roads, start=1):
        path = Path(())
        for one, other in pairwise(road):
            path += _bar(middle(one), middle(other))
        yield Thing(f"road {number}", "road", (Shape(Role.SHADE, path, strength=_ROAD),))


def _bar(start: Point, end: Point) -> Path:
    """Return an upright or level bar that reaches a little beyond both ends, so that corners are filled."""
    half = _ROAD_WIDTH / 2
    left, right = min(start[0], end[0]) - half, max(start[0], end[0]) + half
    low, high = min(start[1], end[1]) - half, max(start[1], end[1]) + half
    return polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)


def _lines(grid: Grid) -> Thing:
    n_columns, n_rows = grid.size
    path = Path(())
    for x in range(n_columns + 1):
        path += polyline([(x * SIDE, 0), (x * SIDE, n_rows * SIDE)])
    for y in range(n_rows + 1):
        path += polyline([(0, y * SIDE), (n_columns * SIDE, y * SIDE)])
    return Thing("grid", "grid", (Shape(Role.MARK, path),))


def _route(grid: Grid) -> Iterator[Thing]:
    if grid.route:
        points = [middle(square) for square in grid.route]
        (px, py), (qx, qy) = points[-2], points[-1]
        way = ((qx - px) / SIDE, (qy - py) / SIDE)
        neck = (qx - way[0] * _HEAD, qy - way[1] * _HEAD)
        line = Shape(Role.LINE, polyline([*points[:-1], neck]), _ROUTE_HUE)
        yield Thing("route", "route", (line, Shape(Role.FULL, head((qx, qy), way, _HEAD), _ROUTE_HUE)))


def _landmarks(grid: Grid, numbers: list[int]) -> Iterator[Thing]:
    for number, (name, square) in zip(numbers, grid.landmarks.items(), strict=True):
        yield Thing(f"landmark {name}", "landmark", (symbol(number, middle(square), _RADIUS),))


def _edges(grid: Grid) -> Iterator[Thing]:
    for x, name in enumerate(grid.columns):
        yield _written(f"column {name}", "column", name, ((x + 0.5) * SIDE, -_OUTSIDE), _NAME_ROOM)
    for y, name in enumerate(grid.rows):
        yield _written(f"row {name}", "row", name, (-_OUTSIDE, (y + 0.5) * SIDE), _NAME_ROOM)


def _written(name: str, kind: str, text: str, at: Point, room: tuple[float, float]) -> Thing:
    """Return a text as a thing: its pixels are those of the paper around it."""
    paper = Shape(Role.SHADE, _box(at, room[0] / 2, room[1] / 2), strength=0.0)
    return Thing(name, kind, (paper,), (Tag(text, at, room=room),))


def _legend(grid: Grid, numbers: list[int]) -> Iterator[Thing]:
    """Yield an entry for each symbol and each colour, to the right of the grid, from the top down."""
    left, top = grid.size[0] * SIDE + _LEGEND_LEFT, grid.size[1] * SIDE - _LEGEND_HEIGHT
    of_landmarks = dict(zip(grid.landmarks, numbers, strict=True))
    width = max(_MIN_LETTERS, *map(len, (*grid.landmarks, *grid.regions))) * _LETTER
    for line, name in enumerate((*grid.landmarks, *grid.regions)):
        at = (left, top - line * _LEGEND_STEP)
        if name in of_landmarks:
            sign = symbol(of_landmarks[name], at, _LEGEND_RADIUS)
        else:
            sign = Shape(
                Role.SHADE, _box(at, _LEGEND_RADIUS, _LEGEND_RADIUS), grid.region_colors[name], _REGION
            )
        beside, size = (left + 40.0 + width / 2, at[1]), (width, _LEGEND_HEIGHT)
        paper = Shape(Role.SHADE, _box(beside, width / 2, _LEGEND_HEIGHT / 2), strength=0.0)
        yield Thing(f"entry {name}", "entry", (sign, paper), (Tag(name, beside, room=size, is_flush=True),))


def _box(middle: Point, half_width: float, half_height: float) -> Path:
    return Body(half_width, half_height, is_round=False).outline(middle)


def _compass(grid: Grid) -> Iterator[Thing]:
    """Yield an arrow to the north, below the legend, with its N at the tip."""
    if not grid.north:
        return
    n_entries = len(grid.landmarks) + len(grid.regions)
    x = grid.size[0] * SIDE + _LEGEND_LEFT + 100.0
    y = min(grid.size[1] * SIDE - n_entries * _LEGEND_STEP - 140.0, 120.0)
    ux, uy = ((0, 1), (1, 0), (0, -1), (-1, 0))[COMPASS.index(grid.north)]
    half = _COMPASS_LENGTH / 2
    tip = (x + ux * half, y + uy * half)
    neck, tail = (tip[0] - ux * _HEAD, tip[1] - uy * _HEAD), (x - ux * half, y - uy * half)
    tag = Tag("N", (tip[0] + ux * 30.0, tip[1] + uy * 30.0), room=(44.0, _LEGEND_HEIGHT))
    shapes = (Shape(Role.LINE, polyline([tail, neck])), Shape(Role.FULL, head(tip, (ux, uy), _HEAD)))
    yield Thing("compass", "compass", shapes, (tag,))


def _scale(grid: Grid) -> Iterator[Thing]:
    """Yield a bar below the names of the columns, as long as it says."""
    if grid.scale:
        squares, distance, unit = grid.scale
        y, end, tick = -_OUTSIDE - 60.0, float(squares * SIDE), 10.0
        path = polyline([(0, y), (end, y)]) + polyline([(0, y - tick), (0, y + tick)])
        path += polyline([(end, y - tick), (end, y + tick)])
        text = f"{distance} {unit}"
        tag = Tag(text, (end + 26.0 + len(text) * _LETTER / 2, y), room=(len(text) * _LETTER, _LEGEND_HEIGHT))
        yield Thing("scale", "scale", (Shape(Role.LINE, path),), (tag,))
