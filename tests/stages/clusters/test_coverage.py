"""Diversity of known sets: equal things are one, different things are as many as they are."""

import numpy as np
import pytest

from vlcorpus.stages.clusters import coverage
from vlcorpus.stages.clusters.coverage import SecondMoment, effective_number, vendi_score


@pytest.mark.parametrize(
    ("counts", "number"), [([7], 1), ([5, 5, 5, 5], 4), ([5, 5, 0], 2), ([0.5, 0.5], 2), ([0, 0], 0), ([], 0)]
)
def test_effective_number_of_clusters(counts, number):
    assert effective_number(np.array(counts)) == pytest.approx(number)


def test_uneven_clusters_count_less_than_even_ones():
    assert 1 < effective_number(np.array([97, 1, 1, 1])) < 1.3


def moment(vectors, weights=None) -> np.ndarray:
    found = SecondMoment(vectors.shape[1])
    found.add(vectors, weights)
    return found.mean()


def some_vectors(n: int, d: int = 24) -> np.ndarray:
    vectors = np.random.default_rng(0).normal(size=(n, d))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_equal_vectors_are_one():
    assert vendi_score(moment(np.tile(some_vectors(1), (50, 1)))) == pytest.approx(1, abs=1e-4)


def test_orthogonal_vectors_are_as_many_as_they_are():
    assert vendi_score(moment(np.eye(24, dtype=np.float16)[:9])) == pytest.approx(9)


def test_it_is_the_score_of_the_kernel_of_all_pairs():
    vectors = some_vectors(15)
    kernel = (vectors @ vectors.T).astype(np.float64) / 15
    eigenvalues = np.linalg.eigvalsh(kernel)
    assert vendi_score(moment(vectors)) == pytest.approx(np.exp(-np.sum(eigenvalues * np.log(eigenvalues))))


def test_float16_is_near_enough():
    vectors = some_vectors(500)
    assert vendi_score(moment(vectors.astype(np.float16))) == pytest.approx(
        vendi_score(moment(vectors)), rel=1e-3
    )


def test_blocks_add_up(monkeypatch):
    vectors = some_vectors(100)
    whole = moment(vectors)
    monkeypatch.setattr(coverage, "BLOCK", 7)
    found = SecondMoment(24)
    found.add(vectors[:30])
    found.add(vectors[30:])
    np.testing.assert_allclose(found.mean(), whole, atol=1e-6)
    np.testing.assert_allclose(moment(vectors, np.full(100, 3.0)), whole, atol=1e-6)


def test_a_weight_is_as_many_copies():
    vectors = some_vectors(4)
    copies = np.repeat(vectors, [1, 2, 1, 5], axis=0)
    np.testing.assert_allclose(moment(vectors, np.array([1, 2, 1, 5])), moment(copies), atol=1e-6)


def test_of_nothing_it_is_nothing():
    assert vendi_score(moment(np.empty((0, 24), np.float16))) == 0
