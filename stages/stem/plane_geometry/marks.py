"""Marks of a figure: the square of a right angle, arcs of equal angles, ticks of equal lengths."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline

# Of the size of the figure.
_SQUARE = 0.035
_ARC, _ARC_STEP = 0.06, 0.016
_TICK, _TICK_STEP = 0.02, 0.016


def square(corner: Sequence[Point], size: float) -> Path:
    """Return the mark of a right angle: of an arm, the vertex and the other arm."""
    arm, vertex, other = corner
    u, v = toward(vertex, arm, _SQUARE * size), toward(vertex, other, _SQUARE * size)
    return polyline([u, (u[0] + v[0] - vertex[0], u[1] + v[1] - vertex[1]), v])


def arcs(corner: Sequence[Point], count: int, size: float) -> Iterator[Path]:
    """Yield so many arcs about the vertex, from one arm to the other, the smallest first."""
    arm, vertex, other = corner
    start = math.atan2(arm[1] - vertex[1], arm[0] - vertex[0])
    end = math.atan2(other[1] - vertex[1], other[0] - vertex[0])
    sweep = (end - start + math.pi) % math.tau - math.pi
    for n in range(count):
        yield arc(vertex, (_ARC + n * _ARC_STEP) * size, start, sweep)


def ticks(ends: Sequence[Point], count: int, size: float) -> Iterator[Path]:
    """Yield so many strokes across the middle of a segment."""
    (ax, ay), (bx, by) = ends
    length = math.hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    dx, dy = -uy * _TICK * size, ux * _TICK * size
    for n in range(count):
        off = (n - (count - 1) / 2) * _TICK_STEP * size
        x, y = (ax + bx) / 2 + off * ux, (ay + by) / 2 + off * uy
        yield polyline([(x - dx, y - dy), (x + dx, y + dy)])


def toward(start: Point, end: Point, length: float) -> Point:
    """Return the point at this distance from the start, on the way to the end."""
    part = length / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
