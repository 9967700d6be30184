"""Folding and cutting texts: against the sets of strings that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.text_dedup.shingles import fold, shingles


def hashed(text: str) -> set[int]:
    return set(shingles([fold(text)]).hashes.tolist())


def words(text: str) -> set[tuple[str, ...]]:
    """Return 3-word shingles as strings."""
    parts = text.split()
    return {tuple(parts[k : k + 3]) for k in range(max(1, len(parts) - 2))}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  A  Dog\n runs\t", "a dog runs"),
        ("ＦＵＬＬ　Ｗidth ﬁ", "full width fi"),
        ("STRASSE Straße", "strasse strasse"),
        ("3.5 kg.", "3.5 kg."),
        (" \n", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


texts = st.lists(st.sampled_from(["a", "b", "ab", "ba", "é", "abc", "ö1", "-"]), max_size=9).map(" ".join)


@given(texts, texts)
def test_hashes_overlap_as_the_shingles_do(a, b):
    assert len(hashed(a)) == len(words(a))
    assert len(hashed(a) & hashed(b)) == len(words(a) & words(b))


@given(st.lists(texts, max_size=8))
def test_a_text_has_one_set_whatever_stands_beside_it(batch):
    together = shingles(batch)
    alone = [shingles([text]) for text in batch]
    assert together.hashes.tolist() == [h for one in alone for h in one.hashes.tolist()]
    assert together.n.tolist() == [n for one in alone for n in one.n.tolist()]


def test_the_order_of_words_and_of_letters_counts():
    assert hashed("a b c") != hashed("c b a")
    assert hashed("stop it now") != hashed("pots it now")
    assert hashed("ab c d") != hashed("a bc d")


def test_chinese_is_read_by_the_character():
    a, b = hashed("一只狗在海滩上奔跑"), hashed("一只猫在海滩上奔跑")
    assert (len(a), len(a & b)) == (7, 4)


def test_thai_is_read_by_six_characters():
    text = "สุนัขวิ่งบนชายหาด"
    assert len(hashed(text)) == len({text[k : k + 6] for k in range(len(text) - 5)})


def test_words_between_chinese_stay_words():
    assert len(hashed("他在 New York 工作")) == 4


def test_any_string_has_a_shingle():
    assert len(hashed("")) == 1
    assert len(hashed("\ud800 lone")) == 1
