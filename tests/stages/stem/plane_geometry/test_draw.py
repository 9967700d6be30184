import math

import pytest

from tests.stages.stem.plane_geometry.figures import figure_of, with_circle
from vlcorpus.schemas.scenes.scene import Dot, Role
from vlcorpus.stages.stem.plane_geometry.draw import things

TRIANGLE = {"A": (0, 0), "B": (8, 0), "C": (0, 6)}


def drawn():
    figure = with_circle(figure_of(TRIANGLE, M=(4, 3)), "circle", (2, 2), 4)
    figure.draw("A", "M", helper=True)
    figure.right_marks = [("B", "A", "C")]
    figure.arcs = [(("A", "B", "C"), 2)]
    figure.ticks = [(("B", "M"), 1), (("M", "C"), 1)]
    return {thing.name: thing for thing in things(figure)}


def test_everything_is_a_thing_of_its_own():
    assert list(drawn()) == [
        *("segment CA", "segment AB", "segment BC", "segment AM"),
        "circle",
        "right angle BAC",
        "angle ABC",
        *("ticks BM", "ticks MC"),
        *("point A", "point B", "point C", "point M"),
    ]


def test_helpers_are_drawn_as_such():
    assert drawn()["segment AM"].shapes[0].role == Role.HELPER
    assert drawn()["segment AB"].shapes[0].role == Role.LINE


def test_a_point_is_a_dot_with_its_letter_on_the_side_where_no_line_is():
    point = drawn()["point B"]
    assert point.shapes == (Dot((8.0, 0.0)),)
    (tag,) = point.tags
    assert tag.text == "B"
    assert tag.away_from[0] < 8  # both sides go to the left
    assert tag.away_from[1] > 0


def test_a_right_mark_is_a_small_square_in_its_corner():
    u, far, v = (points[0] for _, points in drawn()["right angle BAC"].shapes[0].path.commands)
    assert (u[1], v[0]) == (0, 0)
    assert far == (u[0], v[1])
    assert u[0] == pytest.approx(v[1]) == pytest.approx(0.035 * 8)


def test_arcs_lie_between_the_arms():
    inner, outer = drawn()["angle ABC"].shapes
    for shape in (inner, outer):
        for x, y in (points[-1] for _, points in shape.path.commands):
            turn = math.degrees(math.atan2(y, 8 - x))
            assert -1e-6 <= turn <= math.degrees(math.atan2(6, 8)) + 1e-6


def test_ticks_cross_the_middle_of_their_segment():
    (shape,) = drawn()["ticks BM"].shapes
    (ax, ay), (bx, by) = shape.path.points()
    assert ((ax + bx) / 2, (ay + by) / 2) == pytest.approx((6, 1.5))
    assert (bx - ax) * 4 + (by - ay) * -3 == pytest.approx(0)
