from fractions import Fraction

import pytest

from vlcorpus.stages.stem.axes.frame import Axis, Frame


def axis(low, high, step=1):
    return Axis(Fraction(low), Fraction(high), Fraction(step))


def test_ticks_are_multiples_of_the_step():
    assert axis(-3, 5, 2).ticks == (-2, 0, 2, 4)
    assert axis(0, 1, Fraction(1, 2)).ticks == (0, Fraction(1, 2), 1)


def test_a_pair_of_numbers_lies_where_its_parts_of_the_axes_are():
    frame = Frame(axis(-2, 2), axis(0, 100, 10), 8.0, 5.0)
    assert frame.at(-2, 0) == (0, 0)
    assert frame.at(1, Fraction(50)) == pytest.approx((6, 2.5))


def test_a_frame_holds_what_both_axes_show():
    frame = Frame(axis(-2, 2), axis(0, 100, 10), 8.0, 5.0)
    assert frame.holds(2, 100)
    assert not frame.holds(2, 101)
    assert not frame.holds(-3, 0)
