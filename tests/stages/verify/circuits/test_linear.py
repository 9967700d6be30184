from fractions import Fraction

import pytest

from vlcorpus.stages.verify.circuits.linear import Inconsistent, System


def form(**coefficients):
    return {name: Fraction(number) for name, number in coefficients.items()}


def test_sums_are_known_where_their_parts_are_not():
    system = System([(form(x=1, y=-1), Fraction(2)), (form(z=2), Fraction(3))])
    assert system.value(form(x=1, y=-1)) == 2
    assert system.value(form(x=3, y=-3, z=2)) == 9
    assert system.value(form(x=1)) is None
    assert system.value({}) == 0


def test_equations_may_repeat_but_not_contradict():
    System([(form(x=1), Fraction(1)), (form(x=2), Fraction(2))])
    with pytest.raises(Inconsistent):
        System([(form(x=1), Fraction(1)), (form(x=1), Fraction(2))])
