"""What can be said of two graphs together: where they meet, which is above, how lines lie."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.functions.curves import Curve
from vlcorpus.stages.verify.functions.graphs import fraction, written_pair
from vlcorpus.stages.verify.functions.plane import Plane
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import Radicals, rational, square_root
from vlcorpus.stages.verify.rationals import read_rational

MEETING = ("linear", "quadratic", "absolute value")
Polynomial = tuple[Fraction, Fraction, Fraction]  # of x**2, x, 1


def intersections(plane: Plane, f: str, g: str) -> str:
    curve = plane.curve(f, *MEETING)
    points = []
    for x in crossings(plane, f, g):
        place = fraction(x)
        points.append(written_pair((place, fraction(rational(curve.value(place) or 0)))))
    if not points:
        raise Unknown(f"{f} and {g} do not meet")
    return ", ".join(points)


def intersection_count(plane: Plane, f: str, g: str) -> str:
    return str(len(crossings(plane, f, g)))


def crossings(plane: Plane, f: str, g: str) -> list[Radicals]:
    """Return where two graphs meet, in order. Raises Unknown where they share more than points."""
    one, other = plane.curve(f, *MEETING), plane.curve(g, *MEETING)
    bends = sorted({curve.h for curve in (one, other) if curve.kind == "absolute value"})
    found: set[Radicals] = set()
    for low, high in zip([None, *bends], [*bends, None], strict=True):
        difference = _difference(one, other, _inside(low, high))
        if not any(difference):
            raise Unknown(f"{f} and {g} share more than points")
        for x in _roots(difference):
            if (low is None or rational(low) <= x) and (high is None or x <= rational(high)):
                found.add(x)
    return sorted(found)


def greater(plane: Plane, f: str, g: str, x: str) -> str:
    one, other, place = plane.curve(f), plane.curve(g), read_rational(x)
    first, second = one.value(place), other.value(place)
    if second is not None:
        above = one.compared(place, second)
    elif first is not None:
        above = -other.compared(place, first)
    else:
        difference = one.near(place) - other.near(place)
        above = 0 if abs(difference) < 1e-9 else 1 if difference > 0 else -1
    if not above:
        raise Unknown(f"{f} and {g} are as great at {x}")
    return f if above > 0 else g


def parallel(plane: Plane, f: str, g: str) -> str:
    one, other = plane.curve(f, "linear"), plane.curve(g, "linear")
    if one == other:
        raise Unknown(f"{f} and {g} are one line")
    return truth_value(one.a == other.a)


def perpendicular(plane: Plane, f: str, g: str) -> str:
    return truth_value(plane.curve(f, "linear").a * plane.curve(g, "linear").a == -1)


def steeper(plane: Plane, f: str, g: str) -> str:
    one, other = abs(plane.curve(f, "linear").a), abs(plane.curve(g, "linear").a)
    if one == other:
        raise Unknown(f"{f} and {g} are as steep")
    return f if one > other else g


def _inside(low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is None:
        return Fraction(0) if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def _difference(one: Curve, other: Curve, place: Fraction) -> Polynomial:
    """Return the polynomial that the difference of both is around a place."""
    first, second = _polynomial(one, place), _polynomial(other, place)
    a, b, c = (p - q for p, q in zip(first, second, strict=True))
    return a, b, c


def _polynomial(curve: Curve, place: Fraction) -> Polynomial:
    zero = Fraction(0)
    if curve.kind == "quadratic":
        return curve.a, -2 * curve.a * curve.h, curve.a * curve.h**2 + curve.k
    slope = -curve.a if curve.kind == "absolute value" and place < curve.h else curve.a
    return zero, slope, curve.k - slope * curve.h


def _roots(polynomial: Polynomial) -> Iterator[Radicals]:
    a, b, c = polynomial
    if a:
        middle, square = -b / (2 * a), (b * b - 4 * a * c) / (4 * a * a)
        if square >= 0:
            root = square_root(square)
            yield rational(middle) - root
            yield rational(middle) + root
    elif b:
        yield rational(-c / b)
