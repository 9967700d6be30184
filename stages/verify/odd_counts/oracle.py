"""The oracle of odd counts: the operations of `schemas/stem/odd_counts.py` on things and their parts."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.odd_counts import counts
from vlcorpus.stages.verify.odd_counts.objects import Objects
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "count": counts.count,
    "usual": counts.usual,
    "compared": counts.compared,
    "difference": counts.difference,
    "rank": counts.rank,
    "same": counts.same,
    "most": counts.most,
    "fewest": counts.fewest,
    "odd": counts.odd,
    "total": counts.total,
}
PLACES: dict[str, Callable[..., tuple[int, int]]] = {
    "nth": counts.nth,
    "missing": counts.missing,
    "extra": counts.extra,
}


class OddCountsOracle(Oracle):
    """Things with their parts. Of objects as a whole there is one count, which takes no object."""

    tolerance = 0.5 + 1e-6  # coordinates are rounded to integers

    def __init__(self, truth: Mapping[str, Any]):
        self._objects = Objects(truth)

    def value(self, expression: Expression) -> str:
        if expression == ("count", "object"):
            return str(len(self._objects.things))
        return evaluate(OPERATIONS, self._objects, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._objects, expression, self.value)


ORACLE = OddCountsOracle
