"""What is added to a figure, one construction at a time. Each draws what it needs of what is there at random.

A construction that finds nothing to be made of raises Unfit. What it says is not kept: all relations are
derived from the coordinates afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import (
    Circle,
    along,
    circumcircle,
    crossing,
    cuts,
    distance_squared,
    foot,
    incircle,
    is_between,
    meet,
    middle,
)
from vlcorpus.stages.stem.plane_geometry.figure import Corner, Ends, Figure

Addition = Callable[[Figure], None]
ADDITIONS: dict[str, Addition] = {}
_MAX_MARKS = 3  # ticks or arcs: more are counted wrongly by who only glances
_PARTS = tuple(Fraction(n, d) for n, d in ((1, 3), (2, 3), (1, 4), (3, 4), (2, 5), (3, 5)))


def addition(build: Addition) -> Addition:
    ADDITIONS[build.__name__] = build
    return build


@addition
def midpoint(figure: Figure) -> None:
    a, b = _side(figure)
    m = figure.add(middle(figure.points[a], figure.points[b]))
    if figure.random.random() < 0.5:
        _tick(figure, (a, m), (m, b))


@addition
def point_on_side(figure: Figure) -> None:
    a, b = _side(figure)
    figure.add(along(figure.points[a], figure.points[b], figure.random.choice(_PARTS)))


@addition
def median(figure: Figure) -> None:
    corner, a, b = _corner(figure)
    m = figure.add(middle(figure.points[a], figure.points[b]))
    figure.draw(corner, m)
    if figure.random.random() < 0.5:
        _tick(figure, (a, m), (m, b))


@addition
def altitude(figure: Figure) -> None:
    corner, a, b = _corner(figure)
    point = foot(*(figure.points[name] for name in (corner, a, b)))
    if not is_between(point, figure.points[a], figure.points[b]):
        raise Unfit("the altitude falls outside")
    name = figure.add(point)
    figure.draw(corner, name, helper=figure.random.random() < 0.5)
    figure.right_marks.append((corner, name, a))


@addition
def angle_bisector(figure: Figure) -> None:
    corner, a, b = _corner(figure)
    center = incircle(*(figure.points[name] for name in (corner, a, b))).center
    point = meet(figure.points[corner], center, figure.points[a], figure.points[b])
    name = figure.add(point)
    figure.draw(corner, name)
    if figure.random.random() < 0.6:
        _mark(figure, (a, corner, name), (name, corner, b))


@addition
def cevian(figure: Figure) -> None:
    corner, a, b = _corner(figure)
    name = figure.add(along(figure.points[a], figure.points[b], figure.random.choice(_PARTS)))
    figure.draw(corner, name)


@addition
def midline(figure: Figure) -> None:
    """Join the midpoints of two sides of a triangle."""
    corner, a, b = _corner(figure)
    m = figure.add(middle(figure.points[corner], figure.points[a]))
    n = figure.add(middle(figure.points[corner], figure.points[b]))
    figure.draw(m, n)


@addition
def parallel_to_side(figure: Figure) -> None:
    corner, a, b = _corner(figure)
    part = figure.random.choice(_PARTS)
    m = figure.add(along(figure.points[corner], figure.points[a], part))
    n = figure.add(along(figure.points[corner], figure.points[b], part))
    figure.draw(m, n)


@addition
def centroid(figure: Figure) -> None:
    """Two medians and the point in which they meet."""
    a, b, c = figure.pick(figure.triangles(), "there is no triangle")
    p, q, r = (figure.points[name] for name in (a, b, c))
    for corner, end in ((a, middle(q, r)), (b, middle(p, r))):
        figure.draw(corner, figure.add(end))
    figure.add((p + q + r) * Fraction(1, 3), center=True)


@addition
def diagonal(figure: Figure) -> None:
    polygon = figure.pick([p for p in figure.polygons if len(p) > 3], "no polygon has a diagonal")
    a, b = figure.random.choice(_diagonals(polygon))
    figure.draw(a, b, helper=figure.random.random() < 0.3)


@addition
def both_diagonals(figure: Figure) -> None:
    a, b, c, d = figure.pick([p for p in figure.polygons if len(p) == 4], "there is no quadrilateral")
    figure.draw(a, c)
    figure.draw(b, d)
    figure.add(meet(*(figure.points[name] for name in (a, c, b, d))), center=True)


@addition
def side_midpoints_joined(figure: Figure) -> None:
    """The quadrilateral of the midpoints of the sides of another."""
    polygon = figure.pick([p for p in figure.polygons if len(p) == 4], "there is no quadrilateral")
    names = [figure.add(middle(figure.points[polygon[n - 1]], figure.points[polygon[n]])) for n in range(4)]
    for n in range(4):
        figure.draw(names[n - 1], names[n], helper=True)


@addition
def drawn_incircle(figure: Figure) -> None:
    corners = figure.pick(figure.triangles(), "there is no triangle")
    circle = incircle(*(figure.points[name] for name in corners))
    _draw_circle(figure, circle)


@addition
def drawn_circumcircle(figure: Figure) -> None:
    corners = figure.pick(figure.triangles(), "there is no triangle")
    _draw_circle(figure, circumcircle(*(figure.points[name] for name in corners)))


@addition
def side_extended(figure: Figure) -> None:
    a, b = _side(figure)
    part = 1 + figure.random.choice((Fraction(1, 3), Fraction(1, 2), Fraction(2, 5)))
    name = figure.add(along(figure.points[a], figure.points[b], part))
    figure.draw(b, name, helper=True)


@addition
def chord(figure: Figure) -> None:
    _, circle = _a_circle(figure)
    on = [name for name, point in figure.points.items() if circle.holds(point)]
    a, b = figure.pick(list(combinations(on, 2)), "no two points of a circle")
    figure.draw(a, b)


@addition
def radius(figure: Figure) -> None:
    name, circle = _a_circle(figure)
    center = figure.centers.get(name)
    on = [point for point, place in figure.points.items() if circle.holds(place)]
    if center is None:
        raise Unfit("the circle has no centre")
    figure.draw(center, figure.pick(on, "no point of the circle"))


@addition
def diameter(figure: Figure) -> None:
    _, circle = _a_circle(figure)
    on = [point for point, place in figure.points.items() if circle.holds(place)]
    start = figure.pick(on, "no point of the circle")
    figure.draw(start, figure.add(circle.center * 2 - figure.points[start]))


@addition
def tangent(figure: Figure) -> None:
    """The tangent in a point of a circle, to both sides."""
    _, circle = _a_circle(figure)
    on = [point for point, place in figure.points.items() if circle.holds(place)]
    at = figure.pick(on, "no point of the circle")
    along_it = (figure.points[at] - circle.center).turned * Fraction(figure.random.choice((4, 5, 6)), 5)
    a, b = figure.add(figure.points[at] - along_it), figure.add(figure.points[at] + along_it)
    figure.draw(a, b)


@addition
def secant(figure: Figure) -> None:
    """Extend a segment to the circle, and name where it cuts it."""
    _, circle = _a_circle(figure)
    a, b = figure.pick(figure.drawn, "there is no segment")
    for point in cuts(circle, figure.points[a], figure.points[b]):
        if point not in figure.points.values() and not is_between(point, figure.points[a], figure.points[b]):
            near = min((a, b), key=lambda name: float(distance_squared(figure.points[name], point)))
            figure.draw(near, figure.add(point))
            return
    raise Unfit("the segment ends on the circle")


@addition
def intersection(figure: Figure) -> None:
    """Name a point in which two segments cross."""
    shared = [
        crossing(*(figure.points[name] for name in (a, b, c, d)))
        for (a, b), (c, d) in combinations(figure.drawn, 2)
        if not {a, b} & {c, d}
    ]
    unnamed = [point for point in shared if point is not None and point not in figure.points.values()]
    figure.add(figure.pick(unnamed, "nothing crosses"))


@addition
def perpendicular_from_point(figure: Figure) -> None:
    a, b = _side(figure)
    others = [name for name in figure.points if name not in (a, b)]
    start = figure.pick(others, "there is no other point")
    point = foot(figure.points[start], figure.points[a], figure.points[b])
    if not is_between(point, figure.points[a], figure.points[b]):
        raise Unfit("the foot lies outside")
    name = figure.add(point)
    figure.draw(start, name, helper=True)
    figure.right_marks.append((start, name, b if figure.points[a] == point else a))


@addition
def parallel_through_corner(figure: Figure) -> None:
    """A line through the corner of a triangle, parallel to the side opposite."""
    corner, a, b = _corner(figure)
    half = (figure.points[b] - figure.points[a]) * Fraction(1, 2)
    ends = [figure.add(figure.points[corner] - half), figure.add(figure.points[corner] + half)]
    figure.draw(ends[0], ends[1], helper=True)


@addition
def reflected_corner(figure: Figure) -> None:
    """Mirror a corner of a triangle at the side opposite, and join it."""
    corner, a, b = _corner(figure)
    point = foot(*(figure.points[name] for name in (corner, a, b)))
    name = figure.add(point * 2 - figure.points[corner])
    figure.draw(a, name, helper=True)
    figure.draw(b, name, helper=True)


@addition
def triangle_on_side(figure: Figure) -> None:
    """A right isosceles triangle on the outside of a side."""
    polygon = figure.pick(figure.polygons, "there is no polygon")
    n = figure.random.randrange(len(polygon))
    a, b = polygon[n - 1], polygon[n]
    across = (figure.points[b] - figure.points[a]).turned * Fraction(1, 2)
    inner = figure.points[polygon[n - 2]] - figure.points[a]
    out = across if across.dot(inner).sign < 0 else across * -1
    name = figure.add(middle(figure.points[a], figure.points[b]) + out)
    figure.draw(a, name)
    figure.draw(b, name)
    figure.right_marks.append((a, name, b))


@addition
def marked_angle(figure: Figure) -> None:
    polygon = figure.pick(figure.polygons, "there is no polygon")
    n = figure.random.randrange(len(polygon))
    _mark(figure, (polygon[n - 2], polygon[n - 1], polygon[n]))


@addition
def inner_point_joined(figure: Figure) -> None:
    """A point inside a triangle, joined to the corners."""
    names = figure.pick(figure.triangles(), "there is no triangle")
    weights = figure.random.choice([(2, 3, 4), (3, 4, 2), (4, 2, 3), (3, 3, 2), (5, 3, 3)])
    whole = sum(weights)
    parts = [figure.points[name] * Fraction(w, whole) for name, w in zip(names, weights, strict=True)]
    center = figure.add(parts[0] + parts[1] + parts[2], center=True)
    for name in names[: figure.random.randint(2, 3)]:
        figure.draw(name, center)


def _side(figure: Figure) -> Ends:
    return figure.pick(figure.drawn, "there is no segment")


def _corner(figure: Figure) -> tuple[str, str, str]:
    """Return a corner of a triangle, and the two others."""
    names = list(figure.pick(figure.triangles(), "there is no triangle"))
    figure.random.shuffle(names)
    return names[0], names[1], names[2]


def _diagonals(polygon: tuple[str, ...]) -> list[Ends]:
    n = len(polygon)
    return [(polygon[a], polygon[b]) for a, b in combinations(range(n), 2) if (b - a) % n not in (1, n - 1)]


def _a_circle(figure: Figure) -> tuple[str, Circle]:
    return figure.pick(list(figure.circles.items()), "there is no circle")


def _draw_circle(figure: Figure, circle: Circle) -> None:
    if figure.circles:
        raise Unfit("there is a circle already")
    if circle.center in figure.points.values():
        figure.circles["circle"] = circle
        return
    name = figure.add(circle.center, center=True)
    figure.circles[f"circle {name}"] = circle
    figure.centers[f"circle {name}"] = name


def _tick(figure: Figure, *parts: Ends) -> None:
    """Mark segments of one length by ticks, of a number that no other length has."""
    n = _free_number(figure, (count for _, count in figure.ticks))
    figure.ticks += [(part, n) for part in parts]


def _mark(figure: Figure, *corners: Corner) -> None:
    """Mark angles of one size by arcs, of a number that no other size has: readers rely on it."""
    n = _free_number(figure, (count for _, count in figure.arcs))
    figure.arcs += [(corner, n) for corner in corners]


def _free_number(figure: Figure, taken: Iterable[int]) -> int:
    free = sorted({*range(1, _MAX_MARKS + 1)}.difference(taken))
    return figure.pick(free, "there are too many kinds of marks")
