"""The oracle of waves: the operations of `schemas/stem/waves.py` on a picture's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle, Unknown
from vlcorpus.stages.verify.waves import places, standing, travelling
from vlcorpus.stages.verify.waves.picture import Picture, read_picture


def count(picture: Picture, what: str) -> str:
    counted = {"waves": picture.waves, "points": picture.points, "strings": picture.strings}
    if what not in counted:
        raise Unknown(f"nothing says what {what!r} are")
    return str(len(counted[what]))


OPERATIONS: dict[str, Callable[..., str]] = {
    "amplitude": travelling.amplitude,
    "wavelength": travelling.wavelength,
    "period": travelling.period,
    "frequency": travelling.frequency,
    "speed": travelling.speed,
    "direction": travelling.direction,
    "color": travelling.color,
    "displacement": travelling.displacement,
    "larger_amplitude": travelling.larger_amplitude,
    "longer": travelling.longer,
    "higher_frequency": travelling.higher_frequency,
    "phase": travelling.phase,
    "crests": travelling.crests,
    "troughs": travelling.troughs,
    "state": travelling.state,
    "moving": travelling.moving,
    "alike": travelling.alike,
    "opposite": travelling.opposite,
    "distance": travelling.distance,
    "nodes": standing.nodes,
    "antinodes": standing.antinodes,
    "half_waves": standing.half_waves,
    "string_wavelength": standing.string_wavelength,
    "string_length": standing.string_length,
    "ends": standing.ends,
    "harmonic": standing.harmonic,
    "more_nodes": standing.more_nodes,
    "longer_wavelength": standing.longer_wavelength,
    "count": count,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "point": places.point,
    "crest": places.crest,
    "trough": places.trough,
    "zero": places.zero,
    "node": places.node,
    "antinode": places.antinode,
}


class Waves(Oracle):
    """One picture. Every answer is exact; places are rounded."""

    def __init__(self, truth: Mapping[str, Any]):
        self._picture = read_picture(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._picture, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._picture, expression, self.value)


ORACLE = Waves
