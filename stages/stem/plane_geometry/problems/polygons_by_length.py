"""Polygons of the whole lengths that textbooks choose."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import xy
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Construction, Sketch
from vlcorpus.stages.stem.plane_geometry.problems.whole_numbers import HERONIAN, drawn_polygon, put, triple
from vlcorpus.stages.stem.surd import Surd, root

BASES: dict[str, Construction] = {}
# Whole sides b, c and a about an angle of 60 or 120 degrees: a² = b² + c² - 2bc cos A.
_OF_60 = ((3, 8, 7), (5, 8, 7), (5, 21, 19), (7, 15, 13), (8, 15, 13))
_OF_120 = ((3, 5, 7), (7, 8, 13), (5, 16, 19), (6, 10, 14))


def base(build: Construction) -> Construction:
    BASES[build.__name__] = build
    return build


@base
def right_triangle(sketch: Sketch) -> None:
    a, b, _ = triple(sketch.random)
    drawn_polygon(sketch, [xy(0, 0), xy(a, 0), xy(0, b)])


@base
def thirty_sixty_triangle(sketch: Sketch) -> None:
    short = sketch.random.choice([2, 3, 4, 5, 6, 8])
    unit = Surd(short) if sketch.random.random() < 0.6 else root(3) * short
    drawn_polygon(sketch, [xy(0, 0), xy(unit, 0), xy(0, unit * root(3))])


@base
def right_isosceles_triangle(sketch: Sketch) -> None:
    leg = sketch.random.choice([2, 3, 4, 5, 6, 8])
    unit = Surd(leg) if sketch.random.random() < 0.6 else root(2) * leg
    a, b, c = drawn_polygon(sketch, [xy(0, 0), xy(unit, 0), xy(0, unit)])
    if sketch.random.random() < 0.5:
        sketch.relate("equal", a + b, a + c)


@base
def isosceles_triangle(sketch: Sketch) -> None:
    half, height, _ = triple(sketch.random)
    b, c, a = drawn_polygon(sketch, [xy(-half, 0), xy(half, 0), xy(0, height)])
    sketch.relate("equal", a + b, a + c)


@base
def equilateral_triangle(sketch: Sketch) -> None:
    side = sketch.random.choice([2, 4, 6, 8, 10, 12])
    a, b, c = drawn_polygon(
        sketch, [xy(0, 0), xy(side, 0), xy(Fraction(side, 2), root(3) * Fraction(side, 2))]
    )
    sketch.relate("equilateral", a + b + c)


@base
def heronian_triangle(sketch: Sketch) -> None:
    altitude, left, right = sketch.random.choice(HERONIAN)
    drawn_polygon(sketch, [xy(-left, 0), xy(right, 0), xy(0, altitude)])


@base
def triangle_with_60(sketch: Sketch) -> None:
    b, c, _ = sketch.random.choice(_OF_60)
    drawn_polygon(sketch, [xy(0, 0), xy(c, 0), xy(Fraction(b, 2), root(3) * Fraction(b, 2))])


@base
def triangle_with_120(sketch: Sketch) -> None:
    b, c, _ = sketch.random.choice(_OF_120)
    drawn_polygon(sketch, [xy(0, 0), xy(c, 0), xy(Fraction(-b, 2), root(3) * Fraction(b, 2))])


@base
def triangle_of_45_and_60(sketch: Sketch) -> None:
    """Its altitude parts it into a triangle of 45 degrees and one of 60."""
    near = sketch.random.choice([2, 3, 4, 6])
    high = root(3) * near
    drawn_polygon(sketch, [xy(-near, 0), xy(high, 0), xy(0, high)])


@base
def rectangle(sketch: Sketch) -> None:
    a, b, _ = triple(sketch.random)
    corners = drawn_polygon(sketch, [xy(0, 0), xy(a, 0), xy(a, b), xy(0, b)])
    sketch.relate("rectangle", "".join(corners))


@base
def square(sketch: Sketch) -> None:
    side = sketch.random.randint(2, 12)
    corners = drawn_polygon(sketch, [xy(0, 0), xy(side, 0), xy(side, side), xy(0, side)])
    sketch.relate("square", "".join(corners))


@base
def parallelogram(sketch: Sketch) -> None:
    shift, height, _ = triple(sketch.random)
    width = shift + sketch.random.randint(3, 12)
    corners = drawn_polygon(sketch, [xy(0, 0), xy(width, 0), xy(width + shift, height), xy(shift, height)])
    sketch.relate("parallelogram", "".join(corners))


@base
def parallelogram_with_60(sketch: Sketch) -> None:
    side, width = sketch.random.choice([4, 6, 8]), sketch.random.choice([5, 7, 9, 10, 12])
    shift, height = Fraction(side, 2), root(3) * Fraction(side, 2)
    corners = drawn_polygon(sketch, [xy(0, 0), xy(width, 0), xy(width + shift, height), xy(shift, height)])
    sketch.relate("parallelogram", "".join(corners))


@base
def rhombus(sketch: Sketch) -> None:
    a, b, _ = triple(sketch.random)
    corners = drawn_polygon(sketch, [xy(-a, 0), xy(0, -b), xy(a, 0), xy(0, b)])
    sketch.relate("rhombus", "".join(corners))


@base
def rhombus_with_60(sketch: Sketch) -> None:
    side = sketch.random.choice([2, 4, 6, 8, 10])
    high = root(3) * Fraction(side, 2)
    corners = drawn_polygon(
        sketch, [xy(-Fraction(side, 2), 0), xy(0, -high), xy(Fraction(side, 2), 0), xy(0, high)]
    )
    sketch.relate("rhombus", "".join(corners))


@base
def kite(sketch: Sketch) -> None:
    half, near, far = sketch.random.choice([(4, 3, 3), (12, 5, 9), (12, 5, 16), (12, 9, 16), (8, 6, 15)])
    if near == far:
        raise Unfit("it is a rhombus")
    a, b, c, d = drawn_polygon(sketch, [xy(0, near), xy(-half, 0), xy(0, -far), xy(half, 0)])
    sketch.relate("equal", a + b, a + d)
    sketch.relate("equal", c + b, c + d)


@base
def isosceles_trapezoid(sketch: Sketch) -> None:
    shift, height, _ = triple(sketch.random)
    short = sketch.random.randint(3, 12)
    corners = [xy(0, 0), xy(short + 2 * shift, 0), xy(short + shift, height), xy(shift, height)]
    a, b, c, d = drawn_polygon(sketch, corners)
    sketch.relate("isosceles_trapezoid", a + b + c + d)


@base
def right_trapezoid(sketch: Sketch) -> None:
    shift, height, _ = triple(sketch.random)
    short = sketch.random.randint(3, 12)
    a, b, c, d = drawn_polygon(sketch, [xy(0, 0), xy(short + shift, 0), xy(short, height), xy(0, height)])
    sketch.relate("parallel", a + b, d + c)


@base
def regular_hexagon(sketch: Sketch) -> None:
    side = sketch.random.choice([2, 3, 4, 5, 6, 8, 10])
    half, high = Fraction(side, 2), root(3) * Fraction(side, 2)
    upper = [xy(side, 0), xy(half, high), xy(-half, high)]
    corners = drawn_polygon(sketch, [*upper, *(corner * -1 for corner in upper)])
    sketch.relate("regular_hexagon", "".join(corners))
    if sketch.random.random() < 0.6:
        center = sketch.at(0, 0, name="O")
        sketch.circle(center, *corners)
        sketch.draw(*(center + corner for corner in corners[: sketch.random.randint(1, 2)]))


@base
def triangle_of_parts(sketch: Sketch) -> None:
    """Two sides of a triangle, and a parallel to the third that cuts them in whole parts."""
    unit, other = sketch.random.sample([2, 3, 4, 5, 6], 2)
    near, far = sketch.random.sample([1, 2, 3, 4], 2)
    cos, sin = sketch.random.choice([(3, 4), (4, 3)])
    tip = xy(Fraction(cos * other * (near + far), 5), Fraction(sin * other * (near + far), 5))
    a, b, c = drawn_polygon(sketch, [xy(0, 0), xy(unit * (near + far), 0), tip])
    part = Fraction(near, near + far)
    d, e = sketch.part(a, b, part), sketch.part(a, c, part)
    sketch.draw(d + e)
    sketch.relate("parallel", d + e, b + c)


@base
def hourglass(sketch: Sketch) -> None:
    """Two parallels whose ends are joined crosswise."""
    left, right = sketch.random.sample([2, 3, 4, 5, 6], 2)
    near, far = sketch.random.sample([1, 2, 3], 2)
    cos, sin = sketch.random.choice([(3, 4), (4, 3), (0, 5)])
    sketch.begin("hourglass")
    u, v = xy(left, 0), xy(Fraction(cos * right, 5), Fraction(sin * right, 5))
    a, b, c, d, _ = put(sketch, [u * near, v * near, v * -far, u * -far, xy(0, 0)])
    sketch.draw(a + b, c + d, a + d, b + c)
    sketch.relate("parallel", a + b, c + d)


@base
def three_parallels(sketch: Sketch) -> None:
    sketch.begin("three_parallels")
    near, far, left, right = sketch.random.sample([2, 3, 4, 5, 6], 4)
    if near * right == far * left:
        raise Unfit("too many equal ratios")
    high = Fraction(12, near + far)
    top, low = near * high, -far * high
    first, second = Fraction(left - 2, 5), Fraction(-right, 8)
    on_first = [xy(y * first, y) for y in (top, Fraction(0), low)]
    on_second = [xy(14 + y * second, y) for y in (top, Fraction(0), low)]
    names = put(sketch, on_first + on_second, turned=False)
    a, b, c, d, e, f = names
    sketch.draw(a + c, d + f, a + d, b + e, c + f)
    sketch.relate("parallel", a + d, b + e)
    sketch.relate("parallel", b + e, c + f)
