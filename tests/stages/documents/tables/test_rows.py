"""Rows by rules, by white space, and by what has no room in its line."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line, lines, pieces
from vlcorpus.stages.documents.tables.columns import find_gaps, place
from vlcorpus.stages.documents.tables.pieces import baselines
from vlcorpus.stages.documents.tables.rows import (
    RowReader,
    Separator,
    bands,
    join_hanging,
    numbers_collide,
    separators,
)
from vlcorpus.stages.documents.tables.rules import Rule

TIGHT = 18.0  # 2 px of white space between lines
WRAPPED = "a text of words that goes on"


def placed(found):
    gaps = find_gaps(bands(baselines(found), SIZE), [], 0, 1000, SIZE)
    made = place(found, gaps)
    return bands(baselines(made), SIZE), len(gaps) + 1


def rows(found, cuts=()):
    """Return the number of lines in each row; `cuts` are heights of rules."""
    made, n_cols = placed(found)
    widths = [
        max((p.x2 - p.x1 for band in made for p in band if p.first == p.last == c), default=0)
        for c in range(n_cols)
    ]
    segments = [[] for _ in range(len(cuts) + 1)]
    for band in made:
        segments[sum(cut < band[0].middle for cut in cuts)].append(band)
    made_rows = RowReader(SIZE, widths).rows([s for s in segments if s])
    return [len(baselines([piece for band in row for piece in band])) for row in made_rows]


def test_rules_close_the_columns_below_which_they_are_drawn():
    found = separators([Rule(50, 0, 100), Rule(90, 0, 60), Rule(91, 180, 300)], [(0, 100), (200, 300)], SIZE)
    assert found == [Separator(50, frozenset({0})), Separator(90, frozenset({0, 1}))]


@pytest.mark.parametrize(("end", "n"), [(60, 1), (59, 0)])
def test_a_rule_closes_a_column_from_a_part_of_its_width_on(end, n):
    assert len(separators([Rule(50, 0, end)], [(0, 100)], SIZE)) == n


@pytest.mark.parametrize(("offset", "n"), [(11, 1), (12, 2)])
def test_cells_centred_beside_others_are_one_band(offset, n):
    found = pieces({100: "left"}, {300: "right"}, step=offset)
    assert len(bands(baselines(found), SIZE)) == n


def test_numbers_below_each_other_are_rows():
    assert rows(pieces(*[{100: "key", 200: "12"}] * 3, step=TIGHT)) == [1, 1, 1]


def test_text_goes_on_below_where_its_next_word_had_no_room():
    found = pieces({100: WRAPPED, 500: "12"}, {100: "below"}, {100: "other", 500: "13"}, step=TIGHT)
    assert rows(found) == [2, 1]


def test_what_would_have_had_room_begins_a_row():
    found = pieces({100: "short", 500: "12"}, {100: "below"}, {100: WRAPPED, 500: "13"}, step=TIGHT)
    assert rows(found) == [1, 1, 1]


def test_text_that_stands_alone_beside_the_first_column_goes_on():
    found = pieces(
        {100: "key", 200: "a", 300: "12"}, {200: "b"}, {100: "key", 200: WRAPPED[:8], 300: "13"}, step=TIGHT
    )
    assert rows(found) == [2, 1]


def test_the_widest_white_space_parts_first():
    found = [*lines({100: WRAPPED, 500: WRAPPED}, {100: "below it all", 500: "below it"}, step=TIGHT)]
    found += lines({100: WRAPPED, 500: WRAPPED}, {100: "below it all", 500: "below it"}, step=TIGHT, top=160)
    from vlcorpus.stages.documents.tables.pieces import pieces_of

    assert rows(pieces_of(found)) == [2, 2]


def test_a_heading_of_rows_is_a_row():
    found = pieces({100: WRAPPED}, {100: "Below", 500: "12"}, {100: "Other", 500: "13"}, step=TIGHT)
    assert rows(found) == [1, 1, 1]
    found = pieces({100: WRAPPED}, {100: "below", 500: "12"}, {100: "Other", 500: "13"}, step=TIGHT)
    assert rows(found) == [2, 1]


def test_between_rules_stands_a_row():
    found = pieces(*[{100: "Short", 300: "Text"}, {100: "And"}] * 3)
    assert rows(found, cuts=(145, 193)) == [2, 2, 2]
    assert rows(found) == [1] * 6


def test_between_rules_of_groups_stand_rows():
    found = pieces(*[{100: "key", 300: "12"}] * 6)
    assert rows(found, cuts=(145, 193)) == [1] * 6


@pytest.mark.parametrize(("second", "collide"), [("13", True), ("text", False)])
def test_numbers_collide_in_a_column(second, collide):
    made, _ = placed(pieces({100: "key", 200: "12"}, {100: "key", 200: second}))
    assert numbers_collide(made) == collide
    assert not numbers_collide(made, 3)


def test_an_empty_line_is_no_band():
    assert bands([], SIZE) == []
    assert len(bands(baselines([*pieces({100: "a"})]), SIZE)) == 1
    assert line(0, 0, "a").height == SIZE


ITEM = {100: "1", 200: "a product by its name", 500: "3.89"}


def hung(*rows, step=30.0):
    """Return the number of bands that are left; lines stand 14 px apart."""
    made, _ = placed(pieces(*rows, step=step))
    return len(join_hanging(made))


def test_the_lines_below_the_first_of_an_item_belong_to_it_however_wide_they_are_set():
    assert hung(ITEM, {200: "its period"}, {200: "its number"}, ITEM, {200: "its period"}) == 2


def test_a_text_below_a_key_and_a_text_is_a_row_of_its_own_unless_it_is_prose():
    row = {100: "key", 300: "a label"}
    assert hung(row, {300: "a label"}, row) == 3
    prose = {100: "key", 300: "a sentence that is as long as sentences are"}
    assert hung(prose, {300: "and that goes on in one more line of print"}, prose) == 2


def test_keys_beside_the_middle_of_their_texts_tell_no_first_lines():
    text = {200: "a text"}
    assert hung(text, ITEM, text, None, text, ITEM, text) == 6


def test_between_rules_a_key_and_all_beside_it_are_a_row():
    text = {300: "text"}
    found = pieces({100: "turn", 300: "text"}, text, None, text, {100: "stop", 300: "text"}, text, None, text)
    assert rows(found, cuts=(190,)) == [3, 3]
