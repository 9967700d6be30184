"""The figure of a problem as things to be drawn, with its givens: values as labels, the rest as marks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.path import Point, arc, polyline
from vlcorpus.schemas.scenes.problem import Problem
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.plane_geometry.marks import arcs, square, ticks, toward
from vlcorpus.stages.stem.plane_geometry.problems.measures import angle
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch
from vlcorpus.stages.stem.segments import off_segment

# Of the size of the figure.
_BESIDE = (
    0.045,
    0.055,
    0.065,
    0.075,
    0.09,
)  # how far from its segment a length's label is, the nearest first
_INTO = (0.1, 0.115, 0.13, 0.15, 0.17, 0.2, 0.23)  # how far into its corner an angle's label is
_NEARER = 0.62  # a label is so much nearer to what it is of than to anything else
_MIN_PART = 0.12  # of a segment with a label beside it
_MIN_ANGLE_DEG = 18.0
_MARKS_FROM = 2  # equal angles have two arcs at least: one is drawn with a value


def can_be_drawn(seen: Seen, sketch: Sketch, claim: Claim) -> bool:
    """Say whether the image can show it, so that no one takes it for something else's."""
    names = claim.arguments
    match claim.operation:
        case "length":
            return claim.value.isdecimal() and bool(_spots_of_length(seen, sketch, names[0]))
        case "angle" if claim.value == "90":
            return _is_whole_corner(seen, names[0])
        case "angle":
            return bool(_spots_of_angle(seen, sketch, names[0]))
        case "equal":
            return all(_is_part(seen, pair) for pair in names)
        case "equal_angles":
            return all(_is_whole_corner(seen, name) for name in names)
    return False


