"""The map keeps neighbours together, and is the same for equal data."""

import numpy as np
import pytest

from tests.stages.clusters.mixtures import mixture, unit
from vlcorpus.stages.clusters import map_layout as module
from vlcorpus.stages.clusters.map_layout import map_layout


def own_neighbours(place: np.ndarray, subject: np.ndarray) -> float:
    """Return the share of points whose nearest other one is of the same cluster."""
    apart = ((place[:, None] - place[None]) ** 2).sum(axis=-1) + 9 * np.eye(len(place))
    return (subject[apart.argmin(axis=1)] == subject).mean()


def test_clusters_that_two_components_mix_are_apart_on_the_map(monkeypatch):
    centroids, subject = mixture([30] * 25)
    assert own_neighbours(map_layout(centroids), subject) > 0.95
    monkeypatch.setattr(module, "MAX_REFINED", 0)
    assert own_neighbours(map_layout(centroids), subject) < 0.8


@pytest.mark.parametrize("k", [1, 2, 3, 4, 5, 40])
def test_it_fills_a_square_around_the_middle(k):
    centroids = unit(np.random.default_rng(k).normal(size=(k, 16)))
    place = map_layout(centroids)
    assert (place.shape, place.dtype) == ((k, 2), np.float32)
    assert np.abs(place).max() == pytest.approx(1 if k > 1 else 0)
    np.testing.assert_array_equal(map_layout(centroids), place)


def test_equal_centroids_do_not_fail():
    assert np.isfinite(map_layout(unit(np.ones((20, 8))))).all()


def test_many_clusters_are_components_alone(monkeypatch):
    monkeypatch.setattr(module, "MAX_REFINED", 30)
    monkeypatch.setattr(module, "neighbours", None)
    centroids, _ = mixture([10] * 4)
    place = map_layout(centroids)
    np.testing.assert_allclose(map_layout(centroids[::-1])[::-1], place, atol=1e-4)
