"""What can be said of circles, lines, bars, dots and the outline, exactly in integers."""

from __future__ import annotations

from itertools import combinations, pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.blind_spots import MARGIN
from vlcorpus.stages.verify.blind_spots.sights import (
    Circle,
    Point,
    Sight,
    crossings,
    distance_squared,
    find,
    turn,
)
from vlcorpus.stages.verify.oracle import Unknown

_OFF_RAY = MARGIN / 4  # the ends of a ray are rounded: drawn on, it may miss its dot by so much


def relation(sight: Sight, one: str, other: str) -> str:
    return relation_of(*_two(sight, one, other))


def relation_of(first: Circle, second: Circle) -> str:
    """Raises Unknown where one touches the other from inside, or is the other."""
    apart = distance_squared(first.center, second.center)
    outer, inner = (first.radius + second.radius) ** 2, (first.radius - second.radius) ** 2
    if apart >= outer:
        return "touching" if apart == outer else "apart"
    if apart == inner:
        raise Unknown("one circle touches the other from inside")
    return "overlapping" if apart > inner else "nested"


def overlap(sight: Sight, one: str, other: str) -> str:
    first, second = _two(sight, one, other)
    return truth_value(distance_squared(first.center, second.center) < (first.radius + second.radius) ** 2)


def larger(sight: Sight, one: str, other: str) -> str:
    first, second = _two(sight, one, other)
    return _more(one, other, first.radius, second.radius)


def equal(sight: Sight, one: str, other: str) -> str:
    if one in sight.bars:
        return truth_value(_length(sight, one) == _length(sight, other))
    first, second = _two(sight, one, other)
    return truth_value(first.radius == second.radius)


def longer(sight: Sight, one: str, other: str) -> str:
    return _more(one, other, _length(sight, one), _length(sight, other))


def concentric(sight: Sight, one: str, other: str) -> str:
    first, second = _two(sight, one, other)
    return truth_value(first.center == second.center)


def n_crossings(sight: Sight, one: str, other: str) -> str:
    if one == other:
        raise Unknown(f"{one} is asked about with itself")
    return str(len(crossings(sight.line(one), sight.line(other))))


def cross(sight: Sight, one: str, other: str) -> str:
    return truth_value(n_crossings(sight, one, other) != "0")


def corners(sight: Sight, name: str) -> str:
    """A corner at which a line goes straight on is none."""
    line = sight.line(name)
    bent = sum(turn(a, b, c) != 0 for a, b, c in zip(line, line[1:], line[2:], strict=False))
    return str(bent)


def inside(sight: Sight, name: str, what: str) -> str:
    """A level ray from the dot to the right crosses the outline an odd number of times."""
    if what != "outline" or not sight.outline:
        raise Unknown(f"there is no outline {what!r}")
    p, is_inside = sight.dot(name), False
    for a, b in pairwise((*sight.outline, sight.outline[0])):
        area = turn(a, b, p)
        if area == 0 and min(a.x, b.x) <= p.x <= max(a.x, b.x) and min(a.y, b.y) <= p.y <= max(a.y, b.y):
            raise Unknown(f"{name} lies on the outline")
        if (a.y > p.y) != (b.y > p.y) and (area > 0) == (b.y > a.y):
            is_inside = not is_inside
    return truth_value(is_inside)


def contains(sight: Sight, name: str) -> str:
    circle = sight.circle(name)
    offs = [distance_squared(circle.center, dot) - circle.radius**2 for dot in sight.dots.values()]
    if 0 in offs:
        raise Unknown(f"a dot lies on the rim of {name}")
    return str(sum(off < 0 for off in offs))


def nearest(sight: Sight, name: str) -> str:
    start = sight.dot(name)
    far = {other: distance_squared(start, dot) for other, dot in sight.dots.items() if other != name}
    found = [other for other, distance in far.items() if distance == min(far.values())]
    if len(found) != 1:
        raise Unknown(f"{len(found)} dots are nearest to {name}")
    return found[0]


def continues(sight: Sight, what: str) -> str:
    if what != "ray" or len(sight.ray) != 2:
        raise Unknown(f"there is no ray {what!r}")
    start, end = sight.ray
    length = distance_squared(start, end) ** 0.5
    found = [
        name
        for name, dot in sight.dots.items()
        if abs(turn(start, end, dot)) / length <= _OFF_RAY and _is_beyond(start, end, dot)
    ]
    if len(found) != 1:
        raise Unknown(f"the ray runs through {len(found)} dots")
    return found[0]


def n_overlapping(sight: Sight) -> int:
    pairs = combinations(sight.circles.values(), 2)
    return sum(relation_of(*pair) == "overlapping" for pair in pairs)


def _is_beyond(start: Point, end: Point, dot: Point) -> bool:
    return (dot.x - end.x) * (end.x - start.x) + (dot.y - end.y) * (end.y - start.y) > 0


def _two(sight: Sight, one: str, other: str) -> tuple[Circle, Circle]:
    if one == other:
        raise Unknown(f"{one} is compared with itself")
    return sight.circle(one), sight.circle(other)


def _length(sight: Sight, name: str) -> int:
    return distance_squared(*find(sight.bars, name))


def _more(one: str, other: str, first: int, second: int) -> str:
    if first == second:
        raise Unknown(f"{one} and {other} are equal")
    return one if first > second else other
