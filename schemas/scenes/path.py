"""Paths of lines and cubic curves, and how common ones are made."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_QUARTER = math.pi / 2


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and cubic curves, as SVG has them: each command is a letter of M, L, C, Z and its points."""

    commands: tuple[tuple[str, tuple[Point, ...]], ...]

    def moved(self, move: Callable[[Point], Point]) -> "Path":
        """Return the path through the moved points; exact where `move` is affine."""
        return Path(tuple((letter, tuple(map(move, points))) for letter, points in self.commands))

    def points(self) -> Iterator[Point]:
        """Yield all points, those that steer curves too: the path lies in their hull."""
        for _, points in self.commands:
            yield from points

    def __add__(self, other: "Path") -> "Path":
        return Path(self.commands + other.commands)


def polyline(points: Sequence[Point], *, closed: bool = False) -> Path:
    commands = [("M", (points[0],)), *(("L", (point,)) for point in points[1:])]
    return Path((*commands, ("Z", ())) if closed else tuple(commands))


def arc(
    center: Point, radius: float | tuple[float, float], start: float = 0.0, sweep: float = math.tau
) -> Path:
    """Return an arc of a circle, or of an ellipse whose axes are upright.

    Angles are radians, 0 to the right, positive counter-clockwise where y grows upwards. A whole turn is
    closed. A quarter of a circle as a cubic curve is off by less than 0.03 % of its radius.
    """
    rx, ry = radius if isinstance(radius, tuple) else (radius, radius)
    n = max(1, math.ceil(abs(sweep) / _QUARTER - 1e-9))
    step = sweep / n
    handle = 4 / 3 * math.tan(step / 4)

    def at(x: float, y: float) -> Point:
        return center[0] + rx * x, center[1] + ry * y

    commands: list[tuple[str, tuple[Point, ...]]] = [("M", (at(math.cos(start), math.sin(start)),))]
    for number in range(n):
        a, b = start + number * step, start + (number + 1) * step
        ca, sa, cb, sb = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        first, second = at(ca - handle * sa, sa + handle * ca), at(cb + handle * sb, sb - handle * cb)
        commands.append(("C", (first, second, at(cb, sb))))
    if abs(sweep) >= math.tau - 1e-9:
        commands.append(("Z", ()))
    return Path(tuple(commands))


def smooth(points: Sequence[Point], *, closed: bool = False) -> Path:
    """Return a smooth curve through the points (Catmull-Rom, uniform)."""
    n = len(points)

    def point(index: int) -> Point:
        return points[index % n] if closed else points[min(max(index, 0), n - 1)]

    commands: list[tuple[str, tuple[Point, ...]]] = [("M", (points[0],))]
    for index in range(n if closed else n - 1):
        before, a, b, after = (point(index + k) for k in (-1, 0, 1, 2))
        first = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        second = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        commands.append(("C", (first, second, b)))
    if closed:
        commands.append(("Z", ()))
    return Path(tuple(commands))
