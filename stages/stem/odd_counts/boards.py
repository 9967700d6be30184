"""Boards with rows and columns, dice and playing cards, with any number of pips."""

from __future__ import annotations

import math
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.odd_counts.model import Build, Model, Part, ink, solid, star
from vlcorpus.stages.stem.odd_counts.objects import box
from vlcorpus.stages.stem.strokes import stroked

# Where a die has its pips, in columns and rows of three.
_FACES: dict[int, tuple[Point, ...]] = {
    1: ((1, 1),),
    2: ((0, 2), (2, 0)),
    3: ((0, 2), (1, 1), (2, 0)),
    4: ((0, 0), (0, 2), (2, 0), (2, 2)),
    5: ((0, 0), (0, 2), (1, 1), (2, 0), (2, 2)),
    6: ((0, 0), (0, 1), (0, 2), (2, 0), (2, 1), (2, 2)),
    7: ((0, 0), (0, 1), (0, 2), (1, 1), (2, 0), (2, 1), (2, 2)),
    8: ((0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)),
    9: tuple((x, y) for x in range(3) for y in range(3)),
}
# Where a playing card has its pips: columns -1, 0, 1 and rows from -1 to 1.
_THIRD = 1 / 3
_PAIRS = ((-1, 1), (1, 1), (-1, -1), (1, -1))
_FOURS = (*_PAIRS, (-1, _THIRD), (1, _THIRD), (-1, -_THIRD), (1, -_THIRD))
_CARDS: dict[int, tuple[Point, ...]] = {
    2: ((0, 1), (0, -1)),
    3: ((0, 1), (0, 0), (0, -1)),
    4: _PAIRS,
    5: (*_PAIRS, (0, 0)),
    6: (*_PAIRS, (-1, 0), (1, 0)),
    7: (*_PAIRS, (-1, 0), (1, 0), (0, 0.5)),
    8: (*_PAIRS, (-1, 0), (1, 0), (0, 0.5), (0, -0.5)),
    9: (*_FOURS, (0, 0)),
    10: (*_FOURS, (0, 2 * _THIRD), (0, -2 * _THIRD)),
}
CARD_RANKS = tuple(_CARDS)


def board(random: Random, rows: int, columns: int) -> Model:
    """Return a chequered board. Its columns are drawn by its rows, and have only places."""
    side = 1000.0 / max(rows, columns)
    drawn = []
    for row in range(rows):
        low = (rows - 1 - row) * side
        squares = [
            solid(
                box(c * side, low, (c + 1) * side, low + side),
                None,
                Role.FULL if (row + c) % 2 else Role.PAPER,
            )
            for c in range(columns)
        ]
        drawn.append(Part(tuple(squares), (0.5 * side, low + 0.5 * side)))
    tops = tuple(Part((), ((c + 0.5) * side, (rows - 0.5) * side)) for c in range(columns))
    return Model((), {"row": tuple(drawn), "column": tops})


def noughts(random: Random, rows: int, columns: int) -> Model:
    """Return an empty board for noughts and crosses: lines between its cells, no border."""
    side = 1000.0 / max(rows, columns)
    width, height = columns * side, rows * side
    lines = [Shape(Role.LINE, polyline([(n * side, 0), (n * side, height)])) for n in range(1, columns)]
    lines += [Shape(Role.LINE, polyline([(0, n * side), (width, n * side)])) for n in range(1, rows)]
    left = tuple(Part((), (0.5 * side, height - (n + 0.5) * side)) for n in range(rows))
    top = tuple(Part((), ((n + 0.5) * side, height - 0.5 * side)) for n in range(columns))
    return Model(tuple(lines), {"row": left, "column": top})


def die(random: Random, count: int, hue: str | None) -> Model:
    face = solid(box(0, 0, 600, 600), hue)
    pips = [(300 + 185 * (x - 1), 300 + 185 * (y - 1)) for x, y in _FACES[count]]
    return Model((face,), {"pip": tuple(Part((ink(at, 58),), at) for at in pips)})


def playing_card(random: Random, count: int, rank: int) -> Model:
    """Return a card of a rank with so many pips: one is left out, or one is added where there is room."""
    places = list(_CARDS[rank])
    missing: list[Point] = []
    extra: list[Point] = []
    while len(places) > count:
        missing.append(places.pop(random.randrange(len(places))))
    if len(places) < count:
        free = [(x, y) for x in (-1, 0, 1) for y in (-0.5, 0, 0.5) if _is_free((x, y), places)]
        extra = random.sample(free, count - len(places))
        places += extra

    def at(place: Point) -> Point:
        return 350 + 165 * place[0], 500 + 330 * place[1]

    draw = random.choice((_diamond, _heart, _star))
    red = "red" if draw in (_diamond, _heart) else None
    pips = tuple(
        Part((Shape(Role.AREA if red else Role.FULL, draw(at(place)), red),), at(place))
        for place in sorted(places)
    )
    text = str(rank)
    corners = [
        Shape(Role.LINE, stroked(text, (75, 922), 80), red),
        Shape(Role.LINE, stroked(text, (625, 78), 80, math.pi), red),
    ]
    frame = solid(box(0, 0, 700, 1000), None, Role.PAPER)
    return Model(
        (frame, *corners),
        {"pip": pips},
        (),
        {"pip": tuple(map(at, missing))},
        {"pip": tuple(map(at, extra))},
        rank,
    )


def _is_free(place: Point, places: list[Point]) -> bool:
    """Tell whether a pip there would stand apart from the others."""
    return all(abs(place[0] - x) * 165 > 120 or abs(place[1] - y) * 330 > 140 for x, y in places)


def _diamond(at: Point) -> Path:
    x, y = at
    return polyline([(x, y + 68), (x + 50, y), (x, y - 68), (x - 50, y)], closed=True)


def _heart(at: Point) -> Path:
    x, y = at
    outline = [(0, -62), (-52, 0), (-45, 48), (-12, 45), (0, 25), (12, 45), (45, 48), (52, 0)]
    return smooth([(x + a, y + b) for a, b in outline], closed=True)


def _star(at: Point) -> Path:
    return star(at, 62)


BUILDS: dict[str, Build] = {"die": die}
