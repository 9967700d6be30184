"""Which row of a cluster of duplicates stays: the one with the highest score, of equals the smallest id.

The decisions depend on ids, scores and pairs alone: no order of rows or of pairs changes them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.union_find import UnionFind


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
    rank = np.empty(len(ids), np.int64)
    rank[order] = np.arange(len(ids))
    groups = survivors(rank, scores, pairs)
    return [
        Decision(ids[row], True, ids[low], None, None)
        if row == kept
        else Decision(ids[row], False, ids[low], ids[kept], near)
        for row, (kept, low, near) in enumerate(
            zip(groups.survivor.tolist(), groups.smallest.tolist(), groups.similarity.tolist(), strict=True)
        )
    ]


class Groups(NamedTuple):
    """Of each row: what its group is, and who of it stays. Arrays of (n,)."""

    smallest: np.ndarray  # int64: the row of the smallest id in its group
    survivor: np.ndarray  # int64: the row that stays
    similarity: np.ndarray  # float32: to the most similar row that it has a pair with; 0 where it has none


def survivors(rank: np.ndarray, scores: np.ndarray, pairs: Iterable[Pairs]) -> Groups:
    """Decide on rows without an object for each; `rank`, (n,), is the place of each row's id among all."""
    joined, nearest = UnionFind(len(rank)), np.zeros(len(rank), np.float32)
    for batch in pairs:
        joined.join(batch.i, batch.j)
        np.maximum.at(nearest, batch.i, batch.similarity)
        np.maximum.at(nearest, batch.j, batch.similarity)
    clusters = joined.clusters()
    return Groups(
        _first_of(clusters, np.lexsort((rank, clusters))),
        _first_of(clusters, np.lexsort((rank, -scores, clusters))),
        nearest,
    )


def _first_of(clusters: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return for each row the first row of its cluster in `order`, which is by cluster first."""
    by_cluster = clusters[order]
    new = np.flatnonzero(np.diff(by_cluster, prepend=-1))
    first = np.empty(len(clusters), np.int64)
    first[order] = np.repeat(order[new], np.diff(new, append=len(order)))
    return first
