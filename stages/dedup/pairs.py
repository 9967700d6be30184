"""Pairs of rows, as every search for duplicates yields them: batches of arrays."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np


class Pairs(NamedTuple):
    """Rows `i` < `j`, each pair once."""

    i: np.ndarray  # int64
    j: np.ndarray  # int64
    similarity: np.ndarray  # float32


NO_PAIRS = Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32))


def gathered(pairs: Iterable[Pairs], size: int) -> Iterator[Pairs]:
    """Yield the same pairs in batches of at least `size`, but for the last."""
    held, n = [], 0
    for batch in pairs:
        held.append(batch)
        n += len(batch.i)
        if n >= size:
            yield concatenated(held)
            held, n = [], 0
    if n:
        yield concatenated(held)


def concatenated(batches: list[Pairs]) -> Pairs:
    if len(batches) < 2:
        return batches[0] if batches else NO_PAIRS
    return Pairs(*(np.concatenate(parts) for parts in zip(*batches, strict=True)))
