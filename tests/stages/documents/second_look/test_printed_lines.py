"""Lines that are put together by the places of words."""

import random
from dataclasses import replace

import pytest

from tests.stages.documents.pages import page
from tests.stages.documents.second_look.words import lines, words
from vlcorpus.schemas.documents.document import Span, TextLine, Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.lines import page_frame
from vlcorpus.stages.documents.second_look.printed_lines import printed_lines, shown_words

COLUMNS = ((100, 100, "The river rose"), (300, 104, "in the night"), (100, 124, "and the bridge"))


def test_lines_end_where_a_column_does():
    assert [line.text for line in lines(*COLUMNS)] == ["The river rose", "and the bridge", "in the night"]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_file_does_not_matter(seed):
    shuffled = [word for place in COLUMNS for word in words(*place)]
    random.Random(seed).shuffle(shuffled)
    assert {line.text for line in printed_lines(shuffled)} == {text for _, _, text in COLUMNS}


def test_the_box_of_a_line_holds_its_words():
    (line,) = lines((100, 100, "The river"))
    assert line.box == BoxPx(100, 100, 169, 116)


def test_a_word_that_something_unseen_is_a_part_of_is_no_witness():
    hidden = Span("Table", BoxPx(100, 100, 140, 116), 16.0, "Times", visible=False)
    row = replace(
        page(),
        lines=[TextLine(hidden.box, (hidden,))],
        printed_words=[*words(100, 100, "Table"), *words(200, 100, "seen")],
    )
    assert [word.text for word in shown_words(row, page_frame(row))] == ["seen"]


def test_words_of_a_turned_page_read_as_it_does():
    """The page stands on its side: its text runs up, so that the first word is the lowest."""
    up = [Word("first", BoxPx(100, 500, 116, 540)), Word("second", BoxPx(100, 447, 116, 495))]
    spans = tuple(Span(word.text, word.box, 16.0, "Times") for word in up)
    row = replace(page(), lines=[TextLine(BoxPx(100, 447, 116, 540), spans, turn=3)], printed_words=up)
    (line,) = printed_lines(shown_words(row, page_frame(row)))
    assert line.text == "first second"
