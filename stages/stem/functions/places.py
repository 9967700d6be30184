"""What can be pointed at in a picture of graphs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.functions.features import zeros
from vlcorpus.stages.stem.functions.meets import meets
from vlcorpus.stages.stem.functions.plot import Pair, Plot

_SPOTS = 3  # of no name, that only their coordinates tell


def places(plot: Plot) -> Iterator[tuple[Expression, Pair]]:
    """Yield places inside the window with the expressions that name them."""
    for name in plot.graphs:
        yield from _of_graph(plot, name)
    for one, other in combinations(plot.graphs, 2):
        pairs = meets(plot.graphs[one], plot.graphs[other]) or []
        for number, pair in enumerate(pairs, start=1):
            if pair is not None and plot.frame.holds(*pair) and None not in pairs:
                yield ("crossing", one, other, str(number)), pair
    for name, pair in plot.points.items():
        yield ("point", name), pair
    for (one, a), (other, b) in combinations(plot.points.items(), 2):
        yield ("halfway", one, other), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    for name, (start, tip) in plot.vectors.items():
        yield ("start", name), start
        yield ("tip", name), tip
    xs = [x for x in plot.frame.x.ticks if plot.frame.x.low < x < plot.frame.x.high]
    ys = [y for y in plot.frame.y.ticks if plot.frame.y.low < y < plot.frame.y.high]
    for _ in range(_SPOTS):
        x, y = plot.random.choice(xs), plot.random.choice(ys)
        yield ("spot", str(x), str(y)), (x, y)


def _of_graph(plot: Plot, name: str) -> Iterator[tuple[Expression, Pair]]:
    graph = plot.graphs[name]
    p, zero = graph.parameters, Fraction(0)
    for x, y in plot.grid_points[name]:
        yield ("graph_at", name, str(x)), (x, y)
    height = graph.at(zero)
    if height is not None and plot.frame.holds(zero, height):
        yield ("y_intercept", name), (zero, height)
    found = zeros(graph) or []
    for number, x in enumerate(found, start=1):
        if plot.frame.holds(x, zero):
            yield ("zero", name, str(number)), (x, zero)
    match graph.kind:
        case "quadratic" | "absolute value":
            yield ("vertex", name), (p[1], p[2])
        case "reciprocal":
            yield ("center", name), (p[1], p[2])
        case "segments":
            heights = [y for _, y in graph.corners]
            for operation, best in (("highest", max(heights)), ("lowest", min(heights))):
                corners = [corner for corner in graph.corners if corner[1] == best]
                if len(corners) == 1:
                    yield (operation, name), corners[0]
