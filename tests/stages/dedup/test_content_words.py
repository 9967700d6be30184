"""Two fillings of one template are told apart, and two wordings of one thing are not."""

import numpy as np
import pytest

from vlcorpus.stages.dedup.content_words import content_words, without_templates
from vlcorpus.stages.dedup.pairs import Pairs

STREET = "A market street in Lisbon with trams, tourists and stalls that sell fruit below the balconies."


def parted(a: str, b: str) -> bool:
    pair = Pairs(np.array([0]), np.array([1]), np.array([0.97], np.float32))
    return not list(without_templates([pair], [content_words(a), content_words(b)]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lisbon", "Porto"),
        ("fruit", "fish"),
        ("below", "above"),
        ("that sell", "that never sell"),
        ("tourists", "no tourists"),
    ],
)
def test_a_changed_word_is_a_changed_fact(old, new):
    assert parted(STREET, STREET.replace(old, new))


@pytest.mark.parametrize(
    "other",
    [
        STREET.lower().replace(",", "").replace(".", ""),
        STREET.replace("A market street", "A narrow market street"),
        STREET.replace("tourists and stalls", "the tourists, and some stalls"),
        f"Here, {STREET}",
        "Below the balconies, a market street in Lisbon with trams, tourists and stalls that sell fruit.",
        STREET.replace("market street", "market streets"),
    ],
)
def test_more_words_another_order_and_articles_are_none(other):
    assert not parted(STREET, other)


def test_a_word_counts_as_often_as_it_comes():
    assert parted("The lamp on the desk is on, a cat sleeps.", "The lamp on the desk is off, a cat sleeps.")


def test_the_negation_is_seen_in_any_spelling():
    assert parted("The shop is open and has customers.", "The shop isn't open and has customers.")
    assert parted("The shop is open and has customers.", "The shop isn’t open and has customers.")


def test_chinese_is_compared_by_its_characters():
    text = "照片显示上海的一条商业街，街道两旁的小店出售水果，行人撑着雨伞走过。"
    assert parted(text, text.replace("上海", "成都"))
    assert not parted(text, text.replace("商业街", "繁华的商业街"))


def test_what_shares_few_words_is_left_to_the_vectors():
    assert not parted(STREET, "People from abroad stroll past greengrocers on a lane in Portugal's capital.")
    assert not parted(STREET, "里斯本的一条集市街，有电车、游客和卖水果的摊位。")


def test_a_text_without_a_word_has_none_and_is_no_template():
    assert content_words("… !") == b""
    assert not parted("… !", STREET)


def test_few_of_many_changed_words_are_missed():
    """A bitmap may hide a word behind others: of 2,000 pairs of 80 words with one changed, one or two."""
    rng = np.random.default_rng(0)
    texts = [[f"w{n}" for n in rng.integers(0, 10**6, 80)] for _ in range(2000)]
    words = [content_words(" ".join(text)) for text in texts]
    words += [content_words(" ".join([*text[:-1], f"v{n}"])) for n, text in enumerate(texts)]
    n = np.arange(2000)
    pairs = Pairs(n, n + 2000, np.full(2000, 0.97, np.float32))
    assert sum(len(batch.i) for batch in without_templates([pairs], words)) <= 10
