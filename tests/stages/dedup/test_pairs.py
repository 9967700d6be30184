"""Batches of pairs are joined until they are large enough, and none is lost."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.pairs import NO_PAIRS, Pairs, concatenated, gathered


def batch(first: int, n: int) -> Pairs:
    i = np.arange(first, first + n, dtype=np.int64)
    return Pairs(i, i + 1, np.full(n, 0.9, np.float32))


def batches(sizes: list[int]) -> list[Pairs]:
    return [batch(sum(sizes[:at]), n) for at, n in enumerate(sizes)]


@given(st.lists(st.integers(0, 7), max_size=12), st.integers(1, 10))
def test_the_same_pairs_come_in_the_same_order_in_batches_large_enough(sizes, size):
    out = list(gathered(batches(sizes), size))
    assert [number for found in out for number in found.i] == list(range(sum(sizes)))
    assert all(len(found.i) >= size for found in out[:-1])
    assert all(len(found.i) for found in out)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_joined_batches_keep_their_types(n):
    joined = concatenated([batch(at, 2) for at in range(n)])
    assert len(joined.i) == 2 * n
    assert [part.dtype for part in joined] == [part.dtype for part in NO_PAIRS]
