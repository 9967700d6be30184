"""A ray among plane mirrors that stand aslant in the cells of a square: at which end does it come out?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, Expression, truth_value
from vlcorpus.schemas.scenes.scene import Dot, ExactPoint, Role, Scene, Tag, Thing, Unfit
from vlcorpus.schemas.stem.optics import SIDES
from vlcorpus.stages.stem.optics.strokes import Place, arrow, exact, line, others, ray, wrong

Cell = tuple[int, int]  # column, row, upwards
Port = tuple[str, int]  # side, and row or column
Way = tuple[int, int]
_INTO: dict[str, Way] = {"left": (1, 0), "right": (-1, 0), "bottom": (0, 1), "top": (0, -1)}
_WAYS = {(1, 0): "right", (-1, 0): "left", (0, 1): "up", (0, -1): "down"}
_LETTERS = ("ABCDEF", "PQRSTU", "KLMNPQ")
_HALF = Fraction(1, 2)
_INSET = 0.14  # of a mirror from the corners of its cell
_OUT = 0.8  # length of the arrow before the grid
_HEAD = 0.16
MIN_REFLECTIONS = 2


@dataclass(frozen=True)
class Grid:
    size: int
    mirrors: dict[str, tuple[Cell, str]]
    enters: Port

    def path(self) -> tuple[list[str], list[Place], Port]:
        """Return the mirrors that the ray meets in order, the corners of its path, and where it comes out."""
        at = {cell: (name, slant) for name, (cell, slant) in self.mirrors.items()}
        (x, y), (dx, dy) = self._first(self.enters), _INTO[self.enters[0]]
        met, corners = [], [rim(self.size, self.enters)]
        while 0 <= x < self.size and 0 <= y < self.size:
            if (x, y) in at:
                name, slant = at[x, y]
                met.append(name)
                corners.append((x + _HALF, y + _HALF))
                dx, dy = (dy, dx) if slant == "/" else (-dy, -dx)
            x, y = x + dx, y + dy
        side = {way: side for side, way in _INTO.items()}[-dx, -dy]
        out = (side, y if side in ("left", "right") else x)
        return met, [*corners, rim(self.size, out)], out

    def _first(self, port: Port) -> Cell:
        side, n = port
        last = self.size - 1
        return {"left": (0, n), "right": (last, n), "bottom": (n, 0), "top": (n, last)}[side]


def rim(size: int, port: Port) -> Place:
    """Return the middle of the rim of a cell on a side of the grid."""
    side, n = port
    middle = n + _HALF
    places: dict[str, Place] = {
        "left": (0, middle),
        "right": (size, middle),
        "bottom": (middle, 0),
        "top": (middle, size),
    }
    return places[side]


def mirror_grid(random: Random) -> Scene:
    grid = _drawn(random)
    met, corners, out = grid.path()
    exits = _exits(random, grid, out)
    is_drawn = random.random() < 0.35
    steps = ["mirrors_in_grid", *(["path_of_ray"] if is_drawn else [])]
    return Scene(
        family="mirrors_in_grid",
        steps=tuple(steps),
        names=(*grid.mirrors, *exits),
        truth={
            "grid": {
                "size": grid.size,
                "mirrors": {name: [*cell, slant] for name, (cell, slant) in grid.mirrors.items()},
                "enters": list(grid.enters),
                "exits": {name: list(port) for name, port in exits.items()},
                "is_drawn": is_drawn,
            }
        },
        things=tuple(_things(grid, exits, corners if is_drawn else [])),
        claims=tuple(_claims(grid, exits, met, out)),
        places=dict(_places(grid, out)),
    )


def _drawn(random: Random) -> Grid:
    """Return mirrors at random, and an end at which a ray comes in that meets some of them."""
    size = random.randint(3, 5)
    cells = [(x, y) for x in range(size) for y in range(size)]
    chosen = random.sample(cells, random.randint(size, 2 * size))
    mirrors = {f"M{n}": (cell, random.choice("/\\")) for n, cell in enumerate(chosen, start=1)}
    ports = [(side, n) for side in SIDES for n in range(size)]
    for port in random.sample(ports, len(ports)):
        grid = Grid(size, mirrors, port)
        if len(grid.path()[0]) >= MIN_REFLECTIONS:
            return grid
    raise Unfit("no ray meets several mirrors")


def _exits(random: Random, grid: Grid, out: Port) -> dict[str, Port]:
    ports = [(side, n) for side in SIDES for n in range(grid.size)]
    if out == grid.enters:
        raise Unfit("the ray comes back")
    free = [port for port in ports if port not in (grid.enters, out)]
    chosen = [out, *random.sample(free, random.randint(3, 5))]
    return dict(zip(random.choice(_LETTERS), random.sample(chosen, len(chosen)), strict=False))


def _things(grid: Grid, exits: dict[str, Port], corners: list[Place]) -> Iterator[Thing]:
    n = grid.size
    lines = [line((k, 0), (k, n), role=Role.GRID) for k in range(n + 1)]
    lines += [line((0, k), (n, k), role=Role.GRID) for k in range(n + 1)]
    yield Thing("grid", "grid", tuple(lines))
    for before, after in pairwise(corners):
        yield Thing(f"path {before} {after}", "ray", ray(before, after, _HEAD))
    for name, ((x, y), slant) in grid.mirrors.items():
        near, far = (y + _INSET, y + 1 - _INSET) if slant == "/" else (y + 1 - _INSET, y + _INSET)
        middle = (x + 0.5, y + 0.5)
        tag = Tag(name, middle, (x, y) if slant == "\\" else (x, y + 1), gap=0.6)
        yield Thing(name, "mirror", (line((x + _INSET, near), (x + 1 - _INSET, far)),), (tag,))
    edge, (dx, dy) = rim(n, grid.enters), _INTO[grid.enters[0]]
    start = (float(edge[0]) - _OUT * dx, float(edge[1]) - _OUT * dy)
    yield Thing("entry", "arrow", arrow(start, edge, _HEAD))
    for name, port in exits.items():
        (dx, dy), at = _INTO[port[0]], exact(rim(n, port)).at
        tag = Tag(name, at, (at[0] + dx, at[1] + dy))
        yield Thing(f"exit {name}", "exit", (Dot(at, is_hollow=True),), (tag,))


def _claims(grid: Grid, exits: dict[str, Port], met: list[str], out: Port) -> Iterator[Claim]:
    everything = ("entry", *grid.mirrors, *(f"exit {name}" for name in exits))
    exit_ = next(name for name, port in exits.items() if port == out)
    yield Claim(("exit",), exit_, everything, others(exit_, exits))
    leaves = _WAYS[-_INTO[out[0]][0], -_INTO[out[0]][1]]
    yield Claim(("leaves",), leaves, everything, others(leaves, _WAYS.values()))
    for operation, name in (("first_mirror", met[0]), ("last_mirror", met[-1])):
        yield Claim((operation,), name, everything, others(name, grid.mirrors))
    for name in grid.mirrors:
        yield Claim(("hits", name), truth_value(name in met), everything)
        yield Claim(("twice", name), truth_value(met.count(name) == 2), everything)
        if name in met[:-1]:
            after = met[met.index(name) + 1]
            rivals = others(after, [other for other in grid.mirrors if other != name])
            yield Claim(("next_mirror", name), after, everything, rivals)
    untouched = len(grid.mirrors) - len(set(met))
    for what, number in (("reflections", len(met)), ("untouched", untouched)):
        yield Claim(("count", what), str(number), everything, wrong(number, *range(1, number + 4)))
    mirrors = tuple(grid.mirrors)
    yield Claim(("count", "mirrors"), str(len(mirrors)), mirrors, wrong(len(mirrors), *range(1, 14)))


def _places(grid: Grid, out: Port) -> Iterator[tuple[Expression, ExactPoint]]:
    for name, ((x, y), _) in grid.mirrors.items():
        yield ("mirror", name), exact((x + _HALF, y + _HALF))
    yield ("entry",), exact(rim(grid.size, grid.enters))
    yield ("way_out",), exact(rim(grid.size, out))
