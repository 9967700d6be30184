import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.schemas.page_trees import SNIPPETS, grids
from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.page import Block, BlockKind, Cell, TableGrid, check_text, clean_text

BOX = Box1000(1, 2, 3, 4)
RAW = st.one_of(st.text(), st.lists(st.sampled_from([*SNIPPETS, "\r\n", "\x00", "\u2028"])).map("".join))


@given(RAW, st.sampled_from([BlockKind.TEXT, BlockKind.CODE]))
def test_cleaned_text_fits_and_is_clean_already(raw, kind):
    text = clean_text(raw, kind)
    check_text(text, kind)
    assert clean_text(text, kind) == text


@given(RAW)
def test_cleaned_text_fits_a_cell(raw):
    Cell(0, 0, clean_text(raw))


def test_cleaning_keeps_what_is_printed():
    assert clean_text(" a\tb \r\n\n\u3000c\x0bd\x00\ufeff ") == "a b\nc\nd"
    assert clean_text("\n    def f():\n\n\t  return\n", BlockKind.CODE) == "def f():\n\n  return"


@pytest.mark.parametrize(
    "text", [" a", "a ", "a \nb", "a\n\nb", "a\tb", "a\rb", "a\u2028b", "\x00", "\ud800", "\n"]
)
def test_text_no_format_can_hold_is_refused(text):
    with pytest.raises(ValueError, match="clean_text"):
        Block(BlockKind.TEXT, BOX, text)


@pytest.mark.parametrize(
    ("text", "fits"), [("    a\n\nb", True), ("\na", False), ("a\n", False), ("a \nb", False)]
)
def test_code_keeps_indentation_and_blank_lines(text, fits):
    if fits:
        assert Block(BlockKind.CODE, BOX, text).text == text
    else:
        with pytest.raises(ValueError, match="clean_text"):
            Block(BlockKind.CODE, BOX, text)


@pytest.mark.parametrize(
    ("box", "fits"),
    [
        ((0, 0, 999, 999), True),
        ((0, 0, 1, 1), True),
        ((-1, 0, 1, 1), False),
        ((0, 0, 1000, 1), False),
        ((0, 0, 1, 1000), False),
        ((0, -1, 1, 1), False),
        ((1, 0, 1, 1), False),
        ((0, 1, 1, 1), False),
    ],
)
def test_both_sides_of_a_boxs_limits(box, fits):
    if fits:
        assert Block(BlockKind.IMAGE, Box1000(*box)).box == box
    else:
        with pytest.raises(ValueError, match="not x1 < x2"):
            Block(BlockKind.IMAGE, Box1000(*box))


ONE = TableGrid(1, 1, (Cell(0, 0, "a"),))


@pytest.mark.parametrize(
    "values",
    [
        {"kind": BlockKind.TITLE, "text": "a"},
        {"kind": BlockKind.TITLE, "text": "a", "level": 0},
        {"kind": BlockKind.TITLE, "text": "a", "level": 7},
        {"kind": BlockKind.TEXT, "text": "a", "level": 1},
        {"kind": BlockKind.TEXT},
        {"kind": BlockKind.TEXT, "text": "a", "table": ONE},
        {"kind": BlockKind.TABLE, "text": "a", "table": ONE},
        {"kind": BlockKind.TABLE},
    ],
)
def test_a_block_has_what_its_kind_has_and_nothing_else(values):
    with pytest.raises(ValueError, match="has"):
        Block(box=BOX, **values)


@pytest.mark.parametrize("level", [1, 6])
def test_a_title_has_a_level_of_1_to_6(level):
    assert Block(BlockKind.TITLE, BOX, "a", level=level).level == level


@pytest.mark.parametrize(
    ("n_rows", "n_cols", "cells"),
    [
        (0, 0, ()),
        (1, 2, (Cell(0, 0),)),
        (1, 1, (Cell(0, 0), Cell(0, 0))),
        (1, 1, (Cell(0, 0, colspan=2),)),
        (1, 1, (Cell(0, 0, rowspan=2),)),
        (2, 2, (Cell(0, 0, colspan=2), Cell(0, 1, rowspan=2), Cell(1, 0))),
        (1, 2, (Cell(0, 1), Cell(0, 0))),
    ],
)
def test_cells_that_are_not_a_grid_are_refused(n_rows, n_cols, cells):
    with pytest.raises(ValueError, match=r"cover|row-major"):
        TableGrid(n_rows, n_cols, cells)


@pytest.mark.parametrize("values", [{"rowspan": 0}, {"colspan": 0}, {"text": "a\n b"}, {"text": " a"}])
def test_a_cell_spans_at_least_itself_and_holds_clean_text(values):
    with pytest.raises(ValueError, match=r"spans|clean_text"):
        Cell(0, 0, **values)


@given(grids())
def test_the_rows_of_a_grid_are_its_cells(grid):
    assert [cell for row in grid.rows() for cell in row] == list(grid.cells)
    assert len(grid.rows()) == grid.n_rows


def head(row: int, col: int, rowspan: int = 1) -> Cell:
    return Cell(row, col, "h", rowspan=rowspan, header=True)


@pytest.mark.parametrize(
    ("cells", "n_header_rows"),
    [
        ((head(0, 0), head(0, 1), Cell(1, 0), Cell(1, 1)), 1),
        ((head(0, 0), head(0, 1), head(1, 0), head(1, 1)), 2),
        ((head(0, 0), Cell(0, 1), head(1, 0), head(1, 1)), 0),
        ((head(0, 0, rowspan=2), head(0, 1), head(1, 1)), 2),
        ((head(0, 0, rowspan=2), head(0, 1), Cell(1, 1)), 0),
    ],
)
def test_header_rows_are_all_header_and_reach_no_further(cells, n_header_rows):
    assert TableGrid(2, 2, cells).n_header_rows() == n_header_rows
