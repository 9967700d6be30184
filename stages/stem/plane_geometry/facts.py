"""What can be said of a figure: every relation that holds, derived from coordinates alone.

A construction says nothing of what it made: a foot of an altitude that happens to halve its side is found to
be the midpoint, and a line that happens to be parallel is found to be so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from vlcorpus.schemas.scenes.claims import NO, YES, Claim
from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.stem.plane_geometry import (
    ALSO_RIGHT,
    CIRCLES,
    KINDS_OF_ANGLE,
    POSITIONS,
    ROLE_RIVALS,
)
from vlcorpus.stages.stem.plane_geometry.exact import (
    FAR,
    XY,
    distance_squared,
    is_between,
    middle,
)
from vlcorpus.stages.stem.plane_geometry.figure import Ends, Figure
from vlcorpus.stages.stem.plane_geometry.kinds import kind_of_angle, kind_of_polygon, wrong_kinds

# What is compared differs by so much at least, so that the eye can tell.
MIN_RATIO = 1.15
MIN_TURN_DEG = 12.0


def claims(figure: Figure) -> tuple[Claim, ...]:
    """Return all that holds and can be seen, as schemas/stem/plane_geometry.py names it."""
    lines = [_Line.of(figure, ends) for ends in figure.drawn]
    return (
        *_polygons(figure),
        *_circles(figure),
        *_points_on_lines(figure, lines),
        *_pairs_of_lines(figure, lines),
        *_marks(figure),
        *_counts(figure),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A drawn segment. Floats tell what is far from holding, exact numbers what holds."""

    name: str
    along: XY
    slope: Point  # its direction, of length 1
    length: float
    inside: tuple[str, ...]  # named points between its ends

    @classmethod
    def of(cls, figure: Figure, ends: Ends) -> _Line:
        p, q = (figure.points[name] for name in ends)
        (px, py), (qx, qy) = p.floats, q.floats
        length = math.dist((px, py), (qx, qy))
        slope = ((qx - px) / length, (qy - py) / length)
        inside = tuple(
            name for name, point in figure.points.items() if name not in ends and is_between(point, p, q)
        )
        return cls("".join(ends), q - p, slope, length, inside)

    @property
    def seen(self) -> str:
        return f"segment {self.name}"

    def is_parallel(self, other: _Line) -> bool:
        off = abs(self.slope[0] * other.slope[1] - self.slope[1] * other.slope[0])
        return off < FAR and self.along.cross(other.along).sign == 0

    def is_perpendicular(self, other: _Line) -> bool:
        off = abs(self.slope[0] * other.slope[0] + self.slope[1] * other.slope[1])
        return off < FAR and self.along.dot(other.along).sign == 0


def _points_on_lines(figure: Figure, lines: list[_Line]) -> Iterator[Claim]:
    for line in lines:
        p, q = (figure.points[name] for name in line.name)
        half = middle(p, q)
        for name in figure.points:
            if name in line.name:
                continue
            seen = (f"point {name}", line.seen)
            yield Claim(("on", name, line.name), YES if name in line.inside else NO, seen)
            if name in line.inside and figure.points[name] == half:
                yield Claim(("midpoint", line.name), name, seen, _others(figure, name))


def _pairs_of_lines(figure: Figure, lines: list[_Line]) -> Iterator[Claim]:
    for one, other in combinations(lines, 2):
        seen, pair = (one.seen, other.seen), (one.name, other.name)
        if one.is_parallel(other):
            apart = figure.points[other.name[0]] - figure.points[one.name[0]]
            if one.along.cross(apart).sign != 0:
                yield Claim(("parallel", *pair), YES, seen)
        else:
            if not set(one.name) & set(other.name):  # nobody takes lines for parallel that share an end
                yield Claim(("parallel", *pair), NO, seen)
            yield Claim(("perpendicular", *pair), YES if one.is_perpendicular(other) else NO, seen)
            for crossing in (name for name in one.inside if name in other.inside):
                parts = (*seen, f"point {crossing}")
                yield Claim(("meet", *pair), crossing, parts, _others(figure, crossing))
        yield from _compared(one, other, seen)


def _compared(one: _Line, other: _Line, seen: tuple[str, str]) -> Iterator[Claim]:
    pair = (one.name, other.name)
    ratio = one.length / other.length
    if max(ratio, 1 / ratio) > MIN_RATIO:
        yield Claim(("longer", *pair), pair[ratio < 1], seen, (pair[ratio > 1],))
    elif abs(ratio - 1) < FAR and one.along.dot(one.along) == other.along.dot(other.along):
        yield Claim(("equal", *pair), YES, seen)


def _polygons(figure: Figure) -> Iterator[Claim]:
    for polygon in figure.polygons:
        corners = [figure.points[name] for name in polygon]
        written = "".join(polygon)
        sides = tuple(f"segment {polygon[n - 1]}{polygon[n]}" for n in range(len(polygon)))
        if kind := kind_of_polygon(corners):
            yield Claim(("kind", written), kind, sides, wrong_kinds(kind, len(polygon)))
        yield from _largest(polygon, corners, sides)
        for n in range(len(polygon)):
            arm, vertex, other = polygon[n - 2], polygon[n - 1], polygon[n]
            kind = kind_of_angle(*(figure.points[name] for name in (arm, vertex, other)))
            seen = (sides[n - 1], sides[n])
            yield Claim(("angle_kind", arm + vertex + other), kind, seen, _rivals(kind, KINDS_OF_ANGLE))


