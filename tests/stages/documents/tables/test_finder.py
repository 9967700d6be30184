"""What is a table on a page, and what only looks like one."""

import pytest

from tests.stages.documents.tables.drawing import across, down, fill, line, lines, page, texts
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.tables.finder import find_tables

NUMBERS = [{100: f"Key {c}", 300: str(n), 450: str(9 - n)} for n, c in enumerate("abcd")]
WORDS = [{100: f"Key {c}", 300: word} for c, word in zip("abcd", ("one", "or", "two", "more"), strict=True)]
PROSE = "a line of prose as it stands in a column of"


def shapes(rows, *drawings, image_boxes=(), caption=None):
    """Return rows and columns of each table."""
    found = lines(*rows)
    if caption:
        found.append(line(100, 70, caption))
    return [(t.grid.n_rows, t.grid.n_cols) for t in find_tables(page(found, drawings, image_boxes), found)]


def test_numbers_in_line():
    assert shapes(NUMBERS) == [(4, 3)]


def test_a_table_holds_its_lines_and_its_box_holds_them():
    found = [*lines(*NUMBERS), line(100, 400, "a line of text below")]
    (table,) = find_tables(page(found), found)
    assert len(table.lines) == 12
    assert table.box == BoxPx(100, 100, 460, 188)
    assert texts(table.grid)[0] == ["Key a", "0", "9"]


def test_words_in_line_need_a_caption():
    assert shapes(WORDS) == []
    assert shapes(WORDS, caption="Table 3: Words") == [(4, 2)]
    assert shapes(WORDS, caption="Figure 3: Words") == []
    assert (
        shapes(
            [{100: f"A longer key, and so on {c}", 400: "a text of some length"} for c in "abcd"],
            caption="Table 3: Words",
        )
        == []
    )


def test_words_between_rules():
    rules = [across(y, 90, 490) for y in (95, 120, 194)]
    assert shapes(WORDS, *rules) == [(4, 2)]
    assert shapes(WORDS, rules[0], rules[2]) == []
    assert shapes(WORDS, rules[0], rules[2], caption="Table 3: Words") == [(4, 2)]


def test_columns_of_prose_between_rules():
    rows = [{100: PROSE[:31], 430: PROSE[:31]}] * 2
    assert shapes(rows, *(across(y, 90, 760) for y in (95, 120, 146))) == []


@pytest.mark.parametrize(("n_chars", "n"), [(600, 1), (601, 0)])
def test_the_text_of_a_page_in_a_cell(n_chars, n):
    rows = [{100: "Key", 200: "b"}, {100: "Key", 200: "c" * n_chars}, {100: "Key", 200: "d"}]
    rules = [across(y, 90, 210 + 10 * n_chars) for y in (95, 120, 145, 170)]
    assert len(shapes(rows, *rules)) == n


def test_lines_between_cells_need_no_numbers():
    drawn = [across(95, 90, 490), across(194, 90, 490), down(250, 95, 194)]
    assert shapes(WORDS, *drawn) == [(4, 2)]


@pytest.mark.parametrize(("n", "found"), [(3, [(3, 2)]), (2, [])])
def test_few_cells_are_labels(n, found):
    drawn = [across(95, 90, 490), across(95 + 24 * n, 90, 490), down(250, 95, 95 + 24 * n)]
    assert shapes(WORDS[:n], *drawn) == found


def test_one_row_needs_a_caption_and_some_text():
    drawn = [across(95, 90, 590), across(120, 90, 590)]
    assert shapes([{100: PROSE[:30], 420: "b" * 29}], *drawn, caption="Table 3: One row") == []
    assert shapes([{100: PROSE[:30], 420: "b" * 30}], *drawn, caption="Table 3: One row") == [(1, 2)]
    assert shapes([{100: PROSE[:30], 420: "b" * 30}], *drawn) == []


@pytest.mark.parametrize(("n", "found"), [(4, [(4, 1)]), (3, [])])
def test_a_list_in_boxes(n, found):
    drawn = [across(95 + 24 * i, 90, 490) for i in range(n + 1)]
    drawn += [down(x, 95, 95 + 24 * n) for x in (90, 490)]
    assert shapes([{100: "an item"}] * n, *drawn) == found


