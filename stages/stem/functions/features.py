"""What is special of a graph: where it turns, is 0, or breaks, and which way it goes in between."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.axes.numbers import steps
from vlcorpus.stages.stem.functions.graph import Graph

Number = Fraction | float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a graph between two places in which it only rises (1), only falls (-1) or stays (0)."""

    low: Number
    high: Number
    direction: int


def turning_points(graph: Graph, across: Axis) -> list[Number]:
    """Return where a graph turns or has a corner, inside the axis."""
    p = graph.parameters
    match graph.kind:
        case "quadratic" | "absolute value":
            places: list[Number] = [p[1]]
        case "cubic":
            places = _turns_of_cubic(graph)
        case "sine":
            first = p[2] + p[1] / 4
            half = p[1] / 2
            places = list(steps(first - ((first - across.low) // half) * half, across.high, half))
        case "segments":
            places = [x for x, _ in graph.corners[1:-1]]
        case _:
            places = []
    return [x for x in places if across.low < x < across.high]


def gaps(graph: Graph, across: Axis) -> tuple[Number, Number, Number | None]:
    """Return the ends of where a graph is drawn, and where it is broken in between."""
    p = graph.parameters
    match graph.kind:
        case "logarithmic":
            return max(p[2], across.low), across.high, None
        case "square root":
            return max(p[1], across.low), across.high, None
        case "segments":
            return p[0], p[-2], None
        case "reciprocal":
            return across.low, across.high, p[1]
        case _:
            return across.low, across.high, None


def stretches(graph: Graph, across: Axis) -> list[Stretch]:
    """Return the parts in which a graph goes one way, from the left."""
    low, high, broken = gaps(graph, across)
    bounds = sorted([low, high, *turning_points(graph, across), *([] if broken is None else [broken])])
    found: list[Stretch] = []
    for a, b in pairwise(bounds):
        if a == b:
            continue
        start, end = (graph.near(float(a) + float(b - a) * part) for part in (0.25, 0.75))
        if start is None or end is None:
            continue
        direction = (end > start) - (end < start)
        if found and found[-1].direction == direction and found[-1].high == a and a != broken:
            found[-1] = Stretch(found[-1].low, b, direction)
        else:
            found.append(Stretch(a, b, direction))
    return found


def zeros(graph: Graph) -> list[Fraction] | None:
    """Return all zeros of a graph; None where some are not rational, or there is no end of them."""
    p = graph.parameters
    match graph.kind:
        case "linear":
            return [] if p[0] == 0 else [-p[1] / p[0]]
        case "quadratic" | "absolute value":
            away = -p[2] / p[0]
            root = away if graph.kind == "absolute value" else _root(away)
            if root is None or away < 0:
                return None if root is None else []
            return sorted({p[1] - root, p[1] + root})
        case "cubic":
            return sorted(set(p[1:]))
        case "logarithmic":
            return [p[2] + 1]
        case "reciprocal":
            return [] if p[2] == 0 else [p[1] - p[0] / p[2]]
        case "square root":
            inner = -p[2] / p[0]
            return [] if inner < 0 else [p[1] + inner**2]
        case "exponential" if p[0] * p[2] >= 0:
            return []
        case "segments":
            return _zeros_of_segments(graph)
        case _:
            return None


def zeros_within(graph: Graph, across: Axis) -> list[Fraction] | None:
    """Return the zeros inside an axis, of a wave about 0 too; None as above."""
    found = zeros(graph)
    p = graph.parameters
    if graph.kind == "sine" and p[3] == 0:
        half = p[1] / 2
        found = list(steps(p[2] + -((p[2] - across.low) // half) * half, across.high, half))
    return None if found is None else [x for x in found if across.low <= x <= across.high]


def symmetry(graph: Graph) -> str | None:
    """Return even, odd or neither; None where it is not told by the kind."""
    p = graph.parameters
    match graph.kind:
        case "linear":
            return "even" if p[0] == 0 else "odd" if p[1] == 0 else "neither"
        case "quadratic" | "absolute value":
            return "even" if p[1] == 0 else "neither"
        case "cubic":
            return "odd" if sum(p[1:]) == 0 and p[1] * p[2] * p[3] == 0 else "neither"
        case "reciprocal":
            return "odd" if p[1] == p[2] == 0 else "neither"
        case "sine":
            quarters = 4 * p[2] / p[1]
            if quarters.denominator == 1 and quarters % 2 == 1:
                return "even"
            return "odd" if quarters % 2 == 0 and p[3] == 0 else "neither"
        case "segments":
            return None
        case _:
            return "neither"


def _turns_of_cubic(graph: Graph) -> list[Number]:
    """Return the zeros of the derivative 3x² - 2(p + q + r)x + (pq + qr + rp), if there are two."""
    _, p, q, r = graph.parameters
    total, pairs = p + q + r, p * q + q * r + r * p
    rest = total**2 - 3 * pairs
    if rest <= 0:
        return []
    exact = _root(rest)
    root = math.sqrt(rest) if exact is None else exact
    return [(total - root) / 3, (total + root) / 3]


def _zeros_of_segments(graph: Graph) -> list[Fraction] | None:
    found = set()
    for (x0, y0), (x1, y1) in pairwise(graph.corners):
        if y0 == y1 == 0:
            return None
        if y0 * y1 <= 0:
            found.add(x0 + (x1 - x0) * y0 / (y0 - y1))
    return sorted(found)


def _root(number: Fraction) -> Fraction | None:
    """Return the rational root, 0 of what is negative; None where there is none."""
    if number < 0:
        return Fraction(0)
    root = Fraction(math.isqrt(number.numerator), math.isqrt(number.denominator))
    return root if root**2 == number else None
