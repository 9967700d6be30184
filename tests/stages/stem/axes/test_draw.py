from dataclasses import replace
from fractions import Fraction

import pytest

from tests.stages.stem.axes.test_frame import axis
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.axes.draw import arrow_head, crossing_axes, grid, labelled, outer_axes
from vlcorpus.stages.stem.axes.frame import Frame

FRAME = Frame(
    replace(axis(-2, 2), labels=((Fraction(-1), "-1"), (Fraction(2), "2")), name="x"),
    replace(axis(-10, 30, 10), labels=((Fraction(20), "20"),), name="y"),
    4.0,
    4.0,
)


def test_the_grid_has_a_line_at_each_tick():
    (both,), (level,) = grid(FRAME).shapes, grid(FRAME, upright=False).shapes
    assert len(list(both.path.points())) == 2 * (5 + 5)
    assert [y for _, y in level.path.points()] == [y for y in range(5) for _ in "ab"]
    assert both.role == Role.GRID


def test_axes_cross_where_both_are_0_and_their_numbers_stand_at_them():
    across, up = crossing_axes(FRAME)
    assert [(tag.text, tag.at, tag.side) for tag in across.tags[:2]] == [
        ("-1", (1, 1), (0, -1)),
        ("2", (4, 1), (0, -1)),
    ]
    assert [(tag.text, tag.at, tag.side) for tag in up.tags[:1]] == [("20", (2, 3), (-1, 0))]
    assert [tag.text for tag in (across.tags[-1], up.tags[-1])] == ["x", "y"]


def test_axes_that_do_not_show_0_cross_at_the_nearest_edge():
    across, up = crossing_axes(replace(FRAME, x=axis(1, 5), y=axis(-9, -5)))
    assert across.shapes[0].path.commands[0] == ("M", ((0, 4),))
    assert up.shapes[0].path.commands[0] == ("M", ((0, 0),))


def test_outer_axes_stand_to_the_left_and_below_with_their_names():
    across, up = outer_axes(FRAME)
    assert {tag.at[1] for tag in across.tags[:2]} == {0}
    assert up.tags[-1].turn_deg == -90
    assert up.tags[-1].at[0] < 0
    plain = replace(FRAME, x=replace(FRAME.x, name=""))
    assert [tag.text for tag in next(outer_axes(plain)).tags] == ["-1", "2"]


def test_an_arrow_head_ends_at_its_tip():
    (_, (tip,)), *_ = arrow_head((3, 0), (0, 0), 10.0).commands
    assert tip == (3, 0)
    assert max(x for x, _ in arrow_head((3, 0), (0, 0), 10.0).points()) == 3


@pytest.mark.parametrize(("every", "expected"), [(1, [-3, -2, -1, 1, 2]), (2, [-2, 2])])
def test_labelled_ticks_are_counted_from_0(every, expected):
    assert list(labelled(axis(-3, 2), every, but=(Fraction(0),))) == expected
