"""The oracle of kinematics: the operations of `schemas/stem/kinematics.py` on a graph's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.kinematics import bodies, pairs, places, spans
from vlcorpus.stages.verify.kinematics.motion import read_motion
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "quantity": bodies.quantity,
    "position": spans.position,
    "velocity": spans.velocity,
    "acceleration": spans.acceleration,
    "displacement": spans.displacement,
    "distance": spans.distance,
    "average_velocity": spans.average_velocity,
    "average_speed": spans.average_speed,
    "velocity_change": spans.velocity_change,
    "motion": spans.kind_of_motion,
    "direction": spans.direction,
    "rest_time": bodies.rest_time,
    "turning_time": bodies.turning_time,
    "reaches": bodies.reaches,
    "highest": bodies.highest,
    "lowest": bodies.lowest,
    "fastest_span": bodies.fastest_span,
    "steepest_span": bodies.steepest_span,
    "returns": bodies.returns,
    "stages": bodies.stages,
    "end": bodies.end,
    "faster": pairs.faster,
    "ahead": pairs.ahead,
    "meet_time": pairs.meet_time,
    "meet_position": pairs.meet_position,
    "equal_velocity_time": pairs.equal_velocity_time,
    "gap": pairs.gap,
    "farther": pairs.farther,
    "color": bodies.color,
    "count": bodies.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "graph_at": places.graph_at,
    "begin": places.begin,
    "end": places.end,
    "turning": places.turning_point,
    "meeting": places.meeting,
    "highest": places.highest,
    "lowest": places.lowest,
    "middle": places.middle,
}


class Kinematics(Oracle):
    """One graph, opened. Every value is exact."""

    def __init__(self, truth: Mapping[str, Any]):
        self._motion = read_motion(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._motion, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._motion, expression, self.value)


ORACLE = Kinematics
