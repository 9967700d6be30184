"""The oracle of molecules: the operations of `schemas/stem/molecules.py` on drawn atoms and bonds."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.molecules import atoms, kinds, places, wholes
from vlcorpus.stages.verify.molecules.faults import faults_of
from vlcorpus.stages.verify.molecules.picture import read_picture
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Contradiction, Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "element": atoms.element,
    "hydrogens": atoms.hydrogens,
    "hybridisation": atoms.hybridisation,
    "carbon_class": atoms.carbon_class,
    "bonded": atoms.bonded,
    "bond": atoms.bond,
    "between": atoms.between,
    "in_ring": atoms.in_ring,
    "ring_size": atoms.ring_size,
    "group": atoms.group,
    "stereocentre": atoms.stereocentre,
    "has": kinds.has,
    "groups": kinds.groups,
    "class": kinds.class_of,
    "alcohol_class": kinds.alcohol_class,
    "amine_class": kinds.amine_class,
    "formula": wholes.formula,
    "atoms": wholes.atoms,
    "rings": wholes.rings,
    "aromatic": wholes.aromatic,
    "saturated": wholes.saturated,
    "unsaturation": wholes.unsaturation,
    "longest_chain": wholes.longest_chain,
    "methyl": wholes.methyl,
    "molar_mass": wholes.molar_mass,
    "cis_trans": wholes.cis_trans,
    "substitution": wholes.substitution,
    "stereocentres": wholes.stereocentres,
    "relation": wholes.relation,
    "same_formula": wholes.same_formula,
    "more": wholes.more,
    "count": wholes.count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "atom": places.atom,
    "halfway": places.halfway,
    "only": places.only,
    "only_bond": places.only_bond,
    "ring": places.ring,
}


class MoleculeOracle(Oracle):
    """Drawn molecules, opened."""

    tolerance = 0.0005 + 1e-6  # coordinates are rounded to thousandths

    def __init__(self, truth: Mapping[str, Any]):
        self._picture = read_picture(truth)
        if faults := faults_of(self._picture):
            raise Contradiction(f"no molecules: {'; '.join(faults)}")

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._picture, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._picture, expression, self.value)


ORACLE = MoleculeOracle
