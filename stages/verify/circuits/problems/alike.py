"""Circuits that look alike: the same drawing with other values. What holds in all of them can be seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.circuits.problems.flow import Flow
from vlcorpus.stages.verify.circuits.problems.things import Thing, Things, name_of
from vlcorpus.stages.verify.circuits.problems.wiring import Wiring

Array = np.ndarray  # of floats, one for each of many circuits
_N_TRIED = 4
_SPREAD = 1.5  # of the logarithms of values
_NEAR = 1e-9
_SEED = 14
_TIME = "time"


class Alike:
    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self.things = Things(wiring)
        self.names = [wiring.circuit.battery, *wiring.loads, _TIME]  # of what has any value above 0
        self._tried = self.flow(
            _SPREAD * np.random.default_rng(_SEED).standard_normal((_N_TRIED, len(self.names)))
        )

    def flow(self, logarithms: Array) -> Flow:
        """Return circuits (circuits, names) whose values have these logarithms."""
        values = dict(zip(self.names, np.exp(logarithms).T, strict=True))
        return Flow(self._wiring, values, values[_TIME])

    def value(self, claim: Claim, flow: Flow) -> Array:
        """Return what a claim is of. Raises Unknown for what is no claim of a circuit."""
        name = name_of(claim)
        return flow.value(claim.operation, self.things.find(name) if name else None)

    def have_same(self, operation: str, things: Sequence[Thing]) -> bool:
        """Say whether things have always the same current, or voltage."""
        first, *others = (self._tried.value(operation, thing) for thing in things)
        return all(np.allclose(first, other, rtol=_NEAR, atol=0.0) for other in others)
