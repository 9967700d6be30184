from fractions import Fraction

import pytest

from vlcorpus.stages.verify.decimals import read_decimal, write_decimal
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12", "12"),
        ("7/2", "3.5"),
        ("-4", "-4"),
        ("-1/8", "-0.125"),
        ("1/20", "0.05"),
        ("0", "0"),
        ("21/20", "1.05"),
    ],
)
def test_decimals_have_no_zeros_at_their_end(number, text):
    assert write_decimal(Fraction(number)) == text
    assert read_decimal(text) == Fraction(number)


@pytest.mark.parametrize(
    ("number", "most"), [(Fraction(1, 3), None), (Fraction(1, 8), 2), (Fraction(1, 10_000), 3)]
)
def test_too_many_decimals_are_unknown(number, most):
    with pytest.raises(Unknown):
        write_decimal(number, most)


@pytest.mark.parametrize("text", ["1/2", "3.50", "x", "03", "1/0", "0.0001"])
def test_what_is_written_otherwise_is_unknown(text):
    with pytest.raises(Unknown):
        read_decimal(text, 3)
