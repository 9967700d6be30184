from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vlcorpus.stages.verify.functions.curves import read_curve
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

small = st.integers(-8, 8).map(lambda n: Fraction(n, 2))
stretches = small.filter(bool)
curves = st.one_of(
    st.tuples(st.just("linear"), small, small),
    *(
        st.tuples(st.just(kind), stretches, small, small)
        for kind in ("quadratic", "absolute value", "reciprocal", "square root")
    ),
    st.tuples(st.just("cubic"), stretches, small, small, small),
    st.tuples(st.just("exponential"), stretches, st.sampled_from([Fraction(2), Fraction(1, 2)]), small),
    st.tuples(st.just("logarithmic"), stretches, st.sampled_from([Fraction(2), Fraction(3)]), small),
    st.tuples(st.just("sine"), stretches, st.integers(1, 8).map(Fraction), small, small),
).map(lambda told: read_curve(told[0], told[1:]))


@given(curves, small)
def test_a_value_is_exact_where_it_is_rational(curve, x):
    try:
        exact = curve.value(x)
    except Unknown:
        assert not curve.is_defined(x, x)
        return
    assert curve.is_defined(x, x)
    if exact is not None:
        assert curve.near(x) == float(exact)


@given(curves, small)
def test_a_solution_has_the_value_and_is_counted(curve, y):
    try:
        solutions = curve.solutions(y)
    except Unknown:
        assume(False)
    for x in solutions:
        assert curve.near(Fraction(float(x))) == pytest.approx(float(y), abs=1e-6)
    if all(abs(float(x)) < 100 for x in solutions):
        assert curve.count(y, Fraction(-100), Fraction(100)) == len(solutions)


@given(curves, small, small)
def test_what_rises_is_higher_later(curve, low, high):
    """Sampled: a graph that rises does so between any two places."""
    assume(low < high and curve.is_defined(low, high))
    places = [low + (high - low) * Fraction(k, 16) for k in range(17)]
    values = [curve.near(x) for x in places]
    steps = [later - earlier for earlier, later in pairwise(values)]
    match curve.direction(low, high):
        case 1:
            assert min(steps) > -1e-9
        case -1:
            assert max(steps) < 1e-9
        case _:
            assert min(steps) < 1e-3
            assert max(steps) > -1e-3


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("linear", [1]),
        ("quadratic", [0, 1, 2]),
        ("exponential", [1, 1, 0]),
        ("exponential", [1, -2, 0]),
        ("logarithmic", [1, 1, 0]),
        ("sine", [1, 0, 0, 0]),
        ("segments", [0, 0]),
        ("segments", [0, 0, 0, 1]),
        ("circle", [1, 2, 3]),
    ],
)
def test_parameters_that_make_no_graph(kind, parameters):
    with pytest.raises(Contradiction):
        read_curve(kind, [Fraction(number) for number in parameters])
