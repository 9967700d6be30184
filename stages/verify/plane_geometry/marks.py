"""What can be said of the marks in a figure, and whether they are true: marks say what is equal or right."""

from itertools import combinations

from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.plane_geometry.figure import Angle, Figure
from vlcorpus.stages.verify.plane_geometry.vectors import (
    Point,
    Segment,
    corner_shape,
    cross,
    distance_squared,
    dot,
    on_line,
    overlap,
    same_direction,
    share_a_point,
    sign,
)


def arcs(figure: Figure, name: str) -> str:
    """How many arcs mark an angle, whichever points on its arms name it.

    Raises Unknown where only a larger or smaller angle at the vertex is marked: its arcs run through it.
    """
    angle = figure.angle(name)
    counts = {n for marked, n in figure.arcs if _same_angle(marked, angle)}
    if not counts and any(_share_inside(marked, angle) for marked, _ in figure.arcs):
        raise Unknown(f"arcs of another angle run through {name}")
    return _the_count(counts, name)


def ticks(figure: Figure, name: str) -> str:
    """How many ticks mark a segment. Raises Unknown where they mark a part of it, or what it is a part of."""
    segment = figure.segment(name)
    counts = {n for marked, n in figure.ticks if set(marked) == set(segment)}
    if not counts and any(overlap(marked, segment) for marked, _ in figure.ticks):
        raise Unknown(f"ticks of another segment stand on {name}")
    return _the_count(counts, name)


def count(figure: Figure, what: str) -> str:
    match what:
        case "points":
            return str(len(figure.points))
        case "segments":
            return str(_n_segments(figure))
        case "circles":
            return str(len(figure.circles))
        case "right_marks":
            return str(_n_distinct(figure.right_marks))
        case "arcs":
            return str(_n_distinct([angle for angle, _ in figure.arcs]))
    raise Unknown(f"nothing says what {what} are")


def check_marks(figure: Figure) -> None:
    """Raise Contradiction for a false mark: a right one is right, as many arcs or ticks mean equal sizes."""
    for arm, vertex, other in figure.right_marks:
        if dot(vertex.to(arm), vertex.to(other)):
            raise Contradiction("a corner that is marked as right is not")
    for (one, n), (other, m) in combinations(figure.arcs, 2):
        if n == m and not same_direction(corner_shape(*one), corner_shape(*other)):
            raise Contradiction("angles that are marked by as many arcs are not equal")
    for (first, n), (second, m) in combinations(figure.ticks, 2):
        if n == m and distance_squared(*first) != distance_squared(*second):
            raise Contradiction("segments that are marked by as many ticks are not equal")


def _the_count(counts: set[int], name: str) -> str:
    if len(counts) > 1:
        raise Unknown(f"{name} is marked twice, and otherwise")
    return str(*counts) if counts else "0"


def _n_segments(figure: Figure) -> int:
    """Raises Unknown where a drawn segment runs into another along one line: people count differently."""
    distinct: list[Segment] = []
    for start, end in figure.drawn:
        if (start, end) not in distinct and (end, start) not in distinct:
            distinct.append((start, end))
    for one, other in combinations(distinct, 2):
        if _on_one_line(one, other) and share_a_point(one, other):
            raise Unknown("drawn segments run into each other along one line")
    return len(distinct)


def _on_one_line(one: Segment, other: Segment) -> bool:
    (a, b), (c, d) = one, other
    return not cross(a.to(b), c.to(d)) and on_line(c, one)


def _n_distinct(angles: list[Angle]) -> int:
    return sum(not any(_same_angle(angle, other) for other in angles[:i]) for i, angle in enumerate(angles))


def _arms(angle: Angle) -> tuple[Point, Point]:
    return angle.vertex.to(angle.arm), angle.vertex.to(angle.other)


def _same_angle(one: Angle, other: Angle) -> bool:
    if one.vertex != other.vertex:
        return False
    (a, b), (c, d) = _arms(one), _arms(other)
    return (same_direction(a, c) and same_direction(b, d)) or (same_direction(a, d) and same_direction(b, c))


def _share_inside(one: Angle, other: Angle) -> bool:
    """Say whether two angles at one vertex, not the same, have a direction inside both.

    Then an arm of one is inside the other: the shared part has two borders, and both are not arms of both.
    """
    if one.vertex != other.vertex:
        return False
    return any(_inside(arm, two) for two, arms in ((one, _arms(other)), (other, _arms(one))) for arm in arms)


def _inside(way: Point, angle: Angle) -> bool:
    a, b = _arms(angle)
    around = sign(cross(a, b))
    return sign(cross(a, way)) == around and sign(cross(way, b)) == around
