"""The oracle of blind spots: the operations of `schemas/stem/blind_spots.py` on simple figures."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.blind_spots import figures, others, places
from vlcorpus.stages.verify.blind_spots.sights import Sight
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "relation": figures.relation,
    "overlap": figures.overlap,
    "larger": figures.larger,
    "equal": figures.equal,
    "longer": figures.longer,
    "concentric": figures.concentric,
    "crossings": figures.n_crossings,
    "cross": figures.cross,
    "corners": figures.corners,
    "inside": figures.inside,
    "contains": figures.contains,
    "nearest": figures.nearest,
    "continues": figures.continues,
    "paths": others.paths,
    "connected": others.connected,
    "end": others.end,
    "degree": others.degree,
    "in_front": others.in_front,
    "top": others.top,
    "circled_letter": others.circled_letter,
    "circled_position": others.circled_position,
    "occurrences": others.occurrences,
    "count": others.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "center": places.center,
    "contact": places.contact,
    "crossing": places.crossing,
    "dot": places.dot,
    "station": places.station,
    "end": places.end,
    "circled": places.circled,
    "cell": places.cell,
    "innermost": places.innermost,
}


class BlindSpotsOracle(Oracle):
    """Simple figures, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        self._sight = Sight(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._sight, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._sight, expression, self.value)


ORACLE = BlindSpotsOracle
