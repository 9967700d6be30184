"""Whether a given counts: could what is asked have another value in a circuit in which the others hold?

The battery, the loads and the time change a little, the other givens stay as they are: to first order that is
what their slopes leave free.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.circuits.problems.circuit import Circuit, quantities

_H = 1e-30  # of a complex step: the imaginary part is the slope, to all digits
_MOVES = 1e-7  # of a slope: what moves has far more, what does not far less


class Freedom:
    """How what is asked can move while some of what is given holds."""

    def __init__(self, circuit: Circuit) -> None:
        base = [complex(circuit.voltage), complex(circuit.time), *map(complex, circuit.ohms.values())]
        moved = []
        for n in range(len(base)):
            voltage, time, *ohms = [one * (1 + 1j * _H) if k == n else one for k, one in enumerate(base)]
            moved.append(quantities(circuit, voltage, dict(zip(circuit.ohms, ohms, strict=True)), time))
        # Of each quantity, by how much of itself it changes where one number changes by as much of itself.
        self._slopes = {
            expression: np.array([one[expression].imag / one[expression].real / _H for one in moved])
            for expression in moved[0]
        }

    def is_determined(self, target: Expression, givens: Iterable[Expression]) -> bool:
        """Say whether the target stays as it is while all givens do."""
        fixed = [self._slopes[given] for given in givens]
        moving = self._slopes[target]
        if not fixed:
            return False
        basis = np.array(fixed).T
        free = moving - basis @ np.linalg.lstsq(basis, moving, rcond=1e-9)[0]
        return bool(np.abs(free).max() < _MOVES)
