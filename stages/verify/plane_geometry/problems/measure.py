"""What claims say, as numbers that are 0 where they hold: for one figure, or for many at once.

`at` is an array (…, points, x and y); each function returns an array (…, conditions). Lengths are in sizes of
the figure, angles in radians: an error of either looks equally large.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

import numpy as np

from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure
from vlcorpus.stages.verify.radicals import read_number

Array = np.ndarray
_PI = re.compile(r"(?:(.+)\*)?pi(?:/(\d+))?")
_DIMENSION = {"length": 1, "perimeter": 1, "radius": 1, "circumference": 1, "arc_length": 1}
_DIMENSION |= {"area": 2, "disc": 2, "sector": 2, "angle": 0, "arc": 0}
_DEGREES = {"angle", "arc"}


def number(text: str) -> float:
    """Return the number of a claim's value. Raises ValueError for what is none."""
    if found := _PI.fullmatch(text):
        times, below = found.groups()
        return (float(read_number(times)) if times else 1.0) * math.pi / int(below or 1)
    return float(read_number(text))


class Measure:
    """Measures the claims about one figure, in any arrays of places of its points."""

    def __init__(self, figure: Figure) -> None:
        self._index = figure.index
        self._circles = figure.circles
        self._lines = figure.lines
        self._size = figure.size

    def error(self, claim: Claim, at: Array) -> Array:
        """Return how far a claim is from holding. Raises Unknown for what is no claim about the figure."""
        operation, arguments = claim.operation, list(claim.arguments)
        try:
            if operation in _DIMENSION:
                value = number(claim.value)
                scale = math.radians(1) if operation in _DEGREES else self._size ** -_DIMENSION[operation]
                return (self.value(operation, arguments, at) - value * scale)[..., None]
            if claim.value != YES:
                raise Unknown(f"{claim}: a relation holds")
            conditions = getattr(self, f"_{operation}")(at, *arguments)
        except (KeyError, ValueError, AttributeError, TypeError) as error:
            raise Unknown(f"{claim}: {error}") from error
        return np.stack(conditions, axis=-1)

    def seen(self, at: Array) -> Array:
        """Return how far the figure is from its lines being straight and its circles round."""
        conditions = [self._off_line(at, *three) for line in self._lines for three in _threes(line)]
        for center, on in self._circles.items():
            conditions += [self._length(at, center + p) - self._length(at, center + on[0]) for p in on[1:]]
        return np.stack(conditions, axis=-1) if conditions else np.zeros((*at.shape[:-2], 0))

    def value(self, operation: str, names: list[str], at: Array) -> Array:
        """Return what has a value, in sizes of the figure, or radians."""
        match operation, names:
            case "length", [pair]:
                return self._length(at, pair)
            case "angle", [angle]:
                return self._angle(at, angle)
            case "area", [polygon]:
                return self._area(at, polygon)
            case "perimeter", [polygon]:
                around: Array = np.sum(
                    [self._length(at, a + b) for a, b in pairwise(polygon + polygon[0])], 0
                )
                return around
            case "radius", [center]:
                return self._radius(at, center)
            case "circumference", [center]:
                return math.tau * self._radius(at, center)
            case "disc", [center]:
                return math.pi * self._radius(at, center) ** 2
            case "arc", [pair, center]:
                return self._angle(at, pair[0] + center + pair[1])
            case "arc_length", [pair, center]:
                return self._angle(at, pair[0] + center + pair[1]) * self._radius(at, center)
            case "sector", [pair, center]:
                return self._angle(at, pair[0] + center + pair[1]) * self._radius(at, center) ** 2 / 2
        raise ValueError(f"{operation} of {names}")

    # Numbers

    def _way(self, at: Array, pair: str) -> Array:
        return at[..., self._index[pair[1]], :] - at[..., self._index[pair[0]], :]

    def _length(self, at: Array, pair: str) -> Array:
        way = self._way(at, pair)
        return np.hypot(way[..., 0], way[..., 1])

    def _angle(self, at: Array, angle: str) -> Array:
        arm, vertex, other = tuple(angle)
        u, v = self._way(at, vertex + arm), self._way(at, vertex + other)
        return np.arctan2(np.abs(_cross(u, v)), _dot(u, v))

    def _area(self, at: Array, polygon: str) -> Array:
        corners = at[..., [self._index[name] for name in polygon], :]
        after = np.roll(corners, -1, axis=-2)
        return np.abs(_cross(corners, after).sum(axis=-1)) / 2

    def _radius(self, at: Array, center: str) -> Array:
        return self._length(at, center + self._circles[center][0])

    def _off_line(self, at: Array, a: str, b: str, c: str) -> Array:
        u, v = self._way(at, a + b), self._way(at, a + c)
        return _cross(u, v) / np.hypot(v[..., 0], v[..., 1])

    # Relations

    def _equal(self, at: Array, one: str, other: str) -> list[Array]:
        return [self._length(at, one) - self._length(at, other)]

    def _equal_angles(self, at: Array, one: str, other: str) -> list[Array]:
        return [self._angle(at, one) - self._angle(at, other)]

    def _parallel(self, at: Array, one: str, other: str) -> list[Array]:
        u, v = self._way(at, one), self._way(at, other)
        return [_cross(u, v) / (self._length(at, one) * self._length(at, other))]

    def _midpoint(self, at: Array, middle: str, pair: str) -> list[Array]:
        off = self._way(at, middle + pair[0]) + self._way(at, middle + pair[1])
        return [off[..., 0], off[..., 1]]

    def _bisector(self, at: Array, ray: str, angle: str) -> list[Array]:
        arm, vertex, other = tuple(angle)
        if ray[0] != vertex:
            raise ValueError("a bisector starts at the vertex")
        halves = [self._angle(at, end + vertex + ray[1]) for end in (arm, other)]
        return [halves[0] - halves[1], halves[0] + halves[1] - self._angle(at, angle)]

    def _tangent(self, at: Array, pair: str, center: str) -> list[Array]:
        if pair[1] not in self._circles[center]:
            raise ValueError("a tangent touches in a point of the circle")
        u, v = self._way(at, pair), self._way(at, center + pair[1])
        return [_dot(u, v) / (self._length(at, pair) * self._length(at, center + pair[1]))]

    def _incircle(self, at: Array, center: str, triangle: str) -> list[Array]:
        radius = self._radius(at, center)
        return [
            np.abs(_cross(self._way(at, a + b), self._way(at, a + center))) / self._length(at, a + b) - radius
            for a, b in pairwise(triangle + triangle[0])
        ]

    def _congruent(self, at: Array, one: str, other: str) -> list[Array]:
        sides = zip(pairwise(one + one[0]), pairwise(other + other[0]), strict=True)
        return [self._length(at, a + b) - self._length(at, c + d) for (a, b), (c, d) in sides]

    def _similar(self, at: Array, one: str, other: str) -> list[Array]:
        first = [self._length(at, a + b) for a, b in pairwise(one + one[0])]
        second = [self._length(at, a + b) for a, b in pairwise(other + other[0])]
        return [first[n] * second[n - 1] - first[n - 1] * second[n] for n in (1, 2)]

    def _sides_are_equal(self, at: Array, polygon: str) -> list[Array]:
        lengths = [self._length(at, a + b) for a, b in pairwise(polygon + polygon[0])]
        return [length - lengths[0] for length in lengths[1:]]

    _equilateral = _sides_are_equal

    def _parallelogram(self, at: Array, polygon: str) -> list[Array]:
        a, b, c, d = tuple(polygon)
        off = self._way(at, a + b) - self._way(at, d + c)
        return [off[..., 0], off[..., 1]]

    def _isosceles_trapezoid(self, at: Array, polygon: str) -> list[Array]:
        a, b, c, d = tuple(polygon)
        return [*self._parallel(at, a + b, d + c), *self._equal(at, a + c, b + d)]

    def _rhombus(self, at: Array, polygon: str) -> list[Array]:
        return [*self._parallelogram(at, polygon), *self._equal(at, polygon[:2], polygon[1:3])]

    def _rectangle(self, at: Array, polygon: str) -> list[Array]:
        right = self._angle(at, polygon[:3]) - math.pi / 2
        return [*self._parallelogram(at, polygon), right]

    def _square(self, at: Array, polygon: str) -> list[Array]:
        return [*self._rectangle(at, polygon), *self._equal(at, polygon[:2], polygon[1:3])]

    def _regular(self, at: Array, polygon: str) -> list[Array]:
        n = len(polygon)
        corners = [polygon[k - 2] + polygon[k - 1] + polygon[k] for k in range(n)]
        wanted = math.pi * (n - 2) / n
        return [
            *self._sides_are_equal(at, polygon),
            *(self._angle(at, corner) - wanted for corner in corners),
        ]

    _regular_pentagon = _regular_hexagon = _regular


def _cross(u: Array, v: Array) -> Array:
    return u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]


def _dot(u: Array, v: Array) -> Array:
    return u[..., 0] * v[..., 0] + u[..., 1] * v[..., 1]


def _threes(line: str) -> list[tuple[str, str, str]]:
    """Return the ends of a line with each point between them: the first end, the point, the other end."""
    return [(line[0], point, line[-1]) for point in line[1:-1]]
