"""A narrow column is one of heads where its parts begin where the text beside begins anew."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.stages.documents.layout.side_heads import headed_parts

TEXT = [
    line(200, 100 * part + 20 * n, "a line of prose beside the heads") for part in range(3) for n in range(3)
]


def parts(*tops: float, text: str = "Head"):
    """Return the texts of the heads, and the number of lines, of each part."""
    found = headed_parts([line(100, top, text) for top in tops], TEXT, SIZE)
    return [([head.y1 for head in heads], len(lines)) for heads, lines in found]


def test_a_text_is_cut_where_heads_stand_beside_its_paragraphs():
    assert parts(0, 100, 200) == [([0], 3), ([100], 3), ([200], 3)]


def test_what_comes_before_the_first_head_is_a_part_of_its_own():
    assert parts(200) == [([], 6), ([200], 3)]


def test_a_large_number_may_stand_in_the_white_space_above_its_paragraph():
    assert parts(85, 185) == [([], 3), ([85], 3), ([185], 3)]


def test_a_note_beside_the_middle_of_a_paragraph_is_read_before_it():
    assert parts(0, 100, 130, 200) == [([0], 3), ([100, 130], 3), ([200], 3)]


@pytest.mark.parametrize("tops", [(25, 130), (0, 25, 130)])
def test_lines_beside_the_middle_of_paragraphs_are_no_heads(tops):
    assert parts(*tops) == []


def test_a_column_half_as_wide_as_the_text_is_none_of_heads():
    assert parts(0, 100, text="a column of text") == [([0], 3), ([100], 6)]
    assert parts(0, 100, text="a column of text, more") == []


def test_a_column_as_tall_as_the_text_is_none_of_heads():
    assert parts(*range(0, 250, 18)) == []
