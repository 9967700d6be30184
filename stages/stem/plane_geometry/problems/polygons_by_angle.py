"""Lines and polygons whose lines have directions of whole degrees."""

from __future__ import annotations

from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Construction, Sketch
from vlcorpus.stages.stem.plane_geometry.problems.whole_degrees import are_clear, whole_angle

BASES: dict[str, Construction] = {}
_TRIES = 200


def base(build: Construction) -> Construction:
    BASES[build.__name__] = build
    return build


@base
def triangle_of_angles(sketch: Sketch) -> None:
    _triangle(sketch, *_angles_of_triangle(sketch.random))


@base
def isosceles_by_angle(sketch: Sketch) -> None:
    at_base = whole_angle(sketch.random, 35, 75)
    a, b, c = _triangle(sketch, at_base, at_base)
    sketch.relate("equal", c + a, c + b)


@base
def parallels_and_transversal(sketch: Sketch) -> None:
    sketch.begin("parallels_and_transversal")
    slant, tilt = whole_angle(sketch.random, 45, 75), sketch.random.choice([0, 0, 0, 10, -10])
    if sketch.random.random() < 0.5:
        slant = 180 - slant
    p = sketch.at(0, 0)
    q = sketch.polar(p, 5, tilt + slant)
    ends = [sketch.polar(point, 4, tilt + way) for point in (p, q) for way in (180, 0)]
    e, f = sketch.polar(p, 3, tilt + slant + 180), sketch.polar(q, 3, tilt + slant)
    sketch.draw(ends[0] + ends[1], ends[2] + ends[3], e + f)
    sketch.relate("parallel", ends[0] + ends[1], ends[2] + ends[3])


@base
def bend_between_parallels(sketch: Sketch) -> None:
    """A bent way from one parallel to the other, and a third parallel through its bend."""
    sketch.begin("bend_between_parallels")
    upper, lower = whole_angle(sketch.random, 25, 65), whole_angle(sketch.random, 25, 65)
    if upper == lower:
        raise Unfit("the bend is symmetric")
    e = sketch.at(0, 0)
    a, c = sketch.polar(e, 5, 180 - upper), sketch.polar(e, 5, 180 + lower)
    b, d, f = (
        sketch.polar(a, 8, 0),
        sketch.polar(c, 8, 0),
        sketch.polar(e, 4, 180 if sketch.random.random() < 0.5 else 0),
    )
    sketch.draw(a + b, c + d, a + e + c, e + f)
    sketch.relate("parallel", a + b, c + d)
    sketch.relate("parallel", e + f, a + b)


@base
def triangle_between_parallels(sketch: Sketch) -> None:
    """A triangle with its base on one line and its tip on a parallel to it."""
    sketch.begin("triangle_between_parallels")
    left, right = whole_angle(sketch.random, 35, 75), whole_angle(sketch.random, 35, 75)
    a, b = sketch.at(0, 0), sketch.at(6, 0)
    c = sketch.aim(a, left, b, 180 - right)
    d, e = sketch.polar(c, 4, 180), sketch.polar(c, 4, 0)
    sketch.draw(a + b + c + a, d + e)
    sketch.relate("parallel", d + e, a + b)


@base
def crossing_lines(sketch: Sketch) -> None:
    """Two lines that cross, and a ray from where they do."""
    sketch.begin("crossing_lines")
    width = whole_angle(sketch.random, 50, 80)
    part = (
        whole_angle(sketch.random, 20, width - 20)
        if sketch.random.random() < 0.5
        else whole_angle(sketch.random, width + 20, 160)
    )
    tilt = sketch.random.choice([0, 0, 10, 160])
    p = sketch.at(0, 0)
    a, c, b, d = (sketch.polar(p, 5, tilt + way) for way in (0, width, 180, width + 180))
    e = sketch.polar(p, 5, tilt + part)
    sketch.draw(a + b, c + d, p + e)


@base
def rays_at_a_point(sketch: Sketch) -> None:
    sketch.begin("rays_at_a_point")
    first, second = whole_angle(sketch.random, 95, 145), whole_angle(sketch.random, 95, 145)
    if 360 - first - second > 160 or 360 - first - second < 80:
        raise Unfit("no clear ray")
    tilt = sketch.random.choice([0, 10, 30, 80])
    p = sketch.at(0, 0)
    a, b, c = (sketch.polar(p, 5, tilt + way) for way in (0, first, first + second))
    sketch.draw(p + a, p + b, p + c)


