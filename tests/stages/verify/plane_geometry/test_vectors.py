import pytest

from vlcorpus.stages.verify.plane_geometry.vectors import (
    Point,
    corner_shape,
    cross_inside,
    inside_polygon,
    is_simple,
    on_segment,
    overlap,
    same_direction,
    share_a_point,
    strictly_inside,
    turn,
    turns,
)
from vlcorpus.stages.verify.radicals import read_number


def at(*numbers: int) -> Point:
    return Point(*(read_number(str(number)) for number in numbers))


def outline(*numbers: int) -> tuple[Point, ...]:
    return tuple(at(*numbers[i : i + 2]) for i in range(0, len(numbers), 2))


LEVEL = outline(0, 0, 4, 0)


@pytest.mark.parametrize(("x", "y", "expected"), [(2, 1, 1), (2, -1, -1), (9, 0, 0)])
def test_a_turn_to_the_left_is_positive(x, y, expected):
    assert turn(*LEVEL, at(x, y)) == expected


@pytest.mark.parametrize(
    ("x", "y", "between", "on"),
    [(1, 0, 1, 1), (0, 0, 0, 1), (4, 0, 0, 1), (5, 0, 0, 0), (-1, 0, 0, 0), (1, 1, 0, 0)],
)
def test_ends_are_on_a_segment_and_not_strictly_inside(x, y, between, on):
    assert strictly_inside(at(x, y), LEVEL) is bool(between)
    assert on_segment(at(x, y), LEVEL) is bool(on)


@pytest.mark.parametrize(
    ("other", "crossing", "sharing", "overlapping"),
    [
        (outline(1, -1, 1, 1), 1, 1, 0),
        (outline(1, 0, 1, 1), 0, 1, 0),  # a T
        (outline(4, 0, 5, 1), 0, 1, 0),  # an L
        (outline(4, 0, 9, 0), 0, 1, 0),  # goes on
        (outline(3, 0, 9, 0), 0, 1, 1),
        (outline(1, 0, 2, 0), 0, 1, 1),
        (outline(4, 0, 0, 0), 0, 1, 1),
        (outline(-1, 0, 9, 0), 0, 1, 1),
        (outline(5, 0, 9, 0), 0, 0, 0),
        (outline(0, 1, 4, 1), 0, 0, 0),
        (outline(9, -1, 9, 1), 0, 0, 0),
    ],
)
def test_how_two_segments_meet(other, crossing, sharing, overlapping):
    for one, two in [(LEVEL, other), (other, LEVEL), (LEVEL[::-1], other)]:
        assert cross_inside(one, two) is bool(crossing)
        assert share_a_point(one, two) is bool(sharing)
        assert overlap(one, two) is bool(overlapping)


@pytest.mark.parametrize(
    ("corners", "simple"),
    [
        (outline(0, 0, 2, 0, 0, 2), True),
        (outline(0, 0, 2, 0, 2, 2, 0, 2), True),
        (outline(0, 0, 2, 2, 2, 0, 0, 2), False),  # crosses itself
        (outline(0, 0, 1, 0, 2, 0, 0, 2), False),  # a straight corner
        (outline(0, 0, 4, 0, 2, 0, 2, 2), False),  # there and back
        (outline(-2, 0, 0, 1, 2, 0, 0, 4), True),  # a dart
        (outline(0, 0, 4, 0, 4, 4, 2, 0, 0, 4), False),  # a corner on another side
        (outline(0, 0, 0, 0, 1, 1), False),
    ],
)
def test_a_simple_polygon_meets_itself_in_no_point(corners, simple):
    assert is_simple(corners) is simple
    assert is_simple(corners[::-1]) is simple


def test_the_turns_come_in_the_order_of_the_corners():
    assert turns(outline(-2, 0, 0, 1, 2, 0, 0, 4)) == [1, -1, 1, 1]


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [(0, 2, 1), (0, 0, 0), (1, 1, 1), (-3, 0, 0), (-1, 0, 0), (3, 4, 0), (-1, 4, 0), (-2, 1, 0)],
)
def test_a_place_inside_a_dart(x, y, inside):
    """Rays at the height of a corner count it once or not at all: heights 0, 1 and 4 are those of corners."""
    dart = outline(-2, 0, 0, 1, 2, 0, 0, 4)
    assert inside_polygon(at(x, y), dart) is bool(inside)
    assert inside_polygon(at(x, y), dart[::-1]) is bool(inside)


def test_a_corner_at_the_height_of_a_place_is_crossed_once():
    diamond = outline(0, -2, 2, 0, 0, 2, -2, 0)
    assert inside_polygon(at(0, 0), diamond)
    assert not inside_polygon(at(-3, 0), diamond)


def test_equal_angles_have_one_shape_wherever_they_are():
    shape = corner_shape(at(1, 0), at(0, 0), at(1, 1))  # 45 degrees
    assert same_direction(shape, corner_shape(at(7, 9), at(7, 7), at(5, 9)))
    assert same_direction(shape, corner_shape(at(1, 1), at(0, 0), at(1, 0)))
    assert not same_direction(shape, corner_shape(at(1, 0), at(0, 0), at(-1, 1)))  # 135 degrees
