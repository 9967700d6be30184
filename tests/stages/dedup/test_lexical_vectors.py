"""Vectors of texts by their characters."""

import numpy as np
import pytest

from vlcorpus.stages.dedup.lexical_vectors import DIMENSIONS, lexical_vectors

BOAT = "A small red boat lies on a calm lake below snowy mountains"


def cosine(a: str, b: str) -> float:
    first, second = lexical_vectors([a, b])
    return float(first @ second)


@pytest.mark.parametrize(
    ("other", "low", "high"),
    [
        (BOAT.upper() + "!", 0.9999, 1.0001),
        (BOAT.replace("small", "little"), 0.8, 0.97),
        ("Below snowy mountains, on a calm lake, lies a small red boat", 0.85, 0.99),
        ("Two engineers repair the engine of a freight train", -0.2, 0.3),
        ("湖面上有一艘红色的小船", -0.2, 0.2),
    ],
)
def test_likeness_follows_the_letters(other, low, high):
    assert low <= cosine(BOAT, other) <= high


def test_chinese_edits_are_near():
    assert cosine("一艘红色的小船停在平静的湖面上", "一艘红色的木船停在平静的湖面上") > 0.6
    assert cosine("一艘红色的小船停在平静的湖面上", "两名工程师正在修理火车的发动机") < 0.3


def test_lengths_are_one_or_none():
    vectors = lexical_vectors([BOAT, "", "…!", "a", "船"])
    assert vectors.shape == (5, DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 0, 0, 1, 1], atol=1e-6)


def test_a_text_has_one_vector_in_any_company(monkeypatch):
    texts = [f"{BOAT} number {n}" for n in range(50)]
    together = lexical_vectors(texts)
    monkeypatch.setattr("vlcorpus.stages.dedup.lexical_vectors._BATCH_CHARS", 100)
    np.testing.assert_array_equal(lexical_vectors(texts), together)
    np.testing.assert_array_equal(lexical_vectors(texts[7:8])[0], together[7])
