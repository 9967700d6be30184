"""The oracle of apparatus: the operations of `schemas/stem/apparatus.py` on a setup, or on instruments."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.apparatus import instruments, setups
from vlcorpus.stages.verify.apparatus.instruments import told_as, told_of
from vlcorpus.stages.verify.apparatus.setup import read_setup
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

Operations = Mapping[str, Callable[..., str]]
Places = Mapping[str, Callable[..., tuple[float, float]]]

OF_SETUPS: Operations = {
    "purpose": setups.purpose,
    "part": setups.part,
    "label": setups.label,
    "count": setups.count,
    "has": setups.has,
    "use": setups.use,
    "doing": setups.doing,
    "missing": setups.missing,
    "path": setups.path,
    "first": setups.first,
    "passes": setups.passes,
    "state": setups.state,
    "right": setups.right,
    "correct": setups.correct,
    "mistake": setups.mistake,
    "collection": setups.collection,
    "suits": setups.suits,
    "density": setups.density,
    "electrode": setups.electrode,
    "gas_over": setups.gas_over,
}
PLACES_OF_SETUPS: Places = {"end": setups.end, "only": setups.only}
OF_INSTRUMENTS: Operations = {
    "instrument": instruments.instrument,
    "which": instruments.which,
    "count": instruments.count,
    "quantity": instruments.quantity,
    "unit": instruments.unit,
    "reading": instruments.reading,
    "division": instruments.division,
    "highest": instruments.highest,
    "lowest": instruments.lowest,
    "parts": instruments.parts,
    "fits": instruments.fits,
    "between": instruments.between,
    "ranges": instruments.ranges,
    "range": instruments.range_,
    "end": told_of("ruler"),
    "arm": told_of("protractor"),
    "level": told_of("manometer"),
    "rider": told_of("triple-beam balance"),
    "main": told_as("vernier caliper", "main"),
    "vernier": told_as("vernier caliper", "vernier"),
    "sleeve": told_as("micrometer", "sleeve"),
    "thimble": told_as("micrometer", "thimble"),
    "minutes": told_as("stopwatch", "minutes"),
    "seconds": told_as("stopwatch", "seconds"),
    "higher": instruments.higher,
    "greater": instruments.greater,
    "difference": instruments.difference,
    "finer": instruments.finer,
    "change": instruments.change,
}
PLACES_OF_INSTRUMENTS: Places = {"mark": instruments.mark, "pivot": instruments.pivot}


class ApparatusOracle(Oracle):
    """A setup or instruments, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        self._scene: Any
        self._operations: Operations
        self._places: Places
        if "instruments" in truth:
            self._scene = instruments.read_instruments(truth)
            self._operations, self._places = OF_INSTRUMENTS, PLACES_OF_INSTRUMENTS
        else:
            self._scene = read_setup(truth)
            self._operations, self._places = OF_SETUPS, PLACES_OF_SETUPS

    def value(self, expression: Expression) -> str:
        return evaluate(self._operations, self._scene, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(self._places, self._scene, expression, self.value)


ORACLE = ApparatusOracle
