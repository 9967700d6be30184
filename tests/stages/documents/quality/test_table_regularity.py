"""Grids that look like tables, and those that are prose, empty, or laid over something else."""

from dataclasses import replace

import pytest

from tests.stages.documents.pages import image, page, text
from tests.stages.documents.quality.measured import measured
from vlcorpus.filters.documents.parse import table_overlapped, table_runs_on
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, Cell, TableGrid


def table(*rows, box=(100, 100, 700, 400)):
    cells = tuple(
        Cell(row, col, text, header=row == 0)
        for row, texts in enumerate(rows)
        for col, text in enumerate(texts)
    )
    grid = TableGrid(len(rows), len(rows[0]), cells)
    return replace(text(100)[0], kind=BlockKind.TABLE, text="", table=grid), BoxPx(*box)


GOOD = table(("Year", "Note"), ("1990", "A long note of many words"), ("1991", "another of them."))
PROSE = table(
    ("It was late", "They had waited"),
    ("The river rose in the night", "on the bridge that was closed"),
    ("before the morning train came", "In the station of the town"),
    ("where nobody had been there", "it was cold as ever before"),
)


def test_pages_without_tables_have_no_measures_of_them():
    found = measured(page(text(100))).parse
    assert found.table_fill_fraction is found.table_run_on_fraction is found.table_overlap_fraction is None


def test_the_emptiest_table_counts():
    sparse = table(("a", "", ""), ("", "b", ""), box=(100, 500, 700, 600))
    assert measured(page(GOOD, sparse)).parse.table_fill_fraction == pytest.approx(1 / 3)
    assert measured(page(GOOD)).parse.table_fill_fraction == 1.0


def test_lines_of_prose_run_on_in_their_columns():
    assert measured(page(GOOD)).parse.table_run_on_fraction == 0.0
    row = measured(page(PROSE))
    assert row.parse.table_run_on_fraction == pytest.approx(3 / 8)
    assert table_runs_on(row) == "table_runs_on"


@pytest.mark.parametrize(
    ("column", "n_running"),
    [
        (("Words that go on and", "on in the next row and", "in the third"), 2),
        (("Words that go on and", "on in the next row."), 0),  # once is chance
        (("words that go on and", "on in the next row and", "in the third"), 0),  # all begin small: a style
        (("Words that have an end.", "so have these of it.", "and these"), 0),
        (("Short label", "lower case", "third case"), 0),
    ],
)
def test_a_cell_runs_on_where_a_long_one_above_it_is_open_and_it_begins_small(column, n_running):
    rows = [("Head",), *((text,) for text in column)]
    assert measured(page(table(*rows))).parse.table_run_on_fraction == pytest.approx(n_running / len(rows))


def test_a_block_within_a_table_overlaps_it_whole_and_an_image_by_its_share():
    inside = text(150, x=200, width=100)
    row = measured(page(GOOD, inside))
    assert row.parse.table_overlap_fraction == 1.0
    assert table_overlapped(row) == "table_overlapped"
    logo = image(150, x=200, width=60, height=60)
    assert measured(page(GOOD, logo)).parse.table_overlap_fraction == pytest.approx(0.02)
    assert measured(page(GOOD, text(600))).parse.table_overlap_fraction == 0.0


@pytest.mark.parametrize(("key", "fill"), [("R3", 1.0), ("", 7 / 16)])
def test_a_grid_with_all_its_headings_may_be_empty_inside(key, fill):
    matrix = table(("Of", "R1", "R2", "R3"), ("R1", "", "", ""), ("R2", "", "", ""), (key, "", "1", ""))
    assert measured(page(matrix)).parse.table_fill_fraction == pytest.approx(fill)
