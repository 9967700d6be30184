"""Which rows stay of those that say the same: each row that goes is near to the one that stays for it.

Rows are decided on by their scores, the highest first, of equals the smallest id: a row stays unless it has a
pair with one that stays already. A chain of pairs therefore takes nothing that is far from what stays: this
is no single linkage. Rows of similarity 1 are equal, and count as one. Ids, scores and pairs alone decide; no
order of rows or of pairs changes anything. It takes rounds, a few dozen for millions of rows whose ids are
hashes. Source: Blelloch, Fineman, Shun, "Greedy sequential maximal independent set and matching are parallel
on average", 2012.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from vlcorpus.stages.dedup.pairs import Pairs, concatenated
from vlcorpus.stages.dedup.union_find import UnionFind


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    keep: bool
    cluster: str  # the smallest id of a survivor and what goes for it; a row without duplicates is its own
    duplicate_of: str | None  # the survivor's id; null for survivors
    similarity: float | None  # similarity to the survivor; null for survivors


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
    survivor: np.ndarray  # int64: the row that stays for it, which may be itself
    similarity: np.ndarray  # float32: to that row; 0 where it is the row itself


def survivors(rank: np.ndarray, scores: np.ndarray, pairs: Iterable[Pairs]) -> Groups:
    """Decide on rows without an object for each; `rank`, (n,), is the place of each row's id among all."""
    rows, place = np.arange(len(rank)), staying_order(rank, scores)
    i, j, similarity = concatenated(list(pairs))
    equal = similarity == 1
    leader = _leaders(place, i[equal], j[equal])
    i, j, similarity = leader[i[~equal]], leader[j[~equal]], similarity[~equal]
    first, later = np.where(place[i] < place[j], i, j), np.where(place[i] < place[j], j, i)
    apart = first != later
    first, later, similarity = first[apart], later[apart], similarity[apart]
    stays = _who_stays(len(rank), first, later)

    survivor, near = rows.copy(), np.zeros(len(rank), np.float32)
    goes = np.flatnonzero(stays[first] & ~stays[later])
    goes = goes[np.lexsort((place[first[goes]], -similarity[goes], later[goes]))]
    goes = goes[np.flatnonzero(np.diff(later[goes], prepend=-1))]  # each with the most similar that stays
    survivor[later[goes]], near[later[goes]] = first[goes], similarity[goes]
    copies = np.flatnonzero(leader != rows)
    led_by = leader[copies]
    near[copies] = np.where(survivor[led_by] == led_by, np.float32(1), near[led_by])
    survivor[copies] = survivor[led_by]
    return Groups(_first_of(survivor, np.lexsort((rank, survivor))), survivor, near)


def staying_order(rank: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Return the place of each row in the order in which rows are decided on, (n,) int64."""
    place = np.empty(len(rank), np.int64)
    place[np.lexsort((rank, -scores))] = np.arange(len(rank))
    return place


def _leaders(place: np.ndarray, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Return for each row the first of those that are equal to it."""
    same = UnionFind(len(place))
    same.join(i, j)
    clusters = same.clusters()
    return _first_of(clusters, np.lexsort((place, clusters)))


def _who_stays(n: int, first: np.ndarray, later: np.ndarray) -> np.ndarray:
    """Return which of n rows stay, (n,) bool; `first[k]` is decided on before `later[k]`."""
    stays, waits = np.ones(n, bool), np.zeros(n, bool)
    while len(first):
        waits[later] = True  # a row before it is undecided
        stays[later[~waits[first]]] = False
        waits[later] = False
        undecided = stays[first] & stays[later]
        first, later = first[undecided], later[undecided]
    return stays


def _first_of(clusters: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return for each row the first row of its cluster in `order`, which is by cluster first."""
    by_cluster = clusters[order]
    new = np.flatnonzero(np.diff(by_cluster, prepend=-1))
    first = np.empty(len(clusters), np.int64)
    first[order] = np.repeat(order[new], np.diff(new, append=len(order)))
    return first
