"""Runs of rows whose cells stand in line, and how far a table goes on beyond its rules."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, pieces
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.tables.aligned_rows import aligned_boxes, grown
from vlcorpus.stages.documents.tables.rules import Rule

ROW = {100: "key", 300: "12"}
BOX = BoxPx(90, 95, 490, 145)


def boxes(*rows, step=24.0):
    return [(box.y1, box.y2) for box in aligned_boxes(pieces(*rows, step=step), SIZE)]


@pytest.mark.parametrize(("n", "found"), [(2, []), (3, [(100, 164)])])
def test_three_rows_in_line(n, found):
    assert boxes(*[ROW] * n) == found


@pytest.mark.parametrize(("step", "n"), [(48, 1), (49, 0)])
def test_rows_stand_near_each_other(step, n):
    assert len(boxes(*[ROW] * 3, step=step)) == n


def test_edges_and_middles_are_in_line():
    assert len(boxes({100: "abcd", 300: "12"}, {110: "bcd", 305: "1"}, {120: "cd", 300: "12"})) == 1
    assert boxes({100: "key", 300: "12"}, {150: "key", 350: "12"}, {200: "key", 400: "12"}) == []


@pytest.mark.parametrize(("n", "found"), [(2, 1), (3, 0)])
def test_few_single_pieces_come_between(n, found):
    assert len(boxes(ROW, ROW, *[{100: "alone"}] * n, ROW)) == found


@pytest.mark.parametrize(("n_chars", "n"), [(45, 1), (46, 0)])
def test_long_lines_are_prose(n_chars, n):
    assert len(boxes(*[{100: "a" * n_chars, 700: "12"}] * 3)) == n


def test_bullets_are_no_cells():
    assert boxes(*[{100: "•", 130: "item"}] * 3) == []


def box_of(*rows, top=100.0, across=()):
    grown_box = grown(BOX, pieces(ROW, ROW, *rows, top=top), list(across), SIZE)
    return grown_box.y1, grown_box.y2


def test_rows_in_line_below_belong_to_it():
    assert box_of(ROW, ROW) == (95, 188)


def test_one_piece_alone_may_come_between():
    assert box_of({100: "alone"}, ROW) == (95, 188)
    assert box_of({100: "alone"}, {100: "alone"}, ROW) == (95, 145)


@pytest.mark.parametrize(
    "row",
    [{150: "key", 350: "12"}, {100: "Table 2: more", 300: "12"}, {100: "a" * 46, 600: "12"}, {100: "a" * 31}],
)
def test_other_rows_do_not(row):
    assert box_of(row) == (95, 145)


def test_rows_above_belong_to_it_if_they_are_in_line():
    found = pieces({100: "One", 300: "Two"}, top=72) + pieces(ROW, ROW)
    assert grown(BOX, found, [], SIZE).y1 == 72


def test_a_heading_on_a_rule_belongs_to_it():
    found = pieces({230: "Head"}, {230: "ings"}, top=52, step=18) + pieces(ROW, ROW)
    assert grown(BOX, found, [], SIZE).y1 == 95
    assert grown(BOX, found, [Rule(90, 200, 400)], SIZE).y1 == 52
    assert grown(BOX, found, [Rule(90, 90, 490)], SIZE).y1 == 95


def test_one_piece_alone_may_come_between_above():
    found = pieces(ROW, {100: "alone"}, ROW, ROW, top=47)  # the last two stand in the box
    assert grown(BOX, found, [], SIZE).y1 == 47


def test_smaller_rows_below_do_not():
    found = pieces(ROW, ROW, ROW)
    for piece in found[4:]:
        piece.size *= 0.9
    assert grown(BOX, found, [], SIZE) == BOX
