"""The grid of a region: every way in which tables are drawn, and no text lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.documents.tables.drawing import (
    across,
    around,
    down,
    fill,
    line,
    lines,
    spans,
    text_line,
    texts,
)
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.tables.structure import table_grid

ROWS = [["Key", "One", "Two"], ["a", "1", "2"], ["b", "3", "4"], ["c", "5", "6"]]
XS = (100, 250, 400)


def table(rows, xs=XS, step=24.0):
    return lines(*[{x: text for x, text in zip(xs, row, strict=True) if text} for row in rows], step=step)


def grid(found, *drawings, box=None):
    return table_grid(box or around(found), found, list(drawings))


def test_cells_without_any_line():
    assert texts(grid(table(ROWS))) == ROWS


def test_lines_of_a_head_above_the_first_rule_are_one_row():
    head = [["", "First", ""], ["Key", "One", "Two"]]
    assert texts(grid(table(head + ROWS[1:]), across(146, 100, 440)))[0] == ["Key", "First One", "Two"]


def test_lines_of_a_head_above_the_first_numbers_are_one_row():
    head = [["", "First", ""], ["Key", "One", "Two"]]
    assert texts(grid(table(head + ROWS[1:])))[0] == ["Key", "First One", "Two"]


def test_a_text_without_numbers_has_no_such_head():
    rows = [["a", "x", "y"], ["b", "x", "y"], ["c", "x", "y"]]
    assert texts(grid(table(rows))) == rows


def test_a_heading_over_columns():
    found = [line(300, 76, "over both"), *table(ROWS)]
    assert spans(grid(found)) == {"over both": (1, 2), "Key": (2, 1)}


def test_a_heading_in_the_body_over_all_columns_but_the_first():
    rows = [["Key", "One", "Two", "Three"], ["a", "1", "2", "3"], ["", "", "", ""], ["b", "4", "5", "6"]]
    found = [*table(rows, (100, 250, 400, 550)), line(355, 148, "in thousands")]
    made = grid(found)
    assert spans(made) == {"in thousands": (1, 3)}
    assert texts(made)[2] == ["", "in thousands"]


def test_a_heading_in_a_narrow_body_is_a_cell():
    rows = [["Key", "One", "Two"], ["a", "1", "2"], ["", "", ""], ["b", "4", "5"]]
    assert spans(grid([*table(rows), line(310, 148, "text")])) == {}


def test_text_over_free_columns_spans_them():
    rows = [["Key", "One", "Two"], ["a", "1", "2"], ["All of these are estimates", "", ""], ["b", "4", "5"]]
    assert spans(grid(table(rows))) == {"All of these are estimates": (1, 2)}


def test_text_that_stands_out_into_a_filled_column_spans_nothing():
    rows = [
        {100: "Key", 250: "One"},
        {100: "a", 270: "1"},
        {100: "a long, long key", 270: "3"},
        {100: "b", 270: "4"},
    ]
    assert spans(grid(lines(*rows))) == {}


def test_a_line_left_out_between_cells_joins_them():
    drawn = [down(x, y, y + 24) for x in (230, 380) for y in (98, 122, 170)]
    rows = [["Key", "One", "Two"], ["a", "1", "2"], ["Group", "", ""], ["B", "3", "4"]]
    assert spans(grid(table(rows), *drawn)) == {"Group": (1, 3)}
    rows[2] = ["Group", "x", "y"]
    assert spans(grid(table(rows), *drawn)) == {}


def test_a_rule_that_stops_short_joins_cells_below_each_other():
    rows = [["Key", "One", "Two"], ["a", "1", "2"], ["", "3", "4"], ["b", "5", "6"]]
    drawn = [across(122, 100, 440), across(146, 250, 440), across(170, 100, 440)]
    assert spans(grid(table(rows), *drawn)) == {"a": (2, 1)}
    rows[2][0] = "x"
    assert spans(grid(table(rows), *drawn)) == {}


def test_shading_of_rows_parts_them():
    rows = [["text", "and", "more"], ["goes", "on", "below"]] * 3
    shades = [fill(90, 96 + 48 * i, 450, 144 + 48 * i, luminance=0.9 - 0.1 * (i % 2)) for i in range(3)]
    assert len(texts(grid(table(rows), *shades))) == 3


def test_a_bold_first_row_is_the_head():
    found = [line(x, 76, text, bold=True) for x, text in zip(XS, ("A", "B", "C"), strict=True)]
    made = grid([*found, *table(ROWS)], across(96, 100, 440))
    assert [cell.header for cell in made.cells] == [True] * 3 + [False] * 12


def test_lines_outside_are_left_out():
    found = table(ROWS)
    box = around(found)
    assert texts(grid([*found, line(100, 20, "above")], box=box)) == ROWS


def test_no_text_and_one_cell_are_no_table():
    assert table_grid(BoxPx(0, 0, 100, 100), [], []) is None
    assert grid([line(100, 100, "text")]) is None


def test_the_file_knows_where_words_stand():
    raw = [text_line(100, 100 + 24 * i, f"row {i}        1{i}") for i in range(3)]
    found = [line(100, 100 + 24 * i, f"row {i} 1{i}") for i in range(3)]
    for made, known in zip(found, raw, strict=True):
        made.box = known.box
        made.x2 = known.box.x2
    assert texts(table_grid(around(found), found, [], raw)) == [[f"row {i}", f"1{i}"] for i in range(3)]


cells = st.sampled_from(
    ["", "", "a", "12", "1,234", "–", "two words", "a longer text of words", "•", "12 13", "(b"]
)


@given(
    st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=7),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5), st.integers(0, 5)), max_size=6),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5), st.integers(0, 5)), max_size=6),
    st.sampled_from([8.0, 14.0, 18.0, 24.0]),
)
def test_every_grid_holds_every_word_once(rows, flat, upright, step):
    found = [
        line(100 + 90 * c + 7 * (r % 3), 100 + r * step, text)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    ]
    if not found:
        return
    drawn = [across(90 + step * i, 90 + 90 * min(a, b), 91 + 90 * (max(a, b) + 1)) for i, a, b in flat]
    drawn += [down(95 + 45 * i, 90 + step * min(a, b), 91 + step * (max(a, b) + 1)) for i, a, b in upright]
    made = table_grid(around(found), found, drawn)
    if made is not None:
        held = Counter(word for cell in made.cells for word in cell.text.split())
        assert held == Counter(word for n in found for word in n.text.split())
