"""Other circuits of the same drawing in which claims hold: what is determined is equal in all of them.

A circuit's values are shaken, and brought back by Newton steps to where the claims hold. Near ones show what
claims leave free; ones from far away show where they leave a choice, as between the roots of an equation.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Array = np.ndarray
Errors = Callable[[Array], Array]  # (circuits, values) to (circuits, claims), 0 where they hold
_NEAR, _FAR = 0.1, 1.5  # by how much logarithms of values are shaken
_N_NEAR, _N_FAR = 4, 24
_STEPS_NEAR, _STEPS_FAR = 12, 40
_HOLDS = 1e-10
_STEP = 1e-6  # of a derivative
_LONGEST = 2.0  # step, in any logarithm
_FARTHEST = 12.0  # in any logarithm
_LEAST, _MOST = 1e-7, 1e-2  # singular values below, of the largest, are none


def near(at: Array, errors: Errors, seed: int) -> Array:
    """Return circuits (k, values) near this one in which there is no error."""
    return _brought_back(at, errors, seed, _NEAR, _N_NEAR, _STEPS_NEAR)


def far(at: Array, errors: Errors, seed: int) -> Array:
    """Return circuits (k, values) anywhere in which there is no error."""
    return _brought_back(at, errors, seed, _FAR, _N_FAR, _STEPS_FAR)


def _brought_back(at: Array, errors: Errors, seed: int, shaken: float, n: int, n_steps: int) -> Array:
    circuits = at + shaken * np.random.default_rng(seed).standard_normal((n, len(at)))
    for _ in range(n_steps):
        now = errors(circuits)
        if not now.shape[-1] or np.abs(now).max() < _HOLDS:
            break
        least = np.abs(now).max(axis=-1).clip(_LEAST, _MOST)
        move = (np.linalg.pinv(_slopes(circuits, errors), rcond=least) @ now[..., None])[..., 0]
        longest = np.abs(move).max(axis=-1, keepdims=True)
        circuits = circuits - move * (_LONGEST / np.maximum(longest, _LONGEST))
        circuits = circuits.clip(at - _FARTHEST, at + _FARTHEST)
    now = errors(circuits)
    found: Array = circuits[np.abs(now).max(axis=-1, initial=0.0) < _HOLDS]
    return found


def _slopes(circuits: Array, errors: Errors) -> Array:
    """Return the derivatives (circuits, claims, values), by central differences."""
    n, size = circuits.shape
    moves = _STEP * np.eye(size)
    around = np.concatenate([circuits[:, None] + moves, circuits[:, None] - moves], axis=1)
    found = errors(around.reshape(-1, size)).reshape(n, 2, size, -1)
    return np.swapaxes(found[:, 0] - found[:, 1], 1, 2) / (2 * _STEP)
