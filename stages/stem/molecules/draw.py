"""Molecules as things to be drawn: bonds, letters of atoms or their balls, numbers beside, names below."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from rdkit import Chem

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.molecules.labels import Written, atom_label
from vlcorpus.stages.stem.molecules.picture import ALONE, Drawn, Picture
from vlcorpus.stages.stem.segments import off_segment

KINDS = {1: "single bond", 2: "double bond", 3: "triple bond"}
_SPREAD = 9.0  # of the lines of a bond from its middle
_RING_SPREAD = 18.0  # of the second line, within a ring
_RING_SHORT = 0.14  # of its length, at each end
_BALL = {"H": 22.0, "C": 31.0, "N": 31.0, "O": 31.0, "F": 31.0}  # radii
_BIG_BALL = 35.0
_BALL_BOX = 0.85  # half the side of the box that it takes, in radii: its corners are empty
_HUES = {
    "C": "gray",
    "N": "blue",
    "O": "red",
    "S": "orange",
    "F": "green",
    "Cl": "green",
    "Br": "brown",
    "I": "purple",
}
_LETTER_SIZE, _MARK_SIZE, _NAME_SIZE = 1.25, 0.95, 1.2  # of texts, in the style's usual one
_MARK = 17.0  # radius of the disc in which a mark's number stands
_MARK_CLEAR = 23.0  # from it to bonds
_NEARER = 1.55  # so many times as far is any other atom from a mark
_NAME_BELOW = 110.0
_LINE = 62.0  # height of a line of masses
_WIDTH = 600.0  # least width and height of all: letters are of the size of bonds
_DIRECTIONS = 16
_MARK_RADII = (40.0, 48.0, 56.0, 66.0)  # distances of a mark from its atom
_NEAR = 240.0  # what is further away hides no mark
Box = tuple[float, float, float, float]


def things(picture: Picture) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted. Raises Unfit where letters overlap."""
    writings = {
        (name, index): written
        for name, drawn in picture.molecules.items()
        for index, written in _writings(picture, drawn).items()
    }
    boxes = _boxes(picture, writings)
    if any(_overlap(one, other) for one, other in combinations(boxes, 2)):
        raise Unfit("letters overlap")
    made = []
    for name, drawn in picture.molecules.items():
        own = {index: texts for (of, index), texts in writings.items() if of == name}
        made += [*_bonds(name, drawn, own), *_atoms(picture, name, drawn, own)]
    made += _marks(picture, boxes)
    made += _names(picture, boxes)
    return (*made, *_masses(picture, made))


def _boxes(picture: Picture, writings: dict[tuple[str, int], list[Written]]) -> list[Box]:
    """Return what letters take, or balls."""
    if picture.drawing != "balls":
        return [one.box for texts in writings.values() for one in texts]
    found = []
    for drawn in picture.molecules.values():
        for atom, place in zip(drawn.shown.GetAtoms(), drawn.places, strict=True):
            found.append(_square(place, _BALL_BOX * _BALL.get(atom.GetSymbol(), _BIG_BALL)))
    return found


def room(made: tuple[Thing, ...]) -> tuple[Point, Point]:
    """Return corners of a square about all things that is not small, so that bonds are not huge."""
    left, low, right, high = _bounds(made)
    x, y = (left + right) / 2, (low + high) / 2
    half = _WIDTH / 2
    return (x - half, y - half), (x + half, y + half)


def bond_name(molecule: str, bond: Chem.Bond) -> str:
    return f"{molecule} bond {bond.GetIdx()}"


def atom_name(molecule: str, atom: Chem.Atom) -> str:
    return f"{molecule} {atom.GetSymbol()} {atom.GetIdx()}"


def _writings(picture: Picture, drawn: Drawn) -> dict[int, list[Written]]:
    """Return what is written for the atoms that are not bare corners, by their indices."""
    found = {}
    for atom in drawn.shown.GetAtoms():
        if picture.drawing == "skeletal" and atom.GetSymbol() == "C":
            continue
        found[atom.GetIdx()] = atom_label(atom, drawn.places)
    return found


def _bonds(name: str, drawn: Drawn, writings: dict[int, list[Written]]) -> Iterator[Thing]:
    for bond in drawn.shown.GetBonds():
        order = int(bond.GetBondTypeAsDouble())
        shape = Shape(Role.LINE, _bond_path(drawn, bond, order, writings))
        yield Thing(bond_name(name, bond), KINDS[order], (shape,))


