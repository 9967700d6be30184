import pytest

from tests.stages.verify.clocks.clocks import UNKNOWN, analog, digital, say

TWO = {"A": analog(3, 40), "B": analog(2, 15), "C": analog(12, 30), "D": digital(14, 15), "E": digital(9, 0)}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("elapsed", "B", "A"), "85"),
        (("elapsed", "A", "B"), "635"),
        (("elapsed", "A", "D"), UNKNOWN),
        (("later", "A", "B"), "A"),
        (("later", "A", "C"), UNKNOWN),  # 12:30 is the first half hour, or the last
        (("later", "D", "E"), "D"),
        (("agree", "A", "B"), "no"),
        (("agree", "A", "A"), "yes"),
        (("agree", "B", "D"), UNKNOWN),
        (("earliest", "clock"), UNKNOWN),
        (("shows", "14:15"), "D"),
        (("shows", "2:15"), "B"),
        (("shows", "2:16"), UNKNOWN),
    ],
)
def test_clocks_are_compared(expression, value):
    assert say(TWO, *expression) == value


def test_the_earliest_of_all():
    assert say({name: TWO[name] for name in "AB"}, "earliest", "clock") == "B"
    assert say({name: TWO[name] for name in "AB"}, "latest", "clock") == "A"


@pytest.mark.parametrize(
    ("clock", "expression", "value"),
    [
        (digital(1, 0), ("count", "clock"), "1"),
        (digital(1, 0), ("count", "points"), UNKNOWN),
        (digital(1, 0), ("earliest", "clock"), UNKNOWN),
    ],
)
def test_a_clock_says(clock, expression, value):
    assert say(clock, *expression) == value
