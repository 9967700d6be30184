"""What can be said of points, vectors and regions, and how many there are of what."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.functions import COUNTED
from vlcorpus.stages.verify.functions import pairs
from vlcorpus.stages.verify.functions.graphs import written_pair
from vlcorpus.stages.verify.functions.plane import Pair, Plane
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import square_root, write_number
from vlcorpus.stages.verify.rationals import read_rational

_MIRRORS = {"x-axis": (1, -1), "y-axis": (-1, 1), "origin": (-1, -1)}


def coordinates(plane: Plane, a: str) -> str:
    return written_pair(plane.point(a))


def location(plane: Plane, a: str) -> str:
    x, y = plane.point(a)
    if not x:
        return "y-axis" if y else "origin"
    if not y:
        return "x-axis"
    return f"quadrant {(1 if x > 0 else 2) if y > 0 else (4 if x > 0 else 3)}"


def position(plane: Plane, a: str, name: str) -> str:
    if name in plane.regions:
        region = plane.region(name)
        where = _position(plane, a, region.graph)
        is_inside = where == region.side or (where == "on" and region.boundary == "included")
        return "inside" if is_inside else "outside"
    return _position(plane, a, name)


def _position(plane: Plane, a: str, f: str) -> str:
    x, y = plane.point(a)
    return {1: "below", 0: "on", -1: "above"}[plane.curve(f).compared(x, y)]


def distance(plane: Plane, a: str, b: str) -> str:
    return _length(_between(plane.point(a), plane.point(b)))


def midpoint(plane: Plane, a: str, b: str) -> str:
    (x0, y0), (x1, y1) = plane.point(a), plane.point(b)
    return written_pair(((x0 + x1) / 2, (y0 + y1) / 2))


def slope_between(plane: Plane, a: str, b: str) -> str:
    run, rise = _between(plane.point(a), plane.point(b))
    if not run:
        raise Unknown(f"the line through {a} and {b} is upright")
    return str(rise / run)


def mirrored(plane: Plane, a: str, b: str) -> str:
    (x, y), image = plane.point(a), plane.point(b)
    found = [name for name, (across, up) in _MIRRORS.items() if image == (across * x, up * y)]
    if len(found) != 1:
        raise Unknown(f"{a} is the mirror image of {b} in {len(found)} of these")
    return found[0]


def at_coordinates(plane: Plane, x: str, y: str) -> str:
    found = [name for name, place in plane.points.items() if place == (read_rational(x), read_rational(y))]
    if len(found) != 1:
        raise Unknown(f"there are {len(found)} points at ({x}, {y})")
    return found[0]


def components(plane: Plane, u: str) -> str:
    return written_pair(plane.vector(u))


def magnitude(plane: Plane, u: str) -> str:
    return _length(plane.vector(u))


def sum_(plane: Plane, u: str, v: str) -> str:
    (x0, y0), (x1, y1) = plane.vector(u), plane.vector(v)
    return written_pair((x0 + x1, y0 + y1))


def difference(plane: Plane, u: str, v: str) -> str:
    return written_pair(_between(plane.vector(v), plane.vector(u)))


def dot(plane: Plane, u: str, v: str) -> str:
    (x0, y0), (x1, y1) = plane.vector(u), plane.vector(v)
    return str(x0 * x1 + y0 * y1)


def parallel(plane: Plane, u: str, v: str) -> str:
    """Of two vectors, or of two lines."""
    if u not in plane.vectors:
        return pairs.parallel(plane, u, v)
    (x0, y0), (x1, y1) = plane.vector(u), plane.vector(v)
    return truth_value(x0 * y1 == x1 * y0)


def perpendicular(plane: Plane, u: str, v: str) -> str:
    if u not in plane.vectors:
        return pairs.perpendicular(plane, u, v)
    return truth_value(dot(plane, u, v) == "0")


def equal(plane: Plane, u: str, v: str) -> str:
    return truth_value(plane.vector(u) == plane.vector(v))


def longer(plane: Plane, u: str, v: str) -> str:
    one, other = (x * x + y * y for x, y in (plane.vector(u), plane.vector(v)))
    if one == other:
        raise Unknown(f"{u} and {v} are equally long")
    return u if one > other else v


def side(plane: Plane, r: str) -> str:
    return plane.region(r).side


def boundary(plane: Plane, r: str) -> str:
    return plane.region(r).boundary


def count(plane: Plane, what: str) -> str:
    counted = dict(zip(COUNTED, (plane.curves, plane.points, plane.vectors, plane.regions), strict=True))
    if what not in counted:
        raise Unknown(f"nothing says what {what!r} are")
    return str(len(counted[what]))


def _between(start: Pair, end: Pair) -> Pair:
    return end[0] - start[0], end[1] - start[1]


def _length(way: Pair) -> str:
    return write_number(square_root(way[0] ** 2 + way[1] ** 2))
