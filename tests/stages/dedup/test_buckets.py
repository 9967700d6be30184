"""Rows of equal keys: against a double loop."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.buckets import bucket_pairs, equal_rows


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 50))
def test_every_pair_once_ascending_within_the_budget(values, budget):
    keys = np.array(values, np.uint64)
    batches = list(bucket_pairs(keys, budget))
    found = [(int(a), int(b)) for i, j in batches for a, b in zip(i, j, strict=True)]
    assert sorted(found) == [
        (a, b) for a in range(len(keys)) for b in range(a + 1, len(keys)) if keys[a] == keys[b]
    ]
    assert found == sorted(found, key=lambda pair: (keys[pair[0]], pair))
    assert all(len(i) <= max(budget, len(keys)) for i, _ in batches)


def test_a_bucket_larger_than_the_budget_comes_in_parts():
    sizes = [len(i) for i, _ in bucket_pairs(np.zeros(1000, np.uint64), 10_000)]
    assert sum(sizes) == 1000 * 999 // 2
    assert max(sizes) <= 10_000


@pytest.mark.parametrize(
    ("keys", "first", "first_of"), [([7, 3, 7, 3, 1], [0, 1, 4], [0, 1, 0, 1, 4]), ([], [], [])]
)
def test_equal_rows_are_known_by_their_first(keys, first, first_of):
    answer = equal_rows(np.array(keys, np.uint64))
    assert [part.tolist() for part in answer] == [first, first_of]
