"""Rows that are equal to another have its pairs: whoever is near to one of them is near to all.

A search for pairs compares one of several equal rows, the first, and pairs the others with that one alone.
With the pairs that are passed on, a row's own pairs tell whether it goes.
"""

import numpy as np

from vlcorpus.stages.dedup.pairs import Pairs, concatenated


def pass_on(pairs: Pairs) -> Pairs:
    """Return the pairs, and for each row that is equal to a first one that one's pairs with rows before it.

    The rows `i` of the pairs come before their rows `j`; those of similarity 1 are the equal ones.
    """
    equal = pairs.similarity == 1
    if not equal.any():
        return pairs
    near = np.flatnonzero(~equal)
    near = near[np.argsort(pairs.j[near], kind="stable")]
    leader, copy = pairs.i[equal], pairs.j[equal]
    start, stop = (np.searchsorted(pairs.j[near], leader, side) for side in ("left", "right"))
    n = stop - start
    passed = near[np.repeat(start - np.cumsum(n) + n, n) + np.arange(n.sum())]
    return concatenated([pairs, Pairs(pairs.i[passed], np.repeat(copy, n), pairs.similarity[passed])])
