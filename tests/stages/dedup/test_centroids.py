"""Clusters in two levels: near what one level finds, and even in size."""

import numpy as np
import pytest

from tests.stages.dedup.test_near_pairs import vectors_with_copies
from vlcorpus.stages.dedup import centroids as module
from vlcorpus.stages.dedup.centroids import nearest_clusters, train_centroids


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
    found, similarity = nearest_clusters(vectors, centroids, 2)
    exact = np.argsort(-(vectors @ centroids.lower.T), axis=1)[:, :2]
    assert (found[:, 0] == exact[:, 0]).mean() > 0.97
    assert (found[:, 0] != found[:, 1]).all()
    cosines = np.einsum("nd,ncd->nc", vectors, centroids.lower[found])
    np.testing.assert_allclose(similarity, cosines, atol=1e-5)


def test_a_cluster_knows_its_cell_and_its_share_of_the_sample(vectors, centroids):
    assert centroids.size.sum() == len(vectors)
    assert len(centroids.parent) == len(centroids.lower)
    assert set(centroids.parent.tolist()) == set(range(len(centroids.upper)))


def test_float16_gives_the_same_clusters_for_any_number_of_threads(vectors, centroids):
    import faiss

    threads = faiss.omp_get_max_threads()
    half = vectors.astype(np.float16)
    try:
        found = []
        for n in (1, 2):
            faiss.omp_set_num_threads(n)
            trained = train_centroids(half, 150)
            found.append((trained.lower, *nearest_clusters(half, trained, 2)))
    finally:
        faiss.omp_set_num_threads(threads)
    for one, two in zip(*found, strict=True):
        np.testing.assert_array_equal(one, two)


def test_training_takes_one_thread_and_gives_the_others_back(monkeypatch, vectors):
    import faiss

    seen, kmeans = set(), module._kmeans

    def watched(*arguments):
        seen.add(faiss.omp_get_max_threads())
        return kmeans(*arguments)

    monkeypatch.setattr(module, "_kmeans", watched)
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(2)
    try:
        train_centroids(vectors, 9)
        assert (seen, faiss.omp_get_max_threads()) == ({1}, 2)
    finally:
        faiss.omp_set_num_threads(threads)


def test_a_run_is_the_same_again(vectors, centroids):
    np.testing.assert_array_equal(train_centroids(vectors, 150).lower, centroids.lower)


@pytest.mark.parametrize(("n", "k"), [(1, 1), (7, 1), (8, 2), (100, 25)])
def test_few_vectors_are_few_clusters(n, k):
    vectors = vectors_with_copies()[:n]
    centroids = train_centroids(vectors, 50)
    assert abs(len(centroids.lower) - k) <= k // 5
    nearest, _ = nearest_clusters(vectors, centroids, 2)
    assert ((nearest[:, 1] == -1) == (len(centroids.lower) == 1)).all()
