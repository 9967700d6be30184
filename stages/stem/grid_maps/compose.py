"""Maps at random: a grid with landmarks, and on it regions, roads or a route, a compass, a scale."""

from __future__ import annotations

import string
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.grid_maps import COMPASS, NAMINGS
from vlcorpus.stages.stem.grid_maps.grid import Grid, Square

LANDMARKS = (
    "school", "hospital", "library", "museum", "bank", "station", "church", "castle", "market", "theatre",
    "zoo", "hotel", "stadium", "lighthouse",
)  # fmt: skip
REGIONS = {"lake": "blue", "forest": "green", "desert": "orange", "old town": "red", "moor": "purple"}
_SCALES = (
    (1, 100, "m"),
    (1, 50, "m"),
    (2, 100, "m"),
    (2, 500, "m"),
    (1, 2, "km"),
    (2, 10, "km"),
    (1, 250, "m"),
)
_ROUTE_TURNS = 0.45  # of a route's steps
_FEATURES = {"plain": 1, "regions": 3, "roads": 2, "route": 3}
_COMPASS, _TURNED, _SCALE, _DOWNWARDS = 0.75, 0.3, 0.6, 0.3


def compose(random: Random) -> Grid:
    """Return a map. Raises Unfit where what was drawn at random finds no room."""
    grid = _grid(random)
    feature = random.choices(list(_FEATURES), list(_FEATURES.values()))[0]
    grid.steps.insert(0, f"map_with_{feature}" if feature != "plain" else "plain_map")
    match feature:
        case "regions":
            _add_regions(grid, random)
        case "roads":
            _add_roads(grid, random)
        case "route":
            grid.route = _walk(grid, random, random.randint(4, 9), set())
    _add_landmarks(grid, random)
    if random.random() < _COMPASS:
        is_turned = random.random() < _TURNED
        grid.north = random.choice(COMPASS[1:]) if is_turned else COMPASS[0]
        grid.steps.append("turned_compass" if is_turned else "compass")
    if random.random() < _SCALE:
        grid.scale = random.choice(_SCALES)
        grid.steps.append("scale")
    return grid


def _grid(random: Random) -> Grid:
    n_columns, n_rows = random.randint(5, 8), random.randint(5, 7)
    naming = random.choice(NAMINGS)
    numbers = [str(number) for number in range(1, n_columns + 1)]
    columns = list(string.ascii_uppercase[:n_columns]) if naming == "letters" else numbers
    rows = [str(number) for number in range(1, n_rows + 1)]
    grid = Grid(columns, rows, naming, steps=[f"squares_by_{naming}"])
    if naming == "letters" and random.random() < _DOWNWARDS:
        grid.rows.reverse()
        grid.steps.append("rows_downwards")
    return grid


def _neighbors(grid: Grid, square: Square) -> list[Square]:
    x, y = square
    return [s for s in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)) if grid.is_inside(s)]


def _add_regions(grid: Grid, random: Random) -> None:
    taken: set[Square] = set()
    for name in random.sample(list(REGIONS), random.randint(2, 3)):
        free = [square for square in grid.squares if square not in taken]
        region = [random.choice(free)]
        size = random.randint(3, 8)
        while len(region) < size:
            onward = {
                s for square in region for s in _neighbors(grid, square) if s not in taken and s not in region
            }
            if not onward:
                raise Unfit("a region finds no room")
            region.append(random.choice(sorted(onward)))
        taken.update(region)
        grid.regions[name] = sorted(region)
        grid.region_colors[name] = REGIONS[name]


def _walk(grid: Grid, random: Random, length: int, taken: set[Square]) -> list[Square]:
    """Return a way of so many steps that comes to no square twice, nor beside where it was before."""
    free = [square for square in grid.squares if square not in taken]
    way = [random.choice(free)]
    while len(way) <= length:
        onward = [
            square
            for square in _neighbors(grid, way[-1])
            if square not in taken
            and square not in way
            and sum(other in way for other in _neighbors(grid, square)) == 1
        ]
        if not onward:
            raise Unfit("a way finds no room")
        ahead = [s for s in onward if len(way) > 1 and _is_ahead(way[-2], way[-1], s)]
        way.append(ahead[0] if ahead and random.random() > _ROUTE_TURNS else random.choice(onward))
    return way


def _is_ahead(before: Square, at: Square, after: Square) -> bool:
    return (at[0] - before[0], at[1] - before[1]) == (after[0] - at[0], after[1] - at[1])


def _add_roads(grid: Grid, random: Random) -> None:
    """Add roads that keep a square away from each other."""
    taken: set[Square] = set()
    for _ in range(random.randint(1, 2)):
        road = _walk(grid, random, random.randint(4, 7), taken)
        grid.roads.append(road)
        taken.update(road)
        taken.update(s for square in road for s in _neighbors(grid, square))


def _add_landmarks(grid: Grid, random: Random) -> None:
    names = random.sample(LANDMARKS, random.randint(4, 7))
    grid.landmarks = dict(zip(names, random.sample(grid.squares, len(names)), strict=True))
