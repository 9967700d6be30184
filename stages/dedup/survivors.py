"""Which row of a cluster of duplicates stays: the one with the highest score, of equals the smallest id.

The decisions depend on ids, scores and pairs alone: no order of rows or of pairs changes them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from stages.dedup.semantic_pairs import Pairs
from stages.dedup.union_find import UnionFind


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    keep: bool
    cluster: str  # the smallest id in it; a row without duplicates is its own cluster
    duplicate_of: str | None  # the survivor's id; null for survivors
    similarity: float | None  # to the most similar row of its cluster, who need not be the survivor; as above


def decide(ids: Sequence[str], scores: np.ndarray, pairs: Iterable[Pairs]) -> list[Decision]:
    """Return a decision per id, in their order; `pairs` are of row numbers, and may be a stream.

    Raises ValueError for an id that comes twice, and for a score that is no number.
    """
    names = np.asarray(ids, dtype=object)
    order = np.argsort(names, kind="stable")
    if (names[order[1:]] == names[order[:-1]]).any():
        raise ValueError("an id comes twice: give each row its own")
    if np.isnan(scores).any():
        raise ValueError(f"{ids[int(np.isnan(scores).argmax())]}: its score is NaN; score it or give it -inf")
    clusters, nearest = _clusters(len(ids), pairs)
    rank = np.empty(len(ids), np.int64)
    rank[order] = np.arange(len(ids))
    survivor = _first_of(clusters, np.lexsort((rank, -scores, clusters)))
    smallest = _first_of(clusters, np.lexsort((rank, clusters)))
    return [
        Decision(ids[row], True, ids[low], None, None)
        if row == kept
        else Decision(ids[row], False, ids[low], ids[kept], near)
        for row, (kept, low, near) in enumerate(
            zip(survivor.tolist(), smallest.tolist(), nearest.tolist(), strict=True)
        )
    ]


def _clusters(n: int, pairs: Iterable[Pairs]) -> tuple[np.ndarray, np.ndarray]:
    joined, nearest = UnionFind(n), np.zeros(n, np.float32)
    for batch in pairs:
        joined.join(batch.i, batch.j)
        np.maximum.at(nearest, batch.i, batch.similarity)
        np.maximum.at(nearest, batch.j, batch.similarity)
    return joined.clusters(), nearest


def _first_of(clusters: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return for each row the first row of its cluster in `order`, which is by cluster first."""
    by_cluster = clusters[order]
    new = np.flatnonzero(np.diff(by_cluster, prepend=-1))
    first = np.empty(len(clusters), np.int64)
    first[order] = np.repeat(order[new], np.diff(new, append=len(order)))
    return first
