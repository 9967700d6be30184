"""Who goes: against rows that are decided on one after the other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.who_goes import Ends, who_goes


def one_by_one(n: int, pairs: list[tuple[int, int]]) -> list[bool]:
    """Decide in the order of rows, without any rounds."""
    before: dict[int, list[int]] = {}
    for first, later in pairs:
        before.setdefault(later, []).append(first)
    goes: list[bool] = []
    for row in range(n):
        goes.append(any(not goes[first] for first in before.get(row, [])))
    return goes


def batches(pairs: list[tuple[int, int]], size: int) -> list[Ends]:
    parts = [np.array(pairs[start : start + size]) for start in range(0, len(pairs), size)]
    return [(part[:, 0], part[:, 1]) for part in parts]


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=60), st.integers(1, 60))
def test_equals_a_decision_after_the_other(drawn, size):
    pairs = [(min(pair), max(pair)) for pair in drawn if pair[0] != pair[1]]
    assert who_goes(20, batches(pairs, size)).tolist() == one_by_one(20, pairs)


@pytest.mark.parametrize("size", [1000, 100_000])
@pytest.mark.parametrize("graph", ["chain", "star", "clique", "random"])
def test_chains_stars_and_cliques_of_thousands_in_any_order_of_pairs(graph, size):
    n, rng = 4000, np.random.default_rng(0)
    ends = rng.integers(0, n, (2 * n, 2)).tolist()
    pairs = {
        "chain": [(k, k + 1) for k in range(n - 1)],
        "star": [(0, k) for k in range(1, n)],
        "clique": [(i, j) for i in range(200) for j in range(i + 1, 200)],
        "random": [(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]],
    }[graph]
    rng.shuffle(pairs)
    goes = who_goes(n, batches(pairs, size))
    assert goes.tolist() == one_by_one(n, pairs)
    assert goes.sum() == {"chain": n // 2, "star": n - 1, "clique": 199}.get(graph, goes.sum())


def test_without_pairs_nobody_goes():
    assert not who_goes(3, []).any()
