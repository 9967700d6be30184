"""The oracle of mechanics: the operations of `schemas/stem/mechanics.py` on a scene's truth."""

from collections.abc import Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.mechanics import dynamics, statics, turning
from vlcorpus.stages.verify.mechanics.places import PLACES
from vlcorpus.stages.verify.mechanics.scene import read_scene
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS = statics.OPERATIONS | dynamics.OPERATIONS | turning.OPERATIONS


class MechanicsOracle(Oracle):
    """One scene, opened. Every answer is exact."""

    def __init__(self, truth: Mapping[str, Any]):
        self._scene = read_scene(truth)
        if "train" in self._scene.setups:
            turning.turns_of_all(self._scene)  # wheels that block each other contradict

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._scene, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._scene, expression, self.value)


ORACLE = MechanicsOracle
