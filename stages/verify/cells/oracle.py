"""The oracle of cells: the operations of `schemas/stem/cells.py` on a drawing of one."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.cells import answers
from vlcorpus.stages.verify.cells.cell import read_cell
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "kind": answers.kind,
    "part": answers.part,
    "label": answers.label,
    "count": answers.count,
    "has": answers.has,
    "function": answers.function,
    "doing": answers.doing,
    "found_in": answers.found_in,
    "more": answers.more,
    "same": answers.same,
}
PLACES: dict[str, Callable[..., tuple[int, int]]] = {"end": answers.end, "only": answers.only}


class CellOracle(Oracle):
    """A drawing of a cell, opened."""

    tolerance = 0.5 + 1e-6  # coordinates are integers

    def __init__(self, truth: Mapping[str, Any]):
        self._cell = read_cell(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._cell, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._cell, expression, self.value)


ORACLE = CellOracle
