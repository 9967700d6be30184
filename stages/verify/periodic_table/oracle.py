"""The oracle of the periodic table: the operations of `schemas/stem/periodic_table.py` on a picture."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle
from vlcorpus.stages.verify.periodic_table import atoms, facts, tables
from vlcorpus.stages.verify.periodic_table.picture import Picture, read_picture


def count(picture: Picture, what: str) -> str:
    return tables.count(picture, what) if picture.cells else atoms.count(picture, what)


OPERATIONS: dict[str, Callable[..., str]] = {
    "element": facts.symbol,
    "number": facts.number,
    "group": facts.group,
    "period": facts.period,
    "kind": facts.kind,
    "family": facts.family,
    "valence": facts.valence,
    "occupied": facts.occupied,
    "usual_ion": facts.usual_ion,
    "same_group": facts.same_group,
    "same_period": facts.same_period,
    "higher_number": facts.higher_number,
    "larger_atom": facts.larger_atom,
    "electronegative": facts.electronegative,
    "letter": tables.letter,
    "right_of": tables.right_of,
    "left_of": tables.left_of,
    "below": tables.below,
    "above": tables.above,
    "mass": tables.mass,
    "color": tables.color,
    "electrons": atoms.electrons,
    "protons": atoms.protons,
    "neutrons": atoms.neutrons,
    "mass_number": atoms.mass_number,
    "charge": atoms.charge,
    "particle": atoms.particle,
    "isotopes": atoms.isotopes,
    "isoelectronic": atoms.isoelectronic,
    "more_neutrons": atoms.more_neutrons,
    "drawn_shells": atoms.drawn_shells,
    "outer": atoms.outer,
    "in_shell": atoms.in_shell,
    "full_outer": atoms.full_outer,
    "unpaired": atoms.unpaired,
    "orbitals": atoms.orbitals,
    "empty": atoms.empty,
    "in_subshell": atoms.in_subshell,
    "highest": atoms.highest,
    "configuration": atoms.configuration,
    "obeys": atoms.obeys,
    "count": count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "cell": tables.cell,
    "cell_of": tables.cell_of,
    "nucleus": atoms.nucleus,
}


class PeriodicTableOracle(Oracle):
    """A picture of elements or of atoms, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        self._picture = read_picture(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._picture, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._picture, expression, self.value)


ORACLE = PeriodicTableOracle
