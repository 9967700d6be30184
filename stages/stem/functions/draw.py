"""A picture of graphs as things to be drawn: regions, the grid, axes, graphs, vectors, points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.axes.draw import arrow_head, crossing_axes, grid, labelled, outer_axes
from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.functions.plot import Plot

_CROSSING = 0.6  # share of pictures whose axes cross; in others they stand to the left and below
_MIN_LABELS = 3  # on each axis, so that its scale is told
_ARROW = 12.0  # size of a drawing whose heads of arrows vectors have, in grid lines
# In the distance of grid lines: half of the width and height of a number, how far it reaches away from its
# axis, and how far a tick does on the other side.
_HALF_NUMBER, _NUMBER, _TICK = (0.55, 0.45), 0.95, 0.1
_ALONG = (0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92)  # where along a graph its name may stand
_FAR = 0.9  # of a region's name from lines


def things(plot: Plot) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted."""
    is_crossing = plot.random.random() < _CROSSING
    plot.frame = _labelled_frame(plot, is_crossing)
    return (
        *_regions(plot),
        grid(plot.frame),
        *(crossing_axes(plot.frame) if is_crossing else _outer(plot.frame)),
        *_graphs(plot),
        *_vectors(plot),
        *_points(plot),
    )


def _outer(frame: Frame) -> Iterator[Thing]:
    """Yield axes to the left and below, and thin lines where x and y are 0."""
    zero = Fraction(0)
    lines = [
        polyline([frame.at(frame.x.low, zero), frame.at(frame.x.high, zero)]),
        polyline([frame.at(zero, frame.y.low), frame.at(zero, frame.y.high)]),
    ]
    yield Thing("zero lines", "axis", tuple(Shape(Role.MARK, line) for line in lines))
    yield from outer_axes(replace(frame, x=replace(frame.x, name=""), y=replace(frame.y, name="")))


def _labelled_frame(plot: Plot, is_crossing: bool) -> Frame:
    """Return the frame with numbers at some ticks: where axes cross, at those that nothing runs through."""
    every = plot.random.choice((1, 1, 2))
    zero = (Fraction(0),) if is_crossing else ()
    xs, ys = (labelled(axis, every, but=zero) for axis in (plot.frame.x, plot.frame.y))
    if is_crossing:
        ink = _ink(plot)
        xs = tuple(x for x in xs if _is_free_below(plot.frame.at(x, Fraction(0)), ink))
        ys = tuple(y for y in ys if _is_free_to_the_left(plot.frame.at(Fraction(0), y), ink))
    if min(len(xs), len(ys)) < _MIN_LABELS:
        raise Unfit("few numbers find room at the axes")
    return replace(plot.frame, x=_with(plot.frame.x, xs), y=_with(plot.frame.y, ys))


def _with(axis: Axis, ticks: tuple[Fraction, ...]) -> Axis:
    return replace(axis, labels=tuple((tick, str(tick)) for tick in ticks))


def _ink(plot: Plot) -> list[Point]:
    """Return places on everything but the axes."""
    found = [place for places in plot.places.values() for place in places]
    found += [plot.frame.at(*pair) for pair in plot.points.values()]
    for start, tip in plot.vectors.values():
        (x0, y0), (x1, y1) = plot.frame.at(*start), plot.frame.at(*tip)
        found += [(x0 + (x1 - x0) * n / 20, y0 + (y1 - y0) * n / 20) for n in range(21)]
    return found


def _is_free_below(tick: Point, ink: list[Point]) -> bool:
    x, y = tick
    return not any(abs(p - x) < _HALF_NUMBER[0] and -_NUMBER < q - y < _TICK for p, q in ink)


def _is_free_to_the_left(tick: Point, ink: list[Point]) -> bool:
    x, y = tick
    return not any(abs(q - y) < _HALF_NUMBER[1] and -_NUMBER < p - x < _TICK for p, q in ink)