@base
def quadrilateral_of_angles(sketch: Sketch) -> None:
    _polygon(sketch, 4, (65, 125))


@base
def pentagon_of_angles(sketch: Sketch) -> None:
    _polygon(sketch, 5, (85, 135))


@base
def hexagon_of_angles(sketch: Sketch) -> None:
    _polygon(sketch, 6, (100, 145))


@base
def regular_pentagon(sketch: Sketch) -> None:
    sketch.begin("regular_pentagon")
    o = sketch.at(0, 0, name="O")
    corners = "".join(sketch.polar(o, 5, 90 + 72 * k) for k in range(5))
    sketch.draw(corners + corners[0])
    sketch.relate("regular_pentagon", corners)
    diagonals = sketch.random.sample([(k, (k + 2) % 5) for k in range(5)], sketch.random.randint(1, 2))
    sketch.draw(*(corners[a] + corners[b] for a, b in diagonals))
    if len(diagonals) == 2 and not set(diagonals[0]) & set(diagonals[1]):
        (a, b), (c, d) = diagonals
        sketch.cross(corners[a], corners[b], corners[c], corners[d])


@base
def parallelogram_of_angles(sketch: Sketch) -> None:
    a, b, c, d = _slanted(sketch, whole_angle(sketch.random, 50, 80), 7, 5)
    sketch.relate("parallelogram", a + b + c + d)


@base
def rhombus_of_angles(sketch: Sketch) -> None:
    a, b, c, d = _slanted(sketch, whole_angle(sketch.random, 25, 40) * 2, 5, 5)
    sketch.relate("rhombus", a + b + c + d)
    sketch.draw(a + c, b + d)
    if sketch.random.random() < 0.6:
        sketch.cross(a, c, b, d)


@base
def rectangle_with_diagonals(sketch: Sketch) -> None:
    sketch.begin("rectangle_with_diagonals")
    slant = whole_angle(sketch.random, 25, 40)
    o = sketch.at(0, 0)
    a, b, c, d = (sketch.polar(o, 5, way) for way in (180 + slant, 360 - slant, slant, 180 - slant))
    sketch.draw(a + b + c + d + a, a + c, b + d)
    sketch.relate("rectangle", a + b + c + d)


@base
def isosceles_trapezoid_of_angles(sketch: Sketch) -> None:
    sketch.begin("isosceles_trapezoid_of_angles")
    slant = whole_angle(sketch.random, 50, 75)
    a, b = sketch.at(0, 0), sketch.at(9, 0)
    d, c = sketch.polar(a, 4, slant), sketch.polar(b, 4, 180 - slant)
    sketch.draw(a + b + c + d + a)
    sketch.relate("isosceles_trapezoid", a + b + c + d)


@base
def trapezoid_of_angles(sketch: Sketch) -> None:
    sketch.begin("trapezoid_of_angles")
    a, b = sketch.at(0, 0), sketch.at(9, 0)
    d = sketch.polar(a, 4, whole_angle(sketch.random, 50, 110))
    c = sketch.aim(b, 180 - whole_angle(sketch.random, 45, 80), d, 0)
    sketch.draw(a + b + c + d + a)
    sketch.relate("parallel", a + b, d + c)


@base
def kite_of_angles(sketch: Sketch) -> None:
    sketch.begin("kite_of_angles")
    top, low = whole_angle(sketch.random, 40, 60), whole_angle(sketch.random, 20, 35)
    p = sketch.at(0, 0)
    a = sketch.polar(p, 4, 90)
    b = sketch.aim(p, 180, a, 270 - top)
    d = sketch.aim(p, 0, a, 270 + top)
    c = sketch.aim(p, 270, b, 270 + low)
    sketch.draw(a + b + c + d + a, a + c, b + d)
    sketch.relate("equal", a + b, a + d)
    sketch.relate("equal", c + b, c + d)


