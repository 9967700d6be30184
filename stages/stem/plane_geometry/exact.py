"""Points, lines and circles of plane figures, exactly: coordinates are surds, no float decides anything."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.surd import OtherRadical, Surd, root


@dataclass(frozen=True, slots=True)
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
        return self * Fraction(1, divisor)

    def dot(self, other: XY) -> Surd:
        return self.x * other.x + self.y * other.y

    def cross(self, other: XY) -> Surd:
        return self.x * other.y - self.y * other.x

    @property
    def turned(self) -> XY:
        """Return it turned by a quarter, counter-clockwise."""
        return XY(-self.y, self.x)

    @property
    def floats(self) -> tuple[float, float]:
        return float(self.x), float(self.y)


@dataclass(frozen=True, slots=True)
class Circle:
    center: XY
    radius_squared: Surd

    def holds(self, point: XY) -> bool:
        offset = point - self.center
        return offset.dot(offset) == self.radius_squared

    @property
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


def is_between(point: XY, a: XY, b: XY) -> bool:
    """Tell whether the point lies on the segment ab, at its ends or between."""
    ab, ap = b - a, point - a
    return ab.cross(ap).sign == 0 and ap.dot(ab).sign >= 0 and (ap.dot(ab) - ab.dot(ab)).sign <= 0
