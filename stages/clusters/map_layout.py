"""A map of clusters: centroids in a plane, neighbours near each other, unlike ones apart.

Two principal components alone press hundreds of dimensions into one heap. They are where the map starts; then
clusters are drawn to their nearest neighbours and pushed away from others drawn at random, as UMAP does
(McInnes et al., 2018), all of them at once and with a fixed seed: equal centroids are an equal map. What the
map shows is who is near whom; its distances and empty places mean little.
"""

import numpy as np

from vlcorpus.stages.clusters.neighbours import Neighbours, neighbours

MAX_REFINED = 5_000  # a map of more clusters is read as a whole: the components are enough
STEPS = 300
NEIGHBOURS = 8
PUSHED = 24  # clusters that push each cluster away in a step; every step draws other ones
MAX_PUSH = 4.0  # greatest push of neighbours that stand too close, in strengths of their pull
MAX_STEP = 1.0  # longest step of a cluster, on a map that starts 20 wide
SEED = 0


def map_layout(centroids: np.ndarray) -> np.ndarray:
    """Return the place of (k, d) centroids, (k, 2) float32, -1 to 1 on the longer side, the middle at 0."""
    place = _principal_components(centroids)
    if 3 < len(centroids) <= MAX_REFINED:
        place = _refine(10 * _to_square(place), neighbours(centroids, NEIGHBOURS))
    return _to_square(place).astype(np.float32)


def _principal_components(centroids: np.ndarray) -> np.ndarray:
    """Return the first two, (k, 2), each with the sign that makes its skew positive."""
    centred = centroids - centroids.mean(axis=0, dtype=np.float64)
    _, axes = np.linalg.eigh(centred.T @ centred)
    place = centred @ axes[:, :-3:-1]
    return place * np.where((place**3).sum(axis=0) < 0, -1, 1)


def _refine(place: np.ndarray, near: Neighbours) -> np.ndarray:
    rng = np.random.default_rng(SEED)
    k, m = near.number.shape
    heads, tails = np.repeat(np.arange(k), m), near.number.ravel()
    scale = np.maximum(np.median(near.distance), 1e-6)
    strength = (scale / (scale + near.distance)).ravel()[:, None]  # what is far is hardly a neighbour
    place = place + rng.normal(scale=1e-3, size=place.shape)  # equal centroids must be able to part
    for step in range(STEPS):
        apart = place[heads] - place[tails]
        squared = _squared(apart)
        room = 4 * place.var(axis=0).sum() / k  # about the square of the distance if all stood evenly
        pull = strength * apart * 2 * np.maximum(1 - room / (squared + 1e-9), -MAX_PUSH) / (1 + squared)
        force = _sum_at(tails, pull, k) - _sum_at(heads, pull, k)
        others = rng.integers(0, k, (k, min(PUSHED, k)))
        apart = place[:, None] - place[others]
        squared = _squared(apart)
        push = apart * 2 / ((0.01 + squared) * (1 + squared))
        force += push.sum(axis=1) * (k / others.shape[1]) ** 0.5
        length = np.sqrt(_squared(force))
        rate = 0.5 * (1 - step / STEPS)
        place = place + rate * force * np.minimum(1, MAX_STEP / np.maximum(length, 1e-9))
    return place


def _squared(vectors: np.ndarray) -> np.ndarray:
    return (vectors**2).sum(axis=-1, keepdims=True)


def _sum_at(index: np.ndarray, vectors: np.ndarray, k: int) -> np.ndarray:
    return np.stack([np.bincount(index, column, k) for column in vectors.T], axis=1)


def _to_square(place: np.ndarray) -> np.ndarray:
    low, high = place.min(axis=0), place.max(axis=0)
    half = (high - low).max() / 2
    return (place - (low + high) / 2) / half if half > 0 else np.zeros_like(place)
