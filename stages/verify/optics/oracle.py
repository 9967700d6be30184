"""The oracle of optics: the operations of `schemas/stem/optics.py` on a truth of one of three kinds."""

from collections.abc import Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.optics import grid, imaging, layers
from vlcorpus.stages.verify.oracle import Contradiction, Oracle

_KINDS = {
    "imaging": (imaging.read_imaging, imaging.OPERATIONS, imaging.PLACES),
    "grid": (grid.read_grid, grid.OPERATIONS, grid.PLACES),
    "layers": (layers.read_layers, layers.OPERATIONS, layers.PLACES),
}


class OpticsOracle(Oracle):
    """One scene, opened. Values are exact; places under borders are as exact as a square root is."""

    def __init__(self, truth: Mapping[str, Any]):
        kinds = [kind for kind in _KINDS if truth.get(kind) is not None]
        if len(kinds) != 1:
            raise Contradiction("a scene is of one of three kinds")
        read, self._operations, self._places = _KINDS[kinds[0]]
        self._scene = read(truth[kinds[0]])

    def value(self, expression: Expression) -> str:
        return evaluate(self._operations, self._scene, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(self._places, self._scene, expression, self.value)


ORACLE = OpticsOracle
