"""Unit vectors of texts by their characters: near for edits of one text, far for its paraphrases.

The stand-in where no text encoder is given. Signed feature hashing of character n-grams (Weinberger et al.,
2009) into `DIMENSIONS`; nothing is learned, so that a text has one vector in every corpus and every shard.
"""

import unicodedata
from collections.abc import Iterator, Sequence

import numpy as np

DIMENSIONS = 512
NAME = "lexical-hash-v1"  # the encoder, kept beside its vectors: those of two are never compared
NGRAMS = (3, 5)  # ours: three for spelling and for Chinese words, five for phrases

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio: Knuth's multiplicative hash
_BATCH_CHARS = 1 << 20


def lexical_vectors(texts: Sequence[str]) -> np.ndarray:
    """Return (len(texts), DIMENSIONS) float32 of length 1; 0 for a text without a letter."""
    vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
    for start, batch in _batches([_plain(text) for text in texts]):
        codes = np.frombuffer("".join(batch).encode("utf-32-le"), np.uint32).astype(np.uint64)
        lengths = np.fromiter(map(len, batch), np.int64, len(batch))
        owner = np.repeat(np.arange(len(batch)), lengths)
        counts = sum(_hashed(codes, owner, n, len(batch)) for n in NGRAMS)
        vectors[start : start + len(batch)] = counts
    # A word that comes five times does not count five times as much.
    vectors = np.sign(vectors) * np.sqrt(np.abs(vectors))
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)


def _plain(text: str) -> str:
    """Return the words, folded, between single spaces: case, punctuation and spacing say nothing here."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(char if char.isalnum() else " " for char in folded).split()
    return f" {' '.join(words)} " if words else ""


def _batches(texts: list[str]) -> Iterator[tuple[int, list[str]]]:
    start, size = 0, 0
    for index, text in enumerate(texts):
        if size and size + len(text) > _BATCH_CHARS:
            yield start, texts[start:index]
            start, size = index, 0
        size += len(text)
    if start < len(texts):
        yield start, texts[start:]


def _hashed(codes: np.ndarray, owner: np.ndarray, n: int, n_texts: int) -> np.ndarray:
    """Return signed counts of the n-grams of each text, (n_texts, DIMENSIONS)."""
    n_grams = max(0, len(codes) - n + 1)
    hashes = np.full(n_grams, np.uint64(n))
    for offset in range(n):
        hashes = (hashes ^ codes[offset : offset + n_grams]) * _MULTIPLIER
        hashes ^= hashes >> np.uint64(29)
    within = owner[:n_grams] == owner[n - 1 :]  # no n-gram runs from one text into the next
    hashes, owner = hashes[within], owner[:n_grams][within]
    cell = owner * DIMENSIONS + (hashes % np.uint64(DIMENSIONS)).astype(np.int64)
    sign = np.where(hashes >> np.uint64(63), 1.0, -1.0)
    counts = np.bincount(cell, weights=sign, minlength=n_texts * DIMENSIONS)
    return counts.reshape(n_texts, DIMENSIONS)
