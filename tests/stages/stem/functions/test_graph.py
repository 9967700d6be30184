from fractions import Fraction

import pytest

from vlcorpus.schemas.stem.functions import KINDS
from vlcorpus.stages.stem.functions.graph import Graph


def graph(kind, *parameters):
    return Graph(kind, tuple(map(Fraction, parameters)))


EXAMPLES = {
    "linear": (graph("linear", "1/2", -1), {3: "1/2"}),
    "quadratic": (graph("quadratic", 2, 1, -3), {0: "-1", 3: "5"}),
    "absolute value": (graph("absolute value", -1, 2, 4), {0: "2", 5: "1"}),
    "cubic": (graph("cubic", 1, -1, 0, 2), {1: "-2", 2: "0"}),
    "exponential": (graph("exponential", 3, 2, 1), {-1: "5/2", 2: "13"}),
    "logarithmic": (graph("logarithmic", 2, 3, -1), {0: "0", 8: "4", 2: "2", 1: None, -1: None}),
    "reciprocal": (graph("reciprocal", 2, 1, 3), {3: "4", 1: None}),
    "square root": (graph("square root", -2, 1, 0), {5: "-4", 3: None, 0: None}),
    "sine": (graph("sine", 2, 4, 1, 1), {1: "1", 2: "3", 4: "-1", -1: "1"}),
    "segments": (graph("segments", 0, 0, 2, 3, 4, 3), {1: "3/2", 3: "3", 5: None}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_values_are_exact_and_floats_agree(kind):
    made, values = EXAMPLES[kind]
    for x, y in values.items():
        assert made.at(Fraction(x)) == (None if y is None else Fraction(y)), x
        near = made.near(float(x))
        if y is not None:
            assert near == pytest.approx(float(Fraction(y)))


def test_floats_have_a_value_where_it_is_not_rational():
    assert EXAMPLES["square root"][0].near(3.0) == pytest.approx(-2 * 2**0.5)
    assert EXAMPLES["square root"][0].near(0.5) is None
