"""What boxes share, and which belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import area, contains, cover, join_boxes, shared_area

BOX = BoxPx(0, 0, 10, 10)
SIDES = st.integers(0, 60)
BOXES = st.builds(lambda x, y, w, h: BoxPx(x, y, x + w, y + h), SIDES, SIDES, SIDES, SIDES)


def test_a_box_inside_out_has_no_area():
    assert (area(BOX), area(BoxPx(10, 0, 0, 10)), area(BoxPx(0, 0, 10, 0))) == (100, 0, 0)


@pytest.mark.parametrize(
    ("other", "shared"),
    [((5, 5, 15, 15), 25), ((10, 0, 20, 10), 0), ((-5, -5, 20, 20), 100), ((2, 2, 4, 4), 4)],
)
def test_what_two_boxes_share(other, shared):
    assert shared_area(BOX, BoxPx(*other)) == shared


@given(BOXES, BOXES)
def test_sharing_has_no_direction_and_is_no_more_than_either(a, b):
    assert shared_area(a, b) == shared_area(b, a) <= min(area(a), area(b))


@pytest.mark.parametrize(
    ("inner", "held"), [((8, 0, 12, 4), True), ((8, 0, 13, 4), False), ((-50, -50, 60, 60), True)]
)
def test_a_box_is_held_by_its_middle(inner, held):
    assert contains(BOX, BoxPx(*inner)) is held


@given(st.lists(BOXES, min_size=1, max_size=6))
def test_the_cover_is_the_smallest_box_around_all(boxes):
    around = cover(boxes)
    assert all(shared_area(around, box) == area(box) for box in boxes)
    assert {around.x1, around.y1, around.x2, around.y2} <= {side for box in boxes for side in box}


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ((0, 14, 10, 24), True),  # a strip below, 4 px away
        ((0, 15, 10, 24), False),
        ((4, 10, 14, 24), True),  # its sides differ by 4 px
        ((5, 10, 15, 24), False),
        ((14, 0, 24, 10), True),  # a strip beside
        ((6, 6, 10, 10), True),  # within
        ((3, 3, 20, 20), False),  # shares 49 of 100
        ((2, 2, 20, 20), True),  # shares 64
    ],
)
def test_strips_of_an_image_and_what_lies_in_it_are_joined(other, joined):
    found = join_boxes([BOX, BoxPx(*other)])
    assert found == ([cover([BOX, BoxPx(*other)])] if joined else [BOX, BoxPx(*other)])


def test_a_box_that_joins_two_makes_one_of_three():
    strips = [BoxPx(0, y, 10, y + 10) for y in (0, 22, 11)]
    assert join_boxes(strips) == [BoxPx(0, 0, 10, 32)]


@given(st.lists(BOXES, max_size=6))
def test_joining_loses_no_place_and_joining_again_changes_nothing(boxes):
    joined = join_boxes(boxes)
    assert all(any(shared_area(one, box) == area(box) for one in joined) for box in boxes)
    assert sorted(join_boxes(joined)) == sorted(joined)
