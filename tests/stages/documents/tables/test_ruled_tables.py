"""A grid drawn in full is read as it is drawn; anything less certain is left to others."""

from itertools import pairwise

import pytest

from tests.stages.documents.drawing import pdf, read, write
from vlcorpus.stages.documents.page.lines import page_lines
from vlcorpus.stages.documents.tables.ruled_tables import ruled_tables
from vlcorpus.stages.documents.tables.rules import page_rules

XS, YS = [72, 200, 300, 400], [600, 630, 660, 690]


def fill(canvas, font="Helvetica", skip=()):
    for row in range(3):
        for col in range(3):
            if (row, col) not in skip:
                write(
                    canvas,
                    XS[col] + 5,
                    YS[2 - row] + 10,
                    f"r{row}c{col}",
                    font=font if row == 0 else "Helvetica",
                )


def tables(draw):
    (page,) = read(pdf(draw))
    lines, _ = page_lines(page)
    return [table.grid for table in ruled_tables(page_rules(page.drawings, lines), lines)]


def test_a_full_grid_is_a_table_with_every_cell():
    def draw(canvas):
        canvas.grid(XS, YS)
        fill(canvas)

    (table,) = tables(draw)
    assert (table.n_rows, table.n_cols) == (3, 3)
    assert [c.text for c in table.cells] == [f"r{r}c{c}" for r in range(3) for c in range(3)]
    assert not any(c.header for c in table.cells)


def test_a_bold_first_row_is_its_head():
    def draw(canvas):
        canvas.grid(XS, YS)
        fill(canvas, font="Helvetica-Bold")

    (table,) = tables(draw)
    assert [c.header for c in table.cells] == [True] * 3 + [False] * 6


def test_borders_drawn_cell_by_cell_are_a_grid_too():
    def draw(canvas):
        for x1, x2 in pairwise(XS):
            for y1, y2 in pairwise(YS):
                canvas.rect(x1, y1, x2 - x1, y2 - y1)
        fill(canvas)

    assert [(t.n_rows, t.n_cols) for t in tables(draw)] == [(3, 3)]


def test_a_border_in_pieces_that_no_other_line_touches_is_one_border():
    def draw(canvas):
        for x1, x2 in pairwise(XS):
            for y in YS:
                canvas.line(x1, y, x2, y)
        for i, x in enumerate(XS):
            canvas.line(x, YS[0], x, YS[3] if i in (0, 3) else YS[2])
        fill(canvas, skip={(0, 1), (0, 2)})

    (table,) = tables(draw)
    assert table.cells[0].colspan == 3


def test_missing_separators_make_spans():
    def draw(canvas):
        for y in YS:
            canvas.line(XS[1] if y == YS[1] else XS[0], y, XS[3], y)  # the lowest two rows share a first cell
        for x in XS:
            canvas.line(x, YS[0], x, YS[2] if x == XS[2] else YS[3])  # the first row's last two cells are one
        fill(canvas, skip={(0, 2), (2, 0)})

    (table,) = tables(draw)
    spans = {(c.row, c.col): (c.rowspan, c.colspan) for c in table.cells}
    assert spans[0, 1] == (1, 2)
    assert spans[1, 0] == (2, 1)
    assert len(spans) == 7


def test_two_numbers_in_a_cell_are_no_rows():
    def draw(canvas):
        canvas.grid(XS, YS)
        fill(canvas, skip={(2, 1)})
        write(canvas, XS[1] + 5, YS[1] - 6, "12", "13", size=6)

    assert len(tables(draw)) == 1


def test_a_heading_across_is_a_cell():
    (table,) = tables(lambda canvas: framed(canvas, YS[3], "all of them"))
    assert table.cells[0].colspan == 3


def open_sides(canvas):
    for y in YS:
        canvas.line(XS[0], y, XS[3], y)
    for x in XS[1:3]:
        canvas.line(x, YS[0], x, YS[3])
    fill(canvas)


def open_sides_around_a_full_grid(canvas):
    canvas.grid(XS, YS)
    for y in YS:
        canvas.line(XS[0] - 60, y, XS[3] + 60, y)
    fill(canvas)


def a_line_across_cells(canvas):
    canvas.grid(XS, YS)
    fill(canvas)
    write(canvas, XS[0] + 5, YS[0] + 2, "a line of text that runs across the border of a cell", size=8)


def an_empty_form(canvas):
    canvas.grid(XS, YS)
    write(canvas, XS[0] + 5, YS[0] + 10, "name")


def one_box(canvas):
    canvas.rect(72, 600, 300, 90)
    fill(canvas)


def an_l_shaped_cell(canvas):
    for y in (YS[0], YS[3]):
        canvas.line(XS[0], y, XS[3], y)
    for x in (XS[0], XS[3]):
        canvas.line(x, YS[0], x, YS[3])
    canvas.line(XS[0], YS[1], XS[1], YS[1])
    canvas.line(XS[1], YS[0], XS[1], YS[2])
    canvas.line(XS[1], YS[2], XS[3], YS[2])
    fill(canvas)


def a_caption_in_the_frame(canvas):
    framed(canvas, YS[3], "Exhibit 3: what the table says")


def a_note_in_the_frame(canvas):
    framed(canvas, YS[0] - 30, "Source: who says so")


def framed(canvas, y, text):
    """Draw a grid, and a cell across of it at y with a text."""
    canvas.grid(XS, YS)
    canvas.rect(XS[0], y, XS[3] - XS[0], 30)
    fill(canvas)
    write(canvas, XS[0] + 5, y + 10, text)


def rows_without_lines(canvas):
    canvas.grid(XS, YS)
    fill(canvas, skip={(2, 1)})
    write(canvas, XS[1] + 5, YS[1] - 6, "12", "13", "14", size=6)


@pytest.mark.parametrize(
    "draw",
    [
        a_caption_in_the_frame,
        a_note_in_the_frame,
        rows_without_lines,
        open_sides,
        open_sides_around_a_full_grid,
        a_line_across_cells,
        an_empty_form,
        one_box,
        an_l_shaped_cell,
    ],
    ids=lambda draw: draw.__name__,
)
def test_what_is_not_certain_is_left(draw):
    assert tables(draw) == []


def test_a_row_without_lines_between_its_texts_has_the_columns_of_the_others():
    def draw(canvas):
        canvas.grid(XS, YS)
        canvas.grid([XS[0], XS[-1]], [690, 720])
        for col in range(3):
            write(canvas, XS[col] + 5, 700, f"head{col}")
        fill(canvas)

    (table,) = tables(draw)
    assert [cell.text for cell in table.cells[:4]] == ["head0", "head1", "head2", "r0c0"]


def test_rows_without_any_lines_between_their_texts_tell_no_columns():
    def draw(canvas):
        canvas.grid(XS, YS[2:])
        canvas.grid([XS[0], XS[-1]], YS[:3])
        fill(canvas)

    assert not tables(draw)


@pytest.mark.parametrize(("columns", "n_rows"), [(3, 4), (2, 3)])
def test_a_line_with_one_text_above_each_column_of_the_frame_is_its_head(columns, n_rows):
    def draw(canvas):
        canvas.grid(XS, YS)
        fill(canvas)
        for col in range(columns):
            write(canvas, XS[col] + 5, 694, f"head{col}")

    (table,) = tables(draw)
    assert table.n_rows == n_rows
