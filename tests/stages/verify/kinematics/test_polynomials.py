from fractions import Fraction

import pytest

from vlcorpus.stages.verify.kinematics.polynomials import (
    area,
    at,
    extremes,
    is_constant,
    is_straight,
    is_zero,
    minus,
    roots,
    shifted,
    sign_inside,
    slope,
)
from vlcorpus.stages.verify.oracle import Unknown


def poly(*coefficients):
    return tuple(map(Fraction, coefficients))


def test_values_slopes_and_areas():
    p = poly(1, -2, 3)
    assert at(p, Fraction(2)) == 9
    assert slope(p) == poly(-2, 6)
    assert slope(poly(5)) == poly(0)
    assert area(p, Fraction(7)) == poly(7, 1, -1, 1)
    assert minus(p, poly(1)) == poly(0, -2, 3)
    assert all(at(shifted(p, Fraction(3)), Fraction(s)) == at(p, Fraction(s + 3)) for s in range(5))


def test_what_they_are():
    assert is_zero(poly(0, 0))
    assert is_constant(poly(4, 0))
    assert is_straight(poly(4, 1, 0))
    assert not is_straight(poly(0, 0, 1))


@pytest.mark.parametrize(
    ("polynomial", "found"),
    [
        (poly(-6, 2), [3]),
        (poly(6, 2), []),
        (poly(6, -5, 1), [2, 3]),
        (poly(4, -4, 1), [2]),
        (poly(7), []),
        (poly(1, 0, 1), []),
        (poly(50, 0, 1), []),
        (poly(-50, 0, 1), []),  # its roots are irrational, but not there
        (poly(0, -1, 1), [0, 1]),
    ],
)
def test_roots_within_a_length_of_5(polynomial, found):
    assert roots(polynomial, Fraction(5)) == found


@pytest.mark.parametrize("polynomial", [poly(0), poly(-2, 0, 1), poly(0, 0, 0, 1)])
def test_roots_that_nobody_reads(polynomial):
    with pytest.raises(Unknown):
        roots(polynomial, Fraction(5))


@pytest.mark.parametrize(
    ("polynomial", "sign"),
    [
        (poly(0), 0),
        (poly(2), 1),
        (poly(0, -1), -1),
        (poly(-1, 1), None),
        (poly(0, 5, -1), 1),
        (poly(4, -4, 1), None),  # touches 0 inside
        (poly(1, 0, 1), 1),
        (poly(-2, 0, 1), None),
    ],
)
def test_signs_inside_a_length_of_5(polynomial, sign):
    assert sign_inside(polynomial, Fraction(5)) == sign


def test_extremes():
    assert extremes(poly(0, -4, 1), Fraction(5)) == [0, 2, 5]
    assert extremes(poly(3), Fraction(5)) == [0, 5]
