"""Near texts: against the Jaccard similarity of all pairs."""

import random

import pytest

from bench.text_dedup import text_pairs as module
from bench.text_dedup.shingles import fold
from bench.text_dedup.text_pairs import text_pairs

WORDS = "red old small dog cat boat runs sits under over beside the a house river tree bright dark"


def listed(pairs) -> dict[tuple[int, int], float]:
    rows = [row for batch in pairs for row in zip(*(part.tolist() for part in batch), strict=True)]
    found = {(i, j): similarity for i, j, similarity in rows}
    assert len(found) == len(rows)
    return found


def brute(texts: list[str], threshold: float) -> dict[tuple[int, int], float]:
    """Compare first rows of equal texts with each other, and later ones with their first."""
    first: dict[str, int] = {}
    found = {}
    for row, text in enumerate(map(fold, texts)):
        if text and first.setdefault(text, row) != row:
            found[first[text], row] = 1.0
    sets = {}
    for text, row in first.items():
        words = text.split()
        sets[row] = {tuple(words[k : k + 3]) for k in range(max(1, len(words) - 2))}
    for a in sets:
        for b in sets:
            similarity = len(sets[a] & sets[b]) / len(sets[a] | sets[b])
            if a < b and similarity >= threshold:
                found[a, b] = similarity
    return found


def captions(seed: int) -> list[str]:
    """Return 120 texts and copies of each with 0 to 4 changed words."""
    rng = random.Random(seed)
    bases = [[rng.choice(WORDS.split()) for _ in range(rng.randrange(1, 60))] for _ in range(120)]
    texts = [" ".join(words) for words in bases]
    for words in bases:
        copy = list(words)
        for _ in range(rng.randrange(5)):
            copy[rng.randrange(len(copy))] = rng.choice(WORDS.split())
        texts.append("  ".join(copy).title())
    return texts


@pytest.mark.parametrize("threshold", [0.7, 0.85])
def test_equals_brute_force(threshold):
    texts = captions(1)
    found, wanted = listed(text_pairs(texts, threshold)), brute(texts, threshold)
    assert found.keys() == wanted.keys()
    assert found == pytest.approx(wanted)
    assert sum(similarity < 1 for similarity in found.values()) > 10


def test_batches_change_nothing(monkeypatch):
    texts = captions(2)
    whole = [tuple(part.tolist() for part in batch) for batch in text_pairs(texts)]
    assert whole == [tuple(part.tolist() for part in batch) for batch in text_pairs(texts)]
    monkeypatch.setattr(module, "BATCH_CHARS", 500)
    monkeypatch.setattr(module, "VERIFIED_PAIRS", 7)
    monkeypatch.setattr(module, "COMPARED_SHINGLES", 50)
    assert listed(text_pairs(texts)) == {(i, j): s for batch in whole for i, j, s in zip(*batch, strict=True)}


@pytest.mark.parametrize(("n_words", "near"), [(18, False), (19, True)])
def test_a_changed_word_is_near_from_19_words_on(n_words, near):
    words = [f"w{k}" for k in range(n_words)]
    edited = [*words[:9], "other", *words[10:]]
    assert bool(listed(text_pairs([" ".join(words), " ".join(edited)]))) == near


def test_short_texts_are_equal_or_different():
    assert listed(text_pairs(["a dog", "A  Dog", "a cat", "dog a", "a dog."])) == {(0, 1): 1.0}


def test_empty_texts_are_no_pairs():
    assert listed(text_pairs(["", " ", "\n", ""])) == {}
    assert listed(text_pairs([])) == {}


def test_chinese_captions_with_one_changed_character():
    text = "一只棕色的狗在阳光明媚的海滩上奔跑,远处可以看到几艘白色的帆船和一座灯塔"
    assert list(listed(text_pairs([text, text.replace("棕", "黑"), "城市夜景中的高楼大厦"]))) == [(0, 1)]
