"""Points of the plane by exact numbers, and the few products that all of plane geometry is decided by."""

from __future__ import annotations

from itertools import combinations
from typing import Any, NamedTuple, Protocol

from vlcorpus.stages.verify.radicals import Radicals


class Exact(Protocol):
    """A number of a figure: an integer in one that needs no roots, which costs a tenth, else `Radicals`."""

    def __add__(self, other: Any, /) -> Any: ...

    def __sub__(self, other: Any, /) -> Any: ...

    def __mul__(self, other: Any, /) -> Any: ...

    def __lt__(self, other: Any, /) -> bool: ...

    def __le__(self, other: Any, /) -> bool: ...

    def __abs__(self) -> Any: ...

    def __float__(self) -> float: ...


def sign(number: Exact) -> int:
    """Return -1, 0 or 1."""
    if isinstance(number, Radicals):
        return number.sign()
    return (number > 0) - (number < 0)  # type: ignore[operator]


class Point(NamedTuple):
    """A point, or the way from one point to another."""

    x: Exact
    y: Exact

    def to(self, other: Point) -> Point:
        return Point(other.x - self.x, other.y - self.y)


Segment = tuple[Point, Point]


def dot(u: Point, v: Point) -> Exact:
    return u.x * v.x + u.y * v.y


def cross(u: Point, v: Point) -> Exact:
    return u.x * v.y - u.y * v.x


def distance_squared(p: Point, q: Point) -> Exact:
    way = p.to(q)
    return dot(way, way)


def turn(p: Point, q: Point, r: Point) -> int:
    """Return 1 where the way p, q, r turns left, -1 where right, 0 where all three lie on a line."""
    return sign(cross(p.to(q), p.to(r)))


def on_line(point: Point, segment: Segment) -> bool:
    start, end = segment
    return not cross(start.to(end), start.to(point))


def strictly_inside(point: Point, segment: Segment) -> bool:
    """Say whether a point lies on a segment between its ends."""
    return on_line(point, segment) and sign(dot(point.to(segment[0]), point.to(segment[1]))) < 0


def on_segment(point: Point, segment: Segment) -> bool:
    """Say whether a point lies on a segment, its ends included."""
    return on_line(point, segment) and sign(dot(point.to(segment[0]), point.to(segment[1]))) <= 0


def cross_inside(one: Segment, other: Segment) -> bool:
    """Say whether two segments cross in a point that is an end of neither."""
    (a, b), (c, d) = one, other
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def share_a_point(one: Segment, other: Segment) -> bool:
    if cross_inside(one, other):
        return True
    return any(on_segment(end, other) for end in one) or any(on_segment(end, one) for end in other)


def overlap(one: Segment, other: Segment) -> bool:
    """Say whether two segments have more than a point in common."""
    (a, b), (c, d) = one, other
    if not (on_line(c, one) and on_line(d, one)):
        return False
    way = a.to(b)
    along = sorted([dot(way, a.to(c)), dot(way, a.to(d))])
    return along[0] < dot(way, way) and sign(along[1]) > 0


def sides(corners: tuple[Point, ...]) -> list[Segment]:
    return list(zip(corners, corners[1:] + corners[:1], strict=True))


def turns(corners: tuple[Point, ...]) -> list[int]:
    """Return which way the outline turns at each corner: 1 left, -1 right, 0 straight on."""
    n = len(corners)
    return [turn(corners[i - 1], corners[i], corners[(i + 1) % n]) for i in range(n)]


def is_simple(corners: tuple[Point, ...]) -> bool:
    """Say whether no two sides meet but neighbours in their corner, and no corner is straight."""
    if 0 in turns(corners):
        return False
    numbered = enumerate(sides(corners))
    last = len(corners) - 1
    return not any(
        share_a_point(one, other)
        for (i, one), (j, other) in combinations(numbered, 2)
        if j - i > 1 and (i, j) != (0, last)
    )


def inside_polygon(point: Point, corners: tuple[Point, ...]) -> bool:
    """Say whether a point off the outline lies inside: a ray to the right crosses an odd number of sides."""
    crossed = 0
    for start, end in sides(corners):
        low, high = (start, end) if start.y < end.y else (end, start)
        crossed += low.y <= point.y < high.y and turn(low, high, point) > 0
    return crossed % 2 == 1


def corner_shape(arm: Point, vertex: Point, other: Point) -> Point:
    """Return the direction, from the x axis upwards, that is the angle of two arms: 0 to 180 degrees."""
    u, v = vertex.to(arm), vertex.to(other)
    return Point(dot(u, v), abs(cross(u, v)))


def same_direction(u: Point, v: Point) -> bool:
    return not cross(u, v) and sign(dot(u, v)) > 0
