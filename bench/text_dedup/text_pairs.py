"""Pairs of texts that are equal or nearly so: equal by hash, near by MinHash, and each near pair verified.

Candidates come from keys that near texts share (`minhash.py`); whether they are near is the Jaccard
similarity of their shingles itself, which no estimate replaces: peers that skip this lose different texts
(peers.md §5.2). No text is held here beyond a batch: keys take 168 bytes a text.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from bench.text_dedup.minhash import BANDS, band_keys
from bench.text_dedup.shingles import fold, shingles
from vlcorpus.stages.dedup.buckets import bucket_pairs, equal_rows
from vlcorpus.stages.dedup.pairs import Pairs

# Data-Juicer's default, so that figures compare: one changed word in 19 or more, two far apart in 36 or more.
THRESHOLD = 0.7
BATCH_CHARS = 1 << 18  # ours: arrays of a batch stay within the processor's cache
VERIFIED_PAIRS = 1 << 14  # ours: candidates whose texts are shingled again at a time
COMPARED_SHINGLES = 1 << 20  # ours: 8 MB an array


def text_pairs(texts: Sequence[str], threshold: float = THRESHOLD) -> Iterator[Pairs]:
    """Yield the pairs of rows whose texts are equal (similarity 1), then those of at least `threshold`.

    Each pair once. Equal texts count as one, their first row: each later one is paired with it only. Texts
    without a character are no pairs. `texts` is read more than once; the order is a function of it alone.
    """
    digests = np.empty(len(texts), np.uint64)
    keys = np.empty((len(texts), BANDS), np.uint32)
    for start, folded in _batches(texts):
        rows = slice(start, start + len(folded))
        digests[rows] = [_digest(text) for text in folded]
        keys[rows] = band_keys(shingles(folded))
    written = np.flatnonzero(digests != _digest(""))
    first, first_of = equal_rows(digests[written])
    later = np.flatnonzero(first_of != np.arange(len(written)))
    if len(later):
        yield Pairs(written[first_of[later]], written[later], np.ones(len(later), np.float32))
    distinct = written[first]
    del digests
    for i, j in _regrouped(_candidates(keys[distinct]), VERIFIED_PAIRS):
        yield from _verified(texts, distinct[i], distinct[j], threshold)


def _digest(text: str) -> int:
    """64 bits: two of 100 million different texts are equal with a probability of 0.0003."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    batch, start, size = [], 0, 0
    for text in texts:
        batch.append(fold(text))
        size += len(batch[-1])
        if size >= BATCH_CHARS:
            yield start, batch
            batch, start, size = [], start + len(batch), 0
    if batch:
        yield start, batch


def _candidates(keys: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the pairs of rows that share a key, each pair in the first band in which they do."""
    for band in range(BANDS):
        for i, j in bucket_pairs(keys[:, band]):
            new = ~(keys[i, :band] == keys[j, :band]).any(axis=1)
            yield i[new], j[new]


def _regrouped(
    pairs: Iterator[tuple[np.ndarray, np.ndarray]], size: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the same pairs, `size` at a time."""
    held: list[tuple[np.ndarray, np.ndarray]] = []
    for batch in pairs:
        held.append(batch)
        while sum(len(i) for i, _ in held) >= size:
            i, j = (np.concatenate(parts) for parts in zip(*held, strict=True))
            yield i[:size], j[:size]
            held = [(i[size:], j[size:])]
    if held:
        i, j = (np.concatenate(parts) for parts in zip(*held, strict=True))
        yield i, j


def _verified(texts: Sequence[str], i: np.ndarray, j: np.ndarray, threshold: float) -> Iterator[Pairs]:
    """Yield those of the pairs whose shingles overlap enough."""
    rows, place = np.unique(np.concatenate([i, j]), return_inverse=True)
    sets = _sets([texts[row] for row in rows.tolist()])
    a, b = place[: len(i)], place[len(i) :]
    n_a, n_b = sets.n[a], sets.n[b]
    possible = np.minimum(n_a, n_b) >= threshold * np.maximum(n_a, n_b)
    a, b = a[possible], b[possible]
    group = np.cumsum(sets.n[a]) // COMPARED_SHINGLES
    if not len(a):
        return
    for part in np.split(np.arange(len(a)), np.flatnonzero(np.diff(group)) + 1):
        similarity = _jaccard(sets, a[part], b[part])
        near = similarity >= threshold
        if near.any():
            yield Pairs(rows[a[part][near]], rows[b[part][near]], similarity[near].astype(np.float32))


class _Sets(NamedTuple):
    members: np.ndarray  # text * span + shingle, ascending, each once
    n: np.ndarray  # (n_texts,): how many are of each text
    span: int


def _sets(texts: list[str]) -> _Sets:
    hashes, owners = [], []
    for start, folded in _batches(texts):
        found = shingles(folded)
        hashes.append(found.hashes)
        owners.append(np.repeat(np.arange(start, start + len(folded)), found.n))
    values, number = np.unique(np.concatenate(hashes), return_inverse=True)
    members = np.unique(np.concatenate(owners) * len(values) + number)
    return _Sets(members, np.bincount(members // len(values), minlength=len(texts)), len(values))


def _jaccard(sets: _Sets, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return |a and b| / |a or b| of texts `a[k]` and `b[k]`."""
    n = sets.n[a]
    starts = np.cumsum(n) - n
    place = np.repeat((np.cumsum(sets.n) - sets.n)[a] - starts, n) + np.arange(n.sum())
    wanted = sets.members[place] + np.repeat((b - a) * sets.span, n)
    found = np.minimum(np.searchsorted(sets.members, wanted), len(sets.members) - 1)
    n_shared = np.add.reduceat((sets.members[found] == wanted).astype(np.int64), starts)
    return n_shared / (n + sets.n[b] - n_shared)
