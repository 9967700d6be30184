"""What is added to a figure that a problem is posed about: one construction each, of what there is."""

from __future__ import annotations

import math
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Construction, Sketch

ADDITIONS: dict[str, Construction] = {}
_HALF = Fraction(1, 2)


def addition(build: Construction) -> Construction:
    ADDITIONS[build.__name__] = build
    return build


@addition
def median(sketch: Sketch) -> None:
    corner, a, b = _corner(sketch)
    m = sketch.part(a, b, _HALF)
    sketch.draw(corner + m)
    sketch.relate("midpoint", m, a + b)


@addition
def altitude(sketch: Sketch) -> None:
    corner, a, b = _corner(sketch)
    foot = sketch.foot(corner, a, b)
    _must_lie_between(sketch, foot, a, b)
    sketch.draw(corner + foot)


@addition
def bisector(sketch: Sketch) -> None:
    corner, a, b = _corner(sketch)
    foot = sketch.bisector_foot(corner, a, b)
    sketch.draw(corner + foot)
    sketch.relate("bisector", corner + foot, a + corner + b)


@addition
def two_bisectors(sketch: Sketch) -> None:
    """Two bisectors of a triangle, up to where they meet."""
    a, b, c = _corner(sketch)
    first, second = sketch.direction(b, a), sketch.direction(b, c)
    other, third = sketch.direction(c, a), sketch.direction(c, b)
    i = sketch.aim(b, _half_turn(first, second), c, _half_turn(other, third))
    sketch.draw(b + i + c)
    sketch.relate("bisector", b + i, a + b + c)
    sketch.relate("bisector", c + i, a + c + b)


@addition
def cevian(sketch: Sketch) -> None:
    corner, a, b = _corner(sketch)
    d = sketch.part(
        a, b, sketch.random.choice([Fraction(1, 3), Fraction(2, 3), Fraction(2, 5), Fraction(3, 5)])
    )
    sketch.draw(corner + d)


@addition
def isosceles_cevian(sketch: Sketch) -> None:
    """A segment from a corner that cuts off an isosceles triangle."""
    corner, a, b = _corner(sketch)
    to_a, to_b, along = sketch.direction(a, corner), sketch.direction(corner, a), sketch.direction(a, b)
    turn = (along - to_a + 180) % 360 - 180
    d = sketch.aim(corner, to_b - turn, a, along)
    _must_lie_between(sketch, d, a, b)
    sketch.draw(corner + d)
    sketch.relate("equal", d + corner, d + a)


@addition
def midline(sketch: Sketch) -> None:
    corner, a, b = _corner(sketch)
    m, n = sketch.part(corner, a, _HALF), sketch.part(corner, b, _HALF)
    sketch.draw(m + n)
    sketch.relate("midpoint", m, corner + a)
    if sketch.random.random() < 0.7:
        sketch.relate("midpoint", n, corner + b)
    else:
        sketch.relate("parallel", m + n, a + b)


@addition
def parallel_to_side(sketch: Sketch) -> None:
    corner, a, b = _corner(sketch)
    part = sketch.random.choice(
        [Fraction(1, 3), Fraction(2, 3), Fraction(2, 5), Fraction(3, 5), Fraction(1, 4)]
    )
    m, n = sketch.part(corner, a, part), sketch.part(corner, b, part)
    sketch.draw(m + n)
    sketch.relate("parallel", m + n, a + b)


@addition
def perpendicular_inside(sketch: Sketch) -> None:
    """A perpendicular to one side from a point of another: a smaller triangle of the same angles."""
    corner, a, b = _corner(sketch)
    d = sketch.part(corner, a, sketch.random.choice([_HALF, Fraction(2, 5), Fraction(3, 5)]))
    foot = sketch.foot(d, corner, b)
    _must_lie_between(sketch, foot, corner, b)
    sketch.draw(d + foot)


@addition
def centroid(sketch: Sketch) -> None:
    a, b, c = _corner(sketch)
    d, e = sketch.part(b, c, _HALF), sketch.part(a, c, _HALF)
    sketch.draw(a + d, b + e)
    sketch.relate("midpoint", d, b + c)
    sketch.relate("midpoint", e, a + c)
    sketch.part(a, d, Fraction(2, 3))


@addition
def longer_side(sketch: Sketch) -> None:
    """A side drawn on beyond its end: an angle outside of the polygon."""
    a, b, _ = _corner(sketch)
    d = sketch.part(a, b, sketch.random.choice([Fraction(7, 5), Fraction(3, 2)]))
    sketch.draw(a + d)


@addition
def diagonals(sketch: Sketch) -> None:
    a, b, c, d = _quadrilateral(sketch)
    if sketch.is_drawn(a, c) and sketch.is_drawn(b, d):
        raise Unfit("the diagonals are drawn")
    sketch.draw(a + c, b + d)
    sketch.cross(a, c, b, d)


