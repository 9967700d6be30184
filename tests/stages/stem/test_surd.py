import math
from fractions import Fraction
from random import Random

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.stem.surd import OtherRadical, Surd, root

RADICALS = (2, 3, 5, 6, 7)


def surds(d):
    small = st.integers(-30, 30)
    return st.builds(
        lambda p, q, r: Surd.of(Fraction(p, r)) + root(d) * Fraction(q, r), small, small, st.integers(1, 12)
    )


pairs = st.sampled_from(RADICALS).flatmap(lambda d: st.tuples(surds(d), surds(d)))


def same(ours, theirs):
    """Tell whether two numbers are equal: of these sizes, different ones differ within 50 digits."""
    return abs(sympy.N(sympy.sympify(str(ours)) - theirs, 60)) < sympy.Float("1e-50")


@given(pairs)
def test_sympy_computes_the_same(pair):
    a, b = pair
    one, other = sympy.sympify(str(a)), sympy.sympify(str(b))
    assert same(a + b, one + other)
    assert same(a - b, one - other)
    assert same(a * b, one * other)
    if b != 0:
        assert same(a / b, one / other)


@given(pairs)
def test_order_is_that_of_the_numbers(pair):
    a, b = pair
    if abs(float(a) - float(b)) > 1e-9:
        assert (a < b) == (float(a) < float(b))
    assert (a == b) == ((a - b).sign == 0)
    assert a.sign == (float(a) > 1e-12) - (float(a) < -1e-12)


def test_a_sign_is_decided_where_floats_fail():
    near = Surd(-(10**30) * 1414213562373095) + root(2) * 10**45
    assert near.sign == 1
    assert (near * -1).sign == -1


@given(pairs)
def test_equal_numbers_have_one_form(pair):
    a, b = pair
    assert hash(a + b - b) == hash(a)
    assert str(a + b - b) == str(a)
    assert math.gcd(a.p, a.q, a.r) == 1
    assert a.r > 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Surd(3), "3"),
        (Surd.of(Fraction(-7, 2)), "-7/2"),
        (root(12), "2*sqrt(3)"),
        (root(Fraction(1, 2)), "sqrt(2)/2"),
        ((root(3) * 2 + 7) / 5, "(7+2*sqrt(3))/5"),
        (1 - root(5), "1-sqrt(5)"),
        (root(0), "0"),
        (root(Fraction(9, 4)), "3/2"),
    ],
)
def test_it_is_written_as_people_write_it(value, text):
    assert str(value) == text


def test_roots_of_two_kinds_do_not_mix():
    with pytest.raises(OtherRadical):
        root(2) + root(3)
    with pytest.raises(OtherRadical):
        root(root(2) + 1)
    with pytest.raises(OtherRadical):
        _ = root(2).rational
    assert (root(2) * root(2)).rational == 2


def test_what_is_not_a_number_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        root(-1)
    with pytest.raises(ZeroDivisionError):
        Surd(1) / 0


def test_the_square_of_a_root_is_what_it_is_of():
    random = Random(1)
    for _ in range(200):
        value = Fraction(random.randint(0, 500), random.randint(1, 60))
        assert root(value) * root(value) == value
