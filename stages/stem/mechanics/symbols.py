"""How mechanics is drawn: blocks, ropes, springs, pulleys, arrows, and hatching at what does not move."""

from __future__ import annotations

import math
from collections.abc import Sequence

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.mechanics.part import tag_beside

BLOCK = 1.2  # side of a usual block
_HATCH, _HATCH_LONG = 0.35, 0.25
_TEETH = 5  # of a spring
_HEAD, _HEAD_HALF = 0.28, 0.13  # of an arrow


def block(name: str, middle: Point, mass: int | None, side: str, size: float = BLOCK) -> Thing:
    """Return a block with its name on it, and its mass beside it where that is told."""
    x, y, h = *middle, size / 2
    corners = [(x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)]
    return Thing(f"block {name}", "block", (outline(corners),), block_tags(name, middle, mass, side, h))


def block_tags(name: str, middle: Point, mass: int | None, side: str, half: float) -> tuple[Tag, ...]:
    named = Tag(name, middle, is_centered=True)
    if mass is None:
        return (named,)
    dx, dy = {"left": (-half, 0), "right": (half, 0), "above": (0, half), "below": (0, -half)}[side]
    return named, tag_beside(f"{mass} kg", (middle[0] + dx, middle[1] + dy), side)


def outline(corners: Sequence[Point]) -> Shape:
    return Shape(Role.LINE, polyline(corners, closed=True))


def line(*points: Point, role: Role = Role.LINE) -> Shape:
    return Shape(role, polyline(points))


def rope(name: str, start: Point, end: Point, side: str) -> Thing:
    half = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return Thing(f"rope {name}", "rope", (line(start, end),), (tag_beside(name, half, side),))


def spring(name: str, top: Point, length: float, stiffness: int | None) -> Thing:
    """Return an upright spring, with its stiffness to the right where that is told."""
    x, y = top
    end, step = 0.15 * length, 0.7 * length / (2 * _TEETH)
    zigzag = [(x + (0.28 if n % 2 else -0.28), y - end - (n + 0.5) * step) for n in range(2 * _TEETH)]
    path = polyline([top, (x, y - end), *zigzag, (x, y - length + end), (x, y - length)])
    tags = [tag_beside(name, (x - 0.3, y - length / 2), "left")]
    if stiffness is not None:
        tags.append(tag_beside(f"{stiffness} N/m", (x + 0.3, y - length / 2), "right"))
    return Thing(f"spring {name}", "spring", (Shape(Role.LINE, path),), tuple(tags))


def ceiling(left: float, right: float, y: float) -> Thing:
    return Thing(f"ceiling {left} {y}", "ceiling", tuple(_hatched(left, right, y, 1)))


def floor(left: float, right: float, y: float) -> Thing:
    return Thing(f"floor {left} {y}", "floor", tuple(_hatched(left, right, y, -1)))


def pulley(name: str, axle: Point, radius: float) -> Thing:
    return Thing(name, "pulley", (Shape(Role.LINE, arc(axle, radius)), Dot(axle)))


def arrow(start: Point, tip: Point) -> tuple[Shape, ...]:
    return line(start, tip), Shape(
        Role.LINE, arrow_head(tip, math.atan2(tip[1] - start[1], tip[0] - start[0]))
    )


def arrow_head(tip: Point, angle: float) -> Path:
    """Return two strokes from a tip, of an arrow that points in a direction, in radians."""
    ends = []
    for side in (1, -1):
        dx, dy = -_HEAD, side * _HEAD_HALF
        ends.append(
            (
                tip[0] + dx * math.cos(angle) - dy * math.sin(angle),
                tip[1] + dx * math.sin(angle) + dy * math.cos(angle),
            )
        )
    return polyline([ends[0], tip, ends[1]])


def _hatched(left: float, right: float, y: float, side: int) -> list[Shape]:
    n = max(2, round((right - left) / _HATCH))
    step = (right - left) / n
    strokes = [
        line(
            (left + k * step, y),
            (left + k * step + _HATCH_LONG, y + side * _HATCH_LONG),
            role=Role.MARK,
        )
        for k in range(n)
    ]
    return [line((left, y), (right, y)), *strokes]
