"""Rows with equal keys, in pairs: the join under every banded search for near duplicates."""

from collections.abc import Iterator

import numpy as np

BUDGET = 1 << 20  # ours: pairs at a time, 16 MB of row numbers


def equal_rows(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the first row of each key, ascending, and for every row the first row with its key."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    return np.sort(first), first[inverse]


def bucket_pairs(keys: np.ndarray, budget: int = BUDGET) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield all pairs of rows `i` < `j` with equal keys, ordered by key, then i, then j.

    About `budget` pairs at a time, and never more than `budget` + len(keys).
    """
    order = np.argsort(keys, kind="stable")
    in_order = keys[order]
    ends = np.append(np.flatnonzero(in_order[1:] != in_order[:-1]) + 1, len(keys))
    n_after = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(keys)) - 1
    shared = np.flatnonzero(n_after)
    counts = n_after[shared]
    total = np.cumsum(counts)
    start = 0
    while start < len(shared):
        before = total[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(total, before + budget, "right")))
        n = counts[start:stop]
        first = np.repeat(shared[start:stop], n)
        step = np.arange(len(first)) - np.repeat(np.cumsum(n) - n, n)
        yield order[first], order[first + 1 + step]
        start = stop
