"""The oracle of number lines: the operations of `schemas/stem/number_lines.py` on a line's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.number_lines import intervals, jumps, places, points
from vlcorpus.stages.verify.number_lines.line import read_line
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "number": points.number,
    "at": points.at,
    "blank": points.blank,
    "tick": points.tick,
    "parts": points.parts,
    "between": points.between,
    "sign": points.sign,
    "opposite": points.opposite,
    "absolute": points.absolute,
    "opposites": points.opposites,
    "extreme": points.extreme,
    "nearest": points.nearest,
    "farthest": points.farthest,
    "greater": points.greater,
    "greater_absolute": points.greater_absolute,
    "ascending": points.ascending,
    "distance": points.distance,
    "sum": points.sum_,
    "difference": points.difference,
    "midpoint": points.midpoint,
    "halfway": points.halfway,
    "to_the": points.to_the,
    "interval": intervals.interval,
    "inequality": intervals.inequality,
    "end": intervals.end,
    "closed": intervals.closed,
    "includes": intervals.includes,
    "contains": intervals.contains,
    "bounded": intervals.bounded,
    "length": intervals.length,
    "integers": intervals.integers,
    "least_integer": intervals.least_integer,
    "greatest_integer": intervals.greatest_integer,
    "overlap": intervals.overlap,
    "union": intervals.union,
    "jump": jumps.jump,
    "direction": jumps.direction,
    "start": jumps.start,
    "finish": jumps.finish,
    "landing": jumps.landing,
    "longest": jumps.longest,
    "total": jumps.total,
    "equation": jumps.equation,
    "count": points.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "point": places.point,
    "spot": places.spot,
    "blank": places.blank,
    "halfway": places.halfway,
    "opposite": places.opposite,
    "end": places.end,
    "middle": places.middle,
    "landing": places.landing,
}


class NumberLine(Oracle):
    """One line, opened. Every answer is exact."""

    def __init__(self, truth: Mapping[str, Any]):
        self._line = read_line(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._line, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._line, expression, self.value)


ORACLE = NumberLine
