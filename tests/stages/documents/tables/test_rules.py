"""What is a line, by its box alone: thin fills, strokes with the room of their mitres, edges of shading."""

import pytest

from tests.stages.documents.tables.drawing import across, down, fill, line
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.tables.rules import (
    Rule,
    Rules,
    drawn_fraction,
    join_rules,
    page_rules,
    rules_within,
    shade_rules,
)


def stroke(x1, y1, x2, y2, luminance=0.0, is_rect=True):
    return Drawing(BoxPx(x1, y1, x2, y2), stroked=True, is_rect=is_rect, luminance=luminance)


def across_of(drawings, lines=()):
    return [(r.at, r.start, r.end) for r in page_rules(drawings, list(lines)).across]


def test_a_thin_fill_is_a_line():
    rules = page_rules([across(50, 10, 90), down(30, 10, 90)], [])
    assert rules == Rules([Rule(50, 10, 90)], [Rule(30, 10, 90)])


@pytest.mark.parametrize(("height", "n"), [(8, 1), (9, 0)])
def test_a_thick_fill_is_shading(height, n):
    assert len(across_of([fill(0, 0, 100, height)])) == n


def test_a_stroked_rectangle_is_four_lines():
    rules = page_rules([stroke(10, 10, 210, 110)], [])
    assert [r.at for r in rules.across] == [10, 110]
    assert [r.at for r in rules.down] == [10, 210]


def test_what_is_neither_rectangle_nor_line_is_none():
    assert across_of([stroke(0, 48, 90, 52, is_rect=False)]) == []


def test_a_stroke_loses_the_room_of_its_mitres():
    assert across_of([stroke(90, 90, 310, 110)]) == [(100, 100, 300)]


def test_text_in_the_middle_tells_a_frame_from_a_thick_stroke():
    assert len(across_of([stroke(90, 90, 310, 110)], [line(150, 92, "text")])) == 2


def test_text_beside_a_thick_stroke_changes_nothing():
    assert len(across_of([stroke(90, 90, 310, 110)], [line(150, 80, "text"), line(150, 104, "text")])) == 1


@pytest.mark.parametrize(("length", "n"), [(360, 1), (350, 2)])
def test_a_very_thick_stroke_is_a_line_if_it_is_long(length, n):
    assert len(across_of([stroke(0, 70, length, 130)])) == n


def test_a_short_stroke_goes_with_a_long_one_of_its_width():
    assert across_of([stroke(0, 70, 400, 130), stroke(300, 70, 500, 130)]) == [(100, 30, 470)]


@pytest.mark.parametrize(("ground", "n"), [([], 0), ([fill(0, 0, 200, 100)], 1)])
def test_a_white_line_shows_on_shading_only(ground, n):
    white = fill(0, 49, 200, 51, luminance=1.0)
    assert len(across_of([white, *ground])) == n


def test_pieces_of_one_line_are_joined():
    assert join_rules([Rule(50, 0, 40), Rule(50, 43, 90)]) == [Rule(50, 0, 90)]
    assert len(join_rules([Rule(50, 0, 40), Rule(50, 45, 90)])) == 2
    assert len(join_rules([Rule(50, 0, 40), Rule(55, 40, 90)])) == 2


def test_edges_of_shading_stand_for_lines():
    rules = shade_rules([fill(0, 0, 100, 40), fill(100, 0, 200, 40)])
    assert [(r.at, r.start, r.end) for r in rules.across] == [(0, 0, 200), (40, 0, 200)]
    assert [r.at for r in rules.down] == [0, 100, 200]


def test_the_ground_of_a_text_within_its_cell_has_no_edges():
    assert len(shade_rules([fill(0, 0, 100, 40), fill(10, 10, 90, 30)]).across) == 2
    assert len(shade_rules([fill(0, 0, 100, 40), fill(10, 10, 90, 30, luminance=0.5)]).across) == 4


@pytest.mark.parametrize(("largest", "n"), [(4000, 2), (3999, 0)])
def test_the_ground_of_a_page_is_no_shading(largest, n):
    assert len(shade_rules([fill(0, 0, 100, 40)], largest).across) == n


def test_rules_are_cut_to_a_box():
    rules = rules_within(Rules([Rule(50, 0, 500), Rule(150, 0, 500)], []), BoxPx(100, 40, 200, 100), 0)
    assert rules.across == [Rule(50, 100, 200)]


def test_the_drawn_part_of_a_stretch_counts_no_piece_twice():
    rules = [Rule(50, 0, 40), Rule(51, 20, 60)]
    assert drawn_fraction(rules, 50, 0, 100, 2) == 0.6
    assert drawn_fraction(rules, 50, 0, 100, 0.5) == 0.4
    assert drawn_fraction(rules, 50, 10, 10, 2) == 0.0


def test_a_thin_fill_that_ends_aslant_is_a_line():
    border = Drawing(BoxPx(30, 10, 32, 90), stroked=False, is_rect=False, luminance=0.3)
    assert page_rules([border], []).down == [Rule(31, 10, 90)]


@pytest.mark.parametrize(("below", "n"), [(fill(10, 31, 90, 52), 2), (fill(10, 32, 90, 52), 3)])
def test_shades_of_one_width_that_lie_on_each_other_are_one(below, n):
    assert len(shade_rules([fill(10, 10, 90, 30), below]).across) == n


def test_shades_of_two_colours_are_two():
    assert len(shade_rules([fill(10, 10, 90, 30), fill(10, 31, 90, 52, luminance=0.5)]).across) == 3
