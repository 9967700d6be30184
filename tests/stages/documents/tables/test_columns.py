"""Columns by white space that the rows agree on, and by lines drawn through them."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, pieces
from vlcorpus.stages.documents.tables.columns import Gap, find_gaps, place
from vlcorpus.stages.documents.tables.pieces import baselines
from vlcorpus.stages.documents.tables.rules import Rule


def gaps(found, down=()):
    return find_gaps(baselines(found), list(down), 100, 300, SIZE)


def columns(found, down=()):
    placed = place(found, gaps(found, down))
    return {piece.text: (piece.first, piece.last) for piece in placed}


BODY = [{100: "aaaaaaaa", 200: "bb", 300: "cc"}] * 4


def test_white_space_parts_columns():
    assert [(gap.x1, gap.x2) for gap in gaps(pieces(*BODY))] == [(180, 200), (220, 300)]


def test_a_heading_over_columns_parts_nothing_and_is_outvoted():
    found = pieces({180: "a heading over"}, *BODY)
    assert len(gaps(found)) == 2
    assert columns(found)["a heading over"] == (1, 2)


def test_more_headings_than_rows_are_no_headings():
    found = pieces(*[{100: "aaaaaaaa", 200: "bbbbbbbbbbbb"}] * 2, {100: "aaaaaaaa", 200: "bb", 300: "cc"})
    assert len(gaps(found)) == 1


def test_a_column_with_few_cells_is_a_column():
    found = pieces({100: "aaaa", 200: "bb", 300: "cc"}, *[{100: "aaaa", 300: "cc"}] * 8)
    assert len(gaps(found)) == 2


def test_a_heading_centred_over_a_gap_is_no_column():
    found = pieces({250: "h"}, *BODY)
    assert len(gaps(found)) == 2


def test_bullets_are_no_column():
    found = pieces(*[{100: "key", 200: "•", 230: "item"}] * 4)
    assert len(gaps(found)) == 1
    found = pieces({100: "key", 200: "x", 230: "item"}, *[{100: "key", 200: "•", 230: "item"}] * 4)
    assert len(gaps(found)) == 2


@pytest.mark.parametrize(("end", "n"), [(160, 1), (159, 0)])
def test_a_line_parts_columns_if_it_is_long(end, n):
    found = pieces(*[{100: "aaaa", 250: "bbbb"}] * 4)
    assert sum(bool(gap.drawn) for gap in gaps(found, [Rule(190, 100, end)])) == n


def test_between_lines_white_space_parts_nothing():
    rows = [{100: "a", 200: "b", 230: "b", 300: "c"}] * 4
    down = [Rule(x, 100, 300) for x in (150, 280)]
    assert len(gaps(pieces(*rows), down)) == 2
    assert len(gaps(pieces(*rows), down[:1])) == 3


def test_a_double_line_and_one_beside_the_text_part_nothing():
    rows = [{100: "aaa", 200: "bbb"}] * 4
    assert len(gaps(pieces(*rows), [Rule(x, 100, 300) for x in (90, 160, 166, 240)])) == 1


def test_a_line_over_several_columns_is_split_at_its_spaces():
    found = pieces({100: "aaaa bb"}, *[{100: "aaaa", 150: "bb"}] * 4)
    assert columns(found) == {"aaaa": (0, 0), "bb": (1, 1)}


def test_what_does_not_stand_over_its_columns_is_a_heading():
    found = pieces({120: "one heading"}, *[{100: "aaaaaaa", 220: "bbbbbbb"}] * 4)
    assert columns(found)["one heading"] == (0, 1)
    found = pieces({100: "aaa (b c)"}, *[{100: "aaa (b", 167: "c)"}] * 4)
    assert (0, 1) in columns(found).values()


def test_a_word_for_each_column():
    found = pieces({100: "mmmm nnnnnnnnn oooo"}, *[{115: "1", 190: "2", 265: "3"}] * 4)
    assert columns(found)["nnnnnnnnn"] == (1, 1)


def test_a_gap_is_there_where_its_line_is_drawn():
    gap = Gap(100, 101, ((100, 130),))
    assert gap.parts(100, 200)
    assert not gap.parts(101, 200)
    assert Gap(100, 120).parts(0, 10)


def test_numbers_side_by_side_are_columns_though_no_line_parts_them():
    found = pieces(*[{100: "key", 200: "1.5", 250: "2.5", 400: "3.5"}] * 3)
    rules = [Rule(180, 100, 300), Rule(350, 100, 300), Rule(390, 100, 300)]
    assert [columns(found, rules)[text] for text in ("1.5", "2.5", "3.5")] == [(1, 1), (2, 2), (3, 3)]


def test_words_side_by_side_between_lines_are_one_column():
    found = pieces(*[{100: "key", 200: "one", 250: "two", 400: "3.5"}] * 3)
    assert columns(found, [Rule(180, 100, 300), Rule(350, 100, 300)])["two"] == (1, 1)


def test_long_texts_that_end_short_of_the_next_column_part_nothing():
    rows = [{100: "aaaa", 200: "b" * n, 600: "12"} for n in (6, 26, 7, 28, 6, 27, 8, 6, 7, 6, 6, 6)]
    found = pieces({100: "key", 290: "HEAD", 600: "12"}, *rows)
    assert len(gaps(found)) == 2
