"""Ambiguous pictures are thrown away: graphs that almost touch, points that are almost on a graph."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.functions.features import turning_points
from vlcorpus.stages.stem.functions.plot import SPACING, Plot
from vlcorpus.stages.stem.segments import off_segment

# In the distance of grid lines.
MIN_POINT_DISTANCE = 1.0
MIN_OFF_GRAPH = 0.45
MIN_LENGTH = 4.0
_NEAR = 0.4
MAX_NEAR_SHARE = 0.16  # of its points, where a graph runs so near to another
_EXACT = 1e-9


def check(plot: Plot, known: Plot | None = None) -> None:
    """Raise Unfit where the picture is not clear. What is `known` was checked before it was added to."""
    old = known.graphs if known else {}
    new = [name for name in plot.graphs if name not in old]
    for name in new:
        _check_graph(plot, name)
    for one, other in combinations(plot.graphs, 2):
        if other in new:
            _check_apart(plot, one, other)
    _check_points(plot)
    _check_vectors(plot)


def _check_graph(plot: Plot, name: str) -> None:
    if len(plot.places[name]) * SPACING < MIN_LENGTH:
        raise Unfit("little of a graph is seen")
    if len(plot.grid_points[name]) < 2:
        raise Unfit("a graph hardly meets the grid")
    graph, up = plot.graphs[name], plot.frame.y
    for x in turning_points(graph, plot.frame.x):
        y = graph.near(float(x))
        if y is None or not float(up.low) < y < float(up.high):
            raise Unfit("a graph turns outside the window")


def _check_apart(plot: Plot, one: str, other: str) -> None:
    """Graphs may cross, but not run along each other."""
    places, others = np.array(plot.places[one][::2]), np.array(plot.places[other])
    is_near = (abs(places[:, None] - others) < _NEAR).all(axis=2)  # each place of one, to each of the other
    if is_near.any(axis=1).sum() > MAX_NEAR_SHARE * len(places):
        raise Unfit("graphs run near each other")


def _check_points(plot: Plot) -> None:
    spots = {name: plot.frame.at(*pair) for name, pair in plot.points.items()}
    for one, other in combinations(spots.values(), 2):
        if math.dist(one, other) < MIN_POINT_DISTANCE - _EXACT:
            raise Unfit("points are near each other")
    for name, spot in spots.items():
        for graph in plot.graphs:
            is_on = plot.graphs[graph].at(plot.points[name][0]) == plot.points[name][1]
            if not is_on and min(math.dist(spot, place) for place in plot.places[graph]) < MIN_OFF_GRAPH:
                raise Unfit("a point is near a graph")
        for start, tip in plot.vectors.values():
            if off_segment(spot, plot.frame.at(*start), plot.frame.at(*tip)) < MIN_OFF_GRAPH:
                raise Unfit("a point is near a vector")


def _check_vectors(plot: Plot) -> None:
    arrows = [(plot.frame.at(*start), plot.frame.at(*tip)) for start, tip in plot.vectors.values()]
    for start, tip in arrows:
        if math.dist(start, tip) < 1.4:
            raise Unfit("a vector is short")
    for (a, b), (c, d) in combinations(arrows, 2):
        ends = [off_segment(a, c, d), off_segment(b, c, d), off_segment(c, a, b), off_segment(d, a, b)]
        if min(ends) < _NEAR and a != c:
            raise Unfit("vectors run near each other")
        if a == c and _angle(a, b, d) < 0.3:
            raise Unfit("vectors run near each other")


def _angle(at: Point, b: Point, c: Point) -> float:
    u, v = (b[0] - at[0], b[1] - at[1]), (c[0] - at[0], c[1] - at[1])
    return math.atan2(abs(u[0] * v[1] - u[1] * v[0]), u[0] * v[0] + u[1] * v[1])
