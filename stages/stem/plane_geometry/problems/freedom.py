"""Whether a given counts: could what is asked have another value in a figure in which the others hold?

A figure moves a little, its lines straight and its circles round, the other givens as they are: to first
order that is what their slopes leave free. Where no such move changes what is asked, a figure is sought that
lies a bit off: an altitude is the shortest way to a side, so that its length has no slope where it stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from vlcorpus.stages.stem.plane_geometry.problems.closure import Fact
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen

Array = np.ndarray
_H = 1e-30  # of a complex step: the imaginary part is the slope, to all digits
_MOVES = 1e-7  # of a slope: what moves has far more, what does not far less
_N_SHAKEN, _SHAKEN, _STEPS = 3, 0.02, 8  # by so much of the size; Newton's, back to where the others hold
_HOLDS, _DIFFERS = 1e-9, 1e-6
_SINGULAR = 1e-7  # of conditions that say the same twice


class Freedom:
    """How far what is asked of one figure can move while some of what is given holds."""

    def __init__(self, seen: Seen) -> None:
        at = np.array(list(seen.at.values()))
        self._seen = seen
        self._at = (at - at.mean(axis=0)) / np.ptp(at, axis=0).max()
        self._drawn = _Measured(seen, self._at)

    def is_needed(self, given: Fact, target: Fact, givens: Iterable[Fact]) -> bool:
        """Say whether the target can move while all givens hold but one."""
        others = [fact for fact in givens if fact is not given]
        fixed = self._drawn.errors_of(others).imag / _H
        moving = self._drawn.value_of(target).imag / _H
        # What of the slope is no sum of those of what holds.
        free = moving - fixed.T @ np.linalg.lstsq(fixed.T, moving, rcond=1e-9)[0]
        if np.abs(free).max() > _MOVES * np.abs(moving).max():
            return True
        random = np.random.default_rng(self._at.size)
        shaken = self._at + _SHAKEN * random.standard_normal((_N_SHAKEN, *self._at.shape))
        return any(self._differs(target, others, at) for at in shaken)

    def _differs(self, target: Fact, others: list[Fact], at: Array) -> bool:
        """Say whether the target has another value in a figure near this one, in which the others hold."""
        wanted = self._drawn.errors_of(others).real[:, 0]
        for _ in range(_STEPS):
            errors = _Measured(self._seen, at).errors_of(others)
            off = errors.real[:, 0] - wanted
            if np.abs(off).max(initial=0.0) < _HOLDS:
                break
            move = np.linalg.lstsq(errors.imag / _H, off, rcond=max(_SINGULAR, np.abs(off).max()))[0]
            at = at - move.reshape(at.shape)
        else:
            return False
        moved = _Measured(self._seen, at).value_of(target) - self._drawn.value_of(target)
        return bool(abs(moved.real[0]) > _DIFFERS)


class _Measured:
    """What is measured in a figure, with its slopes: in each row a complex step moves one coordinate."""

    def __init__(self, seen: Seen, at: Array) -> None:
        self._index = {name: n for n, name in enumerate(seen.at)}
        self._at = at + 1j * _H * np.eye(at.size).reshape(at.size, *at.shape)
        self._circles = seen.circles
        self._shape = [self._turn(line[0], p, line[-1]) for line in seen.lines for p in line[1:-1]]
        for center, on in seen.circles.items():
            self._shape += [self._length(center + p) - self._length(center + on[0]) for p in on[1:]]

    def errors_of(self, facts: Iterable[Fact]) -> Array:
        """Return what stays as it is while lines are straight, circles round and the facts hold."""
        found = list(self._shape)
        for fact in facts:
            one, other = fact.arguments[0], fact.arguments[-1]
            found += (
                [self.value_of(fact)] if fact.value is not None else self._errors(fact.operation, one, other)
            )
        return np.array(found or [np.zeros(len(self._at), complex)])

    def value_of(self, fact: Fact) -> Array:
        return self._measured(fact.operation, fact.arguments[0], fact.arguments[-1])

    def _measured(self, operation: str, one: str, other: str) -> Array:
        match operation:
            case "length":
                return self._length(one)
            case "angle":
                return self._angle(one)
            case "area":
                return self._area(one)
            case "perimeter":
                return np.sum(self._sides(one), axis=0)
            case "arc":
                return self._angle(one[0] + other + one[1])
        radius = self._length(other + self._circles[other][0])
        if operation in ("radius", "circumference"):
            return radius
        if operation == "disc":
            return radius * radius
        arc = self._angle(one[0] + other + one[1])
        return arc * radius if operation == "arc_length" else arc * radius * radius

    def _errors(self, operation: str, one: str, other: str) -> list[Array]:
        """Return what is 0 where a relation holds, and not to second order only."""
        match operation:
            case "equal":
                return [self._length(one) - self._length(other)]
            case "equal_angles":
                return [self._angle(one) - self._angle(other)]
            case "parallel":
                return [_cross(self._way(one), self._way(other))]
            case "midpoint":
                return list((self._way(one + other[0]) + self._way(one + other[1])).T)
            case "bisector":
                return [self._angle(other[0] + one) - self._angle(other[2] + one)]
            case "tangent":
                return [_dot(self._way(one), self._way(other + one[1]))]
            case "incircle":
                radius = self._length(one + self._circles[one][0])
                return [
                    np.sqrt(self._turn(a, one, b) ** 2) / self._length(a + b) - radius
                    for a, b in _sides_of(other)
                ]
            case "congruent":
                return [a - b for a, b in zip(self._sides(one), self._sides(other), strict=True)]
            case "similar":
                ratios = [a / b for a, b in zip(self._sides(one), self._sides(other), strict=True)]
                return [ratio - ratios[0] for ratio in ratios[1:]]
        return self._errors_of_polygon(operation, one)

    def _errors_of_polygon(self, operation: str, polygon: str) -> list[Array]:
        sides, n = self._sides(polygon), len(polygon)
        if n == 4:
            a, b, c, d = tuple(polygon)
            even = [sides[0] - sides[1]] if operation in ("rhombus", "square") else []
            if operation == "isosceles_trapezoid":
                return [_cross(self._way(a + b), self._way(d + c)), self._length(a + c) - self._length(b + d)]
            if operation in ("rectangle", "square"):
                even.append(_dot(self._way(a + b), self._way(b + c)))
            return [*(self._way(a + b) + self._way(c + d)).T, *even]
        corners = [polygon[k - 2] + polygon[k - 1] + polygon[k] for k in range(n if n > 3 else 0)]
        angles = [self._angle(corner) - math.pi * (n - 2) / n for corner in corners]
        return [*(side - sides[0] for side in sides[1:]), *angles]

    def _way(self, pair: str) -> Array:
        way: Array = self._at[:, self._index[pair[1]]] - self._at[:, self._index[pair[0]]]
        return way

    def _length(self, pair: str) -> Array:
        way = self._way(pair)
        length: Array = np.sqrt(_dot(way, way))
        return length

    def _angle(self, angle: str) -> Array:
        u, v = self._way(angle[1::-1]), self._way(angle[1:])
        turn: Array = np.arccos(_dot(u, v) / np.sqrt(_dot(u, u) * _dot(v, v)))
        return turn

    def _area(self, polygon: str) -> Array:
        first = polygon[0]
        parts = [self._turn(first, a, b) for a, b in pairwise(polygon[1:])]
        return np.sum(parts, axis=0)

    def _turn(self, a: str, b: str, c: str) -> Array:
        return _cross(self._way(a + b), self._way(a + c))

    def _sides(self, polygon: str) -> list[Array]:
        return [self._length(a + b) for a, b in _sides_of(polygon)]


def _sides_of(polygon: str) -> Iterable[tuple[str, str]]:
    return pairwise(polygon + polygon[0])


def _cross(u: Array, v: Array) -> Array:
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]


def _dot(u: Array, v: Array) -> Array:
    return u[:, 0] * v[:, 0] + u[:, 1] * v[:, 1]