def test_lists_contents_forms_equations_and_code_are_none():
    assert shapes([{100: f"{i}.", 200: f"1{i}%"} for i in (1, 3, 2, 4)]) == []
    assert shapes([{100: f"Chapter {i}", 400: str(i * 7)} for i in (1, 2, 3, 4)]) == []
    assert shapes([{100: f"Part {c} ......", 400: n} for c, n in zip("abcd", "1546", strict=True)]) == []
    assert shapes([{100: f"Label {c}:", 400: n} for c, n in zip("abcd", "1546", strict=True)]) == []
    assert shapes([{100: "a = b", 400: f"({i})"} for i in (4, 2, 3)]) == []
    assert shapes([{100: "f(", 200: "2", 300: ")x", 400: "1"}] * 4) == []
    mono = lines(*NUMBERS)
    for n in mono:
        n.mono = True
    assert find_tables(page(mono), mono) == []


def test_numbers_with_gaps():
    rows = [{100: f"Key {c}", (300, 450, 600)[n % 3]: str(n)} for n, c in enumerate("abcdef")]
    assert shapes(rows) == []


def test_labels_of_a_chart():
    curve = Drawing(BoxPx(80, 80, 500, 220), stroked=True, is_rect=False, luminance=0.0)
    assert shapes(NUMBERS, curve) == []
    assert shapes(NUMBERS, image_boxes=[BoxPx(80, 80, 500, 220)]) == []
    marks = [
        Drawing(BoxPx(320, 101 + i, 330, 110 + i), stroked=True, is_rect=False, luminance=0.0)
        for i in range(7)
    ]
    assert shapes(NUMBERS, *marks) == []
    assert shapes(NUMBERS, *marks[:6]) == [(4, 3)]


def test_shaded_rows_are_ruled():
    stripes = [fill(90, 96 + 24 * i, 490, 120 + 24 * i, 0.9 - 0.2 * (i % 2)) for i in range(4)]
    assert shapes(WORDS, *stripes) == [(4, 2)]
    assert shapes(WORDS, fill(0, 0, 800, 1000)) == []


def test_a_page_without_upright_text():
    assert find_tables(page([]), []) == []


@pytest.mark.parametrize(("n_rows", "n_cols", "n"), [(6, 4, 1), (5, 4, 0), (6, 3, 0)])
def test_many_filled_rows_need_fewer_numbers(n_rows, n_cols, n):
    words = ["one", "two", "more", "seven", "eleven", "forty"]
    xs = (100, 250, 400, 550)[:n_cols]
    cells = [
        [f"Key {c}", str(i) if i < 5 else "none", words[i], words[-i]]
        for i, c in enumerate("abcdef"[:n_rows])
    ]
    rows = [dict(zip(xs, [*row[: n_cols - 1], row[n_cols - 1]], strict=True)) for row in cells]
    assert len(shapes(rows)) == n


def test_brackets_over_cells_are_a_formula():
    drawn = [across(95, 90, 490), across(191, 90, 490), down(250, 95, 191)]
    rows = [{100: "f(", 300: "2"}, {100: "H", 300: ")"}, {100: "(R", 300: "y)"}, {100: "x", 300: "y"}]
    assert shapes(rows, *drawn) == []


def test_a_table_does_not_grow_into_another():
    """Rows in line with a table go to the one in whose frame they stand."""
    drawn = [
        *(across(y, 90, 500) for y in (220, 244, 268, 292)),
        *(down(x, 220, 292) for x in (90, 280, 430, 500)),
    ]
    found = find_tables(page(lines(*NUMBERS, None, *NUMBERS[:3]), drawn), lines(*NUMBERS, None, *NUMBERS[:3]))
    assert sorted((t.grid.n_rows, t.box.y1 < 200) for t in found) == [(3, False), (4, True)]


@pytest.mark.parametrize(("text", "n"), [("{a}      12     {a}5", 1), ("add {a}, {a}5", 0)])
def test_typewriter_type_in_columns_of_numbers_is_a_table(text, n):
    rows = [text.format(a=digit) for digit in "1234"]
    found = [line(100, 100 + 20 * i, row) for i, row in enumerate(rows)]
    for typed in found:
        typed.mono = True
    made = page(found)
    typed_lines = [raw._replace(spans=tuple(s._replace(mono=True) for s in raw.spans)) for raw in made.lines]
    made.lines[:] = typed_lines
    assert len(find_tables(made, found)) == n
