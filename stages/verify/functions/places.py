"""Where in the plane what is; only what lies in the window can be pointed at."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.functions.graphs import WITH_VERTEX
from vlcorpus.stages.verify.functions.pairs import crossings
from vlcorpus.stages.verify.functions.plane import Plane
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import Radicals, as_fraction
from vlcorpus.stages.verify.rationals import read_rational

Place = tuple[float, float]


def point(plane: Plane, a: str) -> Place:
    return _seen(plane, *plane.point(a))


def graph_at(plane: Plane, f: str, x: str) -> Place:
    place = read_rational(x)
    return _seen(plane, place, plane.curve(f).near(place))


def vertex(plane: Plane, f: str) -> Place:
    curve = plane.curve(f, *WITH_VERTEX)
    return _seen(plane, curve.h, curve.k)


def y_intercept(plane: Plane, f: str) -> Place:
    return graph_at(plane, f, "0")


def zero(plane: Plane, f: str, n: str) -> Place:
    return _seen(plane, float(_number_n(plane.curve(f).solutions(Fraction(0)), n)), 0)


def highest(plane: Plane, f: str) -> Place:
    return _corner(plane, f, 1)


def lowest(plane: Plane, f: str) -> Place:
    return _corner(plane, f, -1)


def _corner(plane: Plane, f: str, side: int) -> Place:
    corners = plane.curve(f, "segments").corners
    extreme = max(side * y for _, y in corners)
    found = [corner for corner in corners if side * corner[1] == extreme]
    if len(found) != 1:
        raise Unknown(f"{len(found)} corners of {f} are as high")
    return _seen(plane, *found[0])


def center(plane: Plane, f: str) -> Place:
    curve = plane.curve(f, "reciprocal")
    return _seen(plane, curve.h, curve.k)


def crossing(plane: Plane, f: str, g: str, n: str) -> Place:
    x = _number_n(crossings(plane, f, g), n)
    exact = as_fraction(x)
    if exact is None:
        raise Unknown("they cross at an irrational place")
    return graph_at(plane, f, str(exact))


def halfway(plane: Plane, a: str, b: str) -> Place:
    (x0, y0), (x1, y1) = plane.point(a), plane.point(b)
    return _seen(plane, (x0 + x1) / 2, (y0 + y1) / 2)


def start(plane: Plane, u: str) -> Place:
    return _seen(plane, *plane.arrow(u)[0])


def tip(plane: Plane, u: str) -> Place:
    return _seen(plane, *plane.arrow(u)[1])


def spot(plane: Plane, x: str, y: str) -> Place:
    return _seen(plane, read_rational(x), read_rational(y))


def _number_n(places: list[Radicals], n: str) -> Radicals:
    if not n.isdecimal() or not 1 <= int(n) <= len(places):
        raise Unknown(f"there is no number {n}")
    return places[int(n) - 1]


def _seen(plane: Plane, x: Fraction | float, y: Fraction | float) -> Place:
    for value, (low, high) in ((x, plane.x_axis), (y, plane.y_axis)):
        if not low <= value <= high:
            raise Unknown(f"({x}, {y}) is not in the window")
    return float(x), float(y)
