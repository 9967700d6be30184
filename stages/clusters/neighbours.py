"""The nearest other centroids of each centroid. All have length 1."""

from typing import NamedTuple

import numpy as np


class Neighbours(NamedTuple):
    number: np.ndarray  # (k, m) int64, the nearest first
    distance: np.ndarray  # (k, m) float32: 1 - cosine, never negative


def neighbours(centroids: np.ndarray, m: int, start: int = 0, stop: int | None = None) -> Neighbours:
    """Return the `m` nearest others of each of (k, d) centroids, or all k - 1 where they are fewer.

    With `start` and `stop`, of those centroids alone. Exact: k · d multiplications for each, which FAISS does
    in blocks; 100,000 of 512 numbers take minutes.
    """
    import faiss

    k, d = centroids.shape
    stop = k if stop is None else stop
    n, m = stop - start, min(m, k - 1)
    if m < 1:
        return Neighbours(np.empty((n, 0), np.int64), np.empty((n, 0), np.float32))
    vectors = np.ascontiguousarray(centroids, np.float32)
    index = faiss.IndexFlatIP(d)
    index.add(vectors)
    similarity, number = index.search(vectors[start:stop], m + 1)
    own = number == np.arange(start, stop)[:, None]
    own[~own.any(axis=1), -1] = True  # equal centroids may leave none of themselves among the nearest
    return Neighbours(number[~own].reshape(n, m), np.maximum(1 - similarity[~own].reshape(n, m), 0))
