"""A posed figure, opened: where its points lie, and what of how they lie can be seen in it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.radicals import read_number

NEAR = 1e-9


class Figure:
    """`at` is an array (n points, x and y), in the order of `names`; the figure is made one unit large."""

    def __init__(self, truth: Mapping[str, Any]) -> None:
        placed: dict[str, np.ndarray] = {}
        for name, told in truth["points"].items():
            try:
                placed[name] = _place(told, placed)
            except (KeyError, ValueError) as error:
                raise Contradiction(f"{name} is told by {told}: {error}") from error
        self.names = "".join(placed)
        self.index = {name: n for n, name in enumerate(placed)}
        named = {*"".join(truth["lines"]), *truth["circles"], *"".join(truth["circles"].values())}
        if len(placed) < 2 or not named <= placed.keys():
            raise Contradiction(f"there are no points {sorted(named - placed.keys())}")
        at = np.array(list(placed.values()))
        self.size = float(np.ptp(at, axis=0).max())
        if not self.size > 0:
            raise Contradiction("all points are one")
        self.at = (at - at.mean(axis=0)) / self.size
        self.lines: list[str] = list(truth["lines"])
        self.circles: dict[str, str] = dict(truth["circles"])
        self._must_be_as_told()

    def pick(self, names: str) -> list[np.ndarray]:
        return [self.at[self.index[name]] for name in names]

    def turn(self, a: str, b: str, c: str) -> int:
        """Return 1 where the way a, b, c turns left, -1 where right, 0 where it is straight."""
        p, q, r = self.pick(a + b + c)
        cross = _cross(q - p, r - p)
        return 0 if abs(cross) < NEAR else int(math.copysign(1, cross))

    def same_ray(self, vertex: str, one: str, other: str) -> bool:
        v, p, q = self.pick(vertex + one + other)
        return self.turn(vertex, one, other) == 0 and float((p - v) @ (q - v)) > 0

    def same_line(self, one: str, other: str) -> bool:
        return all(len({*one, point}) == 2 or self.turn(one[0], one[1], point) == 0 for point in other)

    # What is seen: the conditions of theorems

    def between(self, a: str, b: str, c: str) -> bool:
        return any(b in line[1:-1] and {a, c} <= set(line) and _parts(line, a, b, c) for line in self.lines)

    def inside(self, point: str, angle: str) -> bool:
        arm, vertex, other = tuple(angle)
        side = self.turn(vertex, arm, other)
        return side != 0 and self.turn(vertex, arm, point) == side == self.turn(vertex, point, other)

    def around(self, vertex: str, points: str) -> bool:
        turns = {self.turn(vertex, a, b) for a, b in pairwise(points + points[0])}
        return len(turns) == 1 and 0 not in turns

    def same_side(self, pair: str, line: str) -> bool:
        return self._sides(pair, line) > 0

    def opposite(self, pair: str, line: str) -> bool:
        return self._sides(pair, line) < 0

    def _sides(self, pair: str, line: str) -> int:
        return self.turn(line[0], line[1], pair[0]) * self.turn(line[0], line[1], pair[1])

    def slanted(self, one: str, other: str) -> bool:
        a, b, c, d = self.pick(one + other)
        return abs(_cross(b - a, d - c)) > NEAR

    def convex(self, polygon: str) -> bool:
        n = len(polygon)
        turns = {self.turn(polygon[k - 2], polygon[k - 1], polygon[k]) for k in range(n)}
        # Corners that all turn one way may still go around twice: the turns add up to one round.
        corners = self.pick(polygon)
        around = sum(_outer(corners[k - 2], corners[k - 1], corners[k]) for k in range(n))
        return len(turns) == 1 and 0 not in turns and abs(abs(around) - math.tau) < 1e-6

    def on(self, point: str, center: str) -> bool:
        return point in self.circles.get(center, "")

    def diameter(self, pair: str, center: str) -> bool:
        return all(self.on(end, center) for end in pair) and self.between(pair[0], center, pair[1])

    def _must_be_as_told(self) -> None:
        for line in self.lines:
            for a, b, c in combinations(line, 3):
                p, q, r = self.pick(a + b + c)
                if self.turn(a, b, c) or float((p - q) @ (r - q)) >= 0:
                    raise Contradiction(f"{line} is no line in this order")
        for center, on in self.circles.items():
            radii = [float(np.linalg.norm(p - self.pick(center)[0])) for p in self.pick(on)]
            if not radii or max(radii) - min(radii) > NEAR:
                raise Contradiction(f"{on} do not lie on one circle around {center}")


def _place(told: list[str], placed: Mapping[str, np.ndarray]) -> np.ndarray:
    match told:
        case ["xy", x, y]:
            return np.array([_number(x), _number(y)])
        case ["polar", center, radius, degrees]:
            return placed[center] + _number(radius) * _direction(degrees)
        case ["meet", a, degrees, b, other]:
            u, v, way = _direction(degrees), _direction(other), placed[b] - placed[a]
            if abs(_cross(u, v)) < NEAR:
                raise ValueError("the lines are parallel")
            return placed[a] + u * (_cross(way, v) / _cross(u, v))
        case ["part", a, b, part]:
            return placed[a] + (placed[b] - placed[a]) * _number(part)
    raise ValueError("no way to tell a point")


def _number(text: str) -> float:
    return float(read_number(text))


def _direction(degrees: str) -> np.ndarray:
    turn = math.radians(_number(degrees))
    return np.array([math.cos(turn), math.sin(turn)])


def _cross(u: np.ndarray, v: np.ndarray) -> float:
    return float(u[0] * v[1] - u[1] * v[0])


def _outer(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> float:
    return math.atan2(_cross(b - a, c - b), float((b - a) @ (c - b)))


def _parts(line: str, a: str, b: str, c: str) -> bool:
    first, middle, last = (line.index(point) for point in (a, b, c))
    return first < middle < last or last < middle < first
