"""Atoms as things to be drawn: nuclei with shells, boxes with arrows, symbols of nuclides on cards."""

from __future__ import annotations

import math
from collections.abc import Iterator

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.schemas.stem.elements import BY_NUMBER
from vlcorpus.stages.stem.periodic_table.facts import written_charge
from vlcorpus.stages.stem.periodic_table.picture import Atom, Picture

APART = 1000.0  # the middles of two diagrams of shells
_NUCLEUS, _FIRST, _STEP = 95.0, 190.0, 85.0  # radii: of the nucleus, the first shell, and between two
# Of arcs: radii of the nucleus and of the first, what is between two, and half an arc's angle.
_ARC_NUCLEUS, _ARC, _ARC_STEP, _ARC_HALF = 150.0, 255.0, 140.0, math.radians(34)
_NAME_GAP, _NAME = 125.0, 60.0  # from a diagram down to the middle of its name, and half the room for it
_ELECTRON = 22.0  # radius
_PAIR = math.radians(9)  # between two electrons that are drawn as a pair, at the first shell
BOX, _BETWEEN = 100.0, 40.0  # side of a box, and between two subshells
_ROW = 330.0  # between two rows of boxes
_CARD, _CARDS_APART, _COLUMNS = (250.0, 190.0), (310.0, 320.0), 3


def atom_things(picture: Picture) -> tuple[Thing, ...]:
    draw = {"shells": _shells, "boxes": _boxes, "nuclides": _nuclide}[picture.kind]
    made = (thing for k, name in enumerate(picture.atoms) for thing in draw(picture, name, k))
    return tuple(made)


def _shells(picture: Picture, name: str, k: int) -> Iterator[Thing]:
    atom, at = picture.atoms[name], (APART * k, 0.0)
    nucleus = _NUCLEUS if picture.has_dots else _ARC_NUCLEUS
    tags = _nucleus_tags(atom, at, nucleus)
    outer = _FIRST + (len(atom.shells) - 1) * _STEP if picture.has_dots else nucleus
    below = (at[0], -outer - _NAME_GAP)
    tags.append(Tag(name, below, room=(2 * _NAME, 2 * _NAME), size=1.2))
    shapes = [Shape(Role.SHADE, arc(below, _NAME), strength=0.0), Shape(Role.PAPER, arc(at, nucleus))]
    if picture.has_dots:
        shapes += [Shape(Role.HELPER, arc(at, _FIRST + number * _STEP)) for number in range(len(atom.shells))]
    else:
        for number, electrons in enumerate(atom.shells):
            radius = _ARC + number * _ARC_STEP
            shapes += _arc_shapes(at, radius)
            tags.append(Tag(str(electrons), (at[0] + radius, at[1]), room=(90.0, 90.0)))
    yield Thing(f"atom {name}", "atom", tuple(shapes), tuple(tags))
    if picture.has_dots:
        yield from _electrons(name, atom, at)


def _nucleus_tags(atom: Atom, at: Point, radius: float) -> list[Tag]:
    """Return the charge of the nucleus, or its protons and neutrons in two lines."""
    if atom.neutrons is None:
        return [Tag(f"+{atom.protons}", at, room=(1.4 * radius, 0.9 * radius))]
    up, room = 0.36 * radius, (1.35 * radius, 0.6 * radius)
    return [
        Tag(f"{atom.protons} p", (at[0], at[1] + up), room=room),
        Tag(f"{atom.neutrons} n", (at[0], at[1] - up), room=room),
    ]


def _arc_shapes(at: Point, radius: float) -> list[Shape]:
    """Return an arc to the right, with a gap in which its number stands."""
    gap = 62.0 / radius
    return [
        Shape(Role.LINE, arc(at, radius, gap, _ARC_HALF - gap)),
        Shape(Role.LINE, arc(at, radius, -gap, gap - _ARC_HALF)),
    ]


def _electrons(name: str, atom: Atom, at: Point) -> Iterator[Thing]:
    number = 0
    for shell, electrons in enumerate(atom.shells):
        radius = _FIRST + shell * _STEP
        for angle in _angles(electrons, _PAIR * _FIRST / radius):
            number += 1
            place = at[0] + radius * math.cos(angle), at[1] + radius * math.sin(angle)
            disc = Shape(Role.FULL, arc(place, _ELECTRON))
            yield Thing(f"electron {name} {number}", "electron", (disc,))


