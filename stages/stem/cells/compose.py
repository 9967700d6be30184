"""Cells at random: an outline with its layers, parts in it, and letters."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.cells.cell import FLAGELLUM, Cell, Part
from vlcorpus.stages.stem.cells.leaders import add_letter, direction

_LETTERS = "ABCDEFGH"
_MIN_LABELS, _MAX_LABELS = 3, 7
_OFF, _NUCLEOLUS = 0.52, 0.28  # of a nucleus: its middle is no part of the nucleolus
_INSIDE = 25.0  # of a part to the layer around it
CAPSULE = -60.0  # inset of a layer that lies outside of the outline
WALL = 60.0  # how thick it is: the inset of a membrane within it


def compose(random: Random) -> Cell:
    """Return a cell. Raises Unfit where parts or letters find no room."""
    kind = random.choice(list(MAKERS))
    cell = MAKERS[kind](random)
    cell.steps.insert(0, f"{kind} cell")
    if random.random() < 0.7:
        cell.put("cytoplasm", 60.0, inset=WALL + _INSIDE)
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
    cell.add_layer("cell membrane", WALL)
    inset = WALL + _INSIDE
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
    cell.add_layer("cell membrane", WALL)
    inset = WALL + _INSIDE
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
    for index in order:
        kinds = [cell.parts[one].kind for one in cell.letters_at]
        is_new = cell.parts[index].kind not in kinds or cell.random.random() < 0.1
        if len(kinds) < wanted and is_new:
            add_letter(cell, index)
    if len(cell.letters_at) < _MIN_LABELS:
        raise Unfit("few letters find room")
    clockwise = sorted(cell.letters_at, key=lambda index: -direction(cell.letters_at[index]))
    cell.labels = dict(zip(_LETTERS, clockwise, strict=False))
    cell.steps += sorted({f"labelled {cell.parts[index].kind}" for index in clockwise})
