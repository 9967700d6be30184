import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vlcorpus.schemas.geometry import (
    Box1000,
    BoxPx,
    decode_box,
    decode_coordinate,
    encode_box,
    encode_coordinate,
)

SIDES = st.floats(1, 20_000)
FRACTIONS = st.floats(0, 1)


@given(FRACTIONS, SIDES)
def test_a_coordinate_comes_back_within_a_thousandth_of_the_side(fraction, side):
    value = encode_coordinate(fraction * side, side)
    assert 0 <= value <= 999
    assert abs(decode_coordinate(value, side) - fraction * side) <= side / 1000 * (1 + 1e-9)


@given(st.integers(0, 999), SIDES)
def test_an_encoded_coordinate_encodes_to_itself(value, side):
    assert encode_coordinate(decode_coordinate(value, side), side) == value


@given(FRACTIONS, SIDES, SIDES)
def test_a_coordinate_does_not_change_with_the_images_size(fraction, side, other):
    one, two = encode_coordinate(fraction * side, side), encode_coordinate(fraction * other, other)
    assert abs(one - two) <= (0 if abs(fraction * 1000 % 1 - 0.5) > 1e-6 else 1)


@given(FRACTIONS, FRACTIONS, SIDES)
def test_encoding_keeps_the_order(one, two, side):
    assume(one <= two)
    assert encode_coordinate(one * side, side) <= encode_coordinate(two * side, side)


@pytest.mark.parametrize(
    ("px", "value"), [(-5, 0), (0, 0), (0.49, 0), (0.51, 1), (999.4, 999), (1000, 999), (1e9, 999)]
)
def test_coordinates_are_clamped_to_0_and_999(px, value):
    assert encode_coordinate(px, 1000) == value


def test_x_is_relative_to_the_width_and_y_to_the_height():
    box = encode_box(BoxPx(10, 20, 30, 40), 100, 200)
    assert box == Box1000(100, 100, 300, 200)
    assert decode_box(box, 100, 200) == pytest.approx((10, 20, 30, 40))


@pytest.mark.parametrize(
    ("box", "left"),
    [
        ((0, 0, 0.4, 10), False),
        ((0, 0, 10, 0.4), False),
        ((0, 0, 0.6, 0.6), True),
        ((10, 0, 5, 10), False),
        ((1200, 0, 1300, 10), False),
        ((990, 990, 1300, 1300), True),
        ((-50, -50, -1, -1), False),
    ],
)
def test_a_box_of_which_nothing_is_left_is_none(box, left):
    assert (encode_box(BoxPx(*box), 1000, 1000) is not None) == left
