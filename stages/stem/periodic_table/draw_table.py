"""An excerpt of the periodic table as things to be drawn: its cells, headers, and the legend of colours."""

from __future__ import annotations

from collections.abc import Iterator

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.periodic_table.picture import Cell, Picture

SIDE = 100.0  # of a cell
# Of each part of a cell that shows several: where its middle is, its size, and the room that it has.
_PARTS: dict[str, tuple[Point, float, tuple[float, float]]] = {
    "number": ((0, 33), 0.62, (60, 24)),
    "symbol": ((0, 4), 1.25, (80, 46)),
    "name": ((0, -24), 0.55, (94, 22)),
    "mass": ((0, -38), 0.55, (88, 18)),
}
_WITHOUT_NAME = {"mass": ((0.0, -32.0), 0.6, (88.0, 22.0))}
_LETTER_ROOM = (70.0, 46.0)
_LEGEND_GAP, _LEGEND_LINE, _SQUARE = 90.0, 62.0, 19.0


def table_things(picture: Picture) -> tuple[Thing, ...]:
    cells = [_cell(cell) for cell in picture.cells]
    headers = _headers(picture) if picture.has_headers else ()
    return (*cells, *headers, *_legend(picture))


def middle(cell: Cell) -> Point:
    return SIDE * cell.element.group, -SIDE * cell.element.period


def _cell(cell: Cell) -> Thing:
    x, y = middle(cell)
    role = Role.SOLID if cell.color else Role.PAPER
    shape = Shape(role, _square((x, y), SIDE / 2), cell.color)
    return Thing(cell.thing, "cell", (shape,), tuple(_tags(cell, (x, y))))


def _tags(cell: Cell, at: Point) -> Iterator[Tag]:
    texts = {
        "number": str(cell.element.number),
        "symbol": cell.element.symbol,
        "name": cell.element.name,
        "mass": cell.element.mass,
    }
    for part in cell.shows:
        place, size, room = _PARTS[part]
        if part == "mass" and "name" not in cell.shows:
            place, size, room = _WITHOUT_NAME["mass"]
        yield Tag(texts[part], (at[0] + place[0], at[1] + place[1]), room=room, size=size, on=cell.color)
    if cell.letter:
        yield Tag(cell.letter, at, room=_LETTER_ROOM, size=1.25, on=cell.color)


def _headers(picture: Picture) -> Iterator[Thing]:
    """Yield the numbers of the groups above their first cells, and of the periods left of the first ones."""
    groups = sorted({cell.element.group for cell in picture.cells})
    periods = sorted({cell.element.period for cell in picture.cells})
    for group in groups:
        top = min(cell.element.period for cell in picture.cells if cell.element.group == group)
        yield _header(f"group {group}", str(group), (SIDE * group, -SIDE * top + 0.75 * SIDE))
    for period in periods:
        left = min(cell.element.group for cell in picture.cells if cell.element.period == period)
        yield _header(f"period {period}", str(period), (SIDE * left - 0.75 * SIDE, -SIDE * period))


def _header(name: str, text: str, at: Point) -> Thing:
    ground = Shape(Role.SHADE, _square(at, 20.0), strength=0.0)
    return Thing(name, "header", (ground,), (Tag(text, at, room=(40.0, 32.0), size=0.8),))


def _legend(picture: Picture) -> Iterator[Thing]:
    left = min(SIDE * cell.element.group for cell in picture.cells) - SIDE / 2 + _SQUARE
    low = min(-SIDE * cell.element.period for cell in picture.cells) - SIDE / 2
    for number, (kind, color) in enumerate(picture.legend.items()):
        y = low - _LEGEND_GAP * 0.6 - number * _LEGEND_LINE
        shape = Shape(Role.SOLID, _square((left, y), _SQUARE), color)
        at = (left + 2 * _SQUARE + 95.0, y)
        yield Thing(f"legend {kind}", "legend", (shape,), (Tag(kind, at, room=(170.0, 40.0), size=0.9),))


def _square(at: Point, half: float) -> Path:
    x, y = at
    corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    return polyline(corners, closed=True)
