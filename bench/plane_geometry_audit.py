"""A second oracle of plane geometry, by SymPy: slow, for a sample, and to be compared with the first.

It shares only the contract with `stages/verify/plane_geometry`, and decides otherwise: by SymPy's geometry
where that has the notion, else by lengths and directions with 80 digits. A number that is not zero there is
far larger than 1e-40: a figure's numbers have few digits, and no root that is nested deeper than a length.
"""

import re
from collections.abc import Mapping
from itertools import combinations, pairwise
from typing import Any

import sympy
from sympy import geometry

from vlcorpus.schemas.scenes.claims import NO, YES, Expression, truth_value
from vlcorpus.stages.verify.oracle import Unknown

DIGITS = 80
ZERO = sympy.Float("1e-40", DIGITS)
_NUMBER = re.compile(r"(?:sqrt|[0-9()+*/ -])+")  # SymPy reads by `eval`: nothing else may come near it
_POLYGONS = ("penta", "hexa", "hepta", "octa", "nona", "deca", "hendeca", "dodeca")


def sign(number: sympy.Expr) -> int:
    near = sympy.N(number, DIGITS)
    return 0 if abs(near) < ZERO else int(sympy.sign(near))


def exact(text: str) -> sympy.Expr:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is no exact number")
    return sympy.sympify(text)


