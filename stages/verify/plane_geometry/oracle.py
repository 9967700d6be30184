"""The oracle of plane geometry: the operations of `schemas/stem/plane_geometry.py` on a figure's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry import circles, marks, polygons, segments
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


class PlaneGeometry:
    """One figure. Every answer is exact: numbers are never rounded."""

    def __init__(self, truth: Mapping[str, Any]):
        self._figure = Figure(truth)
        marks.check_marks(self._figure)

    def value(self, expression: Expression) -> str:
        """Return an operation's value. An argument may be an operation too: its value is a name."""
        if isinstance(expression, str) or not expression:
            raise Unknown(f"{expression!r} is no operation")
        operation, *arguments = expression
        if not isinstance(operation, str) or operation not in OPERATIONS:
            raise Unknown(f"plane geometry has no operation {operation!r}")
        n_names, evaluate = OPERATIONS[operation]
        if len(arguments) != n_names:
            raise Unknown(f"{operation} takes {n_names} names, not {len(arguments)}")
        names = (name if isinstance(name, str) else self.value(name) for name in arguments)
        return evaluate(self._figure, *names)


ORACLE = PlaneGeometry
