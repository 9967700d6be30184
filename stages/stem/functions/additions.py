"""What is added to a picture of graphs, one construction at a time. Each draws what it needs at random.

A construction that finds nothing to be made of raises Unfit. All relations are derived afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.functions.bases import BASES, random_spot
from vlcorpus.stages.stem.functions.plot import Pair, Plot, Region

Addition = Callable[[Plot], None]
ADDITIONS: dict[str, Addition] = {}
_MAX_SLOPE = 4


def addition(build: Addition) -> Addition:
    ADDITIONS[build.__name__] = build
    return build


@addition
def point_on_graph(plot: Plot) -> None:
    name = plot.pick(list(plot.graphs), "there is no graph")
    plot.add_point(*plot.pick(plot.grid_points[name], "the graph does not meet the grid"))


@addition
def point_beside_graphs(plot: Plot) -> None:
    plot.add_point(*random_spot(plot))


@addition
def mirrored_point(plot: Plot) -> None:
    """The mirror image of a point in an axis or in the origin."""
    x, y = plot.points[plot.pick(list(plot.points), "there is no point")]
    across, up = plot.random.choice(((1, -1), (-1, 1), (-1, -1)))
    plot.add_point(across * x, up * y)


@addition
def parallel_line(plot: Plot) -> None:
    m, b = _a_line(plot)
    plot.add_graph("linear", m, b + plot.random.choice((-4, -3, -2, 2, 3, 4)))


@addition
def perpendicular_line(plot: Plot) -> None:
    """Through a point of a line at which grid lines cross."""
    m, _ = _a_line(plot)
    if m == 0 or plot.unit != 1:
        raise Unfit("the perpendicular is no graph")
    _line_through(plot, plot.pick(_spots(plot), "nothing meets the grid"), -1 / m)


@addition
def line_through_grid_point(plot: Plot) -> None:
    """A line that meets a graph where grid lines cross."""
    spot = plot.pick(_spots(plot), "nothing meets the grid")
    _line_through(plot, spot, Fraction(plot.random.choice((-2, -1, 1, 2)), plot.random.choice((1, 1, 2))))


@addition
def secant(plot: Plot) -> None:
    """A line through two points of a graph."""
    name = plot.pick([n for n, graph in plot.graphs.items() if graph.kind != "linear"], "no graph is curved")
    spots = plot.grid_points[name]
    if len(spots) < 2:
        raise Unfit("the graph hardly meets the grid")
    (x0, y0), (x1, y1) = plot.random.sample(spots, 2)
    _line_through(plot, (x0, y0), (y1 - y0) / (x1 - x0) / plot.unit)


@addition
def tangent(plot: Plot) -> None:
    """A line that touches a parabola where grid lines cross."""
    curved = {n: graph for n, graph in plot.graphs.items() if graph.kind == "quadratic"}
    name = plot.pick(list(curved), "there is no parabola")
    a, h, _ = curved[name].parameters
    spot = plot.pick(plot.grid_points[name], "the parabola hardly meets the grid")
    _line_through(plot, spot, 2 * a * (spot[0] - h) / plot.unit)


@addition
def another_parabola(plot: Plot) -> None:
    plot.pick(list(plot.graphs), "there is no graph")
    BASES["parabola"](plot)


@addition
def another_absolute_value(plot: Plot) -> None:
    plot.pick(list(plot.graphs), "there is no graph")
    BASES["absolute_value"](plot)


@addition
def moved_graph(plot: Plot) -> None:
    """The same graph, moved up or down."""
    graph = plot.pick([g for g in plot.graphs.values() if g.kind in _MOVED], "no graph can be moved")
    heights = list(graph.parameters)
    heights[-1] += plot.random.choice((-3, -2, 2, 3)) * plot.unit
    unscaled = [number / plot.unit if place in (0, 2) else number for place, number in enumerate(heights)]
    plot.add_graph(graph.kind, *unscaled)


@addition
def region(plot: Plot) -> None:
    """All that lies above or below a graph."""
    kinds = ("linear", "quadratic", "absolute value", "exponential")
    name = plot.pick(
        [n for n, graph in plot.graphs.items() if graph.kind in kinds], "no graph bounds a region"
    )
    if plot.regions:
        raise Unfit("there is a region")
    side, boundary = plot.random.choice(("above", "below")), plot.random.choice(("included", "excluded"))
    plot.regions["R"] = Region(name, side, boundary)


@addition
def another_vector(plot: Plot) -> None:
    _a_vector(plot)
    start, tip = random_spot(plot), random_spot(plot)
    plot.add_vector(start, tip[0] - start[0], tip[1] - start[1])


@addition
def vector_from_the_same_start(plot: Plot) -> None:
    start, _ = _a_vector(plot)
    tip = random_spot(plot)
    plot.add_vector(start, tip[0] - start[0], tip[1] - start[1])


@addition
def equal_vector(plot: Plot) -> None:
    start, tip = _a_vector(plot)
    plot.add_vector(random_spot(plot), tip[0] - start[0], tip[1] - start[1])


@addition
def multiple_of_vector(plot: Plot) -> None:
    start, tip = _a_vector(plot)
    times = plot.random.choice((Fraction(-1), Fraction(2), Fraction(-2), Fraction(1, 2)))
    plot.add_vector(random_spot(plot), times * (tip[0] - start[0]), times * (tip[1] - start[1]))


@addition
def perpendicular_vector(plot: Plot) -> None:
    start, tip = _a_vector(plot)
    if plot.unit != 1:
        raise Unfit("the vector would not look perpendicular")
    x, y = tip[0] - start[0], tip[1] - start[1]
    plot.add_vector(plot.random.choice((start, random_spot(plot))), -y, x)


VECTOR_ADDITIONS = [name for name in ADDITIONS if "vector" in name]
GRAPH_ADDITIONS = [name for name in ADDITIONS if name not in VECTOR_ADDITIONS]
_MOVED = ("quadratic", "absolute value", "exponential", "square root")


def _a_line(plot: Plot) -> tuple[Fraction, Fraction]:
    """Return slope and height of a line, in grid lines."""
    lines = [graph for graph in plot.graphs.values() if graph.kind == "linear"]
    m, b = plot.pick(lines, "there is no line").parameters
    return m / plot.unit, b / plot.unit


def _a_vector(plot: Plot) -> tuple[Pair, Pair]:
    return plot.pick(list(plot.vectors.values()), "there is no vector")


def _spots(plot: Plot) -> list[Pair]:
    return [spot for name in plot.graphs for spot in plot.grid_points[name]]


def _line_through(plot: Plot, spot: Pair, slope: Fraction) -> None:
    """Add a line; its slope is in grid lines."""
    if abs(slope) > _MAX_SLOPE:
        raise Unfit("the line is steep")
    plot.add_graph("linear", slope, spot[1] / plot.unit - slope * spot[0])
