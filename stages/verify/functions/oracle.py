"""The oracle of function graphs: the operations of `schemas/stem/functions.py` on a plane's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.functions import graphs, pairs, places, points
from vlcorpus.stages.verify.functions.plane import read_plane
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "kind": graphs.kind,
    "color": graphs.color,
    "at": graphs.at,
    "solution": graphs.solution,
    "solution_count": graphs.solution_count,
    "y_intercept": graphs.y_intercept,
    "zeros": graphs.zeros,
    "vertex": graphs.vertex,
    "opens": graphs.opens,
    "axis_of_symmetry": graphs.axis_of_symmetry,
    "minimum": graphs.minimum,
    "maximum": graphs.maximum,
    "slope": graphs.slope,
    "slope_on": graphs.slope_on,
    "increasing": graphs.increasing,
    "decreasing": graphs.decreasing,
    "sign": graphs.sign,
    "symmetry": graphs.symmetry,
    "vertical_asymptote": graphs.vertical_asymptote,
    "horizontal_asymptote": graphs.horizontal_asymptote,
    "period": graphs.period,
    "amplitude": graphs.amplitude,
    "midline": graphs.midline,
    "passes": graphs.passes,
    "intersections": pairs.intersections,
    "intersection_count": pairs.intersection_count,
    "greater": pairs.greater,
    "steeper": pairs.steeper,
    "coordinates": points.coordinates,
    "location": points.location,
    "position": points.position,
    "distance": points.distance,
    "midpoint": points.midpoint,
    "slope_between": points.slope_between,
    "mirrored": points.mirrored,
    "at_coordinates": points.at_coordinates,
    "components": points.components,
    "magnitude": points.magnitude,
    "sum": points.sum_,
    "difference": points.difference,
    "dot": points.dot,
    "parallel": points.parallel,
    "perpendicular": points.perpendicular,
    "equal": points.equal,
    "longer": points.longer,
    "side": points.side,
    "boundary": points.boundary,
    "count": points.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "point": places.point,
    "graph_at": places.graph_at,
    "vertex": places.vertex,
    "y_intercept": places.y_intercept,
    "zero": places.zero,
    "highest": places.highest,
    "lowest": places.lowest,
    "center": places.center,
    "crossing": places.crossing,
    "halfway": places.halfway,
    "start": places.start,
    "tip": places.tip,
    "spot": places.spot,
}


class FunctionGraphs(Oracle):
    """One plane. Every answer is exact; places are rounded."""

    def __init__(self, truth: Mapping[str, Any]):
        self._plane = read_plane(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._plane, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._plane, expression, self.value)


ORACLE = FunctionGraphs
