"""Excerpts of the periodic table at random: which cells, what is written in them, and their colours."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.elements import ELEMENTS, KINDS, Element
from vlcorpus.schemas.stem.periodic_table import LETTERS
from vlcorpus.stages.stem.periodic_table.picture import Cell, Picture

COLORS = ("red", "blue", "green", "orange", "purple")
_AT = {(element.group, element.period): element for element in ELEMENTS}
_FEWEST = 5  # cells
_MOST_OF_NAMES = 5  # columns: names are long
_MOST_OF_NUMBERS = 9
_SHOWS = (
    ("symbol",),
    ("number", "symbol"),
    ("number", "symbol", "name"),
    ("number", "symbol", "mass"),
    ("number", "symbol", "name", "mass"),
)


def compose_table(random: Random) -> Picture:
    """Return an excerpt with letters. Raises Unfit where nothing says which excerpt it is."""
    family = random.choice(list(EXCERPTS))
    elements = EXCERPTS[family](random)
    picture = Picture("table", [family])
    columns = len({element.group for element in elements})
    choices = [
        shows
        for shows in _SHOWS
        if (columns <= _MOST_OF_NAMES or "name" not in shows)
        and (columns <= _MOST_OF_NUMBERS or shows == ("symbol",))
    ]
    shows = random.choice(choices)
    picture.cells = [Cell(element, shows) for element in elements]
    picture.steps.append(f"cells with {' and '.join(shows)}")
    _put_letters(picture, random)
    _color(picture, random)
    picture.has_headers = columns <= _MOST_OF_NUMBERS and random.random() < 0.35
    if picture.has_headers:
        picture.steps.append("numbers of groups and periods")
    return picture


def _block(groups: range, periods: range) -> list[Element]:
    return [_AT[group, period] for period in periods for group in groups if (group, period) in _AT]


def _outline(random: Random) -> list[Element]:
    return _block(range(1, 19), range(1, random.randint(4, 5)))


def _right_block(random: Random) -> list[Element]:
    first, last = random.randint(13, 15), random.randint(16, 18)
    low = random.randint(2, 4)
    return _block(range(first, last + 1), range(low, low + random.randint(2, 3)))


def _left_block(random: Random) -> list[Element]:
    low = random.randint(1, 4)
    return _block(range(1, random.randint(3, 7)), range(low, min(low + random.randint(2, 4), 6)))


def _transition_block(random: Random) -> list[Element]:
    first = random.randint(4, 8)
    low = random.randint(4, 5)
    return _block(range(first, first + random.randint(4, 6)), range(low, low + random.randint(1, 7 - low)))


def _cross(random: Random) -> list[Element]:
    """Return an element with those above, below and beside it."""
    around = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
    middles = [at for at in _AT if all((at[0] + dx, at[1] + dy) in _AT for dx, dy in around)]
    x, y = random.choice(middles)
    return sorted((_AT[x + dx, y + dy] for dx, dy in around), key=lambda element: element.number)


def _fragment(random: Random) -> list[Element]:
    """Return cells that hang together, grown one by one."""
    at = random.choice(list(_AT))
    found = {at}
    for _ in range(60):
        x, y = random.choice(sorted(found))
        dx, dy = random.choice(((1, 0), (-1, 0), (0, 1), (0, -1)))
        if (x + dx, y + dy) in _AT and len(found) < 9:
            found.add((x + dx, y + dy))
    if len(found) < 5:
        raise Unfit("a small fragment")
    return sorted((_AT[place] for place in found), key=lambda element: element.number)


def _one_period(random: Random) -> list[Element]:
    """Return neighbours in a period: not beryllium and boron, with a gap between them."""
    period = random.randint(2, 6)
    row = _block(range(13 if period < 4 else 4, 19), range(period, period + 1))
    first = random.randint(0, len(row) - _FEWEST)
    return row[first : first + random.randint(_FEWEST, 8)]


def _one_group(random: Random) -> list[Element]:
    group = random.choice((1, 2, *range(13, 19)))
    column = _block(range(group, group + 1), range(1, 7))
    return column[random.randint(0, 1) :]


EXCERPTS: dict[str, Callable[[Random], list[Element]]] = {
    "outline of the table": _outline,
    "block on the right": _right_block,
    "block on the left": _left_block,
    "block of transition metals": _transition_block,
    "cross of five cells": _cross,
    "fragment": _fragment,
    "one period": _one_period,
    "one group": _one_group,
}


def _put_letters(picture: Picture, random: Random) -> None:
    """Put letters into some cells, and empty others; what is left says which excerpt it is."""
    cells = picture.cells
    if len(cells) < _FEWEST:
        raise Unfit("few cells")
    n = random.randint(2, min(6, len(cells) - 2))
    for letter, cell in zip(LETTERS, sorted(random.sample(cells, n), key=cells.index), strict=False):
        cell.letter = letter
        keeps = [part for part in ("number", "mass") if part in cell.shows and random.random() < 0.15]
        cell.shows = tuple(keeps)
    plain = [cell for cell in cells if not cell.letter]
    most = 5 if picture.steps[0] == "outline of the table" else len(plain)
    n_left = random.randint(1, min(most, len(plain)))
    kept = set(map(id, random.sample(plain, n_left)))
    for cell in plain:
        if id(cell) not in kept:
            cell.shows = ()
    if any(cell.letter and cell.shows for cell in cells):
        picture.steps.append("letters beside numbers")
    if len(kept) < len(plain):
        picture.steps.append("blank cells")


def _color(picture: Picture, random: Random) -> None:
    """Colour the cells by the kinds of their elements, with a legend, or some of them, or none."""
    way = random.random()
    if way < 0.2:
        kinds = [kind for kind in KINDS if any(cell.element.kind == kind for cell in picture.cells)]
        if len(kinds) < 2 or any(cell.element.kind is None for cell in picture.cells):
            return
        picture.legend = dict(zip(kinds, random.sample(COLORS, len(kinds)), strict=True))
        for cell in picture.cells:
            cell.color = picture.legend[cell.element.kind or ""]
        picture.steps.append("coloured by kind, with a legend")
    elif way < 0.45:
        colors = random.sample(COLORS, random.randint(1, 2))
        for cell in picture.cells:
            cell.color = random.choice(colors) if random.random() < 0.35 else None
        if any(cell.color for cell in picture.cells):
            picture.steps.append("some cells coloured")
