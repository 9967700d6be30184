"""The truth of blind spots, opened: figures by their names, and what all geometry of them stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Found = TypeVar("Found")


class Point(NamedTuple):
    x: int
    y: int


Segment = tuple[Point, Point]
Crossing = tuple[Fraction, Fraction]


class Circle(NamedTuple):
    center: Point
    radius: int


@dataclass(frozen=True)
class Path:
    hue: str
    ends: tuple[str, str]


class Sight:
    """A scene of simple figures. What it does not have is empty."""

    def __init__(self, truth: Mapping[str, Any]):
        self.circles = {name: Circle(Point(x, y), r) for name, (x, y, r) in truth.get("circles", {}).items()}
        self.squares = [(Point(x, y), side) for x, y, side in truth.get("squares", [])]
        self.lines = {name: _points(corners) for name, corners in truth.get("lines", {}).items()}
        self.bars = {name: _points(ends) for name, ends in truth.get("bars", {}).items()}
        self.outline = _points(truth.get("outline", []))
        self.dots = {name: Point(*place) for name, place in truth.get("dots", {}).items()}
        self.ray = _points(truth.get("ray", []))
        self.stations = {name: Point(*place) for name, place in truth.get("stations", {}).items()}
        self.paths = [Path(hue, (a, b)) for hue, (a, b), _ in truth.get("paths", [])]
        self.stack: list[str] = list(truth.get("stack", []))
        self.overlaps = [frozenset(pair) for pair in truth.get("overlaps", [])]
        self.grid = {axis: sorted(lines) for axis, lines in truth.get("grid", {}).items()}
        self.word: Mapping[str, Any] = truth.get("word", {})
        self._must_be_possible()

    def circle(self, name: str) -> Circle:
        return find(self.circles, name)

    def line(self, name: str) -> tuple[Point, ...]:
        return find(self.lines, name)

    def dot(self, name: str) -> Point:
        return find(self.dots, name)

    def station(self, name: str) -> Point:
        return find(self.stations, name)

    def _must_be_possible(self) -> None:
        if any(circle.radius <= 0 for circle in self.circles.values()):
            raise Contradiction("a circle has no size")
        if any(len(line) < 2 for line in self.lines.values()):
            raise Contradiction("a line has no two corners")
        for path in self.paths:
            if not set(path.ends) <= set(self.stations):
                raise Contradiction(f"a path ends at no station: {path.ends}")
        if len(set(self.stack)) < len(self.stack):
            raise Contradiction("two figures of the stack have one colour")
        if any(len(pair) != 2 or not pair <= set(self.stack) for pair in self.overlaps):
            raise Contradiction("what overlaps is not in the stack")
        if self.word and not 0 <= self.word["circled"] < len(self.word["text"]) == len(self.word["at"]):
            raise Contradiction("no letter of the word is circled")


def find(things: Mapping[str, Found], name: str) -> Found:
    if name not in things:
        raise Unknown(f"there is no {name}")
    return things[name]


def distance_squared(a: Point, b: Point) -> int:
    return (b.x - a.x) ** 2 + (b.y - a.y) ** 2


def turn(a: Point, b: Point, c: Point) -> int:
    """Return twice the area of a triangle: above 0 where one turns left in b."""
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def crossings(one: Sequence[Point], other: Sequence[Point]) -> list[Crossing]:
    """Return where two polylines cross. Raises Unknown where they touch at corners or share a piece."""
    found = []
    for first in pairwise(one):
        for second in pairwise(other):
            point = _crossing(first, second)
            if point is not None:
                found.append(point)
    return found


def _crossing(first: Segment, second: Segment) -> Crossing | None:
    (a, b), (c, d) = first, second
    before, after = turn(c, d, a), turn(c, d, b)
    left, right = turn(a, b, c), turn(a, b, d)
    if before * after > 0 or left * right > 0:
        return None
    if before == after == 0:
        if _beside(first, second):
            return None
        raise Unknown("two lines run along each other")
    if 0 in (before, after, left, right):
        raise Unknown("two lines meet at a corner or an end")
    share = Fraction(before, before - after)
    return a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)


def _beside(first: Segment, second: Segment) -> bool:
    """Say whether two pieces of one line have no point in common."""
    return any(
        max(p[axis] for p in one) < min(p[axis] for p in other)
        for axis in (0, 1)
        for one, other in ((first, second), (second, first))
    )


def _points(corners: Sequence[Sequence[int]]) -> tuple[Point, ...]:
    return tuple(Point(*corner) for corner in corners)
