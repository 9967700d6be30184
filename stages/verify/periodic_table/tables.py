"""What can be said of a part of the periodic table: of its cells, and of what stands beside them."""

from __future__ import annotations

from collections import Counter

from vlcorpus.schemas.stem import elements
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.periodic_table.elements import BY_PLACE
from vlcorpus.stages.verify.periodic_table.picture import Cell, Picture

XY = tuple[float, float]


def letter(picture: Picture, e: str) -> str:
    found = _cell_of(picture, e).letter
    if found is None:
        raise Unknown(f"no letter stands for {e}")
    return found


def right_of(picture: Picture, x: str) -> str:
    return _beside(picture, x, 1, 0)


def left_of(picture: Picture, x: str) -> str:
    return _beside(picture, x, -1, 0)


def below(picture: Picture, x: str) -> str:
    return _beside(picture, x, 0, 1)


def above(picture: Picture, x: str) -> str:
    return _beside(picture, x, 0, -1)


def _beside(picture: Picture, x: str, groups: int, periods: int) -> str:
    element = picture.cell(x).element
    found = BY_PLACE.get((element.group + groups, element.period + periods))
    if found is None:
        raise Unknown(f"there is no element beside {element.symbol} on that side")
    return found.symbol


def mass(picture: Picture, x: str) -> str:
    cell = picture.cell(x)
    if "mass" not in cell.shows:
        raise Unknown(f"no mass is written in the cell of {x}")
    return elements.BY_SYMBOL[cell.element.symbol].mass


def color(picture: Picture, x: str) -> str:
    found = picture.cell(x).color
    if found is None:
        raise Unknown(f"the cell of {x} has no colour")
    return found


def count(picture: Picture, what: str) -> str:
    colors = Counter(cell.color for cell in picture.cells if cell.color)
    numbers = {
        "cells": len(picture.cells),
        "letters": sum(cell.letter is not None for cell in picture.cells),
        "blanks": sum(cell.is_blank for cell in picture.cells),
    }
    if not picture.cells or what not in numbers | colors:
        raise Unknown(f"no {what!r} are counted")
    return str((numbers | colors)[what])


def cell(picture: Picture, x: str) -> XY:
    return _middle(picture.cell(x))


def cell_of(picture: Picture, e: str) -> XY:
    found = _cell_of(picture, e)
    if found.letter is None and not found.names_element:
        raise Unknown(f"nothing in the cell says that it is of {e}")
    return _middle(found)


def _cell_of(picture: Picture, symbol: str) -> Cell:
    """Return the cell of an element, whatever is written in it."""
    found = [cell for cell in picture.cells if cell.element.symbol == symbol]
    if not found:
        raise Unknown(f"there is no cell of {symbol!r}")
    return found[0]


def _middle(cell: Cell) -> XY:
    return 100 * cell.element.group, -100 * cell.element.period
