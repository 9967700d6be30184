"""Pairs of 64-bit hashes that differ in few bits, all of them, without comparing all with all.

Two hashes that differ in at most r bits agree whole in one of r + 1 bands (pigeonhole): only rows that share
a band are compared. Source: Manku, Jain, Das Sarma, "Detecting near-duplicates for web crawling", 2007.
At r = 4 a band has 13 bits, so n hashes cost about n² / 3,300 comparisons: seconds for a million. Hashes of
one bucket of a larger corpus are what a Ray task should be given.
"""

import itertools
from collections.abc import Iterator

import numpy as np

from vlcorpus.stages.dedup.buckets import BUDGET, bucket_pairs, equal_rows
from vlcorpus.stages.dedup.pairs import Pairs

BITS = 64
RADIUS = 4  # finds every recompressed or resized copy; 8 begins to join different images (peers.md §5.3)


def hamming_pairs(hashes: np.ndarray, radius: int = RADIUS, budget: int = BUDGET) -> Iterator[Pairs]:
    """Yield the pairs of rows whose hashes, (n,) uint64, differ in at most `radius` bits, each pair once.

    Rows with equal hashes count as one, their first row: each later one is paired with it only, for a
    thousand copies of an image have half a million pairs, which say no more. Similarity is 1 - bits / 64.
    The order is a function of `hashes` alone; memory is that of n rows and `budget` comparisons.
    """
    if not 0 <= radius < BITS:
        raise ValueError(f"radius {radius}: it must be from 0 to {BITS - 1} bits")
    first, first_of = equal_rows(hashes)
    later = np.flatnonzero(first_of != np.arange(len(hashes)))
    if len(later):
        yield Pairs(first_of[later], later, np.ones(len(later), np.float32))
    distinct = hashes[first]
    masks = _masks(radius + 1)
    for band, mask in enumerate(masks):
        for i, j in bucket_pairs(distinct & mask, budget):
            differing = distinct[i] ^ distinct[j]
            near = np.bitwise_count(differing) <= radius
            for earlier in masks[:band]:  # the pair was found there
                near &= (differing & earlier) != 0
            if near.any():
                bits = np.bitwise_count(differing[near])
                yield Pairs(first[i[near]], first[j[near]], (1 - bits / BITS).astype(np.float32))


def _masks(n_bands: int) -> list[np.uint64]:
    """Cut 64 bits into bands as equal as can be."""
    borders = [BITS * band // n_bands for band in range(n_bands + 1)]
    return [np.uint64((1 << high) - (1 << low)) for low, high in itertools.pairwise(borders)]
