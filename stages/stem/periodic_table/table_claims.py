"""What holds of an excerpt of the periodic table: its letters, neighbours, colours and cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.elements import ELEMENTS, Element
from vlcorpus.stages.stem.periodic_table.facts import neighbor
from vlcorpus.stages.stem.periodic_table.picture import Picture
from vlcorpus.stages.stem.periodic_table.tables import COLORS

_WAYS = {"right_of": (1, 0), "left_of": (-1, 0), "below": (0, 1), "above": (0, -1)}


def table_claims(picture: Picture, named: Mapping[str, tuple[Element, tuple[str, ...]]]) -> Iterator[Claim]:
    if picture.kind != "table":
        return
    yield from _letters(picture)
    for name, (element, seen) in named.items():
        for operation, (right, down) in _WAYS.items():
            if (beside := neighbor(element, right, down)) is not None:
                near = [
                    other.symbol
                    for other in ELEMENTS
                    if other is not beside and abs(other.number - beside.number) <= 3
                ]
                yield Claim((operation, name), beside.symbol, seen, tuple(near))
    yield from _looks(picture)
    yield from _counts(picture)


def _letters(picture: Picture) -> Iterator[Claim]:
    letters = [cell.letter for cell in picture.cells if cell.letter]
    things = tuple(cell.thing for cell in picture.cells if cell.letter)
    for cell in picture.cells:
        if cell.letter:
            rivals = tuple(letter for letter in letters if letter != cell.letter)
            yield Claim(("letter", cell.element.symbol), cell.letter, things, rivals)


def _looks(picture: Picture) -> Iterator[Claim]:
    for cell in picture.cells:
        if cell.name and "mass" in cell.shows:
            near = [other.mass for other in ELEMENTS if 0 < abs(other.number - cell.element.number) <= 3]
            rivals = tuple(dict.fromkeys(mass for mass in near if mass != cell.element.mass))
            yield Claim(("mass", cell.name), cell.element.mass, (cell.thing,), rivals)
        if cell.name and cell.color:
            rivals = tuple(color for color in COLORS if color != cell.color)
            yield Claim(("color", cell.name), cell.color, (cell.thing,), rivals)


def _counts(picture: Picture) -> Iterator[Claim]:
    counted = {
        "cells": picture.cells,
        "letters": [cell for cell in picture.cells if cell.letter],
        "blanks": [cell for cell in picture.cells if not cell.letter and not cell.shows],
    }
    for color in sorted({cell.color for cell in picture.cells if cell.color}):
        counted[color] = [cell for cell in picture.cells if cell.color == color]
    for what, cells in counted.items():
        n = len(cells)
        rivals = tuple(str(k) for k in range(n - 3, n + 4) if k != n and k >= 0)
        yield Claim(("count", what), str(n), tuple(cell.thing for cell in cells), rivals)
