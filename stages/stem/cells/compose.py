"""Cells at random: an outline with its layers, parts in it, and letters whose lines do not cross."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.cells.cell import Cell, Part

_LETTERS = "ABCDEFGH"
_MIN_LABELS, _MAX_LABELS = 3, 7
OUTSIDE = 130.0  # of a letter beyond the outline
_LETTERS_APART = 130.0  # at least
_NEAR = 45.0  # of the end of a line to another line, at least
_OFF, _NUCLEOLUS = 0.52, 0.28  # of a nucleus: its middle is no part of the nucleolus
_INSIDE = 25.0  # of a part to the layer around it
FLAGELLUM = 420.0  # its length
CAPSULE = -45.0  # inset of a layer that lies outside of the outline
_WALL = 36.0


def compose(random: Random) -> Cell:
    """Return a cell. Raises Unfit where parts or letters find no room."""
    kind = random.choice(list(MAKERS))
    cell = MAKERS[kind](random)
    cell.steps.insert(0, f"{kind} cell")
    if random.random() < 0.7:
        cell.put("cytoplasm", 40.0, inset=_WALL + _INSIDE)
    _label(cell)
    return cell


def _animal(random: Random) -> Cell:
    half = float(random.randint(520, 620)), float(random.randint(400, 480))
    cell = Cell(random, "animal", half, random.uniform(1.9, 2.4))
    cell.add_layer("cell membrane", 0.0)
    _nucleus(cell, random.uniform(120, 150), _INSIDE)
    _some(cell, "mitochondrion", 1, 6, 72.0, _INSIDE)
    _some(cell, "Golgi apparatus", 0, 1, 88.0, _INSIDE)
    _some(cell, "lysosome", 0, 5, 30.0, _INSIDE)
    _some(cell, "centrioles", 0, 1, 52.0, _INSIDE)
    return cell


def _plant(random: Random) -> Cell:
    half = float(random.randint(540, 640)), float(random.randint(420, 480))
    cell = Cell(random, "plant", half, random.uniform(5.0, 8.0))
    cell.add_layer("cell wall", 0.0)
    cell.add_layer("cell membrane", _WALL)
    inset = _WALL + _INSIDE
    cell.put("vacuole", random.uniform(170, 210), inset=inset)
    _nucleus(cell, random.uniform(95, 115), inset)
    _some(cell, "chloroplast", 2, 8, 62.0, inset)
    _some(cell, "mitochondrion", 1, 4, 50.0, inset)
    _some(cell, "Golgi apparatus", 0, 1, 70.0, inset)
    return cell


def _bacterium(random: Random) -> Cell:
    half = float(random.randint(600, 680)), float(random.randint(260, 310))
    cell = Cell(random, "bacterium", half, random.uniform(2.6, 3.4))
    if random.random() < 0.5:
        cell.add_layer("capsule", CAPSULE)
        cell.steps.append("with a capsule")
    cell.add_layer("cell wall", 0.0)
    cell.add_layer("cell membrane", _WALL)
    inset = _WALL + _INSIDE
    cell.put("nucleoid", random.uniform(120, 150), inset=inset, turned=False)
    _some(cell, "plasmid", 0, 4, 42.0, inset)
    _flagella(cell, random.choice((0, 1, 1, 2, 3)))
    return cell


MAKERS: dict[str, Callable[[Random], Cell]] = {"animal": _animal, "plant": _plant, "bacterium": _bacterium}


def _nucleus(cell: Cell, radius: float, inset: float) -> None:
    """Put the nucleus, and mostly a nucleolus in it."""
    cell.put("nucleus", radius, inset=inset, turned=False)
    if cell.random.random() < 0.75:
        (x, y), turn = cell.parts[-1].at, cell.random.uniform(0, math.tau)
        at = round(x + _OFF * radius * math.cos(turn)), round(y + _OFF * radius * math.sin(turn))
        cell.parts.append(Part("nucleolus", at, _NUCLEOLUS * radius))
        cell.steps.append("with a nucleolus")


def _some(cell: Cell, kind: str, low: int, high: int, radius: float, inset: float) -> None:
    n = cell.random.randint(low, high)
    for _ in range(n):
        cell.put(kind, radius, inset=inset)
    if n:
        cell.steps.append(f"{'one' if n == 1 else 'several'}: {kind}")


def _flagella(cell: Cell, n: int) -> None:
    """Put n flagella at the left end, each at the middle of its length."""
    for number in range(n):
        angle = math.pi + 0.34 * (number - (n - 1) / 2)
        x, y = cell.edge(angle)
        at = round(x + FLAGELLUM / 2 * math.cos(angle)), round(y + FLAGELLUM / 2 * math.sin(angle))
        cell.parts.append(Part("flagellum", at, 0.0, angle))
    if n:
        cell.steps.append(f"{'one' if n == 1 else 'several'}: flagellum")


def _label(cell: Cell) -> None:
    """Give letters to some parts, of most kinds to one alone, in their order round the cell."""
    wanted = cell.random.randint(_MIN_LABELS, _MAX_LABELS)
    order = cell.random.sample(range(len(cell.parts)), len(cell.parts))
    chosen: list[int] = []
    for index in order:
        kinds = [cell.parts[one].kind for one in chosen]
        is_new = cell.parts[index].kind not in kinds or cell.random.random() < 0.1
        if len(chosen) < wanted and is_new and _has_room(cell, [*chosen, index]):
            chosen.append(index)
    if len(chosen) < _MIN_LABELS:
        raise Unfit("few letters find room")
    clockwise = sorted(chosen, key=lambda index: -_angle(cell.parts[index]))
    cell.labels = dict(zip(_LETTERS, clockwise, strict=False))
    cell.steps += sorted({f"labelled {cell.parts[index].kind}" for index in chosen})


def _angle(part: Part) -> float:
    return math.atan2(part.at[1], part.at[0])


def letter_place(cell: Cell, part: Part) -> Point:
    """Return where the line of a part's letter begins, outside of the cell."""
    angle = _angle(part)
    x, y = cell.edge(angle)
    out = OUTSIDE
    if part.kind == "flagellum":  # beside it
        return part.at[0] + 20.0, part.at[1] + (out if part.at[1] >= 0 else -out)
    return x + out * math.cos(angle), y + out * math.sin(angle)


def _has_room(cell: Cell, indices: list[int]) -> bool:
    """Say whether the lines of these parts' letters are apart, and the end of each off the others."""
    ends = [(cell.parts[index].at, letter_place(cell, cell.parts[index])) for index in indices]
    for (at, out), (other_at, other_out) in combinations(ends, 2):
        if math.dist(out, other_out) < _LETTERS_APART or _cross(at, out, other_at, other_out):
            return False
        if min(_distance(at, other_at, other_out), _distance(other_at, at, out)) < _NEAR:
            return False
    return all(math.dist(at, out) > OUTSIDE / 2 for at, out in ends)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0


def _distance(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from a line between two others."""
    length = math.dist(a, b)
    part = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    part = min(max(part, 0.0), 1.0)
    return math.dist(point, (a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