@addition
def diagonal(sketch: Sketch) -> None:
    a, _, c, _ = _quadrilateral(sketch)
    if sketch.is_drawn(a, c):
        raise Unfit("the diagonal is drawn")
    sketch.draw(a + c)


@addition
def height_of_quadrilateral(sketch: Sketch) -> None:
    a, b, _, d = _quadrilateral(sketch)
    e = sketch.foot(d, a, b)
    _must_lie_between(sketch, e, a, b)
    sketch.draw(d + e)


@addition
def midline_of_trapezoid(sketch: Sketch) -> None:
    a, b, c, d = _quadrilateral(sketch)
    if abs(_slope(sketch, a, b) - _slope(sketch, d, c)) > 1e-9:
        raise Unfit("these sides are not parallel")
    m, n = sketch.part(a, d, _HALF), sketch.part(b, c, _HALF)
    sketch.draw(m + n)
    sketch.relate("midpoint", m, a + d)
    sketch.relate("midpoint", n, b + c)


@addition
def longer_side_of_quadrilateral(sketch: Sketch) -> None:
    a, b, _, _ = _quadrilateral(sketch)
    e = sketch.part(a, b, Fraction(7, 5))
    sketch.draw(a + e)


@addition
def bisector_of_quadrilateral(sketch: Sketch) -> None:
    """The bisector of a corner up to the opposite side."""
    a, b, c, d = _quadrilateral(sketch)
    e = sketch.aim(a, _half_turn(sketch.direction(a, b), sketch.direction(a, d)), d, sketch.direction(d, c))
    _must_lie_between(sketch, e, d, c)
    sketch.draw(a + e)
    sketch.relate("bisector", a + e, b + a + d)


@addition
def radius(sketch: Sketch) -> None:
    center = sketch.pick(list(sketch.circles), "there is no circle")
    name = sketch.pick(
        [n for n in sketch.circles[center] if not sketch.is_drawn(center, n)], "all radii are drawn"
    )
    sketch.draw(center + name)


@addition
def perpendicular_from_center(sketch: Sketch) -> None:
    center = sketch.pick(list(sketch.circles), "there is no circle")
    on = set(sketch.circles[center])
    a, b = sketch.pick([line for line in sketch.lines if on.issuperset(line)], "there is no chord")
    foot = sketch.foot(center, a, b)
    sketch.draw(center + foot)
    if sketch.random.random() < 0.5:
        sketch.relate("midpoint", foot, a + b)


@addition
def point_on_circle(sketch: Sketch) -> None:
    """One more point of the circle, joined to the ends of a chord."""
    center = sketch.pick(list(sketch.circles), "there is no circle")
    on = sketch.circles[center]
    a, b = sketch.pick([line for line in sketch.lines if set(on).issuperset(line)], "there is no chord")
    told = [sketch.places[name].told for name in (a, b)]
    if any(how[:2] != ("polar", center) for how in told):
        raise Unfit("the circle is not told by directions")
    first, second = (Fraction(how[3]) for how in told)
    way = int(first + (second - first) % 360 * sketch.random.choice([Fraction(2, 5), Fraction(3, 5)]))
    c = sketch.polar(center, Fraction(told[0][2]), way)
    on.append(c)
    sketch.draw(a + c + b)


def _corner(sketch: Sketch) -> tuple[str, str, str]:
    """Return a corner of a triangle whose sides are drawn lines, and the two others."""
    whole = {frozenset(line) for line in sketch.lines}
    found = [
        name
        for name in Seen(sketch).found["triangle"]
        if all(frozenset((name[k - 1], name[k])) in whole for k in range(3))
    ]
    name = sketch.pick(sorted(found), "there is no triangle")
    return name[0], name[1], name[2]


def _quadrilateral(sketch: Sketch) -> tuple[str, str, str, str]:
    name = sketch.pick(sorted(Seen(sketch).found["quadrilateral"]), "there is no quadrilateral")
    return name[0], name[1], name[2], name[3]


def _must_lie_between(sketch: Sketch, point: str, a: str, b: str) -> None:
    (px, py), (ax, ay), (bx, by) = (sketch.places[name].at for name in (point, a, b))
    along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
    if not 0.1 < along < 0.9:
        raise Unfit("the point lies outside")


def _half_turn(first: Fraction, second: Fraction) -> Fraction:
    """Return the direction halfway between two."""
    return first + ((second - first + 180) % 360 - 180) / 2


def _slope(sketch: Sketch, a: str, b: str) -> float:
    (ax, ay), (bx, by) = (sketch.places[name].at for name in (a, b))
    return math.atan2(by - ay, bx - ax)
