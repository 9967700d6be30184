"""What can be said of a polygon: its kind, its longest side, its largest angle.

A trapezoid has exactly one pair of parallel sides, and a kind is the narrowest that fits. School books agree
on all of these words but for the dart, a kite that is not convex.
"""

from itertools import combinations

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.figure import Figure, one_of
from vlcorpus.stages.verify.plane_geometry.vectors import Point, cross, distance_squared, dot, sides, turns

NAMES = {
    5: "pentagon",
    6: "hexagon",
    7: "heptagon",
    8: "octagon",
    9: "nonagon",
    10: "decagon",
    11: "hendecagon",
    12: "dodecagon",
}


def longest_side(figure: Figure, name: str) -> str:
    lengths = [distance_squared(*side) for side in sides(figure.polygon(name))]
    named = [start + end for start, end in zip(name, name[1:] + name[0], strict=True)]
    longest = max(lengths)
    return one_of(
        [side for side, length in zip(named, lengths, strict=True) if length == longest],
        f"a longest side of {name}",
    )


def largest_angle(figure: Figure, name: str) -> str:
    """The largest angle of a triangle is opposite its longest side."""
    if len(name) != 3:
        raise Unknown(f"{name} is no triangle")
    longest = longest_side(figure, name)
    (corner,) = set(name) - set(longest)
    return corner


def kind(figure: Figure, name: str) -> str:
    corners = figure.polygon(name)
    if len(corners) == 3:
        return _kind_of_triangle(corners)
    if len(corners) == 4:
        return _kind_of_quadrilateral(corners)
    if len(corners) not in NAMES:
        raise Unknown(f"a polygon of {len(corners)} corners has no name here")
    return f"regular {NAMES[len(corners)]}" if _is_regular(corners) else NAMES[len(corners)]


def _kind_of_triangle(corners: tuple[Point, ...]) -> str:
    a, b, c = (distance_squared(*side) for side in sides(corners))
    if a == b == c:
        return "equilateral"
    longest = max(a, b, c)
    is_right = longest + longest == a + b + c  # Pythagoras, and its converse
    has_equal_sides = any(one == other for one, other in combinations((a, b, c), 2))
    match is_right, has_equal_sides:
        case True, True:
            return "right isosceles"
        case True, False:
            return "right"
        case False, True:
            return "isosceles"
    return "scalene"


def _kind_of_quadrilateral(corners: tuple[Point, ...]) -> str:
    ab, bc, cd, da = (start.to(end) for start, end in sides(corners))
    first, second = not cross(ab, cd), not cross(bc, da)
    if first and second:
        return _kind_of_parallelogram(ab, bc)
    if first:
        return _kind_of_trapezoid(ab, bc, da)
    if second:
        return _kind_of_trapezoid(bc, cd, ab)
    a, b, c, d = (dot(way, way) for way in (ab, bc, cd, da))
    if (a == b and c == d) or (b == c and d == a):
        if len(set(turns(corners))) > 1:
            raise Unknown("some books call a dart a kite, some do not")
        return "kite"
    return "irregular quadrilateral"


def _kind_of_parallelogram(side: Point, next_side: Point) -> str:
    has_right_angles = not dot(side, next_side)
    has_equal_sides = dot(side, side) == dot(next_side, next_side)
    if has_right_angles:
        return "square" if has_equal_sides else "rectangle"
    return "rhombus" if has_equal_sides else "parallelogram"


def _kind_of_trapezoid(base: Point, leg: Point, other_leg: Point) -> str:
    if dot(leg, leg) == dot(other_leg, other_leg):
        return "isosceles trapezoid"
    if not dot(base, leg) or not dot(base, other_leg):
        return "right trapezoid"
    return "trapezoid"


def _is_regular(corners: tuple[Point, ...]) -> bool:
    """Equal sides and, as all turn the same way, equal angles: equal diagonals over one corner."""
    if len(set(turns(corners))) > 1:
        return False
    lengths = [distance_squared(*side) for side in sides(corners)]
    over_one = [distance_squared(corners[i - 2], corners[i]) for i in range(len(corners))]
    return all(length == lengths[0] for length in lengths) and all(way == over_one[0] for way in over_one)
