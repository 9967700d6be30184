"""The oracle of clocks: the operations of `schemas/stem/clocks.py` on what clocks show."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.clocks import comparisons, looks, places, times
from vlcorpus.stages.verify.clocks.dials import read_clocks
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "time": times.time,
    "hour": times.hour,
    "minute": times.minute,
    "second": times.second,
    "points": times.points,
    "angle": times.angle,
    "after": times.after,
    "before": times.before,
    "alarm": times.alarm,
    "until_alarm": times.until_alarm,
    "hands": looks.hands,
    "has": looks.has,
    "numerals": looks.numerals,
    "written": looks.written,
    "missing": looks.missing,
    "mirrored": looks.mirrored,
    "turned": looks.turned,
    "hours": looks.hours,
    "face": looks.face,
    "agree": comparisons.agree,
    "elapsed": comparisons.elapsed,
    "later": comparisons.later,
    "earliest": comparisons.earliest,
    "latest": comparisons.latest,
    "shows": comparisons.shows,
    "count": comparisons.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "tip": places.tip,
    "pivot": places.pivot,
    "numeral": places.numeral,
    "gap": places.gap,
    "label": places.label,
}


class ClockOracle(Oracle):
    """Clocks, opened."""

    tolerance = 0.5 + 1e-6  # their coordinates are rounded to integers

    def __init__(self, truth: Mapping[str, Any]):
        self._clocks = read_clocks(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._clocks, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._clocks, expression, self.value)


ORACLE = ClockOracle
