"""The judge of problems of electric circuits: are claims true, are steps sound, is the answer determined.

It shares nothing with what posed the problem but the contract, schemas/stem/circuits_problems.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.verify.circuits.problems import elsewhere
from vlcorpus.stages.verify.circuits.problems.alike import Alike, Array
from vlcorpus.stages.verify.circuits.problems.flow import Flow
from vlcorpus.stages.verify.circuits.problems.law import ways
from vlcorpus.stages.verify.circuits.problems.tellings import TELLINGS
from vlcorpus.stages.verify.circuits.problems.wiring import read_wiring
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.problems import Judge
from vlcorpus.stages.verify.rationals import read_rational

_STAYS, _MOVES = 1e-7, 1e-5  # errors of what is determined are below, of what is not above
Found = Callable[[Array, elsewhere.Errors, int], Array]
_MIN_CIRCUITS = 2  # that must have been found, for them to tell anything
_SEED = 14


class CircuitJudge(Judge):
    def __init__(self, truth: Mapping[str, Any]) -> None:
        self._wiring = read_wiring(truth)
        self._alike = Alike(self._wiring)
        sources = [self._wiring.circuit.battery, *self._wiring.loads]
        values = {name: Fraction(self._wiring.circuit.components[name].value or 0) for name in sources}
        seconds = _seconds(truth)
        self._flow = Flow(self._wiring, values, seconds)
        for load in self._wiring.loads:
            if not self._flow.value("current", self._alike.things.find((load,))):
                raise Contradiction(f"no current flows through {load}, for a bridge is balanced")
        self._at = np.log([float(value) for value in (*values.values(), seconds or 1)])

    def holds(self, claim: Claim) -> bool:
        """Say whether a claim, or what is told of the connections, is true."""
        if claim.operation in TELLINGS:
            return claim.value == YES and self._is_connected_so(claim)
        value = self._alike.value(claim, self._flow)
        return bool(value > 0) and claim.value == str(value)

    def fault_of(self, step: Step, inputs: Sequence[Claim]) -> str | None:
        if step.points or step.numbers:
            return f"{step.rule} has no letters of its own"
        try:
            if any(len(used) == len(inputs) for used in ways(step.rule, step.claim, inputs, self._alike)):
                return None
        except Unknown as unknown:
            return str(unknown)
        return f"{step.rule} does not conclude {step.claim} from {', '.join(map(str, inputs)) or 'nothing'}"

    def fits(self, step: Step, known: Sequence[Claim]) -> bool:
        return any(True for _ in ways(step.rule, step.claim, known, self._alike))

    def follows(self, claim: Claim, inputs: Sequence[Claim]) -> bool:
        errors = np.concatenate(
            [self._errors(found, claim, inputs) for found in (elsewhere.near, elsewhere.far)]
        )
        return len(errors) >= _MIN_CIRCUITS and bool(errors.max() < _STAYS)

    def is_needless(self, given: Claim, claim: Claim, others: Sequence[Claim]) -> bool:
        """A given is needed where in another circuit all others hold, and what is asked has another value."""
        return not any(
            self._errors(found, claim, others).max(initial=0.0) > _MOVES
            for found in (elsewhere.near, elsewhere.far)
        )

    def _errors(self, found: Found, claim: Claim, inputs: Sequence[Claim]) -> Array:
        """Return how far a claim is from holding in each of some other circuits in which the inputs hold."""
        circuits = found(self._at, lambda at: self._off(inputs, at), _SEED)
        return np.abs(self._off([claim], circuits)[:, 0])

    def _off(self, claims: Sequence[Claim], circuits: Array) -> Array:
        """Return (circuits, claims) by how much the logarithms of values differ from what is claimed."""
        flow = self._alike.flow(circuits)
        off = [np.log(self._alike.value(claim, flow) / float(read_rational(claim.value))) for claim in claims]
        return np.stack(off, axis=-1) if off else np.zeros((len(circuits), 0))

    def _is_connected_so(self, telling: Claim) -> bool:
        try:
            return TELLINGS[telling.operation](self._wiring, self._alike, *telling.expression[1:])
        except (TypeError, ValueError) as error:
            raise Unknown(f"{telling}: {error}") from error


def _seconds(truth: Mapping[str, Any]) -> Fraction | None:
    if "time" not in truth:
        return None
    try:
        seconds = read_rational(truth["time"])
    except (AttributeError, Unknown) as error:
        raise Contradiction(f"no time: {error}") from error
    if seconds <= 0:
        raise Contradiction(f"a time of {seconds} seconds")
    return seconds


JUDGE = CircuitJudge
