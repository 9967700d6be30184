"""Straight links between nodes: from border to border, with heads, and with a gap for what stands on them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.network.nodes import Body

_SLIM = 0.38  # half the width of a head, of its length


@dataclass(frozen=True, slots=True)
class LinkLook:
    """How the links of a network are drawn, in the scene's units."""

    head: float = 0.0  # length of an arrow's head; 0: none
    bold: float = 0.0  # width of a bold link; 0: a line of the style's width
    clearance: float = 0.0  # from a border to the end of a link


def link(
    start: Point,
    end: Point,
    bodies: tuple[Body, Body],
    look: LinkLook,
    *,
    gap: float = 0.0,
    hue: str | None = None,
) -> tuple[Shape, ...]:
    """Return the line from the border of one body to that of the other, without `gap` in its middle."""
    length = math.dist(start, end)
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length

    def along(distance: float) -> Point:
        return start[0] + ux * distance, start[1] + uy * distance

    first = bodies[0].reach((ux, uy)) + look.clearance
    tip = length - bodies[1].reach((ux, uy)) - look.clearance
    last = tip - look.head
    pieces = [(first, last)]
    if gap:
        pieces = [(first, (length - gap) / 2), ((length + gap) / 2, last)]
    line = Path(())
    for begin, stop in pieces:
        line += (
            _bar(along(begin), along(stop), look.bold) if look.bold else polyline([along(begin), along(stop)])
        )
    shapes = [Shape(Role.FULL if look.bold else Role.LINE, line, hue)]
    if look.head:
        shapes.append(Shape(Role.FULL, head(along(tip), (ux, uy), look.head), hue))
    return tuple(shapes)


def _bar(start: Point, end: Point, width: float) -> Path:
    part = width / 2 / math.dist(start, end)
    dx, dy = (end[1] - start[1]) * part, (start[0] - end[0]) * part
    (px, py), (qx, qy) = start, end
    return polyline(
        [(px + dx, py + dy), (qx + dx, qy + dy), (qx - dx, qy - dy), (px - dx, py - dy)], closed=True
    )


def head(tip: Point, way: Point, length: float) -> Path:
    """Return the triangle of an arrow whose direction is `way`, of length 1."""
    (x, y), (ux, uy) = tip, way
    back_x, back_y, side = x - ux * length, y - uy * length, _SLIM * length
    return polyline(
        [tip, (back_x - uy * side, back_y + ux * side), (back_x + uy * side, back_y - ux * side)], closed=True
    )


def halfway(start: Point, end: Point) -> Point:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def crossing(a: Point, b: Point, c: Point, d: Point) -> tuple[float, float] | None:
    """Return at which part of each, from 0 to 1, two links cross inside both; None where they do not."""
    ab, cd, ac = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1]), (c[0] - a[0], c[1] - a[1])
    turn = ab[0] * cd[1] - ab[1] * cd[0]
    if not turn:
        return None
    part, other = (ac[0] * cd[1] - ac[1] * cd[0]) / turn, (ac[0] * ab[1] - ac[1] * ab[0]) / turn
    return (part, other) if 0 < part < 1 and 0 < other < 1 else None
