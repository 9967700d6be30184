"""Other figures in which the same claims hold: what is determined is equal in all of them.

A figure is shaken, and brought back by Gauss-Newton steps to where the claims hold, each the shortest that
does. What claims leave free stays shaken. Nothing is assumed of how the figure was constructed.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np

Array = np.ndarray
Errors = Callable[[Array], Array]  # (figures, points, 2) to (figures, conditions)
N_FIGURES = 6
_SHAKEN = (0.008, 0.03)  # of the figure's size, the first half of the figures by less
_MAX_STEPS = 12
_HOLDS = 1e-10
_STEP = 1e-6  # of a derivative
# Singular values below, of the largest, are none: of conditions that say the same twice. Off the solution
# such are told apart by about as much as the errors are.
_LEAST, _MOST = 1e-7, 1e-2


def realize(at: Array, errors: Errors, seed: int) -> Array:
    """Return some figures (k, points, 2) near `at` in which there is no error; points lie in the same way.

    Fewer than `N_FIGURES` come back where the steps lead to none, or to one that turns another way.
    """
    random = np.random.default_rng(seed)
    shaken = np.repeat(_SHAKEN, N_FIGURES // len(_SHAKEN))[:, None, None]
    figures = at + shaken * random.standard_normal((N_FIGURES, *at.shape))
    for _ in range(_MAX_STEPS):
        now = errors(figures)
        if not now.shape[-1] or np.abs(now).max() < _HOLDS:
            break
        least = np.abs(now).max(axis=-1).clip(_LEAST, _MOST)
        move = np.linalg.pinv(_slopes(figures, errors), rcond=least) @ now[..., None]
        figures = figures - move[..., 0].reshape(figures.shape)
    now = errors(figures)
    holds = np.abs(now).max(axis=-1, initial=0.0) < _HOLDS
    return figures[holds & _turn_alike(figures, at)]


def _slopes(figures: Array, errors: Errors) -> Array:
    """Return the derivatives (figures, conditions, coordinates), by central differences."""
    n, *shape = figures.shape
    size = int(np.prod(shape))
    moves = _STEP * np.eye(size).reshape(size, *shape)
    around = np.concatenate([figures[:, None] + moves, figures[:, None] - moves], axis=1)
    found = errors(around.reshape(n * 2 * size, *shape)).reshape(n, 2, size, -1)
    return np.swapaxes(found[:, 0] - found[:, 1], 1, 2) / (2 * _STEP)


def _turn_alike(figures: Array, at: Array) -> Array:
    """Say of each figure whether any three points that turn in `at` turn the same way in it."""
    threes = np.array(list(combinations(range(len(at)), 3)))
    if not len(threes):
        return np.ones(len(figures), bool)
    before, after = _turns(at, threes), _turns(figures, threes)
    alike: Array = ((np.abs(before) < _HOLDS) | (before * after > 0)).all(axis=-1)
    return alike


def _turns(at: Array, threes: Array) -> Array:
    a, b, c = (at[..., threes[:, n], :] for n in range(3))
    u, v = b - a, c - a
    return u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]