def _largest(polygon: tuple[str, ...], corners: list[XY], sides: tuple[str, ...]) -> Iterator[Claim]:
    count, written = len(polygon), "".join(polygon)
    lengths = {
        polygon[n] + polygon[(n + 1) % count]: math.sqrt(
            float(distance_squared(corners[n], corners[(n + 1) % count]))
        )
        for n in range(count)
    }
    longest, second = sorted(lengths, key=lambda name: -lengths[name])[:2]
    if lengths[longest] > MIN_RATIO * lengths[second]:
        yield Claim(("longest_side", written), longest, sides, _rivals(longest, lengths))
    if count == 3:
        angles = {polygon[n]: _degrees(corners[n - 1], corners[n], corners[n - 2]) for n in range(3)}
        largest, second = sorted(angles, key=lambda name: -angles[name])[:2]
        if angles[largest] > angles[second] + MIN_TURN_DEG:
            yield Claim(("largest_angle", written), largest, sides, _rivals(largest, angles))


def _degrees(arm: XY, vertex: XY, other: XY) -> float:
    u, v = arm - vertex, other - vertex
    return math.degrees(math.atan2(abs(float(u.cross(v))), float(u.dot(v))))


def _circles(figure: Figure) -> Iterator[Claim]:
    for name, circle in figure.circles.items():
        center = figure.centers.get(name)
        if center and not name.endswith(f" {center}"):  # `circle O` says it itself
            yield Claim(("center", name), center, (name, f"point {center}"), _others(figure, center))
        for point, place in figure.points.items():
            if point == center:
                continue
            where = POSITIONS[circle.side(place) + 1]
            seen = (name, f"point {point}")
            yield Claim(("position", point, name), where, seen, _rivals(where, POSITIONS))
        for a, b in figure.drawn:
            if role := _role(figure, (a, b), name):
                seen = (name, f"segment {a}{b}")
                yield Claim(("role", a + b, name), role, seen, ROLE_RIVALS[role])
        for polygon in figure.polygons:
            yield from _polygon_and_circle(figure, polygon, name)
    for one, other in permutations(figure.circles, 2):
        if one < other:
            how = _two_circles(figure, one, other)
            yield Claim(("circles", one, other), how, (one, other), _wrong_for_circles(how))


def _role(figure: Figure, ends: Ends, name: str) -> str | None:
    circle = figure.circles[name]
    a, b = (figure.points[end] for end in ends)
    on = circle.holds(a), circle.holds(b)
    if all(on):
        return "diameter" if is_between(circle.center, a, b) else "chord"
    if figure.centers.get(name) in ends and any(on):
        return "radius"
    return "tangent" if circle.touches(a, b) else None


def _polygon_and_circle(figure: Figure, polygon: tuple[str, ...], name: str) -> Iterator[Claim]:
    circle, corners = figure.circles[name], [figure.points[corner] for corner in polygon]
    written = "".join(polygon)
    seen = (name, *(f"segment {polygon[n - 1]}{polygon[n]}" for n in range(len(polygon))))
    inscribed = all(map(circle.holds, corners))
    yield Claim(("inscribed", written, name), YES if inscribed else NO, seen)
    if all(circle.touches(corners[n - 1], corners[n]) for n in range(len(corners))):
        yield Claim(("touches", name, written), YES, seen)


def _two_circles(figure: Figure, one: str, other: str) -> str:
    """Return how two circles lie: of radii r and s and distance d, d² - r² - s² is compared with 2rs."""
    first, second = figure.circles[one], figure.circles[other]
    if first.center == second.center:
        return "concentric"
    rest = distance_squared(first.center, second.center) - first.radius_squared - second.radius_squared
    beyond = (rest * rest - first.radius_squared * second.radius_squared * 4).sign
    if beyond > 0:
        return "separate" if rest.sign > 0 else "nested"
    return "intersecting" if beyond else "tangent"


def _wrong_for_circles(how: str) -> tuple[str, ...]:
    right = ALSO_RIGHT["circles"].get(how, ())
    return tuple(other for other in _rivals(how, CIRCLES) if other not in right)


def _marks(figure: Figure) -> Iterator[Claim]:
    for corner, count in figure.arcs:
        seen = (f"angle {''.join(corner)}",)
        yield Claim(("arcs", "".join(corner)), str(count), seen, _near(count))
    for ends, count in figure.ticks:
        yield Claim(("ticks", "".join(ends)), str(count), (f"ticks {''.join(ends)}",), _near(count))


def _counts(figure: Figure) -> Iterator[Claim]:
    everything = {
        "points": [f"point {name}" for name in figure.points],
        "circles": list(figure.circles),
        "right_marks": [f"right angle {''.join(corner)}" for corner in figure.right_marks],
        "arcs": [f"angle {''.join(corner)}" for corner, _ in figure.arcs],
    }
    for what, names in everything.items():
        yield Claim(("count", what), str(len(names)), tuple(names), _near(len(names)))


def _rivals(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _others(figure: Figure, name: str) -> tuple[str, ...]:
    return _rivals(name, figure.points)


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 3), count + 4) if other != count)
