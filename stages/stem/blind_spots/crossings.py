"""Where lines cross, in exact fractions; what almost crosses, or touches, is thrown away."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.blind_spots import MARGIN
from vlcorpus.stages.stem.segments import off_segment

XY = Sequence[int]
Crossing = tuple[Fraction, Fraction]
MIN_TURN_DEG = 12.0  # between lines that cross


def crossings(one: Sequence[XY], other: Sequence[XY]) -> list[Crossing]:
    """Return the points in which two polylines cross.

    Raises Unfit where an end or a corner of one is near the other, where crossings are near each other, or
    where lines cross at a small angle.
    """
    for corners, line in ((one, other), (other, one)):
        for corner in corners:
            if any(off_segment(corner, a, b) < MARGIN for a, b in _pieces(line)):
                raise Unfit("a corner is near a line")
    found = []
    for a, b in _pieces(one):
        for c, d in _pieces(other):
            point = _crossing(a, b, c, d)
            if point is not None:
                found.append(point)
    for n, point in enumerate(found):
        if any(math.dist(point, earlier) < 2 * MARGIN for earlier in found[:n]):
            raise Unfit("lines cross almost twice in a place")
    return found


def _pieces(line: Sequence[XY]) -> pairwise[tuple[XY, XY]]:
    return pairwise(line)


def _crossing(a: XY, b: XY, c: XY, d: XY) -> Crossing | None:
    u, v, w = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1]), (c[0] - a[0], c[1] - a[1])
    turn = u[0] * v[1] - u[1] * v[0]
    if turn == 0:
        return None
    along, across = Fraction(w[0] * v[1] - w[1] * v[0], turn), Fraction(w[0] * u[1] - w[1] * u[0], turn)
    if not (0 < along < 1 and 0 < across < 1):
        return None
    if abs(math.degrees(math.asin(turn / math.hypot(*u) / math.hypot(*v)))) < MIN_TURN_DEG:
        raise Unfit("lines cross at a small angle")
    return a[0] + along * u[0], a[1] + along * u[1]
