"""Numbers of tables: found where they are printed, and not."""

import pytest

from tests.stages.documents.second_look.words import lines
from vlcorpus.schemas.inline import Inline, marked
from vlcorpus.schemas.page import Cell, TableGrid
from vlcorpus.stages.documents.second_look.number_places import number_places

ROWS = (("11", "12", "13"), ("21", "22", "23"), ("31", "32", "33"), ("41", "42", "43"))
PRINTED = [
    (100.0 + 80 * col, 100.0 + 30 * row, text)
    for row, texts in enumerate(ROWS)
    for col, text in enumerate(texts)
]


def grid(*rows):
    cells = tuple(Cell(row, col, text) for row, texts in enumerate(rows) for col, text in enumerate(texts))
    return TableGrid(len(rows), len(rows[0]), cells)


def places(*rows):
    return number_places(grid(*rows), lines(*PRINTED))


def test_a_right_table_has_all_its_numbers_in_line():
    found = places(*ROWS)
    assert (found.n_numbers, found.lost_fraction) == (12, 0)
    assert found.misplaced_fraction == found.fused_fraction == 0


def test_numbers_that_only_one_side_has_are_lost():
    assert places(*ROWS[:3], ("41", "", "")).lost_fraction == pytest.approx(2 / 12)
    assert places(*ROWS[:3], ("41", "42", "43 44 45")).lost_fraction == pytest.approx(2 / 14)


def test_a_number_of_another_row_or_column_is_misplaced():
    shifted = places(*ROWS[:3], ("", "41", "43"))
    assert shifted.misplaced_fraction == pytest.approx(
        1 / 11
    )  # 41 stands under 11, and is said to be under 12
    swapped = places(("11", "12", "23"), ("21", "22", "13"), *ROWS[2:])
    assert swapped.misplaced_fraction == pytest.approx(2 / 12)


def test_rows_in_one_cell_are_fused():
    found = places(("11 21", "12 22", "13 23"), *ROWS[2:])
    assert found.fused_fraction == pytest.approx(3 / 9)
    assert found.misplaced_fraction == 0


def test_columns_in_one_cell_are_fused():
    found = places(*((a, f"{b} {c}") for a, b, c in ROWS))
    assert found.fused_fraction == pytest.approx(4 / 8)


def test_a_range_in_a_cell_is_one_cell():
    cells = [("2 - 3", "7"), ("4 - 5", "8"), ("6 - 9", "1")]
    printed = [
        (100.0 + 90 * col, 100.0 + 30 * row, text)
        for row, its in enumerate(cells)
        for col, text in enumerate(its)
    ]
    assert number_places(grid(*cells), lines(*printed)).fused_fraction == 0


def test_marks_of_scripts_part_no_number():
    found = number_places(
        grid((f"12{marked(Inline.SUPERSCRIPT, '3')}", "4")), lines((100, 100, "123"), (200, 100, "4"))
    )
    assert found.lost_fraction == 0


def test_a_table_without_numbers_has_no_faults():
    found = number_places(grid(("a", "b")), lines((100, 100, "a"), (200, 100, "b")))
    assert (found.n_numbers, found.lost_fraction, found.misplaced_fraction, found.fused_fraction) == (
        0,
        0,
        0,
        0,
    )


def test_numbers_that_stand_several_times_are_found_by_their_turn():
    """Every price stands twice, as those of one piece and of all, and each amount is 1."""
    rows = [("1", "69,99", "69,99"), ("1", "14,99", "14,99"), ("1", "44,99", "44,99")]
    printed = [
        (100.0 + 90 * col, 100.0 + 30 * row, text)
        for row, its in enumerate(rows)
        for col, text in enumerate(its)
    ]
    right = number_places(grid(*rows), lines(*printed))
    assert right.lost_fraction == right.misplaced_fraction == right.fused_fraction == 0
    wrong = number_places(grid(*((f"{a} {b}", c) for a, b, c in rows)), lines(*printed))
    assert wrong.fused_fraction == 0.5