def _bond_path(drawn: Drawn, bond: Chem.Bond, order: int, writings: dict[int, list[Written]]) -> Path:
    ends = bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()
    a, b = (drawn.places[end] for end in ends)
    length = math.dist(a, b)
    across = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
    path = Path(())
    for offset, short in _lines(drawn, bond, order, across):
        start, end = ((x + offset * across[0], y + offset * across[1]) for x, y in (a, b))
        first = max(_inside(writings.get(ends[0], []), start, end), short if ends[0] not in writings else 0)
        last = max(_inside(writings.get(ends[1], []), end, start), short if ends[1] not in writings else 0)
        if (1 - first - last) * length < 0.3 * length:
            raise Unfit("a bond is hidden by letters")
        path += polyline([_between(start, end, first), _between(end, start, last)])
    return path


def _lines(drawn: Drawn, bond: Chem.Bond, order: int, across: Point) -> list[tuple[float, float]]:
    """Return the lines of a bond: how far each is off the middle, and by what part it is short at corners."""
    if order == 1:
        return [(0.0, 0.0)]
    if order == 3:
        return [(0.0, 0.0), (1.6 * _SPREAD, 0.0), (-1.6 * _SPREAD, 0.0)]
    toward = _toward_ring(drawn, bond, across)
    if toward:
        return [(0.0, 0.0), (toward * _RING_SPREAD, _RING_SHORT)]
    return [(_SPREAD, 0.0), (-_SPREAD, 0.0)]


def _toward_ring(drawn: Drawn, bond: Chem.Bond, across: Point) -> int:
    """Return the side of a bond on which its ring is, of two an aromatic one: 1, -1; 0 for no ring."""
    ends = {bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()}
    rings = [ring for ring in drawn.mol.GetRingInfo().AtomRings() if ends <= set(ring)]
    rings.sort(key=lambda ring: any(not drawn.mol.GetAtomWithIdx(index).GetIsAromatic() for index in ring))
    if not rings:
        return 0
    ring = rings[0]
    middle = [sum(drawn.places[index][axis] for index in ring) / len(ring) for axis in (0, 1)]
    x, y = drawn.places[bond.GetBeginAtomIdx()]
    return 1 if (middle[0] - x) * across[0] + (middle[1] - y) * across[1] > 0 else -1


def _inside(texts: list[Written], start: Point, end: Point) -> float:
    """Return which part of a line, from its start on, lies in the boxes of an atom's texts."""
    return max((_last_in(one.box, start, end) for one in texts), default=0.0)


def _last_in(box: Box, start: Point, end: Point) -> float:
    """Return at which part of a line it leaves a box; 0 where it is never in it."""
    enters, leaves = 0.0, 1.0
    for axis in (0, 1):
        way = end[axis] - start[axis]
        low, high = box[axis] - start[axis], box[axis + 2] - start[axis]
        if way:
            first, last = sorted((low / way, high / way))
            enters, leaves = max(enters, first), min(leaves, last)
        elif not low <= 0 <= high:
            return 0.0
    return leaves if enters <= leaves else 0.0


def _atoms(picture: Picture, name: str, drawn: Drawn, writings: dict[int, list[Written]]) -> Iterator[Thing]:
    for index, texts in writings.items():
        atom = drawn.shown.GetAtomWithIdx(index)
        symbol = atom.GetSymbol()
        if picture.drawing == "balls":
            yield _ball(atom_name(name, atom), symbol, drawn.places[index], picture.has_colors)
            continue
        shapes = tuple(Shape(Role.SHADE, _rectangle(one.box), strength=0.0) for one in texts)
        tags = tuple(Tag(one.text, one.at, room=_room(one), size=_LETTER_SIZE, pin=one.pin) for one in texts)
        yield Thing(atom_name(name, atom), f"{symbol} atom", shapes, tags)


def _room(written: Written) -> tuple[float, float]:
    left, low, right, high = written.box
    return right - left - 6.0, high - low - 2.0


