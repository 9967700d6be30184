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


def pairs_of_band(
    hashes: np.ndarray, band: int, radius: int = RADIUS, budget: int = BUDGET
) -> Iterator[Pairs]:
    """Yield those of all pairs of rows that agree in this band, 0 to `radius`, and in none before it.

    So tasks that hold the rows of a band each find every pair once. What is left of two hashes that agree in
    a band has as many differing bits, so that they agree in a part of it too: only rows that do are compared.
    Rows with equal hashes are all paired. Similarity is 1 - bits / 64.
    """
    masks = _masks(radius + 1)
    parts = _parts(~masks[band], radius + 1)
    for number, part in enumerate(parts):
        for i, j in bucket_pairs(hashes & (masks[band] | part), budget):
            differing = hashes[i] ^ hashes[j]
            near = np.bitwise_count(differing) <= radius
            for earlier in (*masks[:band], *parts[:number]):  # the pair is found there
                near &= (differing & earlier) != 0
            if near.any():
                bits = np.bitwise_count(differing[near])
                yield Pairs(i[near], j[near], (1 - bits / BITS).astype(np.float32))


def bands(hashes: np.ndarray, radius: int = RADIUS) -> list[np.ndarray]:
    """Return what each hash is in each band, `radius` + 1 arrays of (n,) uint64."""
    return [hashes & mask for mask in _masks(radius + 1)]


def _parts(mask: np.uint64, n: int) -> list[np.uint64]:
    """Cut the bits of a mask into `n` masks as equal as can be."""
    bits = [bit for bit in range(BITS) if int(mask) >> bit & 1]
    borders = [len(bits) * part // n for part in range(n + 1)]
    return [np.uint64(sum(1 << bit for bit in bits[low:high])) for low, high in itertools.pairwise(borders)]


def _masks(n_bands: int) -> list[np.uint64]:
    """Cut 64 bits into bands as equal as can be."""
    borders = [BITS * band // n_bands for band in range(n_bands + 1)]
    return [np.uint64((1 << high) - (1 << low)) for low, high in itertools.pairwise(borders)]
