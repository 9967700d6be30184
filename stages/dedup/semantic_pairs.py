"""Pairs of vectors that mean the same: compared inside clusters only, and into each one's second cluster.

Source: SemDeDup (Abbas et al., 2023), which looks inside the nearest cluster; near pairs on both sides of a
border are lost then. With the second-nearest cluster of one of the two looked at as well, 99 % are found
(reference/facts.md).
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

BLOCK = 2048  # ours: rows of a cluster compared at a time: 16 MB of similarities
CLUSTERS_LOOKED_AT = 2


class Pairs(NamedTuple):
    """Rows `i` < `j`, each pair once, ascending."""

    i: np.ndarray  # int64
    j: np.ndarray  # int64
    similarity: np.ndarray  # float32, cosine


def semantic_pairs(vectors: np.ndarray, clusters: np.ndarray, threshold: float) -> Pairs:
    """Return the pairs with a cosine of at least `threshold`.

    `vectors` (n, d) float32 of length 1; a memory map will do. `clusters` (n, c) int: of each vector, the
    nearest first, -1 for none: its own cluster, and those into which it is looked up as well.
    """
    found = list(_found(vectors, clusters, threshold))
    if not found:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32))
    first, second, similarity = (np.concatenate(parts) for parts in zip(*found, strict=True))
    low, high = np.minimum(first, second), np.maximum(first, second)
    order = np.lexsort((high, low))
    low, high, similarity = low[order], high[order], similarity[order]
    new = np.ones(len(low), bool)
    new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    return Pairs(low[new], high[new], similarity[new])


def _found(
    vectors: np.ndarray, clusters: np.ndarray, threshold: float
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yield the pairs of each cluster: between those it is nearest to, and from guests to these."""
    own = _members(clusters[:, 0])
    guests = _members(clusters[:, 1:].ravel(), clusters.shape[1] - 1) if clusters.shape[1] > 1 else {}
    for cluster, rows in own.items():
        here = vectors[rows]
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            similar = here[start : start + BLOCK] @ here.T
            similar[np.arange(len(part))[:, None] + start >= np.arange(len(rows))] = -1  # each pair once
            yield _above(similar, part, rows, threshold)
        visiting = guests.get(cluster, rows[:0])
        for start in range(0, len(visiting), BLOCK):
            part = visiting[start : start + BLOCK]
            yield _above(vectors[part] @ here.T, part, rows, threshold)


def _above(
    similar: np.ndarray, rows: np.ndarray, columns: np.ndarray, threshold: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    i, j = np.nonzero(similar >= threshold)
    return rows[i], columns[j], similar[i, j]


def _members(cluster: np.ndarray, per_row: int = 1) -> dict[int, np.ndarray]:
    """Return the rows of each cluster, ascending; `cluster` names `per_row` of each row, -1 is none."""
    order = np.argsort(cluster, kind="stable")
    names, starts = np.unique(cluster[order], return_index=True)
    groups = np.split(order // per_row, starts[1:])
    return {int(name): rows for name, rows in zip(names, groups, strict=True) if name >= 0}