def _ball(name: str, symbol: str, at: Point, is_colored: bool) -> Thing:
    radius = _BALL.get(symbol, _BIG_BALL)
    hue = _HUES.get(symbol) if is_colored else None
    shape = Shape(Role.SOLID if hue else Role.PAPER, arc(at, radius), hue)
    side = 1.15 * radius
    return Thing(name, f"{symbol} atom", (shape,), (Tag(symbol, at, room=(side, side), on=hue, size=1.2),))


def _marks(picture: Picture, boxes: list[Box]) -> Iterator[Thing]:
    """Yield the numbers of marked atoms, each where it is near no other atom. Raises Unfit for no room."""
    taken: list[Point] = []
    for mark, (name, index) in picture.marks.items():
        place = _mark_place(picture.molecules[name], index, boxes, taken)
        taken.append(place)
        shape = Shape(Role.SHADE, arc(place, _MARK), strength=0.0)
        text = mark.removeprefix("atom ")
        yield Thing(mark, "mark", (shape,), (Tag(text, place, is_centered=True, size=_MARK_SIZE),))


def _mark_place(drawn: Drawn, index: int, boxes: list[Box], taken: list[Point]) -> Point:
    """Return where a mark stands: as near to its atom as it may, and there as far off bonds as it can."""
    at = drawn.places[index]
    others = [place for place in drawn.places if place != at and math.dist(place, at) < _NEAR]
    near = [box for box in boxes if _overlap(_square(at, 2 * _MARK_RADII[-1]), box)]
    ends = ((bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()) for bond in drawn.shown.GetBonds())
    lines = [(drawn.places[a], drawn.places[b]) for a, b in ends]
    lines = [line for line in lines if off_segment(at, *line) < _NEAR]
    for radius in _MARK_RADII:
        found = []
        for number in range(_DIRECTIONS):
            turn = number * math.tau / _DIRECTIONS
            place = at[0] + radius * math.cos(turn), at[1] + radius * math.sin(turn)
            if (
                all(math.dist(place, other) > radius * _NEARER for other in others)
                and not any(_overlap(_square(place, _MARK), box) for box in near)
                and all(math.dist(place, one) > 3 * _MARK for one in taken)
            ):
                found.append((min(off_segment(place, *line) for line in lines), place))
        clear, place = max(found, default=(0.0, at))
        if clear > _MARK_CLEAR:
            return place
    raise Unfit("no room for a mark")


def _names(picture: Picture, boxes: list[Box]) -> Iterator[Thing]:
    for name, drawn in picture.molecules.items():
        if name != ALONE:
            xs, ys = zip(*drawn.places, strict=True)
            at = ((min(xs) + max(xs)) / 2, min(ys) - _NAME_BELOW)
            if any(_overlap(_square(at, 40.0), box) for box in boxes):
                raise Unfit("a name is on letters")
            shape = Shape(Role.SHADE, arc(at, 32.0), strength=0.0)
            yield Thing(
                f"molecule {name}", "name", (shape,), (Tag(name, at, is_centered=True, size=_NAME_SIZE),)
            )


def _masses(picture: Picture, made: list[Thing]) -> Iterator[Thing]:
    """Yield the relative atomic masses in lines below the molecule."""
    if not picture.masses:
        return
    left, low, right, _ = _bounds(tuple(made))
    entries = [f"{element} = {mass}" for element, mass in picture.masses.items()]
    for number, line in enumerate(_wrapped(entries)):
        at = ((left + right) / 2, low - 1.4 * _LINE - number * _LINE)
        half = 16.0 * len(line)
        box = (at[0] - half, at[1] - 26.0, at[0] + half, at[1] + 26.0)
        shape = Shape(Role.SHADE, _rectangle(box), strength=0.0)
        tag = Tag(line, at, room=(2 * half, 52.0), size=_LETTER_SIZE)
        yield Thing(f"masses {number + 1}", "masses", (shape,), (tag,))


def _wrapped(entries: list[str]) -> list[str]:
    return [",  ".join(entries[first : first + 3]) for first in range(0, len(entries), 3)]


def _bounds(made: tuple[Thing, ...] | list[Thing]) -> Box:
    points = [
        point
        for thing in made
        for shape in thing.shapes
        if isinstance(shape, Shape)
        for point in shape.path.points()
    ]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _rectangle(box: Box) -> Path:
    left, low, right, high = box
    return polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)


def _square(at: Point, half: float) -> Box:
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
