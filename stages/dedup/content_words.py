"""Two texts of one template: nearly the same words, and in each some that the other has not.

"A market street in Lisbon …" is near to "A market street in Porto …" for any encoder, 0.98 where texts are
long, but each states a fact that the other denies. So where two texts share most of their words, each having
words of its own makes them two; words that only one has (an adjective, an opening) do not, nor does another
order. What shares few words, as a paraphrase or a translation does, is left to the vectors.

A word counts as often as it comes, without its plural's s; articles and forms of "to be" do not count, a Han
character is a word, and to deny nothing is a word too, so that "not" is a change and no addition. A word is
16 bits of a hash: two texts of 80 words are taken for alike in one of a thousand cases in which they are not.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np

from vlcorpus.stages.dedup.pairs import Pairs, gathered

MIN_SHARED = 0.6  # ours: of the words of the shorter text; paraphrases share less, templates more
BATCH = 1 << 16  # ours: pairs compared at a time, 32 MB of bitmaps
BITS, BITS_PER_WORD = 2048, 3  # a bitmap of 80 words is a tenth full: a lone word is missed in one of 600
_BIT_NUMBER_BITS = (BITS - 1).bit_length()
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_POINTERS = ("it", "its", "this", "that", "these", "those", "there", "which", "who")
_BEING = ("is", "are", "was", "were", "be", "been", "being", "has", "have")
_UNCOUNTED = frozenset(("a", "an", "the", "and", "of", *_POINTERS, *_BEING, *"的了是着在和与有个"))
_DENIALS = frozenset(("no", "not", "never", "without", "none", "nobody", "nothing", "没", "無", "无", "未"))


def content_words(text: str) -> bytes:
    """Return the words as ascending uint16, little-endian; empty for a text without one."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("n't ", " not ").replace("n’t ", " not ")
    counts = Counter(_singular(word) for word in _WORD.findall(folded) if word not in _UNCOUNTED)
    if not counts:
        return b""
    words = [f"{word} {nth}" for word, count in counts.items() for nth in range(count)]
    if not counts.keys() & _DENIALS:
        words.append("")
    hashes = {crc32(word.encode("utf-8", "surrogatepass")) & 0xFFFF for word in words}
    return np.array(sorted(hashes), "<u2").tobytes()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def without_templates(pairs: Iterable[Pairs], words: Sequence[bytes]) -> Iterator[Pairs]:
    """Yield those of the pairs whose texts, `words[k]` for row k, are not two fillings of one template."""
    for batch in gathered(pairs, BATCH):
        rows, place = np.unique(np.concatenate([batch.i, batch.j]), return_inverse=True)
        bitmaps, n_words = _bitmaps([words[row] for row in rows.tolist()])
        i, j = place[: len(batch.i)], place[len(batch.i) :]
        a, b = bitmaps[i], bitmaps[j]
        only_a, only_b, shared = (np.bitwise_count(bits).sum(axis=1) for bits in (a & ~b, b & ~a, a & b))
        fewest = np.minimum(n_words[i], n_words[j])
        alike = shared >= MIN_SHARED * BITS_PER_WORD * fewest
        same = ~((only_a > 0) & (only_b > 0) & alike)
        if same.any():
            yield Pairs(*(part[same] for part in batch))


def _bitmaps(words: list[bytes]) -> tuple[np.ndarray, np.ndarray]:
    """Return which bits each text sets, (n, BITS / 64) uint64, and how many words it has, (n,)."""
    n_words = np.fromiter(map(len, words), np.int64, len(words)) // 2
    hashes = np.frombuffer(b"".join(words), "<u2").astype(np.uint64)
    text = np.repeat(np.arange(len(words)), n_words)
    bitmaps = np.zeros((len(words), BITS // 64), np.uint64)
    mixed = (hashes + np.uint64(1)) * _MULTIPLIER
    mixed = (mixed ^ (mixed >> np.uint64(32))) * _MULTIPLIER
    for nth in range(BITS_PER_WORD):
        bit = (mixed >> np.uint64(64 - (nth + 1) * _BIT_NUMBER_BITS)) & np.uint64(BITS - 1)
        cell = text * (BITS // 64) + (bit >> np.uint64(6)).astype(np.int64)
        np.bitwise_or.at(bitmaps.ravel(), cell, np.uint64(1) << (bit & np.uint64(63)))
    return bitmaps, n_words
