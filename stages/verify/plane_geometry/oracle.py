"""The oracle of plane geometry: the operations of `schemas/stem/plane_geometry.py` on a figure's truth."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.plane_geometry import ALSO_RIGHT
from vlcorpus.stages.verify.oracle import Oracle, Unknown
from vlcorpus.stages.verify.plane_geometry import circles, marks, places, polygons, segments
from vlcorpus.stages.verify.plane_geometry.figure import Figure

OPERATIONS: dict[str, tuple[int, Callable[..., str]]] = {  # how many names each takes
    "on": (2, segments.on),
    "midpoint": (1, segments.midpoint),
    "meet": (2, segments.meet),
    "parallel": (2, segments.parallel),
    "perpendicular": (2, segments.perpendicular),
    "equal": (2, segments.equal),
    "longer": (2, segments.longer),
    "longest_side": (1, polygons.longest_side),
    "largest_angle": (1, polygons.largest_angle),
    "kind": (1, polygons.kind),
    "angle_kind": (1, segments.angle_kind),
    "center": (1, circles.center),
    "role": (2, circles.role),
    "position": (2, circles.position),
    "inscribed": (2, circles.inscribed),
    "touches": (2, circles.touches),
    "circles": (2, circles.circles),
    "arcs": (1, marks.arcs),
    "ticks": (1, marks.ticks),
    "count": (1, marks.count),
}


PLACES: dict[str, tuple[int, Callable[..., tuple[float, float]]]] = {
    "point": (1, places.point),
    "centroid": (1, places.centroid),
    "halfway": (1, places.halfway),
    "crossing": (2, places.crossing),
    "middle": (1, places.middle),
}
Result = TypeVar("Result")


class PlaneGeometry(Oracle):
    """One figure. Every answer is exact: numbers are never rounded, but those of places."""

    def __init__(self, truth: Mapping[str, Any]):
        self._figure = Figure(truth)
        marks.check_marks(self._figure)

    def value(self, expression: Expression) -> str:
        """Return an operation's value. An argument may be an operation too: its value is a name."""
        return self._evaluated(OPERATIONS, expression)

    def where(self, expression: Expression) -> tuple[float, float]:
        return self._evaluated(PLACES, expression)

    def is_wrong(self, expression: Expression, value: str) -> bool:
        told = self.value(expression)
        return value not in (told, *ALSO_RIGHT.get(str(expression[0]), {}).get(told, ()))

    def _evaluated(
        self, operations: Mapping[str, tuple[int, Callable[..., Result]]], expression: Expression
    ) -> Result:
        if isinstance(expression, str) or not expression:
            raise Unknown(f"{expression!r} is no operation")
        operation, *arguments = expression
        if not isinstance(operation, str) or operation not in operations:
            raise Unknown(f"plane geometry has no operation {operation!r}")
        n_names, evaluate = operations[operation]
        if len(arguments) != n_names:
            raise Unknown(f"{operation} takes {n_names} names, not {len(arguments)}")
        names = (name if isinstance(name, str) else self.value(name) for name in arguments)
        return evaluate(self._figure, *names)


ORACLE = PlaneGeometry
