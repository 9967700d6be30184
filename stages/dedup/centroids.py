"""Spherical k-means in two levels, and the nearest clusters of a vector. All vectors have length 1.

A flat k-means of n vectors costs n·k; two levels of √k cost 2·n·√k, and make clusters of much more equal
size. Measured at 1M x 512 with 10,000 clusters: 26 CPU s and no cluster above 1,200 vectors
(docs/measurements.md §2).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from vlcorpus.stages.dedup.widen import widen

POINTS_PER_CENTROID = 64  # ours: vectors drawn for each centroid; FAISS warns below 39
MIN_POINTS = 4  # ours: fewest vectors of a centroid; of fewer, a mean says nothing
MAX_POINTS = 256  # per centroid, that FAISS takes
BLOCK = 8192  # ours: vectors in float32 at a time: 16 MB of 512 numbers, for the cache
ITERATIONS = 10
PROBED = 6  # ours: upper cells in which the nearest lower clusters are looked for: see bench-dedup


@dataclass(frozen=True)
class Centroids:
    upper: np.ndarray  # (√k, d) float32: where a cluster is looked for first
    lower: np.ndarray  # (k, d) float32: the clusters
    parent: np.ndarray  # (k,) int32: the upper cell that a cluster was made in
    size: np.ndarray  # (k,) float32: how many vectors are in its cell, in equal parts


def train_centroids(sample: np.ndarray, k: int, *, seed: int = 0) -> Centroids:
    """Cluster a sample that is in memory, (m, d) float16 or float32; its rows should be drawn at random."""
    k = n_trained(k, len(sample))
    upper = train_cells(sample, k, seed=seed)
    cell = nearest_cells(upper, sample)
    inside = [
        train_inside(upper, c, sample[cell == c], k / len(sample), seed=seed) for c in range(len(upper))
    ]
    lower, size = zip(*inside, strict=True)
    parent = np.repeat(np.arange(len(upper), dtype=np.int32), list(map(len, lower)))
    return Centroids(upper, np.concatenate(lower), parent, np.concatenate(size))


def n_trained(k: int, n_sampled: int) -> int:
    """Return how many clusters a sample is good for, where `k` are wanted: each has `MIN_POINTS` vectors."""
    return max(1, min(k, n_sampled // MIN_POINTS))


def n_cells(k: int) -> int:
    """Return how many upper cells `k` clusters have."""
    return max(1, round(k**0.5))


def train_cells(sample: np.ndarray, k: int, *, seed: int = 0) -> np.ndarray:
    """Return the upper cells of `k` clusters, (√k, d) float32, of `MAX_POINTS` vectors for each at most.

    By one thread, as all training here: FAISS's products in several round otherwise, which moves a vector to
    another cluster here and there (seen at 200,000), so that two machines would write different bytes; and
    at products of this size a second thread costs more than twice the CPU time.
    """
    with _one_thread():
        return _kmeans(widen(sample[: MAX_POINTS * n_cells(k)]), n_cells(k), seed)


def nearest_cells(upper: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Return the cell of each vector, (n,) int64."""
    with _one_thread():
        return np.concatenate([_nearest(upper, block, 1)[:, 0] for block in _blocks(vectors)])


def train_inside(
    upper: np.ndarray, cell: int, own: np.ndarray, share: float, *, seed: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Cluster the vectors `own` of a cell: `share` clusters for each vector.

    Returns centroids, (k, d) float32, and of how many vectors each is, in equal parts, (k,) float32. A cell
    without vectors is a cluster itself.
    """
    with _one_thread():
        vectors = widen(own) if len(own) else upper[[cell]]
        lower = _kmeans(vectors, max(1, round(share * len(vectors))), seed)
    return lower, np.full(len(lower), len(own) / len(lower), np.float32)


def nearest_clusters(vectors: np.ndarray, centroids: Centroids, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the `n` nearest clusters of each vector and its cosines to them, nearest first.

    (len(vectors), n) int32 and float32; -1 for none. They are looked for in the `PROBED` nearest upper cells:
    all vectors that look into a cell are multiplied at once, for a third of what FAISS's IndexIVFFlat costs,
    which takes them one by one. `vectors` may be float16.
    """
    borders = np.searchsorted(centroids.parent, np.arange(len(centroids.upper) + 1))
    found = [_nearest_in_cells(block, centroids, borders, n) for block in _blocks(vectors)]
    cluster, similarity = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return cluster, similarity


def _nearest_in_cells(
    vectors: np.ndarray, centroids: Centroids, borders: np.ndarray, n: int
) -> tuple[np.ndarray, np.ndarray]:
    probed = min(PROBED, len(centroids.upper))
    cells = _best(vectors @ centroids.upper.T, probed)[0].ravel()
    order = np.argsort(cells, kind="stable")
    starts = np.searchsorted(cells[order], np.arange(len(centroids.upper) + 1))
    cluster = np.full((len(cells), n), -1, np.int32)
    similarity = np.full((len(cells), n), -2, np.float32)
    for cell in np.unique(cells):
        looks = order[starts[cell] : starts[cell + 1]]
        low, high = borders[cell], borders[cell + 1]
        best, cosine = _best(vectors[looks // probed] @ centroids.lower[low:high].T, min(n, high - low))
        cluster[looks, : best.shape[1]] = best + low
        similarity[looks, : best.shape[1]] = cosine
    shape = (len(vectors), probed * n)
    clusters, similarities = cluster.reshape(shape), similarity.reshape(shape)
    best = np.argsort(-similarities, axis=1, kind="stable")[:, :n]
    return np.take_along_axis(clusters, best, axis=1), np.take_along_axis(similarities, best, axis=1)


def _best(similar: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the columns of the `n` highest cosines of each row and these, highest first; `similar` is spent.

    For few, a maximum at a time costs less than a partition.
    """
    each = np.arange(len(similar))
    best, cosine = np.empty((len(similar), n), np.int32), np.empty((len(similar), n), np.float32)
    for place in range(n):
        highest = similar.argmax(axis=1)
        best[:, place], cosine[:, place] = highest, similar[each, highest]
        similar[each, highest] = -2
    return best, cosine


def _blocks(vectors: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the vectors as float32, a part at a time."""
    for start in range(0, max(1, len(vectors)), BLOCK):
        yield widen(vectors[start : start + BLOCK])


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keep FAISS, and the BLAS inside it, to one thread."""
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _kmeans(vectors: np.ndarray, k: int, seed: int) -> np.ndarray:
    import faiss

    if k == 1:
        mean = vectors.mean(axis=0, keepdims=True)
        return (mean / max(float(np.linalg.norm(mean)), 1e-12)).astype(np.float32)
    kmeans = faiss.Kmeans(
        vectors.shape[1],
        min(k, len(vectors)),
        niter=ITERATIONS,
        spherical=True,
        seed=seed + 1,
        max_points_per_centroid=MAX_POINTS,
        min_points_per_centroid=1,
    )
    kmeans.train(np.ascontiguousarray(vectors))
    return np.asarray(kmeans.centroids)


def _nearest(centroids: np.ndarray, vectors: np.ndarray, n: int) -> np.ndarray:
    import faiss

    index = faiss.IndexFlatIP(centroids.shape[1])
    index.add(centroids)
    return index.search(np.ascontiguousarray(vectors), n)[1]
