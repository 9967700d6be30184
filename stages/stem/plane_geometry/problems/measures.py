"""What can be measured in a figure and has a value that people would be given."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.plane_geometry import exact
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen, cycle
from vlcorpus.stages.stem.plane_geometry.problems.sketch import NEAR, Sketch
from vlcorpus.stages.stem.surd import OtherRadical, Surd, root

_MAX_LENGTH, _MAX_RADICAND = 60, 15
_MAX_SQUARE_DIVISOR = 9


@dataclass(frozen=True, slots=True)
class Measure:
    operation: str
    arguments: tuple[str, ...]
    value: Surd
    weight: float  # how often it is given, to others

    @property
    def claim(self) -> Claim:
        return Claim((self.operation, *self.arguments), str(self.value))

    @property
    def is_right(self) -> bool:
        return self.operation == "angle" and self.value == 90


def measures(sketch: Sketch, seen: Seen, *, of_lengths: bool) -> list[Measure]:
    """Return what can be given. Where angles are what a figure is about, its lengths are by chance."""
    found = [*_angles(sketch, seen), *_arcs(sketch, seen)]
    if of_lengths:
        found += [*_lengths(sketch), *_sizes(sketch, seen), *_radii(sketch)]
    return found


def _angles(sketch: Sketch, seen: Seen) -> Iterator[Measure]:
    order = list(sketch.places)
    for vertex in sketch.places:
        for rays in combinations(seen.rays(vertex), 2):
            # An angle is named by points that the figure starts with, as far as there are such on its arms.
            a, b = (min(seen.points_of_ray(vertex, ray), key=order.index) for ray in rays)
            if not seen.turn(a, vertex, b):
                continue
            degrees = angle(sketch, a, vertex, b)
            near = Fraction(round(2 * degrees), 2)
            if abs(degrees - float(near)) < NEAR and near.denominator == 1:
                yield Measure("angle", (a + vertex + b,), Surd.of(near), 3.0)


def _lengths(sketch: Sketch) -> Iterator[Measure]:
    """Yield parts between neighbours on a line often, whole lines seldom: a label beside one is unclear."""
    for line in sketch.lines:
        points = sketch.on_line(line)
        for a, b in pairwise(points):
            if value := length(sketch, a, b):
                yield Measure("length", (a + b,), value, 3.0 if value.is_rational else 0.7)
        if len(points) > 2 and (value := length(sketch, *line)):
            yield Measure("length", ("".join(line),), value, 0.8)


def _radii(sketch: Sketch) -> Iterator[Measure]:
    for center, on in sketch.circles.items():
        if (value := length(sketch, center, on[0])) and value.is_rational:
            yield Measure("radius", (center,), value, 1.5)
            yield Measure("circumference", (center,), value * 2, 0.3)
            yield Measure("disc", (center,), value * value, 0.3)


def _arcs(sketch: Sketch, seen: Seen) -> Iterator[Measure]:
    for center, on in sketch.circles.items():
        for a, b in combinations(on, 2):
            degrees = angle(sketch, a, center, b)
            near = round(degrees)
            if abs(degrees - near) < NEAR and 0 < near < 180:
                yield Measure("arc", (a + b, center), Surd(near), 0.5)


def _sizes(sketch: Sketch, seen: Seen) -> Iterator[Measure]:
    """Yield areas and perimeters of triangles, and of the quadrilateral that a figure starts with."""
    polygons = {cycle(name) for name in seen.found["triangle"]}
    base = sketch.steps[0].points
    if len(base) == 4 and "".join(base) in seen.found["quadrilateral"]:
        polygons.add(cycle("".join(base)))
    for name in sorted(polygons):
        corners = [sketch.places[corner].xy for corner in name]
        if not all(corners):
            continue
        try:
            twice = sum(
                (one.cross(other) for one, other in pairwise([*corners, corners[0]]) if one and other),
                Surd(0),
            )
            lengths = [length(sketch, name[n - 1], name[n]) for n in range(len(name))]
            around = sum((side for side in lengths if side), Surd(0)) if all(lengths) else None
        except OtherRadical:
            continue
        area = twice / 2 if twice.sign > 0 else twice / -2
        if area.is_rational and area.r == 1:
            yield Measure("area", (name,), area, 0.4)
        if around is not None and around.is_rational:
            yield Measure("perimeter", (name,), around, 0.3)


def length(sketch: Sketch, a: str, b: str) -> Surd | None:
    """Return a length of one root at most that a textbook would give; None for any other."""
    p, q = sketch.places[a], sketch.places[b]
    try:
        if p.xy and q.xy:
            value = root(exact.distance_squared(p.xy, q.xy))
        else:
            square = math.dist(p.at, q.at) ** 2
            near = Fraction(square).limit_denominator(_MAX_SQUARE_DIVISOR)
            if abs(square - float(near)) > NEAR * max(1.0, square):
                return None
            value = root(near)
    except OtherRadical:
        return None
    is_small = value.r <= 2 and value.d <= _MAX_RADICAND and value.q < 20
    return value if is_small and float(value) <= _MAX_LENGTH else None


def angle(sketch: Sketch, arm: str, vertex: str, other: str) -> float:
    """Return an angle in degrees, of 0 to 180."""
    (ax, ay), (vx, vy), (bx, by) = (sketch.places[name].at for name in (arm, vertex, other))
    ux, uy, wx, wy = ax - vx, ay - vy, bx - vx, by - vy
    return math.degrees(math.atan2(abs(ux * wy - uy * wx), ux * wx + uy * wy))
