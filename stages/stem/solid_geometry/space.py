"""Points and vectors of space, exact, and how one looks at them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.path import Point

Number = int | Fraction
Vector = tuple[Number, Number, Number]  # x to the right, y away from who looks, z upwards


def plus(a: Vector, b: Vector) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def times(a: Vector, factor: Number) -> Vector:
    return a[0] * factor, a[1] * factor, a[2] * factor


def dot(a: Vector, b: Vector) -> Number:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def is_zero(a: Vector) -> bool:
    return not any(a)


def along(a: Vector, b: Vector, part: Fraction) -> Vector:
    """Return the point that lies `part` of the way from a to b."""
    return plain(plus(a, times(minus(b, a), part)))


def mean(points: Iterable[Vector]) -> Vector:
    listed = list(points)
    x, y, z = total(listed)
    return plain((Fraction(x, len(listed)), Fraction(y, len(listed)), Fraction(z, len(listed))))


def total(points: Iterable[Vector]) -> Vector:
    xs, ys, zs = zip(*points, strict=True)
    return sum(xs), sum(ys), sum(zs)


def plain(a: Vector) -> Vector:
    """Return it with whole numbers as integers, which are many times faster than fractions."""
    x, y, z = (int(number) if number.denominator == 1 else number for number in a)
    return x, y, z


def whole(a: Vector) -> Vector:
    """Return the shortest vector of its direction whose numbers are whole."""
    scale = math.lcm(*(number.denominator for number in a))
    x, y, z = (int(number * scale) for number in a)
    shared = math.gcd(x, y, z)
    return x // shared, y // shared, z // shared


@dataclass(frozen=True, slots=True)
class View:
    """A parallel projection: a point p is drawn at (across · p, up · p), and one looks along `sight`.

    With an eye it is a projection from there; what lies as deep as the origin is drawn in the same size.
    """

    across: Vector
    up: Vector
    sight: Vector
    eye: Vector | None = None

    def exact(self, point: Vector) -> tuple[Number, Number]:
        if self.eye is None:
            return dot(self.across, point), dot(self.up, point)
        way = minus(point, self.eye)
        scale = Fraction(-dot(self.sight, self.eye)) / dot(self.sight, way)
        return scale * dot(self.across, way), scale * dot(self.up, way)

    def drawn(self, point: Vector) -> Point:
        if self.eye is not None:
            right, upwards = self.exact(point)
            return float(right), float(upwards)
        x, y, z = map(float, point)
        (a, b, c), (d, e, f) = (map(float, row) for row in (self.across, self.up))
        return a * x + b * y + c * z, d * x + e * y + f * z

    @property
    def truth(self) -> dict[str, list[str]]:
        named = {"across": self.across, "up": self.up, "sight": self.sight}
        named |= {"eye": self.eye} if self.eye else {}
        return {name: list(map(str, vector)) for name, vector in named.items()}


# How far what lies one unit away is drawn to the right, and upwards.
_OBLIQUE = tuple(
    (Fraction(right), Fraction(up)) for right, up in (("1/2", "1/3"), ("2/5", "2/5"), ("1/3", "1/2"))
)
# Sine and cosine of turns about the upright axis, and of how far one looks down.
_TURNS = tuple(
    (Fraction(sine), Fraction(cosine))
    for sine, cosine in (("5/13", "12/13"), ("8/17", "15/17"), ("3/5", "4/5"), ("20/29", "21/29"))
)
_TILTS = tuple(
    (Fraction(sine), Fraction(cosine))
    for sine, cosine in (("7/25", "24/25"), ("5/13", "12/13"), ("8/17", "15/17"), ("3/5", "4/5"))
)


_EYE_DISTANCES = (3, 4, 5)  # from the middle of a solid, in the distance of its farthest corner


def oblique(random: Random) -> View:
    """Return a view in which the front is drawn as it is, as most textbooks draw solids."""
    right, up = random.choice(_OBLIQUE)
    right *= random.choice((1, 1, -1))
    return View((1, right, 0), (0, up, 1), whole((-right, 1, -up)))


def axonometric(random: Random) -> View:
    """Return a view of a solid that is turned, from above."""
    across, up, sight = _turned(random)
    return View(across, up, whole(sight))


def perspective(random: Random, points: Iterable[Vector]) -> View:
    """Return a view of a turned solid with these corners from an eye that is near it, above."""
    corners = list(points)
    across, up, sight = _turned(random)
    middle = mean(corners)
    size = max(math.dist(tuple(map(float, middle)), tuple(map(float, corner))) for corner in corners)
    eye = minus(middle, times(sight, math.ceil(random.choice(_EYE_DISTANCES) * size)))
    return View(across, up, whole(sight), plain(eye))


def _turned(random: Random) -> tuple[Vector, Vector, Vector]:
    """Return unit vectors across, up, and along the line of sight."""
    sine, cosine = random.choice(_TURNS)
    sine *= random.choice((1, -1))
    low, level = random.choice(_TILTS)
    up = (-sine * low, cosine * low, level)
    return (cosine, sine, 0), up, (-sine * level, cosine * level, -low)
