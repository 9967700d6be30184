"""What can be said of one graph: derived from its rule, and only where the window shows it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import NO, Claim, truth_value
from vlcorpus.schemas.stem.functions import KINDS
from vlcorpus.stages.stem.functions.features import (
    Number,
    Stretch,
    gaps,
    stretches,
    symmetry,
    zeros,
    zeros_within,
)
from vlcorpus.stages.stem.functions.graph import Graph
from vlcorpus.stages.stem.functions.plot import Pair, Plot

_RISING_OF_ONE = {"linear", "exponential", "logarithmic", "reciprocal", "square root"}  # no value comes twice
_WAYS = {1: "increasing", -1: "decreasing"}
_MIN_WIDE = 1  # grid lines between the ends of an interval that is spoken of
_FAR_FROM_TURN = 0.4  # grid lines: a level that is nearer to a turning point, and not at it, almost touches


def graph_claims(plot: Plot, name: str) -> Iterator[Claim]:
    """Yield all that is said of one graph."""
    graph = plot.graphs[name]
    yield from _kind(plot, name, graph)
    yield from _values(plot, name, graph)
    yield from _parameters(plot, name, graph)
    yield from _monotony(plot, name, graph)
    yield from _signs(plot, name, graph)
    yield from _levels(plot, name, graph)


def pair_text(pair: Pair) -> str:
    return f"({pair[0]}, {pair[1]})"


def near_numbers(value: Fraction, unit: Fraction = Fraction(1)) -> tuple[str, ...]:
    """Return other numbers that one who misreads a grid might see."""
    others = [value + n * unit for n in (-2, -1, 1, 2)] + [-value]
    return tuple(dict.fromkeys(str(other) for other in others if other != value))


def near_pairs(pair: Pair, unit: Fraction) -> tuple[str, ...]:
    """Return other points that one who misreads a grid, or mixes up x and y, might name."""
    x, y = pair
    others = [(-x, y), (x, -y), (y, x), (x + 1, y), (x, y - unit), (x - 1, y + unit)]
    return tuple(dict.fromkeys(pair_text(other) for other in others if other != pair))


def seen(name: str) -> tuple[str]:
    return (f"graph {name}",)


def _kind(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    if graph.kind != "linear" or name == "f":  # most graphs that are added are lines
        yield Claim(("kind", name), graph.kind, seen(name), _others(graph.kind, KINDS))
    if graph.color:
        hues = [other.color for other in plot.graphs.values() if other.color not in (None, graph.color)]
        rivals = tuple(
            dict.fromkeys([*map(str, hues), *_others(graph.color, ("red", "blue", "green", "orange"))])
        )
        yield Claim(("color", name), graph.color, seen(name), rivals)
    if shape := symmetry(graph):
        yield Claim(("symmetry", name), shape, seen(name), _others(shape, ("even", "odd", "neither")))


def _values(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    spots = plot.grid_points[name]
    for x, y in spots:
        yield Claim(("at", name, str(x)), str(y), seen(name), near_numbers(y, plot.unit))
        if graph.kind in _RISING_OF_ONE and not (graph.kind == "linear" and graph.parameters[0] == 0):
            yield Claim(("solution", name, str(y)), str(x), seen(name), near_numbers(x))
        if x == 0:
            yield Claim(("y_intercept", name), str(y), seen(name), near_numbers(y, plot.unit))
    found = zeros(graph)
    if found and all(plot.is_grid(x, Fraction(0)) for x in found):
        text = ", ".join(map(str, found))
        rivals = (", ".join(str(-x) for x in reversed(found)), ", ".join(str(x + 1) for x in found))
        yield Claim(("zeros", name), text, seen(name), tuple(r for r in dict.fromkeys(rivals) if r != text))


def _parameters(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    """Yield what a kind of graph has: a vertex, a slope, asymptotes …"""
    p, unit = graph.parameters, plot.unit

    def number(operation: str, value: Fraction, step: Fraction = Fraction(1)) -> Claim:
        return Claim((operation, name), str(value), seen(name), near_numbers(value, step))

    match graph.kind:
        case "linear":
            yield number("slope", p[0], unit)
            for quadrant in range(1, 5):
                passes = _passes(plot, name, quadrant)
                if passes == _passes_anywhere(p, quadrant):
                    yield Claim(("passes", name, str(quadrant)), truth_value(passes), seen(name))
        case "quadratic" | "absolute value":
            yield Claim(("vertex", name), pair_text((p[1], p[2])), seen(name), near_pairs((p[1], p[2]), unit))
            ways = ("upwards", "downwards") if p[0] > 0 else ("downwards", "upwards")
            yield Claim(("opens", name), ways[0], seen(name), ways[1:])
            yield number("axis_of_symmetry", p[1])
            yield number("minimum" if p[0] > 0 else "maximum", p[2], unit)
        case "exponential":
            yield number("horizontal_asymptote", p[2], unit)
        case "logarithmic":
            yield number("vertical_asymptote", p[2])
        case "reciprocal":
            yield number("vertical_asymptote", p[1])
            yield number("horizontal_asymptote", p[2], unit)
        case "square root":
            yield number("minimum" if p[0] > 0 else "maximum", p[2], unit)
        case "sine":
            yield number("period", p[1], p[1] / 4)
            yield number("amplitude", abs(p[0]), unit)
            yield number("midline", p[3], unit)
            yield number("maximum", p[3] + abs(p[0]), unit)
            yield number("minimum", p[3] - abs(p[0]), unit)
        case "segments":
            yield from _segments(plot, name, graph)


def _segments(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    corners = graph.corners
    for (x0, y0), (x1, y1) in pairwise(corners):
        slope = (y1 - y0) / (x1 - x0)
        yield Claim(
            ("slope_on", name, str(x0), str(x1)), str(slope), seen(name), near_numbers(slope, plot.unit)
        )
    heights = [y for _, y in corners]
    for operation, value in (("maximum", max(heights)), ("minimum", min(heights))):
        yield Claim((operation, name), str(value), seen(name), near_numbers(value, plot.unit))


def _passes(plot: Plot, name: str, quadrant: int) -> bool:
    """Tell whether the window shows a point of the graph inside a quadrant."""
    right, up = quadrant in (1, 4), quadrant in (1, 2)
    return any(
        (x > 0) == right and (y > 0) == up and x != 0 and y != 0
        for piece in plot.curves[name]
        for x, y in piece
        if abs(x) > _FAR_FROM_TURN and abs(y) > _FAR_FROM_TURN * plot.unit
    )


def _passes_anywhere(p: tuple[Fraction, ...], quadrant: int) -> bool:
    """Tell whether y = mx + b is somewhere above 0 (below it, in quadrants 3 and 4) on that side of 0."""
    right, up = quadrant in (1, 4), quadrant in (1, 2)
    m, b = (p[0] if right else -p[0]), p[1]
    return (b > 0 or m > 0) if up else (b < 0 or m < 0)


def _monotony(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    parts = stretches(graph, plot.frame.x)
    for part in parts:
        yield from _one_way(plot, name, part)
    for before, after in pairwise(parts):
        a, b = _inner(before, plot), _inner(after, plot)
        if a and b and before.high == after.low and gaps(graph, plot.frame.x)[2] != before.high:
            for way in _WAYS.values():
                yield Claim((way, name, str(a[0]), str(b[1])), NO, seen(name))


def _one_way(plot: Plot, name: str, part: Stretch) -> Iterator[Claim]:
    if inner := _inner(part, plot):
        for direction, way in _WAYS.items():
            holds = truth_value(part.direction == direction)
            yield Claim((way, name, str(inner[0]), str(inner[1])), holds, seen(name))


def _inner(part: Stretch, plot: Plot) -> tuple[int, int] | None:
    """Return the grid lines next to the ends of a part, inside of it; None where they are near each other."""
    low, high = math.floor(part.low) + 1, math.ceil(part.high) - 1
    return (low, high) if high - low >= _MIN_WIDE else None


def _signs(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    found = zeros_within(graph, plot.frame.x)
    if found is None:
        return
    low, high, broken = gaps(graph, plot.frame.x)
    bounds: list[Number] = sorted({low, high, *found, *([] if broken is None else [broken])})
    for a, b in pairwise(bounds):
        middle = graph.near(float(a + b) / 2)
        if middle and b - a >= _MIN_WIDE and Fraction(a).denominator <= 2 >= Fraction(b).denominator:
            signs = ("positive", "negative") if middle > 0 else ("negative", "positive")
            yield Claim(("sign", name, str(a), str(b)), signs[0], seen(name), signs[1:])


def _levels(plot: Plot, name: str, graph: Graph) -> Iterator[Claim]:
    """Yield how often a graph has a height, where no turning point is near that height and yet not on it."""
    if graph.kind not in ("quadratic", "absolute value", "cubic", "sine", "segments"):
        return
    ends = [float(x) for part in stretches(graph, plot.frame.x) for x in (part.low, part.high)]
    heights = [graph.near(x) for x in dict.fromkeys(ends)]
    unit = float(plot.unit)
    for tick in plot.frame.y.ticks:
        level = float(tick)
        if not plot.frame.y.low < tick < plot.frame.y.high:
            continue
        if any(h is None or abs(h - level) < _FAR_FROM_TURN * unit for h in heights):
            continue
        count = sum(
            (a[1] - level) * (b[1] - level) < 0 or a[1] == level
            for piece in plot.curves[name]
            for a, b in pairwise(piece)
        )
        if count:
            rivals = tuple(str(n) for n in range(5) if n != count)
            yield Claim(("solution_count", name, str(tick)), str(count), seen(name), rivals)


def _others(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
