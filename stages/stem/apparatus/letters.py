"""Letters for some parts of a setup: lines from the parts to free places beside them, which do not cross."""

from __future__ import annotations

import math
from random import Random

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.apparatus.part import Box, Part, Setup
from vlcorpus.stages.stem.network.links import crossing
from vlcorpus.stages.stem.segments import off_segment

LETTERS = "ABCDEFGH"
_FEW = 3  # letters at least
_DIRECTIONS = [(math.cos(math.tau * way / 16), math.sin(math.tau * way / 16)) for way in range(16)]
_LENGTHS = (55.0, 80.0, 110.0, 145.0, 185.0, 230.0)
_CLEAR = 20.0  # of a letter to any part
_APART = 62.0  # of two letters
_NEAR = 24.0  # of a line to the end of another
_CROSSED = 60.0  # a line over another part is as bad as one that is so much longer
_WORST = 330.0  # no line is as bad
_BEYOND = 22.0  # the middle of a letter beyond the end of its line
_REACH = _LENGTHS[-1] + _BEYOND + _CLEAR  # what is farther away is in no way
_TWICE = 0.1  # share of kinds of which two parts get letters


def letters(setup: Setup, random: Random) -> tuple[dict[str, int], tuple[Thing, ...]]:
    """Return which part each letter labels, and the letters' lines. Raises Unfit where few find room."""
    wanted = random.randint(_FEW, min(len(LETTERS), max(_FEW, len(setup.parts) - 2)))
    lines: dict[int, Point] = {}
    for index in random.sample(range(len(setup.parts)), len(setup.parts)):
        kinds = [setup.parts[one].kind for one in lines]
        is_new = setup.parts[index].kind not in kinds or random.random() < _TWICE
        if len(lines) < wanted and is_new and (end := _free_place(setup, index, lines)):
            lines[index] = end
    if len(lines) < _FEW:
        raise Unfit("few letters find room")
    order = sorted(lines, key=lambda index: lines[index])
    labels = dict(zip(LETTERS, order, strict=False))
    return labels, tuple(_line(letter, setup.parts[index], lines[index]) for letter, index in labels.items())


def _line(letter: str, part: Part, end: Point) -> Thing:
    at = (float(part.at[0]), float(part.at[1]))
    shapes = (Shape(Role.MARK, polyline([at, end])), Dot(at))
    return Thing(f"line {letter}", "label line", shapes, (Tag(letter, end, away_from=at),))


def _free_place(setup: Setup, index: int, lines: dict[int, Point]) -> Point | None:
    """Return where the line of a part's letter may end: near, and over few other parts."""
    at = setup.parts[index].at
    own = setup.parts[index].boxes
    others = [
        box
        for n, part in enumerate(setup.parts)
        if n != index
        for box in part.boxes
        if _holds(box, at, _REACH)
    ]
    best, found = _WORST, None
    for length in _LENGTHS:
        if length >= best:
            break
        for way, (cos, sin) in enumerate(_DIRECTIONS):
            end = (at[0] + length * cos, at[1] + length * sin)
            letter = (end[0] + _BEYOND * cos, end[1] + _BEYOND * sin)
            if any(_holds(box, letter, _CLEAR) for box in others) or any(
                _holds(box, letter, _CLEAR) for box in own
            ):
                continue
            cost = length + 0.01 * way + _CROSSED * sum(crosses(at, end, box) for box in others)
            if cost < best and _is_apart(setup, at, end, lines):
                best, found = cost, end
    return found


def _is_apart(setup: Setup, at: Point, end: Point, lines: dict[int, Point]) -> bool:
    """Say whether a line is off all others, and its ends are off theirs."""
    for index, other_end in lines.items():
        other_at = setup.parts[index].at
        if math.dist(end, other_end) < _APART or crossing(at, end, other_at, other_end):
            return False
        if min(off_segment(at, other_at, other_end), off_segment(other_at, at, end)) < _NEAR:
            return False
        if (
            off_segment(other_end, at, end) < 1.6 * _NEAR
            or off_segment(end, other_at, other_end) < 1.6 * _NEAR
        ):
            return False
    return True


def _holds(box: Box, point: Point, margin: float) -> bool:
    left, low, right, top = box
    return left - margin < point[0] < right + margin and low - margin < point[1] < top + margin


def crosses(a: Point, b: Point, box: Box) -> bool:
    """Say whether a line meets a box (Liang and Barsky)."""
    start, end = 0.0, 1.0
    for axis in (0, 1):
        step = b[axis] - a[axis]
        low, high = box[axis] - a[axis], box[axis + 2] - a[axis]
        if abs(step) < 1e-9:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / step, high / step))
        start, end = max(start, first), min(end, last)
    return start <= end