class SympyPlaneGeometry:
    """One figure; `value` answers, or raises Unknown, as the oracle does."""

    def __init__(self, truth: Mapping[str, Any]):
        self.points = {name: geometry.Point(*map(exact, at)) for name, at in truth.get("points", {}).items()}
        self.circles = {
            name: geometry.Circle(
                geometry.Point(*map(exact, circle["center"])), sympy.sqrt(exact(circle["radius_squared"]))
            )
            for name, circle in truth.get("circles", {}).items()
        }
        self.truth = truth
        names = [tuple(names) for key in ("segments", "helpers") for names in truth.get(key, [])]
        for polygon in truth.get("polygons", []):
            names += zip(polygon, polygon[1:] + polygon[:1], strict=True)
        distinct = {frozenset(pair) for pair in names}
        self.drawn = [tuple(self.points[name] for name in sorted(pair)) for pair in distinct]

    def value(self, expression: Expression) -> str:
        if isinstance(expression, str):
            raise Unknown(expression)
        operation, *names = expression
        return getattr(self, f"say_{operation}")(*names)

    # Names

    def places(self, name: str) -> list[geometry.Point]:
        if not set(name) <= set(self.points) or len(set(name)) < len(name):
            raise Unknown(name)
        return [self.points[letter] for letter in name]

    def segment(self, name: str) -> geometry.Segment:
        if len(name) != 2:
            raise Unknown(name)
        start, end = self.places(name)
        if not self.is_drawn(start, end):
            raise Unknown(name)
        return geometry.Segment(start, end)

    def is_drawn(self, start: geometry.Point, end: geometry.Point) -> bool:
        """Cut the way where drawn segments begin and end: the middle of each piece lies on one of them."""
        cuts = {p for pair in self.drawn for p in pair if between(p, start, end)} | {start, end}
        along = sorted(cuts, key=lambda p: sympy.N(start.distance(p), DIGITS))
        middles = [p.midpoint(q) for p, q in pairwise(along)]
        on_one_line = [(p, q) for p, q in self.drawn if on_line(p, start, end) and on_line(q, start, end)]
        return all(any(between(middle, p, q) for p, q in on_one_line) for middle in middles)

    def polygon(self, name: str) -> list[geometry.Point]:
        corners = self.places(name)
        n = len(corners)
        if n < 3 or not all(self.is_drawn(corners[i - 1], corners[i]) for i in range(n)):
            raise Unknown(name)
        if any(on_line(corners[i], corners[i - 1], corners[i - 2]) for i in range(n)):
            raise Unknown(name)
        outline = [geometry.Segment(corners[i - 1], corners[i]) for i in range(n)]
        for (i, one), (j, other) in combinations(enumerate(outline), 2):
            if j - i > 1 and (i, j) != (0, n - 1) and one.intersection(other):
                raise Unknown(name)
        return corners

    def circle(self, name: str) -> geometry.Circle:
        if name not in self.circles:
            raise Unknown(name)
        return self.circles[name]

    def named(self, place: geometry.Point) -> str:
        found = [name for name, at in self.points.items() if sign(at.distance(place)) == 0]
        if len(found) != 1:
            raise Unknown("no point, or several")
        return found[0]

    # Segments and angles

    def say_on(self, point: str, name: str) -> str:
        segment, (place,) = self.segment(name), self.places(point)
        if place in (segment.p1, segment.p2):
            raise Unknown(point)
        return truth_value(between(place, segment.p1, segment.p2))

    def say_midpoint(self, name: str) -> str:
        return self.named(self.segment(name).midpoint)

    def say_meet(self, one: str, other: str) -> str:
        first, second = self.segment(one), self.segment(other)
        found = first.intersection(second)
        if len(found) != 1 or not isinstance(found[0], geometry.Point):
            raise Unknown("they do not cross")
        ends = (first.p1, first.p2, second.p1, second.p2)
        if any(sign(found[0].distance(end)) == 0 for end in ends):
            raise Unknown("they meet in an end")
        return self.named(found[0])

    def say_parallel(self, one: str, other: str) -> str:
        first, second = self.segment(one), self.segment(other)
        if not first.is_parallel(second):
            return NO
        if geometry.Line(first).distance(second.p1) == 0:
            raise Unknown("one line")
        return YES

    def say_perpendicular(self, one: str, other: str) -> str:
        return truth_value(self.segment(one).is_perpendicular(self.segment(other)))

    def say_equal(self, one: str, other: str) -> str:
        return truth_value(sign(self.segment(one).length - self.segment(other).length) == 0)

    def say_longer(self, one: str, other: str) -> str:
        difference = sign(self.segment(one).length - self.segment(other).length)
        if difference == 0:
            raise Unknown("equally long")
        return one if difference > 0 else other

    def say_angle_kind(self, name: str) -> str:
        kind = sign(self.size(name) - sympy.pi / 2)
        return {-1: "acute", 0: "right", 1: "obtuse"}[kind]

    def size(self, name: str) -> sympy.Expr:
        if len(name) != 3:
            raise Unknown(name)
        arm, vertex, other = self.places(name)
        if on_line(arm, vertex, other) or not (self.is_drawn(vertex, arm) and self.is_drawn(vertex, other)):
            raise Unknown(name)
        return geometry.Ray(vertex, arm).angle_between(geometry.Ray(vertex, other))

    # Polygons

    def say_longest_side(self, name: str) -> str:
        corners = self.polygon(name)
        lengths = {
            name[i] + name[(i + 1) % len(name)]: corners[i].distance(corners[(i + 1) % len(name)])
            for i in range(len(name))
        }
        return self.largest(lengths)

    def say_largest_angle(self, name: str) -> str:
        if len(name) != 3:
            raise Unknown(name)
        self.polygon(name)
        return self.largest({name[i]: self.size(name[i - 1] + name[i] + name[i - 2]) for i in range(3)})

    def largest(self, sizes: Mapping[str, sympy.Expr]) -> str:
        for name, size in sizes.items():
            if all(sign(size - other) > 0 for key, other in sizes.items() if key != name):
                return name
        raise Unknown("two are the largest")

    def say_kind(self, name: str) -> str:
        corners = self.polygon(name)
        if len(corners) == 3:
            return self.kind_of_triangle(geometry.Triangle(*corners))
        outline = geometry.Polygon(*corners)
        lengths = [side.length for side in outline.sides]
        if len(corners) > 4:
            name = f"{_POLYGONS[len(corners) - 5]}gon"
            angles = list(outline.angles.values())
            is_regular = outline.is_convex() and all_equal(lengths) and all_equal(angles)
            return f"regular {name}" if is_regular else name
        return self.kind_of_quadrilateral(outline, lengths)

    def kind_of_triangle(self, triangle: geometry.Triangle) -> str:
        a, b, c = (side.length for side in triangle.sides)
        n_equal = sum(sign(one - other) == 0 for one, other in combinations((a, b, c), 2))
        is_right = any(sign(angle - sympy.pi / 2) == 0 for angle in triangle.angles.values())
        if n_equal == 3:
            return "equilateral"
        if is_right:
            return "right isosceles" if n_equal else "right"
        return "isosceles" if n_equal else "scalene"

    def kind_of_quadrilateral(self, outline: geometry.Polygon, lengths: list[sympy.Expr]) -> str:
        """By lengths and angles alone: sides are parallel where neighbouring angles make 180 degrees."""
        angles = [outline.angles[corner] for corner in outline.vertices]
        right = [sign(angle - sympy.pi / 2) == 0 for angle in angles]
        parallel = [sign(angles[i] + angles[i - 1] - sympy.pi) == 0 for i in (1, 2)]
        same = [sign(lengths[i] - lengths[i - 1]) == 0 for i in range(4)]
        if all(parallel):
            if all(same):
                return "square" if all(right) else "rhombus"
            return "rectangle" if all(right) else "parallelogram"
        if any(parallel):
            # The legs are the sides between the angles that make 180 degrees, and the side across.
            leg = 0 if parallel[0] else 1
            if sign(lengths[leg] - lengths[leg + 2]) == 0:
                return "isosceles trapezoid"
            return "right trapezoid" if any(right) else "trapezoid"
        if (same[0] and same[2]) or (same[1] and same[3]):
            if not outline.is_convex():
                raise Unknown("a dart")
            return "kite"
        return "irregular quadrilateral"

    # Circles

    def say_center(self, name: str) -> str:
        circle = self.circle(name)
        return self.truth.get("centers", {}).get(name) or self.named(circle.center)

    def say_role(self, segment: str, name: str) -> str:
        ends, circle = self.segment(segment), self.circle(name)
        far = [sign(circle.center.distance(end) - circle.radius) for end in (ends.p1, ends.p2)]
        if far == [0, 0]:
            return "diameter" if sign(ends.length - 2 * circle.radius) == 0 else "chord"
        if 0 in far and sign(ends.length - circle.radius) == 0 and circle.center in (ends.p1, ends.p2):
            return "radius"
        if is_tangent(ends, circle):
            return "tangent"
        raise Unknown(segment)

    def say_position(self, point: str, name: str) -> str:
        (place,) = self.places(point)
        if name in self.circles:
            circle = self.circles[name]
            return {-1: "inside", 0: "on", 1: "outside"}[sign(circle.center.distance(place) - circle.radius)]
        corners = self.polygon(name)
        if any(between(place, corners[i - 1], corners[i]) for i in range(len(corners))):
            return "on"
        return "inside" if geometry.Polygon(*corners).encloses_point(place) else "outside"

    def say_inscribed(self, polygon: str, name: str) -> str:
        corners, circle = self.polygon(polygon), self.circle(name)
        return truth_value(all(sign(circle.center.distance(p) - circle.radius) == 0 for p in corners))

    def say_touches(self, name: str, polygon: str) -> str:
        circle, outline = self.circle(name), geometry.Polygon(*self.polygon(polygon))
        if not all(is_tangent(side, circle) for side in outline.sides):
            return NO
        return truth_value(outline.encloses_point(circle.center))

    def say_circles(self, one: str, other: str) -> str:
        first, second = self.circle(one), self.circle(other)
        apart = first.center.distance(second.center)
        outer = sign(apart - first.radius - second.radius)
        inner = sign(apart - abs(first.radius - second.radius))
        if sign(apart) == 0:
            if inner == 0:
                raise Unknown("one circle")
            return "concentric"
        if outer == 0 or inner == 0:
            return "tangent"
        if outer > 0:
            return "separate"
        return "nested" if inner < 0 else "intersecting"

    # Marks

    def say_arcs(self, name: str) -> str:
        self.size(name)
        here, counts, overlaps = self.sector(name), set(), False
        for names, n in self.truth.get("arcs", []):
            there = self.sector("".join(names))
            if there[0] != here[0]:
                continue
            start, width = turned(here[1], there[1]), there[2]
            if sign(start) == 0 and sign(width - here[2]) == 0:
                counts.add(str(n))
            back = turned(there[1], here[1])
            overlaps |= sign(start - here[2]) < 0 or sign(back - width) < 0
        return the_count(counts, overlaps)

    def sector(self, name: str) -> tuple[geometry.Point, sympy.Expr, sympy.Expr]:
        """Return the vertex, the direction from which the angle opens to the left, and how wide it opens."""
        arm, vertex, other = self.places(name)
        first, second = direction(arm - vertex), direction(other - vertex)
        width = turned(first, second)
        if sign(width - sympy.pi) < 0:
            return vertex, first, width
        return vertex, second, turned(second, first)

    def say_ticks(self, name: str) -> str:
        segment = self.segment(name)
        counts, overlaps = set(), False
        for names, n in self.truth.get("ticks", []):
            marked = geometry.Segment(*(self.points[letter] for letter in names))
            if {marked.p1, marked.p2} == {segment.p1, segment.p2}:
                counts.add(str(n))
            overlaps |= any(isinstance(part, geometry.Segment) for part in segment.intersection(marked))
        return the_count(counts, overlaps)

    def say_count(self, what: str) -> str:
        if what == "segments":
            for (a, b), (c, d) in combinations(self.drawn, 2):
                apart = [between(a, c, d), between(b, c, d), between(c, a, b), between(d, a, b)]
                if any(apart) and on_line(c, a, b) and on_line(d, a, b):
                    raise Unknown("segments run into each other")
            return str(len(self.drawn))
        if what in ("points", "circles"):
            return str(len(self.truth.get(what, {})))
        marks = {"right_marks": lambda mark: mark, "arcs": lambda mark: mark[0]}
        if what not in marks:
            raise Unknown(what)
        return str(len({self.key("".join(marks[what](mark))) for mark in self.truth.get(what, [])}))

    def key(self, name: str) -> tuple[str, ...]:
        vertex, start, width = self.sector(name)
        return str(vertex), *(str(sympy.N(size, 20)) for size in (start, width))


