"""Where two graphs meet: lines, parabolas and graphs of absolute values, in the whole plane."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.stages.stem.functions.graph import Graph
from vlcorpus.stages.stem.functions.plot import Pair

MEETING = ("linear", "quadratic", "absolute value")
Branch = tuple[
    Fraction, Fraction, Fraction, int, Fraction
]  # of 1, x, x²; where: left -1, right 1 of the last


def meets(one: Graph, other: Graph) -> list[Pair | None] | None:
    """Return the common points of two different graphs, from the left; None stands for an irrational one.

    None as a whole where they share a line, or are of other kinds.
    """
    if one.kind not in MEETING or other.kind not in MEETING:
        return None
    found: dict[Fraction | float, None] = {}
    for first in _branches(one):
        for second in _branches(other):
            c, b, a = first[0] - second[0], first[1] - second[1], first[2] - second[2]
            if a == b == c == 0:
                return None
            for x in _roots(a, b, c):
                if _holds(first, x) and _holds(second, x):
                    found[x] = None
    return [_pair(one, x) for x in sorted(found)]


def _pair(graph: Graph, x: Fraction | float) -> Pair | None:
    y = graph.at(x) if isinstance(x, Fraction) else None
    return (x, y) if isinstance(x, Fraction) and y is not None else None


def _branches(graph: Graph) -> Iterator[Branch]:
    p, zero = graph.parameters, Fraction(0)
    match graph.kind:
        case "linear":
            yield p[1], p[0], zero, 0, zero
        case "quadratic":
            yield p[0] * p[1] ** 2 + p[2], -2 * p[0] * p[1], p[0], 0, zero
        case _:
            yield p[2] - p[0] * p[1], p[0], zero, 1, p[1]
            yield p[2] + p[0] * p[1], -p[0], zero, -1, p[1]


def _holds(branch: Branch, x: Fraction | float) -> bool:
    return (x - branch[4]) * branch[3] >= 0


def _roots(a: Fraction, b: Fraction, c: Fraction) -> list[Fraction | float]:
    if a == 0:
        return [] if b == 0 else [-c / b]
    rest = b * b - 4 * a * c
    if rest < 0:
        return []
    root: Fraction | float = Fraction(math.isqrt(rest.numerator), math.isqrt(rest.denominator))
    if root * root != rest:
        root = math.sqrt(rest)
    return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
