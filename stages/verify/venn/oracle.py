"""The oracle of diagrams of sets: the operations of `schemas/stem/venn.py` on their regions."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle
from vlcorpus.stages.verify.venn import answers, places
from vlcorpus.stages.verify.venn.diagram import read_diagram

OPERATIONS: dict[str, Callable[..., str]] = {
    "elements": answers.elements,
    "size": answers.size,
    "member": answers.member,
    "memberships": answers.memberships,
    "exactly": answers.exactly,
    "at_least": answers.at_least,
    "largest": answers.largest,
    "subset": answers.subset,
    "disjoint": answers.disjoint,
    "equal": answers.equal,
    "shading": answers.shading,
    "shaded": answers.shaded,
    "count": answers.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "only": places.only,
    "only_both": places.only_both,
    "all": places.all_sets,
    "all_but": places.all_but,
    "outside": places.outside,
    "element": places.element,
    "region_of": places.region_of,
}


class VennOracle(Oracle):
    """One diagram, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        self._diagram = read_diagram(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._diagram, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._diagram, expression, self.value)


ORACLE = VennOracle
