import pytest

from tests.stages.render.drawings import drawing, label, line, square
from vlcorpus.stages.render.canvas import ink_box, paint_objects
from vlcorpus.stages.render.visible import seen_objects


def test_a_box_holds_the_visible_pixels_and_no_other():
    seen = seen_objects(drawing(square(1, 10, 20, 30)))
    assert seen[1].box == (10, 20, 40, 50)
    assert seen[1].n_pixels == 900
    assert seen[1].fraction == 1


def test_what_is_hidden_in_part_is_told_by_how_much():
    seen = seen_objects(drawing(square(1, 10, 10, 40), square(2, 30, 10, 40)))
    assert seen[1].fraction == pytest.approx(0.5)
    assert seen[1].box == (10, 10, 30, 50)
    assert seen[2].fraction == 1


def test_what_is_hidden_is_not_seen():
    assert seen_objects(drawing(square(1, 20, 20, 10), square(2, 10, 10, 40))).keys() == {2}


def test_lines_that_cross_hide_nothing():
    seen = seen_objects(drawing(line(1, (10, 10), (90, 70)), line(2, (10, 70), (90, 10))))
    assert seen[1].fraction == seen[2].fraction == 1


def test_an_object_of_several_marks_is_one():
    seen = seen_objects(drawing(square(1, 10, 10, 5), square(2, 40, 40, 5), square(1, 60, 60, 5)))
    assert seen[1].box == (10, 10, 65, 65)
    assert seen[1].n_pixels == 50


def test_what_lies_outside_is_cut_off():
    assert seen_objects(drawing(square(1, 90, 70, 30)))[1].box == (90, 70, 100, 80)
    assert seen_objects(drawing(square(1, 200, 200, 30))) == {}


def test_labels_are_seen_where_they_stand():
    shown = label(4, "Q", (50, 40))
    box = seen_objects(drawing(shown))[4].box
    assert box == pytest.approx(ink_box(shown), abs=1.5)


def test_a_view_moves_what_is_seen():
    view = (0.5, 0, 10, 0, 0.5, 5, 0, 0, 1)
    assert seen_objects(drawing(square(1, 20, 20, 40), view=view))[1].box == (20, 15, 40, 35)


def test_a_spot_is_seen_and_near_the_middle():
    assert seen_objects(drawing(square(1, 10, 20, 31)))[1].spot == (25, 35)
    hidden = seen_objects(drawing(square(1, 10, 10, 40), square(2, 25, 10, 40)))[1]
    assert hidden.spot[0] == 17
    apart = seen_objects(drawing(square(1, 10, 10, 5), square(2, 40, 40, 5), square(1, 60, 61, 5)))[1]
    assert apart.spot in {(14, 14), (60, 61)}


def test_a_spot_of_a_line_lies_on_its_ink():
    for number, (x, y) in enumerate([(90, 70), (90, 10), (10, 70)], start=1):
        shown = drawing(line(number, (10, 10), (x, y)), square(9, 20, 10, 4))
        spot = seen_objects(shown)[number].spot
        assert paint_objects(shown)[spot[1], spot[0]] == number
