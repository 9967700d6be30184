"""What a problem tells of how the points of its figure lie, which its image shows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure


def polygon(figure: Figure, corners: str) -> bool:
    """Say whether these are the corners, once round, of a polygon whose sides are drawn and do not cross."""
    sides = list(pairwise(corners + corners[0]))
    turns = (figure.turn(a, b, c) for (a, b), (_, c) in pairwise([*sides, sides[0]]))
    return (
        len(corners) > 2
        and len(set(corners)) == len(corners)
        and all(any({a, b} <= set(line) for line in figure.lines) for a, b in sides)
        and all(turns)
        and not any(_cross(figure, one, other) for one, other in combinations(sides, 2))
    )


def in_order(figure: Figure, points: str) -> bool:
    """Say whether these lie on a drawn line one after the other."""
    ways = (way for line in figure.lines for way in (line, line[::-1]))
    return len(points) > 2 and any(points == "".join(p for p in way if p in points) for way in ways)


def on_circle(figure: Figure, points: str, center: str) -> bool:
    return all(figure.on(point, center) for point in points)


def diameter(figure: Figure, pair: str, center: str) -> bool:
    return figure.diameter(pair, center)


def _cross(figure: Figure, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two sides without a common corner have a point in common."""
    (a, b), (c, d) = one, other
    if {a, b} & {c, d}:
        return False
    return (
        figure.turn(a, b, c) * figure.turn(a, b, d) <= 0 and figure.turn(c, d, a) * figure.turn(c, d, b) <= 0
    )


TELLINGS: dict[str, Callable[..., bool]] = {
    "polygon": polygon,
    "in_order": in_order,
    "on_circle": on_circle,
    "diameter": diameter,
}