def between(point: geometry.Point, start: geometry.Point, end: geometry.Point) -> bool:
    """Say whether a detour over the point is no detour: it lies on the segment, its ends included."""
    return sign(start.distance(point) + point.distance(end) - start.distance(end)) == 0


def on_line(point: geometry.Point, start: geometry.Point, end: geometry.Point) -> bool:
    return any(between(*three) for three in ((point, start, end), (start, end, point), (end, point, start)))


def is_tangent(segment: geometry.Segment, circle: geometry.Circle) -> bool:
    foot = geometry.Line(segment).projection(circle.center)
    return sign(foot.distance(circle.center) - circle.radius) == 0 and between(foot, segment.p1, segment.p2)


def direction(way: geometry.Point) -> sympy.Expr:
    return sympy.N(sympy.atan2(way.y, way.x), DIGITS)


def turned(start: sympy.Expr, end: sympy.Expr) -> sympy.Expr:
    """Return how far the direction `end` is to the left of `start`: from 0 up to a whole turn."""
    turn = end - start
    return turn + sympy.N(2 * sympy.pi, DIGITS) if sign(turn) < 0 else turn


def all_equal(sizes: list[sympy.Expr]) -> bool:
    return all(sign(size - sizes[0]) == 0 for size in sizes)


def the_count(counts: set[str], overlaps: bool) -> str:
    if len(counts) > 1 or (overlaps and not counts):
        raise Unknown("no count that is clear")
    return counts.pop() if counts else "0"
