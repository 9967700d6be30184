"""Lines from letters to parts: they cross no other line and no other part, and letters stand apart."""

from __future__ import annotations

import math

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.stages.stem.cells.cell import FLAGELLUM, Cell, Part
from vlcorpus.stages.stem.segments import off_segment

_OUTSIDE = 130.0  # of a letter beyond the outline
_LETTERS_APART = 130.0  # at least
_NEAR = 45.0  # of the end of a line to another line, at least
_CLEAR = 14.0  # of a line to the outline of a part that it passes by, at least
_TURNS = (0.0, 0.15, -0.15, 0.3, -0.3, 0.45, -0.45)  # radians from straight outwards, the best first
_NESTED = {"nucleolus": "nucleus"}  # the line of the first leads through the second, which is around it


def add_letter(cell: Cell, index: int) -> None:
    """Let a line lead from a part outwards, if there is a way that touches nothing else."""
    part = cell.parts[index]
    for turn in _TURNS:
        out = _letter_place(cell, part, turn)
        if _has_room(cell, part, out) and not any(
            _touches(cell, other, part, out) for other in cell.parts if other is not part
        ):
            cell.letters_at[index] = out
            return


def direction(point: Point) -> float:
    return math.atan2(point[1], point[0])


def _letter_place(cell: Cell, part: Part, turn: float) -> Point:
    """Return a place for a part's letter outside of the cell; that of a flagellum is beside it."""
    if part.kind == "flagellum":
        upwards = _OUTSIDE if part.at[1] >= 0 else -_OUTSIDE
        return part.at[0] + 20.0 + _OUTSIDE * math.sin(turn), part.at[1] + upwards
    angle = direction(part.at) + turn
    x, y = cell.edge(angle)
    return x + _OUTSIDE * math.cos(angle), y + _OUTSIDE * math.sin(angle)


def _has_room(cell: Cell, part: Part, out: Point) -> bool:
    """Say whether a line is apart from the others, and the end of each off the other ones."""
    for index, other_out in cell.letters_at.items():
        other_at = cell.parts[index].at
        if math.dist(out, other_out) < _LETTERS_APART or _cross(part.at, out, other_at, other_out):
            return False
        if min(off_segment(part.at, other_at, other_out), off_segment(other_at, part.at, out)) < _NEAR:
            return False
    return math.dist(part.at, out) > _OUTSIDE / 2


def _touches(cell: Cell, other: Part, part: Part, out: Point) -> bool:
    """Say whether the line of a part touches another one. Layers are crossed; cytoplasm is not drawn."""
    if other.kind == "flagellum":
        root = cell.edge(other.turn)
        along = math.cos(other.turn), math.sin(other.turn)
        tip = root[0] + FLAGELLUM * along[0], root[1] + FLAGELLUM * along[1]
        near = min(off_segment(end, part.at, out) for end in (root, other.at, tip))
        return _cross(part.at, out, root, tip) or min(near, off_segment(out, root, tip)) < 2 * _NEAR
    if other.kind == "cytoplasm" or not other.radius or _NESTED.get(part.kind) == other.kind:
        return False
    return off_segment(other.at, part.at, out) < other.radius + _CLEAR


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0
