"""Clusters of pairs: against a walk over the graph."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.union_find import UnionFind


def naive(n: int, pairs: list[tuple[int, int]]) -> list[int]:
    label = list(range(n))
    changed = True
    while changed:
        changed = False
        for a, b in pairs:
            low = min(label[a], label[b])
            changed |= label[a] != low or label[b] != low
            label[a] = label[b] = low
    return label


def joined(n: int, pairs: list[tuple[int, int]], batch: int) -> list[int]:
    union = UnionFind(n)
    for start in range(0, len(pairs), batch):
        part = np.array(pairs[start : start + batch], np.int64)
        union.join(part[:, 0], part[:, 1])
    return union.clusters().tolist()


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40), st.integers(1, 40))
def test_equals_a_walk_over_the_graph(pairs, batch):
    assert joined(20, pairs, batch) == naive(20, pairs)


@pytest.mark.parametrize("batch", [1000, 100_000])
def test_a_long_chain_in_any_order_is_one_cluster(batch):
    order = np.random.default_rng(0).permutation(50_000 - 1)
    assert set(joined(50_000, [(k, k + 1) for k in order.tolist()], batch)) == {0}


def test_without_pairs_each_row_is_alone():
    assert joined(3, [], 1) == [0, 1, 2]