@base
def halved_quadrilateral(sketch: Sketch) -> None:
    """Two triangles on one side, with equal sides or angles marked: they are congruent."""
    sketch.begin("halved_quadrilateral")
    top, low = whole_angle(sketch.random, 35, 65), whole_angle(sketch.random, 25, 60)
    a, c = sketch.at(0, 0), sketch.at(8, 0)
    b, d = sketch.aim(a, top, c, 180 - low), sketch.aim(a, -top, c, 180 + low)
    sketch.draw(a + b + c + d + a, a + c)
    match sketch.random.randrange(3):
        case 0:
            sketch.relate("equal", a + b, a + d)
            sketch.relate("equal_angles", b + a + c, c + a + d)
        case 1:
            sketch.relate("equal_angles", b + a + c, c + a + d)
            sketch.relate("equal_angles", b + c + a, a + c + d)
        case _:
            sketch.relate("equal_angles", a + b + c, a + d + c)
            sketch.relate("equal_angles", b + a + c, c + a + d)


@base
def crossing_halves(sketch: Sketch) -> None:
    """Two segments that halve each other, their ends joined."""
    sketch.begin("crossing_halves")
    tilt, width = sketch.random.choice([0, 10, 20]), whole_angle(sketch.random, 60, 110)
    p = sketch.at(0, 0)
    a, b = sketch.polar(p, 5, tilt), sketch.polar(p, 4, tilt + width)
    c, d = sketch.polar(p, 5, tilt + 180), sketch.polar(p, 4, tilt + width + 180)
    sketch.draw(a + c, b + d, a + b, c + d)
    sketch.relate("midpoint", p, a + c)
    sketch.relate("midpoint", p, b + d)


@base
def right_triangles_on_bisector(sketch: Sketch) -> None:
    """A point with perpendiculars to both arms of an angle."""
    sketch.begin("right_triangles_on_bisector")
    half = whole_angle(sketch.random, 20, 35)
    b = sketch.at(0, 0)
    d = sketch.polar(b, 8, 0)
    a, c = sketch.aim(b, half, d, half + 90), sketch.aim(b, -half, d, 90 - half)
    sketch.draw(b + a, b + c, d + a, d + c, b + d)
    if sketch.random.random() < 0.5:
        sketch.relate("equal", d + a, d + c)
    else:
        sketch.relate("bisector", b + d, a + b + c)


def _angles_of_triangle(random: Random) -> tuple[int, int]:
    first, second = whole_angle(random, 30, 100), whole_angle(random, 30, 80)
    if not 30 <= 180 - first - second <= 110:
        raise Unfit("the triangle is thin")
    return first, second


def _triangle(sketch: Sketch, at_a: int, at_b: int) -> tuple[str, str, str]:
    """Draw a triangle of two angles, turned by some degrees."""
    sketch.begin("triangle")
    tilt, mirror = sketch.random.choice([0, 0, 0, 10, 20, 60, 180]), sketch.random.choice((1, -1))
    a = sketch.at(0, 0)
    b = sketch.polar(a, 8, tilt)
    c = sketch.aim(a, tilt + mirror * at_a, b, tilt + 180 - mirror * at_b)
    sketch.draw(a + b + c + a)
    return a, b, c


def _slanted(sketch: Sketch, slant: int, width: int, side: int) -> tuple[str, str, str, str]:
    sketch.begin("slanted")
    if sketch.random.random() < 0.5:
        slant = 180 - slant
    a = sketch.at(0, 0)
    b, d = sketch.polar(a, width, 0), sketch.polar(a, side, slant)
    c = sketch.polar(d, width, 0)
    sketch.draw(a + b + c + d + a)
    return a, b, c, d


def _polygon(sketch: Sketch, count: int, limits: tuple[int, int]) -> None:
    """Draw a polygon of whole angles: all sides but the last two have lengths by chance."""
    angles = _clear_angles(sketch.random, count, limits)
    sketch.begin("polygon")
    way, names = 0, sketch.at(0, 0)
    for angle in angles[: count - 2]:
        names += sketch.polar(names[-1], sketch.random.choice([4, 5, 6]), way)
        way += 180 - angle
    names += sketch.aim(names[-1], way, names[0], angles[-1])
    sketch.draw(names + names[0])


def _clear_angles(random: Random, count: int, limits: tuple[int, int]) -> list[int]:
    """Return the angles of a polygon, the one that it starts with last. No sides are almost parallel."""
    for _ in range(_TRIES):
        angles = [whole_angle(random, *limits) for _ in range(count - 1)]
        angles.append(180 * (count - 2) - sum(angles))
        ways = [sum(180 - angle for angle in angles[:n]) for n in range(count)]
        if limits[0] <= angles[-1] <= limits[1] and are_clear(ways):
            return angles
    raise Unfit("no polygon has such angles")
