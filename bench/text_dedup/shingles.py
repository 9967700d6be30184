"""A text as a set of runs of words, hashed: the sets by whose overlap near-duplicate texts are known.

Texts are folded first (NFKC, case, white space); punctuation stays, for "3.5" is not "35". Where words part
by spaces a shingle is 3 words; Han and kana are read by the character, 3 at a time; Thai, Lao, Burmese and
Khmer, which write a word with twice as many, 6 at a time. A text shorter than a shingle is one shingle: it
has no near duplicates, only equal ones. Source: Broder, "On the resemblance and containment of documents",
1997. What one changed word costs, in a text of w words: at most 3 of w - 2 shingles, a Jaccard similarity of
(w - 5) / (w + 1): 0.7 at 19 words, so that edits of shorter texts may pass as different.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

N_UNITS = 3
N_UNITS_LONG = 6  # ours
_LONG = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
_BY_CHARACTER = re.compile(
    f"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff{_LONG}]"
)
_BY_LONG = re.compile(f"[{_LONG}]")

# Odd, of random bits: multipliers of splitmix64 (Steele, Lea, Flood, 2014).
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_SPACE = 32


class Shingles(NamedTuple):
    hashes: np.ndarray  # uint64, of all texts one after the other; one may come twice in a text
    n: np.ndarray  # (n_texts,) int64: how many each text has; at least 1


def fold(text: str) -> str:
    """Return the text in NFKC, without case, single spaces between words, none around."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def shingles(folded: Sequence[str]) -> Shingles:
    """Hash the shingles of folded texts. An empty text has one, that of no word."""
    spaced = [text if text.isascii() else _BY_CHARACTER.sub(r" \g<0> ", text) for text in folded]
    units = [" ".join(text.split()) for text in spaced]
    sizes = np.fromiter(map(_n_units, folded), np.int64, len(folded))
    n_words = np.fromiter((text.count(" ") + 1 for text in units), np.int64, len(units))
    words = _word_hashes(" ".join(units))
    n = np.maximum(1, n_words - sizes + 1)
    ends = np.cumsum(n_words)
    within = np.arange(n.sum()) - np.repeat(np.cumsum(n) - n, n)
    start = np.repeat(ends - n_words, n) + within
    end = np.repeat(ends, n)
    size = np.repeat(sizes, n)
    hashes = size.astype(np.uint64)
    for offset in range(int(sizes.max(initial=0))):
        place = start + offset
        inside = (place < end) & (offset < size)
        word = np.where(inside, words[np.minimum(place, len(words) - 1)], np.uint64(0))
        hashes = _mixed(hashes ^ word)
    return Shingles(hashes, n)


def _n_units(folded: str) -> int:
    if folded.isascii():
        return N_UNITS
    return N_UNITS_LONG if 2 * len(_BY_LONG.findall(folded)) > len(folded) else N_UNITS


def _word_hashes(joined: str) -> np.ndarray:
    """Hash what stands between single spaces: the sum of a random function of each character and place."""
    if joined.isascii():
        codes = np.frombuffer(joined.encode("ascii"), np.uint8).astype(np.uint64)
    else:
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    # A space ends each word, and counts in no other; an empty word is a space.
    codes = np.append(codes, np.uint64(_SPACE))
    ends = np.flatnonzero(codes == _SPACE) + 1
    starts = np.append(0, ends[:-1])
    place = np.arange(len(codes)) - np.repeat(starts, ends - starts)
    return _mixed(np.add.reduceat(_mixed(codes ^ (place.astype(np.uint64) << np.uint64(21))), starts))


def _mixed(values: np.ndarray) -> np.ndarray:
    values = (values + _GOLDEN) * _MIX
    values ^= values >> np.uint64(29)
    values *= _GOLDEN
    values ^= values >> np.uint64(32)
    return values
