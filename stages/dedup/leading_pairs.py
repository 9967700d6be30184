"""Of many pairs, those that decide who stays: of each row, its pairs with the rows that come first.

A row goes if a row before it stays (`survivors.py`), so that of a dense crowd, where each is near to all,
a row's first few pairs say the same as all of them. Where a row has more than `MOST`, all of which go while a
later one stays, it stays although it need not: never the other way round.
"""

from collections.abc import Iterable

import numpy as np

from vlcorpus.stages.dedup.pairs import NO_PAIRS, Pairs, concatenated

MOST = 32  # ours: pairs of a row; of 2,000 vectors in one crowd, as many stay as with all pairs
BATCH = 1 << 18  # ours: pairs that are held before the first are left out, 5 MB


def leading_pairs(place: np.ndarray, pairs: Iterable[Pairs], most: int = MOST) -> Pairs:
    """Return of each row the pairs with `most` rows before it, those with the smallest `place`, (n,) int."""
    held, n, limit = [NO_PAIRS], 0, BATCH
    for batch in pairs:
        held.append(batch)
        n += len(batch.i)
        if n > limit:
            held = [_leading(place, concatenated(held), most)]
            n = len(held[0].i)
            limit = max(BATCH, 2 * n)
    return _leading(place, concatenated(held), most)


def _leading(place: np.ndarray, pairs: Pairs, most: int) -> Pairs:
    ahead = place[pairs.i] < place[pairs.j]
    first, later = np.where(ahead, pairs.i, pairs.j), np.where(ahead, pairs.j, pairs.i)
    order = np.lexsort((place[first], later))
    start = np.flatnonzero(np.diff(later[order], prepend=-1))
    nth = np.arange(len(order)) - np.repeat(start, np.diff(start, append=len(order)))
    kept = order[nth < most]
    return Pairs(first[kept], later[kept], pairs.similarity[kept])
