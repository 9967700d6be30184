"""Points, lines and circles of plane figures, exactly: coordinates are surds, no float decides what holds.

Floats decide only what is far from holding, and that is nearly everything: exact numbers cost a hundred times
as much.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.surd import OtherRadical, Surd, root, sum_of_products

FAR = 1e-6  # what is off by more, of the size of what is compared, does not hold


@dataclass(frozen=True)
class XY:
    """A point, or the vector from the origin to it."""

    x: Surd
    y: Surd

    def __add__(self, other: XY) -> XY:
        return XY(self.x + other.x, self.y + other.y)

    def __sub__(self, other: XY) -> XY:
        return XY(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: int | Fraction | Surd) -> XY:
        return XY(self.x * factor, self.y * factor)

    def __truediv__(self, divisor: int) -> XY:
        return XY(self.x / divisor, self.y / divisor)

    def dot(self, other: XY) -> Surd:
        return sum_of_products(self.x, other.x, self.y, other.y)

    def cross(self, other: XY) -> Surd:
        return sum_of_products(self.x, other.y, -self.y, other.x)

    @property
    def turned(self) -> XY:
        """Return it turned by a quarter, counter-clockwise."""
        return XY(-self.y, self.x)

    @cached_property
    def floats(self) -> tuple[float, float]:
        return float(self.x), float(self.y)


@dataclass(frozen=True)
class Circle:
    center: XY
    radius_squared: Surd

    def holds(self, point: XY) -> bool:
        return self.side(point) == 0

    def side(self, point: XY) -> int:
        """Return -1 for a point inside, 0 for one on the circle, 1 for one outside."""
        off = math.dist(point.floats, self.center.floats) - self.radius
        if abs(off) > FAR * self.radius:
            return 1 if off > 0 else -1
        return (distance_squared(point, self.center) - self.radius_squared).sign

    def touches(self, a: XY, b: XY) -> bool:
        """Tell whether segment ab is a part of a tangent, with the point that it touches."""
        off = abs(_turn(self.center.floats, a.floats, b.floats)) / math.dist(a.floats, b.floats) - self.radius
        if abs(off) > FAR * self.radius:
            return False
        near = foot(self.center, a, b)
        return self.holds(near) and is_between(near, a, b)

    @cached_property
    def radius(self) -> float:
        return float(self.radius_squared) ** 0.5


def xy(x: int | Fraction | Surd, y: int | Fraction | Surd) -> XY:
    return XY(Surd.of(x), Surd.of(y))


def distance_squared(a: XY, b: XY) -> Surd:
    return (b - a).dot(b - a)


def middle(a: XY, b: XY) -> XY:
    return (a + b) / 2


def along(a: XY, b: XY, part: Fraction) -> XY:
    """Return the point that lies `part` of the way from a to b."""
    return a + (b - a) * part


def meet(a: XY, b: XY, c: XY, d: XY) -> XY:
    """Return where line ab meets line cd. Raises Unfit where they are parallel."""
    ab, cd = b - a, d - c
    turn = ab.cross(cd)
    if turn.sign == 0:
        raise Unfit("lines are parallel")
    return a + ab * ((c - a).cross(cd) / turn)


def foot(point: XY, a: XY, b: XY) -> XY:
    """Return the point of line ab that is nearest to `point`."""
    ab = b - a
    return a + ab * ((point - a).dot(ab) / ab.dot(ab))


def circumcircle(a: XY, b: XY, c: XY) -> Circle:
    half_b, half_c = middle(a, b), middle(a, c)
    center = meet(half_b, half_b + (b - a).turned, half_c, half_c + (c - a).turned)
    return Circle(center, distance_squared(center, a))


def incircle(a: XY, b: XY, c: XY) -> Circle:
    """Return the circle that touches the sides. Raises Unfit where their lengths are in no common field."""
    try:
        sides = [root(distance_squared(*ends)) for ends in ((b, c), (c, a), (a, b))]
        whole = sides[0] + sides[1] + sides[2]
        center = (a * sides[0] + b * sides[1] + c * sides[2]) * (1 / whole)
    except OtherRadical as error:
        raise Unfit("no incircle with exact numbers") from error
    return Circle(center, distance_squared(center, foot(center, a, b)))


def cuts(circle: Circle, a: XY, b: XY) -> tuple[XY, XY]:
    """Return where line ab cuts the circle, in the order from a to b. Raises Unfit where it does not."""
    near = foot(circle.center, a, b)
    rest = circle.radius_squared - distance_squared(near, circle.center)
    if rest.sign <= 0:
        raise Unfit("the line does not cut the circle")
    ab = b - a
    try:
        reach = ab * root(rest / ab.dot(ab))
    except OtherRadical as error:
        raise Unfit("no cut with exact numbers") from error
    return near - reach, near + reach


def crossing(a: XY, b: XY, c: XY, d: XY) -> XY | None:
    """Return where segments ab and cd meet; None where they do not, or are parallel."""
    if _are_apart(a.floats, b.floats, c.floats, d.floats) or (b - a).cross(d - c).sign == 0:
        return None
    point = meet(a, b, c, d)
    return point if is_between(point, a, b) and is_between(point, c, d) else None


def is_between(point: XY, a: XY, b: XY) -> bool:
    """Tell whether the point lies on the segment ab, at its ends or between."""
    if point is a or point is b:
        return True
    (ax, ay), (bx, by), (x, y) = a.floats, b.floats, point.floats
    dx, dy = bx - ax, by - ay
    length_squared = dx * dx + dy * dy
    part = ((x - ax) * dx + (y - ay) * dy) / length_squared  # of the way from a to b
    if abs(_turn(point.floats, a.floats, b.floats)) > FAR * length_squared or not -FAR <= part <= 1 + FAR:
        return False
    ab, ap = b - a, point - a
    if ab.cross(ap).sign != 0:
        return False
    return FAR < part < 1 - FAR or (ap.dot(ab).sign >= 0 and (ap.dot(ab) - ab.dot(ab)).sign <= 0)


def _are_apart(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the ends of one segment surely lie on one side of the other's line."""
    far = FAR * max(math.dist(a, b), math.dist(c, d)) ** 2
    return any(
        min(turns) > far or max(turns) < -far
        for turns in ((_turn(c, a, b), _turn(d, a, b)), (_turn(a, c, d), _turn(b, c, d)))
    )


def _turn(point: Point, a: Point, b: Point) -> float:
    """Return the area of the parallelogram over ab and the way from a to the point, with its sign."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
