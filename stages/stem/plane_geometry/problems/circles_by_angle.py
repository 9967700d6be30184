"""Circles on which points lie in directions of whole degrees."""

from __future__ import annotations

from itertools import pairwise

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Construction, Sketch
from vlcorpus.stages.stem.plane_geometry.problems.whole_degrees import are_clear, whole_angle

BASES: dict[str, Construction] = {}


def base(build: Construction) -> Construction:
    BASES[build.__name__] = build
    return build


@base
def inscribed_triangle(sketch: Sketch) -> None:
    o, names = _on_circle(sketch, 3, "inscribed_triangle")
    a, b, c = names
    sketch.draw(a + b + c + a)
    for ends in sketch.random.sample([a + b, b + c, c + a], sketch.random.randint(0, 2)):
        sketch.draw(o + ends[0], o + ends[1])


@base
def angle_in_circle(sketch: Sketch) -> None:
    """A central angle and an inscribed one on the same arc."""
    sketch.begin("angle_in_circle")
    width, start = whole_angle(sketch.random, 60, 140), sketch.random.choice([200, 210, 220])
    o = sketch.at(0, 0, name="O")
    a, b = sketch.polar(o, 5, start), sketch.polar(o, 5, start + width)
    c = sketch.polar(o, 5, start + width + whole_angle(sketch.random, 60, 140))
    sketch.circle(o, a, b, c)
    sketch.draw(o + a, o + b, c + a, c + b)
    if sketch.random.random() < 0.4:
        sketch.draw(a + b)


@base
def cyclic_quadrilateral(sketch: Sketch) -> None:
    o, names = _on_circle(sketch, 4, "cyclic_quadrilateral")
    a, b, c, d = names
    sketch.draw(a + b + c + d + a)
    choice = sketch.random.randrange(4)
    if choice == 0:
        sketch.draw(a + c, b + d)
    elif choice == 1:
        sketch.draw(o + a, o + c)
    elif choice == 2:
        sketch.draw(a + c)


@base
def diameter_and_points(sketch: Sketch) -> None:
    sketch.begin("diameter_and_points")
    o = sketch.at(0, 0, name="O")
    a, b = sketch.polar(o, 5, 180), sketch.polar(o, 5, 0)
    c = sketch.polar(o, 5, whole_angle(sketch.random, 25, 70) * 2)
    d = sketch.polar(o, 5, 360 - whole_angle(sketch.random, 25, 70) * 2)
    sketch.circle(o, a, b, c, d)
    sketch.draw(
        a + b,
        *sketch.random.choice(
            [(a + c + b, c + d), (a + c, c + d, d + b), (a + c + b, b + d), (a + c, o + c, c + d, d + a)]
        ),
    )


@base
def tangent_and_chord(sketch: Sketch) -> None:
    sketch.begin("tangent_and_chord")
    o = sketch.at(0, 0, name="O")
    a = sketch.polar(o, 5, 270)
    turn = whole_angle(sketch.random, 35, 65)
    b = sketch.polar(o, 5, 270 + 2 * turn)
    c = sketch.polar(o, 5, 270 + 2 * turn + whole_angle(sketch.random, 45, 80) * 2)
    p = sketch.polar(a, 6, 0)
    sketch.circle(o, a, b, c)
    sketch.draw(
        a + p,
        a + b,
        *sketch.random.choice([(b + c + a,), (b + c + a, o + a, o + b), (o + a, o + b), (o + a, b + c + a)]),
    )
    sketch.relate("tangent", p + a, o)


@base
def two_tangents_of_angles(sketch: Sketch) -> None:
    sketch.begin("two_tangents_of_angles")
    half = whole_angle(sketch.random, 20, 35)
    o = sketch.at(0, 0, name="O")
    a, b = sketch.polar(o, 4, 90 - half), sketch.polar(o, 4, half - 90)
    p = sketch.aim(o, 0, a, -half)
    sketch.circle(o, a, b)
    sketch.draw(
        p + a,
        p + b,
        *sketch.random.choice([(o + a, o + b), (o + a, o + b, o + p), (o + a, o + b, a + b), (a + b,)]),
    )
    if sketch.random.random() < 0.4:
        c = sketch.polar(o, 4, 180 + sketch.random.choice([-20, -10, 10, 20]))
        sketch.circles[o].append(c)
        sketch.draw(a + c + b)
    sketch.relate("tangent", p + a, o)
    sketch.relate("tangent", p + b, o)


@base
def crossing_chords_of_angles(sketch: Sketch) -> None:
    _, (a, b, c, d) = _on_circle(sketch, 4, "crossing_chords_of_angles")
    sketch.draw(a + c, b + d)
    sketch.cross(a, c, b, d)
    if sketch.random.random() < 0.6:
        sketch.draw(*sketch.random.choice([(a + b, c + d), (a + d, b + c), (a + b,)]))


@base
def equal_chords(sketch: Sketch) -> None:
    sketch.begin("equal_chords")
    width, gap = 2 * whole_angle(sketch.random, 20, 40), whole_angle(sketch.random, 40, 80)
    radii = (0, width, width + gap, 2 * width + gap)
    if width == gap or not are_clear([*radii, 90 + width // 2, 90 + width * 3 // 2 + gap]):
        raise Unfit("too much looks equal or parallel")
    o = sketch.at(0, 0, name="O")
    a, b, c, d = (sketch.polar(o, 5, 200 + way) for way in radii)
    sketch.circle(o, a, b, c, d)
    sketch.draw(o + a, o + b, o + c, o + d, a + b, c + d)
    sketch.relate("equal", a + b, c + d)


def _on_circle(sketch: Sketch, count: int, kind: str) -> tuple[str, list[str]]:
    """Put points on a circle, their arcs of an even number of degrees, none small."""
    limits = (80, 160) if count == 3 else (50, 130)
    arcs = [2 * whole_angle(sketch.random, limits[0] // 2, limits[1] // 2) for _ in range(count - 1)]
    last = 360 - sum(arcs)
    if not limits[0] <= last <= limits[1]:
        raise Unfit("an arc is small")
    sketch.begin(kind)
    start = sketch.random.choice([0, 10, 30, 50, 90, 200, 210])
    ways = [start]
    for arc in arcs:
        ways.append(ways[-1] + arc)
    if any(abs(other - one) == 180 for one, other in pairwise(ways)):
        raise Unfit("a chord is a diameter")
    o = sketch.at(0, 0, name="O")
    names = [sketch.polar(o, 5, way) for way in ways]
    sketch.circle(o, *names)
    return o, names
