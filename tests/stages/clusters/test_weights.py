"""Thin clusters weigh more, within limits; sparse ones want what lifts them out of it."""

import numpy as np
import pytest

from vlcorpus.stages.clusters.weights import budgets, weights


@pytest.mark.parametrize(
    ("density", "weight"), [(100, 1), (1, 1), (0.25, 2), (1 / 16, 4), (1 / 100, 4), (0, 4)]
)
def test_weight_of_a_density(density, weight):
    assert weights(np.array([density], np.float32)) == pytest.approx([weight])


def test_power_and_cap_are_the_callers():
    density = np.array([2, 0.5, 0.01])
    np.testing.assert_allclose(weights(density, power=1, max_weight=10), [1, 2, 10], rtol=1e-6)
    assert weights(density, max_weight=1).tolist() == [1, 1, 1]


def test_a_budget_lifts_a_sparse_cluster_to_half_of_the_median():
    n = np.array([0, 10, 30, 100, 101, 102, 400])
    sparse = np.array([True, True, False, False, False, False, False])
    wanted = budgets(n, sparse)  # the median of the six with members is 100.5
    assert wanted.tolist() == [51, 41, 0, 0, 0, 0, 0]
    filled = n + wanted
    assert (filled >= 0.5 * np.median(filled))[sparse].all()


def test_a_cluster_above_the_target_wants_nothing():
    assert budgets(np.array([60, 100, 100]), np.array([True, False, False])).tolist() == [0, 0, 0]


def test_an_empty_corpus_wants_nothing():
    assert budgets(np.array([0, 0]), np.array([True, True])).tolist() == [0, 0]
