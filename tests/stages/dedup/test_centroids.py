"""Clusters in two levels: near what one level finds, and even in size."""

import numpy as np
import pytest

from stages.dedup.centroids import nearest_clusters, train_centroids
from tests.stages.dedup.test_semantic_pairs import vectors_with_copies


@pytest.fixture(scope="module")
def vectors():
    return vectors_with_copies(20_000)


@pytest.fixture(scope="module")
def centroids(vectors):
    return train_centroids(vectors, 150)


def test_there_are_as_many_as_asked_for(centroids):
    assert len(centroids.lower) == pytest.approx(150, rel=0.1)
    np.testing.assert_allclose(np.linalg.norm(centroids.lower, axis=1), 1, atol=1e-4)


def test_the_nearest_are_nearly_those_of_a_full_search(vectors, centroids):
    found = nearest_clusters(vectors, centroids, 2)
    exact = np.argsort(-(vectors @ centroids.lower.T), axis=1)[:, :2]
    assert (found[:, 0] == exact[:, 0]).mean() > 0.97
    assert (found[:, 0] != found[:, 1]).all()


def test_a_run_is_the_same_again(vectors, centroids):
    np.testing.assert_array_equal(train_centroids(vectors, 150).lower, centroids.lower)


@pytest.mark.parametrize("n", [1, 5, 100])
def test_few_vectors_are_few_clusters(n):
    vectors = vectors_with_copies()[:n]
    centroids = train_centroids(vectors, 50)
    assert len(centroids.lower) == 1
    assert nearest_clusters(vectors, centroids, 2).tolist() == [[0, -1]] * n