def _regions(plot: Plot) -> Iterator[Thing]:
    for name, region in plot.regions.items():
        near, frame = plot.graphs[region.graph].near, plot.frame
        side = frame.y.high if region.side == "above" else frame.y.low
        edge = []
        for n in range(121):
            x = float(frame.x.low) + n * float(frame.x.high - frame.x.low) / 120
            y = near(x)
            edge.append((x, min(max(y or 0.0, float(frame.y.low)), float(frame.y.high))))
        around = [*edge, (float(frame.x.high), float(side)), (float(frame.x.low), float(side))]
        path = polyline([frame.at(*point) for point in around], closed=True)
        tag = Tag(name, _inside(plot, name), gap=0.0)
        yield Thing(f"region {name}", "region", (Shape(Role.SHADE, path),), (tag,))


def _inside(plot: Plot, name: str) -> Point:
    """Return a place well inside a region, for its name."""
    region, ink = plot.regions[name], _ink(plot)
    near = plot.graphs[region.graph].near
    axes = plot.frame.at(Fraction(0), Fraction(0))
    found = []
    for x in plot.frame.x.ticks:
        for y in plot.frame.y.ticks:
            px, py = plot.frame.at(x + Fraction(1, 2), y + plot.unit / 2)
            value = near(float(x) + 0.5)
            if value is None or min(px, py, plot.frame.width - px, plot.frame.height - py) < _FAR:
                continue
            is_inside = (float(y + plot.unit / 2) > value) == (region.side == "above")
            off_axes = abs(px - axes[0]) > _FAR and abs(py - axes[1]) > _FAR
            if is_inside and off_axes and all(math.dist((px, py), place) > _FAR for place in ink):
                found.append((px, py))
    return plot.pick(found, "a region has no room for its name")


def _graphs(plot: Plot) -> Iterator[Thing]:
    open_edges = {region.graph for region in plot.regions.values() if region.boundary == "excluded"}
    for name, graph in plot.graphs.items():
        role = Role.DASHED if name in open_edges else Role.LINE
        shapes = tuple(
            Shape(role, polyline([plot.frame.at(x, y) for x, y in piece]), graph.color)
            for piece in plot.curves[name]
        )
        yield Thing(f"graph {name}", "graph", shapes, (Tag(name, _name_place(plot, name)),))


def _name_place(plot: Plot, name: str) -> Point:
    """Return the place on a graph that is the furthest from everything else."""
    own = plot.places[name]
    others = [place for other, places in plot.places.items() if other != name for place in places[::2]]
    others += [plot.frame.at(*pair) for pair in plot.points.values()]
    x, y = plot.frame.at(Fraction(0), Fraction(0))

    def room(place: Point) -> float:
        ends = [abs(place[0] - x), abs(place[1] - y)]
        return min([math.dist(place, other) for other in others] + [2 * end for end in ends])

    return max((own[int(part * (len(own) - 1))] for part in _ALONG), key=room)


def _vectors(plot: Plot) -> Iterator[Thing]:
    for name, (start, tip) in plot.vectors.items():
        a, b = plot.frame.at(*start), plot.frame.at(*tip)
        head = arrow_head(b, a, _ARROW)
        shapes = (Shape(Role.LINE, _shaft(a, b)), Shape(Role.FULL, head))
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        yield Thing(f"vector {name}", "vector", shapes, (Tag(name, middle),))


def _shaft(start: Point, tip: Point) -> Path:
    """Return the line of an arrow, which ends inside its head."""
    part = 1 - 0.2 / math.dist(start, tip)
    return polyline([start, (start[0] + part * (tip[0] - start[0]), start[1] + part * (tip[1] - start[1]))])


def _points(plot: Plot) -> Iterator[Thing]:
    for name, pair in plot.points.items():
        place = plot.frame.at(*pair)
        yield Thing(f"point {name}", "point", (Dot(place),), (Tag(name, place),))