def things(sketch: Sketch, seen: Seen, problem: Problem) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted: lines first, points last."""
    labels: dict[tuple[str, str], str] = {}
    drawn = [given.claim for given in problem.givens if given.is_drawn]
    for claim in drawn:
        is_angle = claim.operation == "angle"
        labels[claim.operation, claim.arguments[0]] = f"{claim.value}°" if is_angle else claim.value
    if problem.unknown:
        labels[str(problem.asked[0]), str(problem.asked[1])] = problem.unknown
    return (
        *_lines(sketch, seen, labels),
        *_circles(sketch),
        *_corners(sketch, seen, labels),
        *_equal_parts(sketch, seen, drawn),
        *_points(sketch),
    )


def _lines(sketch: Sketch, seen: Seen, labels: dict[tuple[str, str], str]) -> Iterator[Thing]:
    for a, b in sketch.lines:
        on = seen.lines[sketch.lines.index((a, b))]
        tags = tuple(
            Tag(text, spots[0], spots=spots)
            for (operation, name), text in labels.items()
            if operation == "length" and set(name) <= set(on)
            for spots in [_spots_of_length(seen, sketch, name)]
        )
        path = polyline([seen.at[a], seen.at[b]])
        yield Thing(f"segment {a}{b}", "segment", (Shape(Role.LINE, path),), tags)


def _circles(sketch: Sketch) -> Iterator[Thing]:
    for center in sketch.circles:
        path = arc(sketch.places[center].at, sketch.radius(center))
        yield Thing(f"circle {center}", "circle", (Shape(Role.LINE, path),))


def _corners(sketch: Sketch, seen: Seen, labels: dict[tuple[str, str], str]) -> Iterator[Thing]:
    size = _size(sketch)
    for (operation, name), text in labels.items():
        if operation != "angle":
            continue
        corner = [seen.at[point] for point in name]
        if text == "90°":
            path = square(corner, size)
            yield Thing(f"right angle {name}", "right angle mark", (Shape(Role.MARK, path),))
            continue
        spots = _spots_of_angle(seen, sketch, name)
        (path,) = arcs(corner, 1, size)
        yield Thing(
            f"angle {name}", "angle mark", (Shape(Role.MARK, path),), (Tag(text, spots[0], spots=spots),)
        )


def _equal_parts(sketch: Sketch, seen: Seen, drawn: list[Claim]) -> Iterator[Thing]:
    """Yield the same number of ticks on what is equally long, of arcs in what is equally large."""
    size = _size(sketch)
    for operation, first, mark in (("equal", 1, ticks), ("equal_angles", _MARKS_FROM, arcs)):
        for count, names in enumerate(_classes(drawn, operation), first):
            for name in names:
                shapes = tuple(
                    Shape(Role.MARK, path) for path in mark([seen.at[p] for p in name], count, size)
                )
                kind = "tick mark" if operation == "equal" else "angle mark"
                yield Thing(f"{kind} {name}", kind, shapes)


def _classes(drawn: list[Claim], operation: str) -> list[list[str]]:
    """Return the names of what is equal to each other, together."""
    classes: list[list[str]] = []
    for claim in drawn:
        if claim.operation == operation:
            one, other = claim.arguments
            known = [names for names in classes if _has(names, one) or _has(names, other)]
            merged = [name for names in known for name in names]
            merged += [name for name in (one, other) if not _has(merged, name)]
            classes = [names for names in classes if names not in known] + [merged]
    return classes


def _has(names: list[str], name: str) -> bool:
    return name in names or name[::-1] in names


def _points(sketch: Sketch) -> Iterator[Thing]:
    for name, place in sketch.places.items():
        ends = [b if a == name else a for a, b in sketch.lines if name in (a, b)]
        ends += [
            end for line in sketch.lines if name in sketch.on_line(line) and name not in line for end in line
        ]
        ends = ends or [other for other in sketch.places if other != name]
        x, y = place.at
        pulls = [(sketch.places[end].at[0] - x, sketch.places[end].at[1] - y) for end in ends]
        pull = [sum(d[n] / math.hypot(*d) for d in pulls) for n in range(2)]
        tag = Tag(name, place.at, (x + pull[0], y + pull[1]))
        yield Thing(f"point {name}", "point", (Dot(place.at),), (tag,))


# Where labels may stand: nearer to what they are of than to anything else.


def _is_part(seen: Seen, pair: str) -> bool:
    """Say whether no named point lies between two neighbours on a drawn line."""
    return any(
        abs(line.index(pair[0]) - line.index(pair[1])) == 1 for line in seen.lines if set(pair) <= set(line)
    )


def _is_whole_corner(seen: Seen, name: str) -> bool:
    """Say whether no drawn line parts the angle."""
    return not any(order[1:] == name for order in seen.found["inside"])


def _spots_of_length(seen: Seen, sketch: Sketch, pair: str) -> tuple[Point, ...]:
    (ax, ay), (bx, by) = seen.at[pair[0]], seen.at[pair[1]]
    size, length = _size(sketch), math.dist((ax, ay), (bx, by))
    if not _is_part(seen, pair) or length < _MIN_PART * size:
        return ()
    across = (-(by - ay) / length, (bx - ax) / length)
    middle = _middle(sketch)
    x, y = (ax + bx) / 2, (ay + by) / 2
    if (x - middle[0]) * across[0] + (y - middle[1]) * across[1] < 0:
        across = (-across[0], -across[1])
    found = [
        (
            x + (bx - ax) * shift + side * off * size * across[0],
            y + (by - ay) * shift + side * off * size * across[1],
        )
        for side in (1, -1)
        for off in _BESIDE
        for shift in (0, 0.12, -0.12)
    ]
    return tuple(spot for spot in found if _is_nearest(spot, seen, sketch, pair))


def _is_nearest(spot: Point, seen: Seen, sketch: Sketch, pair: str) -> bool:
    own = off_segment(spot, seen.at[pair[0]], seen.at[pair[1]])
    others = [
        off_segment(spot, seen.at[a], seen.at[b])
        for line in seen.lines
        for a, b in pairwise(line)
        if {a, b} != set(pair)
    ]
    others += [abs(math.dist(spot, seen.at[c]) - sketch.radius(c)) for c in sketch.circles]
    return own < _NEARER * min(others, default=math.inf)


def _spots_of_angle(seen: Seen, sketch: Sketch, name: str) -> tuple[Point, ...]:
    width = angle(sketch, *name)
    if not _is_whole_corner(seen, name) or width < _MIN_ANGLE_DEG:
        return ()
    arm, vertex, other = (seen.at[point] for point in name)
    size = _size(sketch)
    u, v = toward(vertex, arm, 1), toward(vertex, other, 1)
    along = (u[0] + v[0] - 2 * vertex[0], u[1] + v[1] - 2 * vertex[1])
    reach = math.hypot(*along)
    if reach < 1e-6:
        return ()
    shortest = min(math.dist(vertex, arm), math.dist(vertex, other))
    spots = []
    for off in _INTO:
        spot = (vertex[0] + along[0] / reach * off * size, vertex[1] + along[1] / reach * off * size)
        if off * size < 0.75 * shortest and _stays_in_corner(spot, seen, sketch, name):
            spots.append(spot)
    return tuple(spots)


def _stays_in_corner(spot: Point, seen: Seen, sketch: Sketch, name: str) -> bool:
    """Say whether nothing drawn lies between an angle's vertex and its label."""
    vertex = seen.at[name[1]]
    for line in seen.lines:
        if name[1] not in line and _crosses(vertex, spot, seen.at[line[0]], seen.at[line[-1]]):
            return False
    for center in sketch.circles:
        reach = sketch.radius(center)
        inside = [math.dist(at, seen.at[center]) - reach for at in (vertex, spot)]
        if inside[0] * inside[1] < -1e-9 and abs(inside[0]) > 1e-6:
            return False
    return True


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    def turn(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def _middle(sketch: Sketch) -> Point:
    xs, ys = zip(*(place.at for place in sketch.places.values()), strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _size(sketch: Sketch) -> float:
    xs, ys = zip(*(place.at for place in sketch.places.values()), strict=True)
    return max(max(xs) - min(xs), max(ys) - min(ys), *(2 * sketch.radius(c) for c in sketch.circles), 0)
