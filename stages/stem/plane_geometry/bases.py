"""What a figure starts with: one polygon, a circle, or two, in exact coordinates. Sizes are a few units."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import XY, Circle, along, circumcircle, xy
from vlcorpus.stages.stem.plane_geometry.figure import Figure
from vlcorpus.stages.stem.surd import Surd, root

Base = Callable[[Figure], None]
BASES: dict[str, Base] = {}
_STEPS = 12  # denominator of parameters of points on a circle
_TRIES = 20


def base(build: Base) -> Base:
    BASES[build.__name__] = build
    return build


@base
def triangle(figure: Figure) -> None:
    _polygon(figure, [_any(figure.random) for _ in range(3)])


@base
def isosceles_triangle(figure: Figure) -> None:
    half, height = figure.random.randint(2, 6), figure.random.randint(3, 9)
    _polygon(figure, _set_down(figure.random, [xy(-half, 0), xy(half, 0), xy(0, height)]))


@base
def equilateral_triangle(figure: Figure) -> None:
    side = figure.random.randint(4, 10)
    corners = [xy(0, 0), xy(side, 0), xy(Fraction(side, 2), root(3) * Fraction(side, 2))]
    _polygon(figure, _mirrored(figure.random, corners))


@base
def right_triangle(figure: Figure) -> None:
    a, b = figure.random.randint(3, 9), figure.random.randint(3, 9)
    corners = _set_down(figure.random, [xy(0, 0), xy(a, 0), xy(0, b)])
    names = _polygon(figure, corners)
    figure.right_marks.append((names[1], names[0], names[2]))


@base
def heronian_triangle(figure: Figure) -> None:
    """Sides and area are whole, so that all of its centres are rational."""
    altitude, left, right = figure.random.choice(
        [(12, 5, 9), (12, 5, 16), (12, 9, 16), (12, 9, 5), (8, 6, 15), (24, 7, 10), (24, 7, 18), (15, 8, 20)]
    )
    scale = Fraction(1, 2)
    corners = [xy(-left * scale, 0), xy(right * scale, 0), xy(0, altitude * scale)]
    _polygon(figure, _set_down(figure.random, corners))


@base
def square(figure: Figure) -> None:
    side = figure.random.randint(4, 9)
    _polygon(figure, _set_down(figure.random, [xy(0, 0), xy(side, 0), xy(side, side), xy(0, side)]))


@base
def rectangle(figure: Figure) -> None:
    a, b = figure.random.sample(range(3, 11), 2)
    _polygon(figure, _set_down(figure.random, [xy(0, 0), xy(a, 0), xy(a, b), xy(0, b)]))


@base
def parallelogram(figure: Figure) -> None:
    width, height = figure.random.randint(5, 9), figure.random.randint(3, 6)
    slant = figure.random.choice([-3, -2, 2, 3])
    corners = [xy(0, 0), xy(width, 0), xy(width + slant, height), xy(slant, height)]
    _polygon(figure, _mirrored(figure.random, corners))


@base
def rhombus(figure: Figure) -> None:
    a, b = figure.random.sample(range(2, 7), 2)
    _polygon(figure, _set_down(figure.random, [xy(-a, 0), xy(0, -b), xy(a, 0), xy(0, b)]))


@base
def kite(figure: Figure) -> None:
    half, near, far = figure.random.randint(2, 4), figure.random.randint(2, 3), figure.random.randint(5, 8)
    _polygon(figure, _set_down(figure.random, [xy(-half, 0), xy(0, -far), xy(half, 0), xy(0, near)]))


@base
def trapezoid(figure: Figure) -> None:
    long, height = figure.random.randint(7, 10), figure.random.randint(3, 6)
    short, shift = figure.random.randint(3, 5), figure.random.randint(1, 3)
    corners = [xy(0, 0), xy(long, 0), xy(shift + short, height), xy(shift, height)]
    _polygon(figure, _mirrored(figure.random, corners))


@base
def isosceles_trapezoid(figure: Figure) -> None:
    shift, height, short = (
        figure.random.randint(1, 3),
        figure.random.randint(3, 6),
        figure.random.randint(3, 6),
    )
    corners = [xy(0, 0), xy(short + 2 * shift, 0), xy(short + shift, height), xy(shift, height)]
    _polygon(figure, _mirrored(figure.random, corners))


@base
def right_trapezoid(figure: Figure) -> None:
    long, short = figure.random.randint(6, 10), figure.random.randint(3, 5)
    height = figure.random.randint(3, 6)
    names = _polygon(figure, [xy(0, 0), xy(long, 0), xy(short, height), xy(0, height)])
    figure.right_marks.append((names[1], names[0], names[3]))


@base
def quadrilateral(figure: Figure) -> None:
    corners = [
        xy(_near(figure.random, x), _near(figure.random, y)) for x, y in ((0, 0), (9, 0), (9, 8), (0, 8))
    ]
    _polygon(figure, corners)


@base
def pentagon(figure: Figure) -> None:
    corners = [
        xy(_near(figure.random, x), _near(figure.random, y))
        for x, y in ((2, 0), (8, 0), (10, 6), (5, 10), (0, 6))
    ]
    _polygon(figure, corners)


@base
def regular_hexagon(figure: Figure) -> None:
    side = figure.random.randint(3, 6)
    half, high = Fraction(side, 2), root(3) * Fraction(side, 2)
    upper = [xy(side, 0), xy(half, high), xy(-half, high)]
    _polygon(figure, [*upper, *(corner * -1 for corner in upper)])


@base
def circle_with_points(figure: Figure) -> None:
    circle = _circle(figure)
    for point in _on_circle(figure.random, circle, figure.random.randint(2, 4)):
        figure.add(point)
    _name_center(figure, circle)


@base
def inscribed_triangle(figure: Figure) -> None:
    circle = _circle(figure)
    _polygon(figure, _on_circle(figure.random, circle, 3))
    _name_center(figure, circle)


@base
def inscribed_quadrilateral(figure: Figure) -> None:
    circle = _circle(figure)
    _polygon(figure, _on_circle(figure.random, circle, 4))
    _name_center(figure, circle)


@base
def triangle_on_diameter(figure: Figure) -> None:
    circle = _circle(figure)
    apex, start = _on_circle(figure.random, circle, 2)
    _polygon(figure, [start, circle.center * 2 - start, apex])
    _name_center(figure, circle)


@base
def circumscribed_triangle(figure: Figure) -> None:
    heronian_triangle(figure)
    figure.circles["circle"] = circumcircle(*figure.points.values())
    _name_center(figure, figure.circles["circle"])


@base
def two_circles(figure: Figure) -> None:
    """Two circles that cut each other in two points: each centre is named, and the points."""
    half, first, second = figure.random.choice([(4, 3, 3), (12, 5, 9), (12, 5, 16), (12, 9, 16), (8, 6, 15)])
    scale = Fraction(1, 2) if half > 4 else Fraction(1)
    top = xy(0, half * scale)
    for center in (xy(-first * scale, 0), xy(second * scale, 0)):
        name = figure.add(center, center=True)
        offset = top - center
        figure.circles[f"circle {name}"] = Circle(center, offset.dot(offset))
        figure.centers[f"circle {name}"] = name
    figure.add(top)
    figure.add(xy(0, -half * scale))


@base
def concentric_circles(figure: Figure) -> None:
    center = xy(0, 0)
    small, large = figure.random.randint(2, 4), figure.random.randint(5, 7)
    figure.circles["the smaller circle"] = Circle(center, Surd.of(small**2))
    figure.circles["the larger circle"] = Circle(center, Surd.of(large**2))
    name = figure.add(center, center=True)
    figure.centers |= {"the smaller circle": name, "the larger circle": name}
    for point in _on_circle(figure.random, figure.circles["the larger circle"], 2):
        figure.add(point)


@base
def parallel_lines(figure: Figure) -> None:
    """Two parallels and a line that cuts both."""
    width, height = figure.random.randint(8, 11), figure.random.randint(3, 5)
    ends = [xy(0, 0), xy(width, 0), xy(0, height), xy(width, height)]
    names = [figure.add(point) for point in ends]
    figure.draw(names[0], names[1])
    figure.draw(names[2], names[3])
    low = Fraction(figure.random.randint(3, 5), 10)
    high = Fraction(figure.random.randint(6, 8), 10)
    if figure.random.random() < 0.5:
        low, high = high, low
    first, second = along(ends[0], ends[1], low), along(ends[2], ends[3], high)
    figure.add(first)
    figure.add(second)
    beyond = [figure.add(along(first, second, part)) for part in (Fraction(-2, 5), Fraction(7, 5))]
    figure.draw(*beyond)


def _polygon(figure: Figure, corners: list[XY]) -> tuple[str, ...]:
    """Add a polygon. Raises Unfit where its corners do not turn one way: it would cut itself or dent."""
    turns = {
        (corners[n] - corners[n - 1]).cross(corners[n - 2] - corners[n - 1]).sign for n in range(len(corners))
    }
    if len(turns) != 1 or 0 in turns:
        raise Unfit("the polygon is not convex")
    names = tuple(figure.add(corner) for corner in corners)
    figure.polygons.append(names)
    return names


def _circle(figure: Figure) -> Circle:
    figure.circles["circle"] = Circle(xy(0, 0), Surd.of(figure.random.randint(4, 7) ** 2))
    return figure.circles["circle"]


def _name_center(figure: Figure, circle: Circle) -> None:
    """Name the centre of the only circle, and call the circle by it."""
    if circle.center in figure.points.values() or figure.random.random() < 0.25:
        return
    name = figure.add(circle.center, center=True)
    figure.circles = {f"circle {name}": circle}
    figure.centers[f"circle {name}"] = name


def _on_circle(random: Random, circle: Circle, n: int) -> list[XY]:
    """Return n rational points of a circle of whole radius, counter-clockwise, none near another."""
    radius = root(circle.radius_squared)
    corners = _spread(random, n)
    found = []
    for corner in corners:
        quarter, step = divmod(corner, _STEPS)
        t = Fraction(step, _STEPS)
        point = xy((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        for _ in range(quarter):
            point = point.turned
        found.append(circle.center + point * radius)
    return found


def _spread(random: Random, n: int) -> list[int]:
    """Return n steps round a circle, none near another. Raises Unfit where chance brings none."""
    around = 4 * _STEPS
    for _ in range(_TRIES):
        steps = sorted(random.sample(range(around), n))
        gaps = [(after - before) % around for before, after in pairwise([*steps, steps[0]])]
        if min(gaps) >= _STEPS // 2:
            return steps
    raise Unfit("points of the circle are near each other")


def _any(random: Random) -> XY:
    return xy(random.randint(0, 12), random.randint(0, 10))


def _near(random: Random, value: int) -> int:
    return value + random.randint(-2, 2)


def _set_down(random: Random, corners: list[XY]) -> list[XY]:
    """Return the corners turned by one of some angles of whole numbers, and mirrored or not."""
    a, b, c = random.choice([(1, 0, 1), (1, 0, 1), (0, 1, 1), (3, 4, 5), (4, 3, 5), (5, 12, 13), (-1, 0, 1)])
    cos, sin = Fraction(a, c), Fraction(b, c)
    turned = [XY(p.x * cos - p.y * sin, p.x * sin + p.y * cos) for p in corners]
    return _mirrored(random, turned)


def _mirrored(random: Random, corners: list[XY]) -> list[XY]:
    across, down = random.choice((1, -1)), random.choice((1, -1))
    return [XY(p.x * across, p.y * down) for p in corners]
