"""The oracle of plane geometry: the operations of `schemas/stem/plane_geometry.py` on a figure's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.plane_geometry import ALSO_RIGHT
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle
from vlcorpus.stages.verify.plane_geometry import circles, marks, places, polygons, segments
from vlcorpus.stages.verify.plane_geometry.figure import Figure

OPERATIONS: dict[str, Callable[..., str]] = {
    "on": segments.on,
    "midpoint": segments.midpoint,
    "meet": segments.meet,
    "parallel": segments.parallel,
    "perpendicular": segments.perpendicular,
    "equal": segments.equal,
    "longer": segments.longer,
    "longest_side": polygons.longest_side,
    "largest_angle": polygons.largest_angle,
    "kind": polygons.kind,
    "angle_kind": segments.angle_kind,
    "center": circles.center,
    "role": circles.role,
    "position": circles.position,
    "inscribed": circles.inscribed,
    "touches": circles.touches,
    "circles": circles.circles,
    "arcs": marks.arcs,
    "ticks": marks.ticks,
    "count": marks.count,
}


PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "point": places.point,
    "centroid": places.centroid,
    "halfway": places.halfway,
    "crossing": places.crossing,
    "middle": places.middle,
}


class PlaneGeometry(Oracle):
    """One figure. Every answer is exact: numbers are never rounded, but those of places."""

    def __init__(self, truth: Mapping[str, Any]):
        self._figure = Figure(truth)
        marks.check_marks(self._figure)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._figure, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._figure, expression, self.value)

    def is_wrong(self, expression: Expression, value: str) -> bool:
        told = self.value(expression)
        return value not in (told, *ALSO_RIGHT.get(str(expression[0]), {}).get(told, ()))


ORACLE = PlaneGeometry
