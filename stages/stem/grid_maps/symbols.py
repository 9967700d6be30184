"""Symbols of landmarks: simple shapes that no two of which look alike, filled or not."""

from __future__ import annotations

import math
from collections.abc import Callable

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape


def _polygon(n: int, turn: float) -> Callable[[Point, float], Path]:
    def draw(at: Point, radius: float) -> Path:
        return polyline([_around(at, radius, turn + k / n) for k in range(n)], closed=True)

    return draw


def _star(at: Point, radius: float) -> Path:
    points = [_around(at, radius if k % 2 == 0 else 0.42 * radius, 0.25 + k / 10) for k in range(10)]
    return polyline(points, closed=True)


def _plus(at: Point, radius: float) -> Path:
    wide, far = 0.33 * radius, radius
    corners = [
        (wide, wide), (wide, far), (-wide, far), (-wide, wide), (-far, wide), (-far, -wide),
        (-wide, -wide), (-wide, -far), (wide, -far), (wide, -wide), (far, -wide), (far, wide),
    ]  # fmt: skip
    return polyline([(at[0] + dx, at[1] + dy) for dx, dy in corners], closed=True)


def _disc(at: Point, radius: float) -> Path:
    return arc(at, 0.85 * radius)


def _around(at: Point, radius: float, turn: float) -> Point:
    """Return a point at a part of a turn, from the right, counter-clockwise."""
    return at[0] + radius * math.cos(turn * math.tau), at[1] + radius * math.sin(turn * math.tau)


_SHAPES = (_polygon(3, 0.25), _polygon(4, 0.125), _disc, _star, _plus, _polygon(4, 0.0), _polygon(3, 0.75))
# Filled ones, and the same as outlines: the first so many of a shuffled list are told apart.
SYMBOLS: tuple[tuple[Role, Callable[[Point, float], Path]], ...] = tuple(
    (role, shape) for role in (Role.FULL, Role.LINE) for shape in _SHAPES
)


def symbol(number: int, at: Point, radius: float) -> Shape:
    role, shape = SYMBOLS[number]
    return Shape(role, shape(at, radius))
