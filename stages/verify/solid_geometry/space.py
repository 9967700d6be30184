"""Points and directions in space by exact numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import ZERO, Radicals, as_fraction, rational, read_number, square_root


class Vector(NamedTuple):
    """A point, or the way from one point to another."""

    x: Radicals
    y: Radicals
    z: Radicals

    def to(self, other: Vector) -> Vector:
        return Vector(other.x - self.x, other.y - self.y, other.z - self.z)


def read_vector(texts: Iterable[str]) -> Vector:
    """Raises ValueError for what is no three exact numbers."""
    x, y, z = map(read_number, texts)
    return Vector(x, y, z)


def dot(u: Vector, v: Vector) -> Radicals:
    return u.x * v.x + u.y * v.y + u.z * v.z


def cross(u: Vector, v: Vector) -> Vector:
    return Vector(u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x)


def added(vectors: Iterable[Vector]) -> Vector:
    total = Vector(ZERO, ZERO, ZERO)
    for vector in vectors:
        total = Vector(total.x + vector.x, total.y + vector.y, total.z + vector.z)
    return total


def is_zero(vector: Vector) -> bool:
    return not any(vector)


def are_parallel(u: Vector, v: Vector) -> bool:
    return is_zero(cross(u, v))


def square(vector: Vector) -> Radicals:
    return dot(vector, vector)


def length(vector: Vector) -> Radicals:
    """Raises Unknown for a root of what is irrational, which claims do not write."""
    of = as_fraction(square(vector))
    if of is None:
        raise Unknown("a length is no simple root")
    return square_root(of)


def twice_area(corners: Sequence[Vector]) -> Vector:
    """Return the vector that stands upright on a flat polygon, and is as long as twice its area."""
    return added(cross(start, end) for start, end in zip(corners, [*corners[1:], corners[0]], strict=True))


def part(number: Radicals, share: Fraction) -> Radicals:
    return number * rational(share)
