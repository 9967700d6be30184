from fractions import Fraction

import pytest

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.rationals import read_rational


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("-1/2", Fraction(-1, 2)), ("0", 0)])
def test_a_rational_number_is_read(text, number):
    assert read_rational(text) == number


@pytest.mark.parametrize("text", ["sqrt(2)", "", "x", "1/0"])
def test_anything_else_is_unknown(text):
    with pytest.raises(Unknown):
        read_rational(text)
