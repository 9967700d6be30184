"""Pairs of vectors that mean the same, compared inside clusters only.

Source: SemDeDup (Abbas et al., 2023), which looks inside the nearest cluster; near pairs on both sides of a
border are lost then. A vector that is a guest in its second-nearest cluster as well finds 99 of 100
(docs/measurements.md §2).
"""

from collections.abc import Iterator

import numpy as np

from vlcorpus.stages.dedup.buckets import equal_rows
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.widen import widen

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio
NEARLY_ONE = np.nextafter(np.float32(1), np.float32(0))
BLOCK = 1024  # ours: rows compared with as many: 4 MB of similarities, 84 MB where all are pairs


def near_pairs(
    vectors: np.ndarray,
    clusters: np.ndarray,
    own: np.ndarray,
    threshold: float,
    signatures: np.ndarray | None = None,
    place: np.ndarray | None = None,
) -> Iterator[Pairs]:
    """Yield the pairs of rows with a cosine of at least `threshold`, cluster by cluster.

    `vectors` (n, d) float16 or float32 of length 1, `clusters` (n,) int, `own` (n,) bool: false for a guest,
    a vector that lives in another cluster. Guests are not compared with each other, unless they are equal.
    Vectors that are equal in all bits count as one, their first by `place`, (n,) int: each later one is
    paired with it only, for a caption that comes a thousand times has half a million pairs, which say no more
    (`pass_on.py`). Theirs alone is a similarity of 1. A vector of length 0 is near to nobody, and rows that
    differ in `signatures`, (n,) uint64, are no pair, however near they are.
    Beside the arrays given, memory is that of some blocks, however large a cluster.
    """
    hashes = _hashes(vectors)
    nothing = np.flatnonzero(hashes == 0)  # the hash of a vector of length 0, and rarely of another
    nothing = nothing[~vectors[nothing].any(axis=1)]
    order = np.lexsort((~own, clusters) if place is None else (place, ~own, clusters))
    order = order[~np.isin(order, nothing)] if len(nothing) else order
    signatures = np.zeros(len(own), np.uint64) if signatures is None else signatures
    keys = hashes[order] + (clusters[order].astype(np.uint64) * _MULTIPLIER ^ signatures[order]) * _MULTIPLIER
    first, first_of = equal_rows(keys)
    later = np.flatnonzero(first_of != np.arange(len(order)))
    kept, of = order[first_of[later]], order[later]
    equal = _equal(vectors, kept, of)
    if equal.any():
        yield _ordered(kept[equal], of[equal], np.ones(int(equal.sum()), np.float32))
    rows = order[np.sort(np.concatenate([first, later[~equal]]))]
    borders = np.flatnonzero(np.diff(clusters[rows])) + 1
    for members in np.split(rows, borders):
        for pairs in _inside(vectors, members, int(own[members].sum()), threshold):
            alike = signatures[pairs.i] == signatures[pairs.j]
            if alike.all():
                yield pairs
            elif alike.any():
                yield Pairs(*(part[alike] for part in pairs))


def _inside(vectors: np.ndarray, rows: np.ndarray, n_own: int, threshold: float) -> Iterator[Pairs]:
    """Yield the pairs of one cluster, whose first `n_own` rows are its own."""
    for start in range(0, n_own if len(rows) > 1 else 0, BLOCK):
        columns = rows[start : min(start + BLOCK, n_own)]
        members = widen(vectors[columns])
        # NumPy sees that a matrix is multiplied by itself, and computes one half.
        i, j, similarity = _above(members @ members.T, threshold)
        once = i < j
        if once.any():
            yield _ordered(columns[i[once]], columns[j[once]], similarity[once])
        for other in range(start + len(columns), len(rows), BLOCK):
            part = rows[other : other + BLOCK]
            i, j, similarity = _above(widen(vectors[part]) @ members.T, threshold)
            if len(i):
                yield _ordered(part[i], columns[j], similarity)


def _above(similar: np.ndarray, threshold: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    flat = similar.ravel()
    found = np.flatnonzero(flat >= threshold)
    return *np.divmod(found, similar.shape[1]), np.minimum(flat[found], NEARLY_ONE)


def _equal(vectors: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    equal = np.empty(len(a), bool)
    for start in range(0, len(a), BLOCK):
        part = slice(start, start + BLOCK)
        equal[part] = (vectors[a[part]] == vectors[b[part]]).all(axis=1)
    return equal


def _ordered(a: np.ndarray, b: np.ndarray, similarity: np.ndarray) -> Pairs:
    return Pairs(np.minimum(a, b), np.maximum(a, b), similarity)


def _hashes(vectors: np.ndarray) -> np.ndarray:
    """Return 64 bits of each vector, (n,) uint64; 0 for one of length 0."""
    words = np.ascontiguousarray(vectors).view(np.uint8).reshape(len(vectors), -1)
    words = np.pad(words, ((0, 0), (0, -words.shape[1] % 8))) if words.shape[1] % 8 else words
    words = words.view(np.uint64)
    return words @ (np.random.default_rng(0).integers(0, 2**64, words.shape[1], np.uint64) | np.uint64(1))
