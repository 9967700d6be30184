"""The truth of a figure, opened: what each name of an expression stands for, if it stands for anything.

All questions of the contract are about shape, not size, so the figure is first made larger by the common
denominator of its numbers: from there on every coefficient is an integer.
"""

from collections.abc import Mapping
from math import lcm
from typing import Any, NamedTuple

from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.plane_geometry.vectors import (
    Exact,
    Point,
    Segment,
    cross,
    dot,
    is_simple,
    on_line,
    sides,
    sign,
)
from vlcorpus.stages.verify.radicals import Radicals, as_fraction, read_number


class Circle(NamedTuple):
    center: Point
    radius_squared: Exact


class Angle(NamedTuple):
    arm: Point
    vertex: Point
    other: Point


class Figure:
    """A scene's points and circles in place, its drawn segments, and its marks."""

    def __init__(self, truth: Mapping[str, Any]):
        read = {name: tuple(map(read_number, place)) for name, place in truth.get("points", {}).items()}
        round_ = {
            name: (*map(read_number, circle["center"]), read_number(circle["radius_squared"]))
            for name, circle in truth.get("circles", {}).items()
        }
        numbers = [number for place in (*read.values(), *round_.values()) for number in place]
        self.scale = scale = lcm(*(number.denominator for number in numbers))
        has_roots = any(as_fraction(number) is None for number in numbers)

        def times(number: Radicals, factor: int) -> Exact:
            larger = number.times(factor)
            return larger if has_roots else int(larger.coefficients.get(1, 0))

        self.points = {name: Point(times(x, scale), times(y, scale)) for name, (x, y) in read.items()}
        self.circles = {
            name: Circle(Point(times(x, scale), times(y, scale)), times(square, scale**2))
            for name, (x, y, square) in round_.items()
        }
        self.centers: dict[str, str] = dict(truth.get("centers", {}))
        self.outlines = [self._corners(names) for names in truth.get("polygons", [])]
        outlines = zip(truth.get("polygons", []), self.outlines, strict=True)
        # By their names, those that were found to be polygons: their sides are drawn.
        self._polygons = {"".join(names): corners for names, corners in outlines}
        own = [tuple(names) for key in ("segments", "helpers") for names in truth.get(key, [])]
        self.drawn = [side for outline in self.outlines for side in sides(outline)]
        self.drawn += [self._declared_segment(names) for names in own]
        self.right_marks = [self._marked(self.angle, names) for names in truth.get("right_marks", [])]
        self.arcs = [(self._marked(self.angle, names), int(n)) for names, n in truth.get("arcs", [])]
        self.ticks = [(self._marked(self.segment, names), int(n)) for names, n in truth.get("ticks", [])]
        self._must_be_possible()

    def point(self, name: str) -> Point:
        if name not in self.points:
            raise Unknown(f"there is no point {name}")
        return self.points[name]

    def name_at(self, x2: Exact, y2: Exact) -> str:
        """Return the one named point with these doubled coordinates. Raises Unknown for none and several."""
        found = [name for name, (x, y) in self.points.items() if x + x == x2 and y + y == y2]
        return one_of(found, "a named point there")

    def segment(self, name: str) -> Segment:
        """Return what a pair of letters names: a drawn segment, or a part of what is drawn along one line."""
        start, end = self._distinct(name, 2)
        if not self._is_drawn(start, end):
            raise Unknown(f"{name} is not drawn")
        return start, end

    def angle(self, name: str) -> Angle:
        """Return the angle of two drawn arms. Raises Unknown for one of 0 or 180 degrees."""
        arm, vertex, other = self._distinct(name, 3)
        if not cross(vertex.to(arm), vertex.to(other)):
            raise Unknown(f"the arms of {name} lie on one line")
        for end in (arm, other):
            if not self._is_drawn(vertex, end):
                raise Unknown(f"an arm of {name} is not drawn")
        return Angle(arm, vertex, other)

    def polygon(self, name: str) -> tuple[Point, ...]:
        """Return the corners of a polygon, all of whose sides are drawn and meet in its corners alone."""
        if name in self._polygons:
            return self._polygons[name]
        if len(name) < 3:
            raise Unknown(f"{name} names no polygon")
        corners = self._distinct(name, len(name))
        if not all(self._is_drawn(*side) for side in sides(corners)):
            raise Unknown(f"a side of {name} is not drawn")
        if not is_simple(corners):
            raise Unknown(f"{name} is no polygon: it crosses itself, or a corner is straight")
        self._polygons[name] = corners
        return corners

    def circle(self, name: str) -> Circle:
        if name not in self.circles:
            raise Unknown(f"there is no circle {name}")
        return self.circles[name]

    def _distinct(self, name: str, n: int) -> tuple[Point, ...]:
        if len(name) != n:
            raise Unknown(f"{name} is not of {n} letters")
        places = tuple(map(self.point, name))
        if any(place in places[:i] for i, place in enumerate(places)):
            raise Unknown(f"{name} names a place twice")
        return places

    def _is_drawn(self, start: Point, end: Point) -> bool:
        """Say whether drawn segments cover the way from one point to the other without a gap."""
        if (start, end) in self.drawn or (end, start) in self.drawn:
            return True
        way = start.to(end)
        length = dot(way, way)
        pieces = [
            sorted([dot(way, start.to(a)), dot(way, start.to(b))])
            for a, b in self.drawn
            if on_line(a, (start, end)) and on_line(b, (start, end))
        ]
        covered = length - length
        for low, high in sorted(pieces):
            if covered < low:
                break
            covered = max(covered, high)
        return length <= covered

    def _corners(self, names: list[str]) -> tuple[Point, ...]:
        corners = tuple(self._declared(name) for name in names)
        if len(corners) < 3 or not is_simple(corners):
            raise Contradiction(f"{''.join(names)} is no polygon")
        return corners

    def _declared_segment(self, names: tuple[str, ...]) -> Segment:
        start, end = map(self._declared, names)
        if start == end:
            raise Contradiction(f"{''.join(names)} has no length")
        return start, end

    def _declared(self, name: str) -> Point:
        if name not in self.points:
            raise Contradiction(f"{name} has no coordinates")
        return self.points[name]

    @staticmethod
    def _marked(find: Any, names: list[str]) -> Any:
        try:
            return find("".join(names))
        except Unknown as error:
            raise Contradiction(f"what is marked is not in the figure: {error}") from error

    def _must_be_possible(self) -> None:
        for name in self.points:
            if len(name) != 1:
                raise Contradiction(f"the point {name} is not named by a single letter")
        for name, circle in self.circles.items():
            if sign(circle.radius_squared) <= 0:
                raise Contradiction(f"{name} has no size")
        for name, center in self.centers.items():
            if name not in self.circles or self._declared(center) != self.circles[name].center:
                raise Contradiction(f"{center} is not the centre of {name}")
        larger, smaller = self.circles.get("the larger circle"), self.circles.get("the smaller circle")
        if larger and smaller and larger.radius_squared <= smaller.radius_squared:
            raise Contradiction("the larger circle is not larger")


def one_of(found: list[str], what: str) -> str:
    """Return the only name found. Raises Unknown where there is none, or more than one."""
    if len(found) != 1:
        raise Unknown(f"it takes {what}, and there are {len(found)}")
    return found[0]
