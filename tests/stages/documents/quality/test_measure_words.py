"""What a page repeats, links to and leaves blank."""

from dataclasses import replace

import pytest

from tests.stages.documents.pages import PROSE, block, page, text
from vlcorpus.filters.documents.spam import links_dense, text_repeated
from vlcorpus.schemas.documents.document import PageRow, Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.documents.quality.measure_words import (
    MeasureWords,
    repeated_line_fraction,
    top_ngram_fraction,
)

BOX = BoxPx(0, 0, 10, 10)
STORY = (
    "The river rose in the night and the bridge was closed before the morning train could come in. People "
    "stood on the bank with lamps, children ran along the dam, and nobody knew whether the mill would hold. "
    "When the sun came up the water had fallen by a foot, the miller opened his door, and a cart went slowly "
    "over the stones."
)
CHINESE = (
    "水在夜里涨了起来，桥在早晨的火车到来之前就关闭了。人们提着灯站在岸边，"
    "孩子们沿着堤坝奔跑，没有人知道磨坊能不能撑住。"
    "太阳升起时水退了一尺，磨坊主打开了门，一辆大车慢慢驶过石头。"
)


def measured(*words: str, lines: tuple[str, ...] = ()) -> PageRow:
    row = page(*(text(100 + 70 * n, one) for n, one in enumerate(words)))
    shown = [TextLine(BOX, (Span(line, BOX, 10.0, "Times"),)) for line in lines or words]
    return MeasureWords().each(replace(row, lines=shown))


@pytest.mark.parametrize("story", [STORY, CHINESE])
def test_prose_repeats_little(story):
    words = measured(story).words
    assert words.n_words >= 50
    assert words.top_bigram_fraction < 0.1
    assert words.top_fourgram_fraction == 0
    assert words.n_prose_chars == sum(map(str.isalnum, story))
    assert text_repeated(measured(story)) is None


@pytest.mark.parametrize(
    "stuffed",
    [
        "cheap " * 120,
        "buy cheap shoes online now " * 25,
        "best price " * 60 + STORY,
        "便宜手机" * 30 + "在线购买。",
    ],
)
def test_one_phrase_again_and_again_is_repetition(stuffed):
    assert text_repeated(measured(stuffed.strip())) == Reason.TEXT_REPEATED


def test_a_table_may_repeat_itself():
    row = page(text(100, STORY), block("table", (100, 300, 700, 600)))
    row = MeasureWords().each(row)
    assert row.words.n_words == measured(STORY).words.n_words


def test_ngrams_are_measured_by_characters():
    assert top_ngram_fraction(["ab", "cd", "ab", "cd", "xxxx"], 2) == pytest.approx(8 / 12)
    assert top_ngram_fraction(["a"] * 9, 2) == 1.0
    assert top_ngram_fraction(["a", "b", "c"], 2) == 0.0
    assert top_ngram_fraction([], 2) == 0.0


def test_lines_shown_before_count_and_labels_do_not():
    line = "The quick brown fox jumps over it"
    assert repeated_line_fraction(
        [line, line, "No.", "No.", "A line of its own, all the same long"]
    ) == pytest.approx(33 / (33 + 33 + 36))
    assert repeated_line_fraction(["No."] * 9) == 0


def test_a_page_of_links_is_told_from_references():
    farm = [f"Best shop {n} https://shop-{n}.example.com/cheap/shoes/online" for n in range(12)]
    references = [f"Author {n}. {PROSE} https://doi.org/10.1000/{n}" for n in range(12)]
    assert links_dense(measured(*farm)) == Reason.LINKS_DENSE
    assert measured(*farm).words.n_links == 12
    assert links_dense(measured(*references)) is None


def test_labels_to_fill_in_are_counted_by_line():
    words = measured("x", lines=("Name:", "Date ______", "Answer all of it.", "")).words
    assert words.blank_line_fraction == pytest.approx(2 / 3)