def _angles(electrons: int, half: float) -> list[float]:
    """Return where electrons stand: one on each of four sides, then each with a second beside it."""
    if electrons == 2:
        return [math.pi / 2, -math.pi / 2]
    sides = [math.pi / 2, 0.0, -math.pi / 2, math.pi]
    n_pairs = max(0, electrons - 4)
    found = []
    for number, side in enumerate(sides[:electrons]):
        found += [side - 1.3 * half, side + 1.3 * half] if number < n_pairs else [side]
    return found


def _boxes(picture: Picture, name: str, k: int) -> Iterator[Thing]:
    """Yield a row of boxes, its name in front and the names of subshells below."""
    x, y = 0.0, -_ROW * k
    shapes: list[Shape] = []
    tags = [Tag(name, (x - 110.0, y), room=(70.0, 70.0), size=1.2)]
    shapes.append(Shape(Role.SHADE, _rectangle((x - 110.0, y), 35.0, 35.0), strength=0.0))
    for subshell, boxes in picture.atoms[name].subshells:
        width = BOX * len(boxes)
        for number, box in enumerate(boxes):
            middle = (x + (number + 0.5) * BOX, y)
            shapes.append(Shape(Role.PAPER, _rectangle(middle, BOX / 2, BOX / 2)))
            shapes += _arrows(box, middle)
        under = (x + width / 2, y - 0.85 * BOX)
        shapes.append(Shape(Role.SHADE, _rectangle(under, 45.0, 26.0), strength=0.0))
        tags.append(Tag(subshell, under, room=(84.0, 50.0)))
        x += width + _BETWEEN
    yield Thing(f"atom {name}", "atom", tuple(shapes), tuple(tags))


def _arrows(box: str, middle: Point) -> Iterator[Shape]:
    """Yield an arrow for each electron, with half a head outside, as textbooks draw them."""
    offsets = [0.0] if len(box) == 1 else [-20.0, 20.0]
    for sign, offset in zip(box, offsets, strict=False):
        up = 1 if sign == "u" else -1
        x, tip, tail = middle[0] + offset, middle[1] + up * 34.0, middle[1] - up * 34.0
        yield Shape(Role.MARK, polyline([(x, tail), (x, tip)]))
        head = [(x - 11.0, tip - up * 20.0), (x, tip), (x + 11.0, tip - up * 20.0)]
        yield Shape(Role.MARK, polyline(head))


def _nuclide(picture: Picture, name: str, k: int) -> Iterator[Thing]:
    atom = picture.atoms[name]
    x, y = at = _card_place(k)
    symbol = BY_NUMBER[atom.protons].symbol
    half = 48.0 if len(symbol) == 2 else 30.0
    left, right, room = x - half - 26.0, x + half + 22.0, (52.0, 34.0)
    tags = [
        Tag(symbol, at, room=(2 * half, 62.0), size=1.7),
        Tag(str(atom.protons + (atom.neutrons or 0)), (left, y + 34.0), room=room, size=0.9),
        Tag(str(atom.protons), (left, y - 32.0), room=room, size=0.9),
    ]
    if atom.charge:
        text = written_charge(atom.charge).removeprefix("1").replace("-", "−")
        tags.append(Tag(text, (right, y + 34.0), room=(44.0, 34.0), size=0.9))
    tags.append(Tag(name, (x, y - _CARD[1] / 2 - 45.0), is_centered=True))
    card = Shape(Role.PAPER, _rectangle(at, _CARD[0] / 2, _CARD[1] / 2))
    yield Thing(f"atom {name}", "atom", (card,), tuple(tags))


def _card_place(k: int) -> Point:
    return _CARDS_APART[0] * (k % _COLUMNS), -_CARDS_APART[1] * (k // _COLUMNS)


def nuclide_room() -> tuple[Point, Point]:
    """Return corners of the row of cards, also where some are missing: cards are of one size."""
    right = (_COLUMNS - 1) * _CARDS_APART[0] + _CARD[0] / 2
    return (-_CARD[0] / 2, -_CARD[1] / 2 - 80.0), (right, _CARD[1] / 2)


def _rectangle(at: Point, half_width: float, half_height: float) -> Path:
    x, y = at
    left, right, low, high = x - half_width, x + half_width, y - half_height, y + half_height
    return polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)
