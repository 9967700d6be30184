from fractions import Fraction

import pytest

from vlcorpus.stages.stem.axes.numbers import decimal, steps


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("3", "3"),
        ("-5/2", "-2.5"),
        ("1/8", "0.125"),
        ("0", "0"),
        ("-1/20", "-0.05"),
        ("1/3", None),
        ("1/16", None),
    ],
)
def test_decimals_have_no_zeros_at_their_end_and_three_at_most(number, text):
    assert decimal(Fraction(number)) == text


def test_steps_begin_at_the_low_end_and_do_not_pass_the_high_one():
    assert list(steps(Fraction(-1), Fraction(2), Fraction(3, 2))) == [
        Fraction(-1),
        Fraction(1, 2),
        Fraction(2),
    ]
    assert list(steps(Fraction(0), Fraction(1), Fraction(2, 3))) == [Fraction(0), Fraction(2, 3)]
    assert list(steps(Fraction(1), Fraction(0), Fraction(1))) == []
