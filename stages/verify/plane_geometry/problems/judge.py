"""The judge of problems of plane geometry: are claims true, are steps sound, is the answer determined.

It shares nothing with what posed the problem but the contract, schemas/stem/plane_geometry_problems.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure
from vlcorpus.stages.verify.plane_geometry.problems.measure import Measure
from vlcorpus.stages.verify.plane_geometry.problems.realize import realize
from vlcorpus.stages.verify.plane_geometry.problems.tellings import TELLINGS
from vlcorpus.stages.verify.plane_geometry.problems.theorem import Misapplied, check_step, fits_rule
from vlcorpus.stages.verify.problems import Judge

_HOLDS = 1e-9
_STAYS, _MOVES = 1e-7, 1e-5  # errors of what is determined are below, of what is not above
_MIN_FIGURES = 2  # that must have been found, for them to tell anything
_SEED = 14


class PlaneGeometryJudge(Judge):
    def __init__(self, truth: Mapping[str, Any]) -> None:
        self._figure = Figure(truth)
        self._measure = Measure(self._figure)

    def holds(self, claim: Claim) -> bool:
        if claim.operation in TELLINGS:
            return claim.value == YES and self._is_seen(claim)
        return bool(np.abs(self._measure.error(claim, self._figure.at)).max() < _HOLDS)

    def fault_of(self, step: Step, inputs: Sequence[Claim]) -> str | None:
        """Hold the step to its rule; then to other figures, in which its inputs hold and nothing else."""
        try:
            check_step(step, inputs, self._figure)
        except Misapplied as misapplied:
            return str(misapplied)
        if not self.follows(step.claim, inputs):
            return f"{step.claim} does not follow from {', '.join(map(str, inputs)) or 'what is seen'}"
        return None

    def fits(self, step: Step, known: Sequence[Claim]) -> bool:
        return fits_rule(step, known, self._figure)

    def follows(self, claim: Claim, inputs: Sequence[Claim]) -> bool:
        errors = self._errors_elsewhere(claim, inputs)
        return len(errors) >= _MIN_FIGURES and bool(errors.max() < _STAYS)

    def is_needless(self, given: Claim, claim: Claim, others: Sequence[Claim]) -> bool:
        """A given is needed where in another figure all others hold, and what is asked has another value."""
        errors = self._errors_elsewhere(claim, others)
        return not (len(errors) and errors.max() > _MOVES)

    def _is_seen(self, telling: Claim) -> bool:
        try:
            return TELLINGS[telling.operation](self._figure, *telling.arguments)
        except (KeyError, TypeError, ValueError) as error:
            raise Unknown(f"{telling}: {error}") from error

    def _errors_elsewhere(self, claim: Claim, inputs: Sequence[Claim]) -> np.ndarray:
        """Return how far a claim is from holding in each of some other figures in which the inputs hold."""

        def errors(at: np.ndarray) -> np.ndarray:
            parts = [self._measure.seen(at), *(self._measure.error(given, at) for given in inputs)]
            return np.concatenate(parts, axis=-1)

        figures = realize(self._figure.at, errors, _SEED)
        return np.abs(self._measure.error(claim, figures)).max(axis=-1, initial=0.0)


JUDGE = PlaneGeometryJudge
