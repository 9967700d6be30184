"""Regions that rules mark, and what stands between rules without being a table."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, pieces
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.tables.regions import TableRegion, networks, ruled_regions
from vlcorpus.stages.documents.tables.rules import Rule, Rules

CELLS = [{100: "key", 300: "12"}] * 3  # at 100, 124, 148
PROSE = "a line of prose as it stands in a column of running text"


def regions(found, across, down=()):
    return ruled_regions(Rules([Rule(*r) for r in across], [Rule(*r) for r in down]), found, SIZE)


def rules_at(*heights):
    return [(y, 90, 490) for y in heights]


def test_cells_between_rules_of_one_length():
    (region,) = regions(pieces(*CELLS), rules_at(95, 120, 170))
    assert region == TableRegion(BoxPx(90, 95, 490, 170), n_rules=3)


@pytest.mark.parametrize(("end", "n"), [(506, 1), (507, 0)])
def test_rules_of_one_table_end_alike(end, n):
    assert len(regions(pieces(*CELLS), [(95, 90, 490), (170, 90, end)])) == n


@pytest.mark.parametrize(("length", "n"), [(80, 1), (79, 0)])
def test_a_short_rule_underlines_a_word(length, n):
    assert len(regions(pieces(*[{100: "a", 140: "1"}] * 3), [(y, 90, 90 + length) for y in (95, 170)])) == n


@pytest.mark.parametrize(
    ("rows", "n"),
    [
        ([{100: "key", 300: "12"}, {100: "alone"}], 1),
        ([{100: PROSE}] * 3, 0),
        ([{100: "key", 300: "12"}, {100: PROSE}, {100: PROSE}], 0),
        ([{100: "• ", 130: PROSE}] * 3, 0),
        ([{100: PROSE[:31], 420: PROSE[:31]}] * 3, 0),
        ([{100: PROSE[:31], 420: PROSE[:31]}] * 2, 1),
        ([{100: "Table 1: what it says", 400: "cell"}] * 2, 0),
    ],
)
def test_what_stands_between_two_rules(rows, n):
    wide = [(y, 90, 760) for y in (95, 100 + 24 * len(rows))]
    assert len(regions(pieces(*rows), wide)) == n


@pytest.mark.parametrize(("n_lines", "n"), [(8, 1), (9, 0)])
def test_a_long_paragraph_beside_a_key_is_no_cell(n_lines, n):
    found = pieces({100: "key", 300: PROSE[:35]}, *[{300: PROSE[:35]}] * (n_lines - 1))
    assert len(regions(found, [(y, 90, 700) for y in (95, 100 + 24 * n_lines)])) == n


def test_a_heading_above_cells_belongs_to_them_and_one_below_does_not():
    found = pieces({100: "a heading"}, *CELLS, {100: "after it"})
    (region,) = regions(found, rules_at(95, 120, 194, 220))
    assert region.box == BoxPx(90, 95, 490, 194)


def test_a_title_or_prose_parts_tables():
    found = pieces(*CELLS, {100: "Notes: none"}, *CELLS)
    assert sorted(r.box.y1 for r in regions(found, rules_at(95, 170, 194, 268))) == [95, 194]


@pytest.mark.parametrize(("space", "n"), [(47, 1), (48, 2)])
def test_much_white_space_parts_tables(space, n):
    found = pieces(*CELLS) + pieces(*CELLS, top=175 + space)
    assert len(regions(found, rules_at(95, 170, 170 + space, 250 + space))) == n


@pytest.mark.parametrize(("end", "framed"), [(140, True), (139, False)])
def test_lines_between_cells_frame_them(end, framed):
    found = pieces(*CELLS)
    (region,) = regions(found, rules_at(95, 170), [(200, 95, end)])
    assert region.framed == framed


def test_crossing_lines_are_a_grid():
    found = pieces(*CELLS)
    (region,) = regions(found, rules_at(95, 120, 170), [(90, 95, 170), (490, 95, 170)])
    assert region.bordered
    assert not region.framed


def test_a_frame_is_cut_to_the_rows_of_cells_in_it():
    found = pieces({100: "Exhibit 3: Figures"}, *CELLS, {100: "Source: " + PROSE})
    drawn = [(90, 90, 220), (490, 90, 220), (250, 120, 194)]
    (region,) = regions(found, rules_at(90, 120, 146, 194, 220), drawn)
    assert region.box == BoxPx(90, 120, 490, 194)


def test_the_bars_of_a_chart_are_no_grid():
    ends = [110, 120, 120, 130, 200]
    bars = [(95 + 10 * i, 90, ends[i // 2]) for i in range(10)]
    assert regions(pieces(*CELLS), bars, [(90, 90, 190), (110, 95, 105), (120, 115, 125)]) == []


def test_the_region_with_most_rules_stays_and_widens():
    found = pieces(*[{100: "key", 300: "12", 400: "13"}] * 4)
    (region,) = regions(found, [(y, 290, 490) for y in (95, 120, 146, 170, 194)] + rules_at(97, 192))
    assert region.box == BoxPx(90, 95, 490, 194)
    assert region.n_rules == 5


def test_networks_are_lines_that_cross():
    across, down = [Rule(y, 0, 100) for y in (0, 50, 100)], [Rule(x, 0, 100) for x in (0, 50, 100)]
    assert len(networks(across, down, 3)) == 1
    assert networks(across, down[:2], 3) == []
    apart = [Rule(x, 0, 100) for x in (200, 250, 300)]
    assert networks(across, apart, 3) == []


@pytest.mark.parametrize(("bottom", "n"), [(324, 1), (325, 0)])
def test_where_most_is_empty_between_two_rules_they_are_not_of_one_table(bottom, n):
    assert len(regions(pieces(*CELLS), rules_at(95, bottom))) == n
