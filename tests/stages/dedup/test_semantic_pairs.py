"""Near pairs of vectors: against all pairs by brute force."""

import numpy as np
import pytest

from stages.dedup.centroids import nearest_clusters, train_centroids
from stages.dedup.semantic_pairs import BLOCK, semantic_pairs


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
    return set(zip(pairs.i.tolist(), pairs.j.tolist(), strict=True))


def test_one_cluster_is_brute_force():
    vectors = vectors_with_copies(BLOCK + 500)
    pairs = semantic_pairs(vectors, np.zeros((len(vectors), 1), np.int32), 0.9)
    assert as_set(pairs) == brute(vectors, 0.9)
    assert len(as_set(pairs)) == len(pairs.i) >= 300
    np.testing.assert_allclose(
        pairs.similarity, np.sum(vectors[pairs.i] * vectors[pairs.j], axis=1), atol=1e-5
    )


@pytest.mark.parametrize("threshold", [0.8, 0.95])
def test_clusters_find_nearly_all_and_nothing_else(threshold):
    vectors = vectors_with_copies(20_000, n_copies=2000)
    clusters = nearest_clusters(vectors, train_centroids(vectors, 100), 2)
    found, every = as_set(semantic_pairs(vectors, clusters, threshold)), brute(vectors, threshold)
    assert found <= every
    assert len(found) >= 0.97 * len(every) > 1500
    one = as_set(semantic_pairs(vectors, clusters[:, :1], threshold))
    assert one < found


def test_pairs_come_once_and_ascending():
    vectors = vectors_with_copies()
    clusters = np.stack([np.arange(3000) % 2, 1 - np.arange(3000) % 2], axis=1)  # everyone visits
    pairs = semantic_pairs(vectors, clusters, 0.9)
    listed = list(zip(pairs.i.tolist(), pairs.j.tolist(), strict=True))
    assert listed == sorted(set(listed))
    assert set(listed) == brute(vectors, 0.9)


def test_none_is_an_answer():
    pairs = semantic_pairs(np.eye(8, dtype=np.float32), np.zeros((8, 1), np.int32), 0.5)
    assert [len(part) for part in pairs] == [0, 0, 0]


def test_no_cluster_is_no_neighbour():
    vectors = unit(np.ones((4, 8)))
    assert as_set(semantic_pairs(vectors, np.array([[0, -1], [0, -1], [1, -1], [1, 0]]), 0.9)) == {
        (0, 1),
        (2, 3),
        (0, 3),
        (1, 3),
    }
