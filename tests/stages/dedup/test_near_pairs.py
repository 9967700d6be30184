"""Near pairs of vectors: against all pairs by brute force."""

import numpy as np
import pytest

from vlcorpus.stages.dedup import near_pairs as module
from vlcorpus.stages.dedup.centroids import nearest_clusters, train_centroids
from vlcorpus.stages.dedup.near_pairs import BLOCK, near_pairs
from vlcorpus.stages.dedup.pairs import concatenated


def unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def vectors_with_copies(n: int = 3000, d: int = 64, n_copies: int = 300, seed: int = 0) -> np.ndarray:
    """Return vectors around 40 centres, the last `n_copies` of which are near copies of the first ones."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(40, d))
    base = centres[rng.integers(0, 40, n - n_copies)] + rng.normal(size=(n - n_copies, d))
    copies = base[:n_copies] + 0.05 * rng.normal(size=(n_copies, d))
    return unit(np.concatenate([base, copies]))


def brute(vectors: np.ndarray, threshold: float) -> set[tuple[int, int]]:
    i, j = np.nonzero(np.triu(vectors @ vectors.T, 1) >= threshold)
    return set(zip(i.tolist(), j.tolist(), strict=True))


def as_set(pairs) -> set[tuple[int, int]]:
    return {pair for batch in pairs for pair in zip(batch.i.tolist(), batch.j.tolist(), strict=True)}


def looked_at(vectors: np.ndarray, clusters: np.ndarray, threshold: float) -> set[tuple[int, int]]:
    """Return the pairs where each vector is in its cluster, and a guest in the further ones."""
    row, level = np.divmod(np.flatnonzero(clusters.ravel() >= 0), clusters.shape[1])
    cluster = clusters[row, level]
    pairs = near_pairs(vectors[row], cluster, level == 0, threshold)
    return {tuple(sorted((int(row[i]), int(row[j])))) for i, j in as_set(pairs)}


def one_cluster(n: int) -> tuple[np.ndarray, np.ndarray]:
    return np.zeros(n, np.int32), np.ones(n, bool)


def test_one_cluster_is_brute_force():
    vectors = vectors_with_copies(BLOCK + 500)
    batches = list(near_pairs(vectors, *one_cluster(len(vectors)), 0.9))
    pairs = concatenated(batches)
    assert as_set(batches) == brute(vectors, 0.9)
    assert len(as_set(batches)) == len(pairs.i) >= 300
    assert (pairs.i < pairs.j).all()
    np.testing.assert_allclose(
        pairs.similarity, np.sum(vectors[pairs.i] * vectors[pairs.j], axis=1), atol=1e-5
    )


@pytest.mark.parametrize("threshold", [0.8, 0.95])
def test_clusters_find_nearly_all_and_nothing_else(threshold):
    vectors = vectors_with_copies(8000, n_copies=2000)
    clusters, _ = nearest_clusters(vectors, train_centroids(vectors, 40), 2)
    found, every = looked_at(vectors, clusters, threshold), brute(vectors, threshold)
    assert found <= every
    assert len(found) >= 0.97 * len(every) > 1500
    one = looked_at(vectors, clusters[:, :1], threshold)
    assert one < found


def test_everyone_who_visits_everywhere_is_brute_force_in_float16_too():
    vectors = vectors_with_copies().astype(np.float16)
    clusters = np.stack([np.arange(3000) % 2, 1 - np.arange(3000) % 2], axis=1)
    exact = vectors.astype(np.float32)
    assert looked_at(vectors, clusters, 0.9) == brute(exact, 0.9)


@pytest.mark.parametrize("block", [1, 7, 64])
def test_blocks_change_nothing(monkeypatch, block):
    rng = np.random.default_rng(block)
    vectors = vectors_with_copies(200, n_copies=60)
    clusters, own = np.sort(rng.integers(0, 4, 200)), rng.random(200) < 0.5
    wanted = {(i, j) for i, j in brute(vectors, 0.5) if clusters[i] == clusters[j] and (own[i] or own[j])}
    monkeypatch.setattr(module, "BLOCK", block)
    batches = list(near_pairs(vectors, clusters, own, 0.5))
    assert as_set(batches) == wanted
    assert sum(len(batch.i) for batch in batches) == len(wanted) > 20
    assert max(len(batch.i) for batch in batches) <= block**2


def test_none_is_an_answer():
    assert list(near_pairs(np.eye(8, dtype=np.float32), *one_cluster(8), 0.5)) == []


def test_guests_are_not_compared_with_each_other():
    vectors = unit(np.ones((4, 8)) + 0.01 * np.eye(4, 8))
    own = np.array([True, False, False, True])
    assert as_set(near_pairs(vectors, np.zeros(4, int), own, 0.9)) == {(0, 1), (0, 2), (0, 3), (1, 3), (2, 3)}


def test_equal_vectors_are_paired_with_the_first_only():
    vectors = unit(np.random.default_rng(0).normal(size=(3, 16)))[[0, 1, 0, 0, 2, 0]]
    assert as_set(near_pairs(vectors, *one_cluster(6), 0.99)) == {(0, 2), (0, 3), (0, 5)}
    own = np.array([False, True, True, False, True, False])  # the first that lives here stands for all
    assert as_set(near_pairs(vectors, np.zeros(6, int), own, 0.99)) == {(0, 2), (2, 3), (2, 5)}


def test_equal_vectors_of_two_clusters_are_none_of_a_pair():
    vectors = unit(np.ones((2, 8)))
    assert list(near_pairs(vectors, np.array([0, 1]), np.ones(2, bool), 0.5)) == []


def test_a_vector_of_length_0_is_near_to_nobody():
    assert list(near_pairs(np.zeros((3, 8), np.float16), *one_cluster(3), 0.0)) == []


def test_rows_that_state_other_facts_are_no_pair_however_near():
    vectors = unit(np.ones((5, 8)) + 0.01 * np.eye(5, 8))[[0, 1, 2, 0, 1]]
    signatures = np.array([7, 7, 9, 9, 9], np.uint64)
    found = as_set(near_pairs(vectors, *one_cluster(5), 0.9, signatures))
    assert found == {(0, 1), (2, 3), (2, 4), (3, 4)}


def test_a_similarity_of_one_is_that_of_equal_vectors_alone():
    vectors = unit(np.random.default_rng(3).normal(size=(4, 8))).astype(np.float16)
    vectors[1] = vectors[0]
    vectors[3] = vectors[2]
    vectors[3, 0] = np.nextafter(vectors[3, 0], np.float16(2))  # their product may be above 1
    pairs = concatenated(list(near_pairs(vectors, *one_cluster(4), 0.99)))
    near = {(int(i), int(j)): float(s) for i, j, s in zip(*pairs, strict=True)}
    assert near[0, 1] == 1
    assert 0.99 < near[2, 3] < 1


def test_the_first_of_equal_vectors_is_the_first_by_place():
    vectors = np.tile(unit(np.ones((1, 8))), (4, 1))
    pairs = concatenated(list(near_pairs(vectors, *one_cluster(4), 0.9, place=np.array([3, 2, 0, 1]))))
    assert set(zip(pairs.i.tolist(), pairs.j.tolist(), strict=True)) == {(0, 2), (1, 2), (2, 3)}
