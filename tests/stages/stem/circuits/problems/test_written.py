from fractions import Fraction

import pytest

from vlcorpus.stages.stem.circuits.problems.written import decimal, is_plain


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("12", "12"),
        ("1/2", "0.5"),
        ("6/5", "1.2"),
        ("1/8", "0.125"),
        ("100", "100"),
        ("1/3", ""),
        ("1/16", ""),
    ],
)
def test_decimals_end_after_three_places(value, written):
    assert decimal(Fraction(value)) == written


@pytest.mark.parametrize(
    ("value", "plain"),
    [("1/7", True), ("1/9", False), ("1/40", True), ("99999", True), ("100000", False), ("1/16", False)],
)
def test_both_sides_of_what_is_plain(value, plain):
    assert is_plain(Fraction(value)) is plain
