"""Thin parts of a corpus are told from dense ones, although k-means makes clusters of one size of both."""

import numpy as np
import pytest

from tests.stages.clusters.mixtures import clusters_of, mixture, unit
from vlcorpus.pipelines.visual_clusters import ClustersConfig
from vlcorpus.stages.clusters.density import (
    ANY_DIMENSION,
    NEIGHBOURS,
    Densities,
    densities,
    intrinsic_dimension,
)
from vlcorpus.stages.clusters.neighbours import neighbours

FOUND = 0.85  # least share of the thin subjects that is found; with 12 seeds it is 0.88 to 1
RIGHT = 0.85  # least share of right ones among the clusters called sparse; with 12 seeds it is 0.91 to 1

LIMITS = ClustersConfig()


def measure(n: np.ndarray, spread: np.ndarray, centroids: np.ndarray) -> Densities:
    near = neighbours(centroids, NEIGHBOURS)
    ratios = {"max_size_ratio": LIMITS.max_size_ratio, "min_distance_ratio": LIMITS.min_distance_ratio}
    return densities(n, spread, near, **ratios)


def ranks(values: np.ndarray) -> np.ndarray:
    return np.argsort(np.argsort(values, kind="stable"), kind="stable")


@pytest.mark.parametrize("seed", range(4))
def test_planted_thin_clusters_are_sparse_and_dense_ones_are_not(seed):
    vectors, subject = mixture([1000] * 12 + [25] * 24, seed=seed)
    clusters = clusters_of(vectors, subject, len(vectors) // 100)
    measured = measure(*clusters[:3])
    thin = clusters.subject >= 12
    assert (measured.sparse & thin).sum() >= FOUND * thin.sum() > 10
    assert (measured.sparse & thin).sum() >= RIGHT * measured.sparse.sum()
    assert np.median(measured.density[thin]) < 0.2 * np.median(measured.density[~thin])


def test_density_ranks_clusters_as_the_distance_to_their_20th_image_does_and_size_does_not():
    sizes = [int(1500 / rank**0.8) for rank in range(1, 41)]
    vectors, subject = mixture(sizes, inner=5)
    clusters = clusters_of(vectors, subject, len(vectors) // 64)
    radius = np.sort(1 - vectors @ clusters.centroids.T, axis=0)[20]
    by_density = np.corrcoef(ranks(measure(*clusters[:3]).density), ranks(-radius))[0, 1]
    by_size = np.corrcoef(ranks(clusters.n), ranks(-radius))[0, 1]
    assert by_density > 0.9 > 0.6 > by_size


def test_where_a_cluster_is_cut_in_parts_its_density_stays():
    vectors, subject = mixture([2000] * 4 + [400] * 12, inner=4)
    found = []
    for k in (30, 90):
        clusters = clusters_of(vectors, subject, k)
        density = measure(*clusters[:3]).density
        found.append(np.median(density[clusters.subject < 4]) / np.median(density[clusters.subject >= 4]))
    assert found[0] == pytest.approx(found[1], rel=0.5)
    assert min(found) > 1.5


def test_equal_clusters_are_equally_dense_and_none_is_sparse():
    measured = measure(np.full(30, 50), np.full(30, 0.1), np.eye(30, dtype=np.float32))
    np.testing.assert_allclose(measured.density, 1, rtol=1e-5)
    np.testing.assert_allclose(measured.isolation, 1)
    assert not measured.sparse.any()


def test_a_lone_cluster_is_not_sparse():
    measured = measure(np.array([3]), np.array([0.2]), unit(np.ones((1, 8))))
    assert (measured.isolation.tolist(), measured.density.tolist(), measured.sparse.tolist()) == (
        [0],
        [1],
        [False],
    )
    assert measured.dimension == ANY_DIMENSION


@pytest.mark.parametrize(
    ("n", "spread"),
    [([0, 0, 0, 0, 0], [0] * 5), ([1, 1, 1, 1, 1], [0] * 5), ([0, 1, 40, 50, 60], [np.nan, 0, 0, 0, 0.1])],
)
def test_few_members_and_no_spread_are_no_trouble(n, spread):
    measured = measure(np.array(n), np.array(spread), np.eye(5, dtype=np.float32))
    assert np.isfinite(measured.density).all()
    assert ((measured.density > 0) == (np.array(n) > 0)).all()
    assert not measured.sparse.any()  # none is farther than the others


def test_equal_centroids_are_no_trouble():
    centroids = unit(np.ones((20, 8)))
    measured = measure(np.arange(20), np.full(20, 0.1), centroids)
    np.testing.assert_allclose(measured.isolation, 0, atol=1e-6)
    assert np.isfinite(measured.density).all()
    assert not measured.sparse.any()


def test_a_few_images_far_out_are_thin_though_they_look_alike():
    rng = np.random.default_rng(0)
    crowd = unit(np.eye(16)[0] + 0.1 * rng.normal(size=(30, 16)))
    far = np.eye(16, dtype=np.float32)[[1]]
    n, spread = np.array([100] * 30 + [4]), np.append(np.linspace(0.01, 0.06, 30), 0.001)
    measured = measure(n, spread, np.concatenate([crowd, far]))
    assert measured.sparse.tolist() == [False] * 30 + [True]
    assert measured.density[-1] < 0.25


def test_a_thin_cluster_that_was_cut_is_sparse_in_both_parts():
    rng = np.random.default_rng(0)
    crowd = unit(np.eye(16)[0] + 0.1 * rng.normal(size=(30, 16)))
    parts = unit(np.eye(16)[[1, 1]] + 0.03 * rng.normal(size=(2, 16)))
    n = np.array([100] * 30 + [20, 20])
    measured = measure(n, np.full(32, 0.02), np.concatenate([crowd, parts]))
    assert measured.isolation[-1] < np.median(measured.isolation)
    assert measured.sparse.tolist() == [False] * 30 + [True, True]


def test_few_alone_and_far_alone_are_not_sparse():
    rng = np.random.default_rng(0)
    crowd = unit(np.eye(16)[0] + 0.1 * rng.normal(size=(30, 16)))
    centroids = np.concatenate([crowd, np.eye(16, dtype=np.float32)[[1]]])
    n = np.array([3] + [100] * 30)
    assert not measure(n, np.full(31, 0.02), centroids).sparse.any()


@pytest.mark.parametrize("inner", [2, 4, 8])
def test_dimension_is_about_that_of_the_data(inner):
    plane = np.random.default_rng(0).normal(size=(4000, inner + 1))
    vectors = np.pad(unit(plane), ((0, 0), (0, 20)))
    assert intrinsic_dimension(neighbours(vectors, 10)) == pytest.approx(inner, rel=0.2)


def test_neighbours_are_the_nearest_others():
    vectors = unit(np.random.default_rng(0).normal(size=(200, 12)))
    near = neighbours(vectors, 3)
    distance = 1 - vectors @ vectors.T + 9 * np.eye(200)
    np.testing.assert_array_equal(near.number, np.argsort(distance, axis=1)[:, :3])
    np.testing.assert_allclose(near.distance, np.sort(distance, axis=1)[:, :3], atol=1e-5)
    assert neighbours(vectors[:2], 10).number.tolist() == [[1], [0]]
