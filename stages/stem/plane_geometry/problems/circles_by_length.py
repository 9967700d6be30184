"""Circles with chords, tangents and triangles, of the whole lengths that textbooks choose."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.stem.plane_geometry import exact
from vlcorpus.stages.stem.plane_geometry.exact import XY, xy
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Construction, Sketch
from vlcorpus.stages.stem.plane_geometry.problems.whole_numbers import HERONIAN, put, triple
from vlcorpus.stages.stem.surd import root

BASES: dict[str, Construction] = {}


def base(build: Construction) -> Construction:
    BASES[build.__name__] = build
    return build


@base
def chord_and_center(sketch: Sketch) -> None:
    half, distance, radius = triple(sketch.random)
    sketch.begin("chord_and_center")
    o, a, b = put(sketch, [xy(0, 0), xy(-half, -distance), xy(half, -distance)], center=True)
    sketch.circle(o, a, b)
    m = sketch.part(a, b, Fraction(1, 2))
    sketch.draw(a + b, o + m, o + a)
    if sketch.random.random() < 0.5:
        sketch.relate("midpoint", m, a + b)
    if radius > 5 and sketch.random.random() < 0.3:
        sketch.draw(o + b)


@base
def tangent_from_point(sketch: Sketch) -> None:
    radius, along, far = triple(sketch.random)
    sketch.begin("tangent_from_point")
    o, a, p = put(sketch, [xy(0, 0), xy(0, radius), xy(along, radius)], center=True)
    sketch.circle(o, a)
    sketch.draw(p + a, o + a, o + p)
    sketch.relate("tangent", p + a, o)
    if sketch.random.random() < 0.5:
        sketch.circles[o].append(sketch.part(o, p, Fraction(radius, far)))


@base
def two_tangents(sketch: Sketch) -> None:
    radius, along, far = triple(sketch.random)
    cos, sin = Fraction(radius, far), Fraction(along, far)
    sketch.begin("two_tangents")
    corners = [xy(0, 0), xy(far, 0), xy(radius * cos, radius * sin), xy(radius * cos, -radius * sin)]
    o, p, a, b = put(sketch, corners, center=True)
    sketch.circle(o, a, b)
    sketch.draw(
        p + a, p + b, *sketch.random.choice([(o + a, o + b, o + p), (o + a, o + p), (a + b, o + p, o + a)])
    )
    sketch.relate("tangent", p + a, o)
    sketch.relate("tangent", p + b, o)


@base
def two_tangents_of_60(sketch: Sketch) -> None:
    radius = sketch.random.choice([2, 3, 4, 5, 6])
    high = root(3) * Fraction(radius, 2)
    sketch.begin("two_tangents_of_60")
    corners = [xy(0, 0), xy(2 * radius, 0), xy(Fraction(radius, 2), high), xy(Fraction(radius, 2), -high)]
    o, p, a, b = put(sketch, corners, center=True)
    sketch.circle(o, a, b)
    sketch.draw(
        p + a, p + b, *sketch.random.choice([(o + a, o + b, o + p), (o + a, o + b), (a + b, o + a, o + b)])
    )
    sketch.relate("tangent", p + a, o)
    sketch.relate("tangent", p + b, o)


@base
def crossing_chords(sketch: Sketch) -> None:
    a, b, c, d = sketch.random.choice(
        [(2, 6, 3, 4), (3, 8, 4, 6), (4, 6, 3, 8), (2, 10, 4, 5), (3, 12, 4, 9), (6, 6, 4, 9)]
    )
    _four_on_circle(sketch, "crossing_chords", (-a, b), (-c, d))


@base
def two_secants(sketch: Sketch) -> None:
    a, b, c, d = sketch.random.choice(
        [(3, 8, 4, 6), (4, 9, 3, 12), (4, 10, 5, 8), (5, 12, 6, 10), (6, 12, 8, 9), (2, 12, 4, 6)]
    )
    _four_on_circle(sketch, "two_secants", (a, b), (c, d))


@base
def tangent_and_secant(sketch: Sketch) -> None:
    t, a, b = sketch.random.choice(
        [(4, 2, 8), (6, 4, 9), (6, 3, 12), (8, 4, 16), (10, 5, 20), (12, 8, 18), (6, 2, 18)]
    )
    cos, sin, whole = sketch.random.choice([(3, 4, 5), (4, 3, 5), (12, 5, 13), (5, 12, 13)])
    along = xy(Fraction(cos, whole), Fraction(sin, whole))
    places = [xy(0, 0), xy(t, 0), along * a, along * b]
    # The circle touches the x axis in (t, 0): its centre lies above, at the height where it holds the others.
    height = exact.meet(xy(t, 0), xy(t, 1), *_halfway(places[2], places[3])).y
    sketch.begin("tangent_and_secant")
    p, touch, near, far, o = put(sketch, [*places, xy(t, height)], last_is_center=True)
    sketch.circle(o, touch, near, far)
    sketch.draw(p + touch, p + far)
    if sketch.random.random() < 0.5:
        sketch.draw(o + touch)
    sketch.relate("tangent", p + touch, o)


@base
def triangle_on_diameter(sketch: Sketch) -> None:
    a, b, c = triple(sketch.random)
    radius = Fraction(c, 2)
    x = Fraction(a * a, c) - radius
    sketch.begin("triangle_on_diameter")
    corners = [xy(0, 0), xy(-radius, 0), xy(radius, 0), xy(x, Fraction(a * b, c))]
    o, p, q, r = put(sketch, corners, center=True)
    sketch.circle(o, p, q, r)
    sketch.draw(p + q + r + p)
    if sketch.random.random() < 0.4:
        sketch.draw(o + r)


@base
def inscribed_circle(sketch: Sketch) -> None:
    first, second, _ = triple(sketch.random)
    altitude, left, right = sketch.random.choice(
        [(second, 0, first), (second, first, first), sketch.random.choice(HERONIAN)]
    )
    corners = [xy(-left, 0), xy(right, 0), xy(0, altitude)]
    circle = exact.incircle(*corners)
    feet = [exact.foot(circle.center, corners[k - 1], corners[k]) for k in range(3)]
    sketch.begin("inscribed_circle")
    a, b, c, d, e, f, o = put(sketch, [*corners, *feet, circle.center], last_is_center=True)
    sketch.circle(o, d, e, f)
    sketch.draw(a + b + c + a)
    if sketch.random.random() < 0.5:
        sketch.draw(o + d)
    sketch.relate("incircle", o, a + b + c)
    if sketch.random.random() < 0.7:
        for touch, ends in ((d, c + a), (e, a + b), (f, b + c)):
            for end in ends:
                sketch.relate("tangent", end + touch, o)


@base
def sector(sketch: Sketch) -> None:
    radius = sketch.random.choice([2, 3, 4, 6, 8, 9, 10, 12])
    sketch.begin("sector")
    o = sketch.at(0, 0, name="O")
    start, width = (
        sketch.random.choice([0, 0, 20, 40, 90]),
        sketch.random.choice([30, 40, 45, 60, 72, 80, 90, 100, 120, 135, 150]),
    )
    a, b = sketch.polar(o, radius, start), sketch.polar(o, radius, start + width)
    sketch.circle(o, a, b)
    sketch.draw(o + a, o + b)
    if sketch.random.random() < 0.5:
        sketch.draw(a + b)
    if sketch.random.random() < 0.4:
        c = sketch.polar(o, radius, start + width // 2 + 180 + sketch.random.choice([-20, -10, 10, 20]))
        sketch.circles[o].append(c)
        sketch.draw(a + c + b)


@base
def circumscribed_circle(sketch: Sketch) -> None:
    """A triangle with an angle of 60 degrees in a circle of which the centre is drawn."""
    radius = sketch.random.choice([2, 4, 6, 8, 10])
    sketch.begin("circumscribed_circle")
    o = sketch.at(0, 0, name="O")
    width = sketch.random.choice([60, 90, 120, 120])
    tilt = sketch.random.choice([0, 10, 15, 20])
    start = 270 - width // 2
    a, b = sketch.polar(o, radius, start), sketch.polar(o, radius, start + width)
    c = sketch.polar(o, radius, 90 + tilt)
    sketch.circle(o, a, b, c)
    sketch.draw(a + b + c + a)
    if sketch.random.random() < 0.5:
        sketch.draw(o + a, o + b)


def _four_on_circle(sketch: Sketch, kind: str, first: tuple[int, int], second: tuple[int, int]) -> None:
    """Two lines through one point, and on each two points so far from it, all four on a circle."""
    cos, sin = (
        sketch.random.choice([(3, 4), (4, 3), (12, 5), (5, 12), (-3, 4)])
        if kind == "crossing_chords"
        else sketch.random.choice([(4, 3), (12, 5), (3, 4)])
    )
    long = 13 if 12 in (cos, sin) else 5
    along = xy(Fraction(cos, long), Fraction(sin, long))
    four = [xy(first[0], 0), xy(first[1], 0), along * second[0], along * second[1]]
    circle = exact.circumcircle(*four[:3])
    sketch.begin(kind)
    p, a, b, c, d, o = put(sketch, [xy(0, 0), *four, circle.center], last_is_center=True)
    sketch.circle(o, a, b, c, d)
    if kind == "crossing_chords":
        sketch.draw(a + b, c + d)
    else:
        sketch.draw(p + b, p + d)
    if sketch.random.random() < 0.4:
        sketch.draw(a + c, b + d)


def _halfway(a: XY, b: XY) -> tuple[XY, XY]:
    """Return two points of the perpendicular bisector of ab."""
    half = exact.middle(a, b)
    return half, half + (b - a).turned
