"""Curves in a frame: samples of a function, cut where they leave it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.stages.stem.axes.frame import Frame


def pieces(points: Iterable[Point | None], frame: Frame) -> Iterator[list[Point]]:
    """Yield the parts of a line through points, in numbers of the axes, that are inside the frame.

    None stands where the line is broken. The lower and the upper side of the frame cut it.
    """
    sides = float(frame.y.low), float(frame.y.high)
    piece: list[Point] = []
    for a, b in pairwise(points):
        part = _inside(a, b, sides) if a is not None and b is not None else None
        if piece and (part is None or piece[-1] != part[0]):
            yield piece
            piece = []
        if part is not None:
            piece += part[1:] if piece else part
    if piece:
        yield piece


def samples(function: Callable[[float], float | None], xs: Iterable[float]) -> list[Point | None]:
    """Return the points of a function at these places, None where it has no value."""
    found: list[Point | None] = []
    for x in xs:
        y = function(x)
        found.append(None if y is None else (x, y))
    return found


def spaced(piece: list[Point], frame: Frame, spacing: float) -> Iterator[Point]:
    """Yield places of the scene along a piece, about so far apart: its corners may come nearer."""
    places = [frame.at(x, y) for x, y in piece]
    due = 0.0
    for a, b in pairwise(places):
        length = math.dist(a, b)
        while due < length:
            yield _along(a, b, due / length)
            due += spacing
        due -= length


def _inside(a: Point, b: Point, sides: tuple[float, float]) -> list[Point] | None:
    """Return the ends of what is between the lower and the upper side; None where nothing is."""
    rise = b[1] - a[1]
    if rise == 0:
        return [a, b] if sides[0] <= a[1] <= sides[1] else None
    low, high = sorted((side - a[1]) / rise for side in sides)
    start, end = max(low, 0.0), min(high, 1.0)
    if start >= end:
        return None
    return [a if start == 0 else _along(a, b, start), b if end == 1 else _along(a, b, end)]


def _along(a: Point, b: Point, part: float) -> Point:
    return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])
