import pytest

from tests.stages.verify.clocks.clocks import ALL, UNKNOWN, analog, digital, say


@pytest.mark.parametrize(
    ("clock", "expression", "value"),
    [
        (analog(1, 0, 0), ("hands", "clock"), "3"),
        (analog(1, 0, 0), ("has", "second", "clock"), "yes"),
        (analog(1, 0, 0), ("has", "alarm", "clock"), "no"),
        (digital(1, 0), ("has", "alarm", "clock"), UNKNOWN),
        (analog(1, 0), ("written", "clock"), "12"),
        (analog(1, 0), ("hours", "clock"), "12"),
        (analog(1, 0, written=[3, 6, 9, 12]), ("hours", "clock"), UNKNOWN),
        (analog(1, 0, written=ALL[:4] + ALL[5:]), ("missing", "clock"), "5"),
        (analog(1, 0), ("missing", "clock"), UNKNOWN),
        (analog(1, 0), ("mirrored", "clock"), "no"),
        (analog(1, 0, numerals="none", written=[]), ("mirrored", "clock"), UNKNOWN),
        (analog(1, 0, turned_deg=90), ("turned", "clock"), "90"),
        (analog(1, 0, turned_deg=90, mirrored=True), ("turned", "clock"), UNKNOWN),
        (digital(1, 0), ("face", "clock"), "digital"),
    ],
)
def test_a_clock_says(clock, expression, value):
    assert say(clock, *expression) == value
