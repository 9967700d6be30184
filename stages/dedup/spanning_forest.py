"""Few of many pairs, which join the same rows: at most one less than there are rows."""

from collections.abc import Iterable

from vlcorpus.stages.dedup.pairs import Pairs, concatenated, gathered
from vlcorpus.stages.dedup.union_find import UnionFind

BATCH = 1 << 16  # ours: pairs at a time


def spanning_forest(n: int, pairs: Iterable[Pairs]) -> Pairs:
    """Return those of the pairs of rows 0 to n - 1 that join two clusters which were apart.

    Joining these gives the clusters that all pairs give. Of a batch, a cluster is joined by its most similar
    pair to one with a smaller row; what came in an earlier batch stays.
    """
    joined = UnionFind(n)
    kept = []
    for batch in gathered(pairs, BATCH):
        used = joined.join_by_best(*batch)
        kept.append(Pairs(*(part[used] for part in batch)))
    return concatenated(kept)
