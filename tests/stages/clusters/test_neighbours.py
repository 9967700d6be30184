"""The nearest other centroids, as a full comparison finds them."""

import numpy as np
import pytest

from vlcorpus.pipelines.steps.find_neighbours import BLOCK
from vlcorpus.stages.clusters.neighbours import neighbours


def unit(k: int, d: int = 8, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(k, d)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize(("k", "m"), [(2, 1), (20, 5), (20, 19)])
def test_they_are_those_of_a_full_comparison(k, m):
    centroids = unit(k)
    found = neighbours(centroids, m)
    similarity = centroids @ centroids.T
    np.fill_diagonal(similarity, -np.inf)
    assert np.array_equal(found.number, np.argsort(-similarity, axis=1)[:, :m])
    assert np.allclose(found.distance, 1 - np.sort(similarity, axis=1)[:, ::-1][:, :m], atol=1e-5)


@pytest.mark.parametrize(("k", "m", "n"), [(3, 9, 2), (1, 5, 0), (0, 5, 0), (5, 0, 0)])
def test_there_are_no_more_than_there_are_others(k, m, n):
    assert neighbours(unit(k), m).number.shape == (k, n)


def test_of_equal_centroids_none_is_its_own_neighbour():
    found = neighbours(np.repeat(unit(1), 6, axis=0), 3)
    assert all(own not in row for own, row in enumerate(found.number))
    assert (found.distance >= 0).all()


@pytest.mark.parametrize("m", [1, 10])
def test_a_block_has_the_bits_that_it_has_in_the_whole(m):
    centroids = unit(2 * BLOCK + 100, 64)
    whole = neighbours(centroids, m)
    blocks = [neighbours(centroids, m, 0, BLOCK), neighbours(centroids, m, BLOCK, len(centroids))]
    assert np.array_equal(np.concatenate([block.number for block in blocks]), whole.number)
    assert np.array_equal(np.concatenate([block.distance for block in blocks]), whole.distance)
