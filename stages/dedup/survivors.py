"""Which rows stay of those that say the same: each row that goes is near to the one that stays for it.

Rows are decided on by their scores, the highest first, of equals the smallest id: a row stays unless it has a
pair with one that stays already (`who_goes.py`). Rows of similarity 1 are equal, and count as one. Ids,
scores and pairs alone decide; no order of rows or of pairs changes anything. This is for rows of which all
pairs are in memory; of a corpus, `pipelines/semantic_dedup.py` makes the same decisions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from vlcorpus.stages.dedup.pairs import Pairs, concatenated
from vlcorpus.stages.dedup.union_find import UnionFind
from vlcorpus.stages.dedup.who_goes import who_goes


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    keep: bool
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
    found = survivors(rank, scores, pairs)
    return [
        Decision(ids[row], True, None, None) if row == kept else Decision(ids[row], False, ids[kept], near)
        for row, (kept, near) in enumerate(
            zip(found.survivor.tolist(), found.similarity.tolist(), strict=True)
        )
    ]


class Survivors(NamedTuple):
    """Of each row, which one stays for it. Arrays of (n,)."""

    survivor: np.ndarray  # int64: the row that stays for it, which may be itself
    similarity: np.ndarray  # float32: to that row; 0 where it is the row itself


def survivors(rank: np.ndarray, scores: np.ndarray, pairs: Iterable[Pairs]) -> Survivors:
    """Decide on rows without an object for each; `rank`, (n,), is the place of each row's id among all."""
    rows, place = np.arange(len(rank)), staying_order(rank, scores)
    i, j, similarity = concatenated(list(pairs))
    equal = similarity == 1
    leader = _leaders(place, i[equal], j[equal])
    i, j, similarity = leader[i[~equal]], leader[j[~equal]], similarity[~equal]
    first, later = np.where(place[i] < place[j], i, j), np.where(place[i] < place[j], j, i)
    apart = first != later
    first, later, similarity = first[apart], later[apart], similarity[apart]
    stays = ~who_goes(len(rank), [(first, later)])

    survivor, near = rows.copy(), np.zeros(len(rank), np.float32)
    goes = np.flatnonzero(stays[first] & ~stays[later])
    goes = goes[np.lexsort((place[first[goes]], -similarity[goes], later[goes]))]
    goes = goes[np.flatnonzero(np.diff(later[goes], prepend=-1))]  # each with the most similar that stays
    survivor[later[goes]], near[later[goes]] = first[goes], similarity[goes]
    copies = np.flatnonzero(leader != rows)
    led_by = leader[copies]
    near[copies] = np.where(survivor[led_by] == led_by, np.float32(1), near[led_by])
    survivor[copies] = survivor[led_by]
    return Survivors(survivor, near)


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
    order = np.lexsort((place, clusters))
    new = np.flatnonzero(np.diff(clusters[order], prepend=-1))
    first = np.empty(len(place), np.int64)
    first[order] = np.repeat(order[new], np.diff(new, append=len(order)))
    return first
