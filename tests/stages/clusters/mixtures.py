"""Mixtures of subjects on the sphere, and the clusters that k-means makes of them."""

from typing import NamedTuple

import numpy as np

from vlcorpus.stages.dedup.centroids import train_centroids


class Clusters(NamedTuple):
    n: np.ndarray
    spread: np.ndarray
    centroids: np.ndarray
    subject: np.ndarray  # the subject that most of a cluster's vectors were drawn from


def unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)).astype(np.float32)


def mixture(sizes: list[int], *, seed: int = 0, d: int = 96, inner: int = 10, width: float = 0.5):
    """Return shuffled vectors and the subject of each, every subject with `inner` dimensions of its own."""
    rng = np.random.default_rng(seed)
    parts = []
    for size in sizes:
        plane = np.linalg.qr(rng.normal(size=(d, inner)))[0]
        scatter = rng.normal(size=(size, inner)) * width / inner**0.5
        parts.append(unit(rng.normal(size=d)) + scatter @ plane.T + 0.2 * rng.normal(size=(size, d)) / d**0.5)
    order = rng.permutation(sum(sizes))
    return unit(np.concatenate(parts)[order]), np.repeat(np.arange(len(sizes)), sizes)[order]


def clusters_of(vectors: np.ndarray, subject: np.ndarray, k: int) -> Clusters:
    centroids = train_centroids(vectors, k).lower
    cosines = vectors @ centroids.T
    cluster, similarity = cosines.argmax(axis=1), cosines.max(axis=1)
    n = np.bincount(cluster, minlength=len(centroids))
    spread = np.bincount(cluster, 1 - similarity, len(centroids)) / np.maximum(n, 1)
    votes = np.zeros((len(centroids), subject.max() + 1), int)
    np.add.at(votes, (cluster, subject), 1)
    return Clusters(n, spread.astype(np.float32), centroids, votes.argmax(axis=1))
