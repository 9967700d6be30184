import pytest

from tests.stages.verify.clocks.clocks import UNKNOWN, analog, digital, say


@pytest.mark.parametrize(
    ("clock", "expression", "value"),
    [
        (analog(3, 40), ("time", "clock"), "3:40"),
        (analog(12, 5), ("time", "clock"), "12:05"),
        (analog(12, 5), ("hour", "clock"), "12"),
        (analog(7, 8, 9), ("time", "clock"), "7:08:09"),
        (digital(0, 5), ("time", "clock"), "0:05"),
        (analog(3, 40), ("minute", "clock"), "40"),
        (analog(3, 40), ("second", "clock"), UNKNOWN),
        (analog(3, 40, 5), ("second", "clock"), "5"),
        (analog(3, 40), ("points", "minute", "clock"), "8"),
        (analog(3, 0), ("points", "minute", "clock"), "12"),
        (analog(3, 0), ("points", "hour", "clock"), "3"),
        (analog(3, 40), ("points", "hour", "clock"), UNKNOWN),
        (analog(3, 40), ("points", "second", "clock"), UNKNOWN),
        (analog(3, 30), ("angle", "clock"), "75"),
        (analog(9, 0), ("angle", "clock"), "90"),
        (analog(3, 5), ("angle", "clock"), "125/2"),
        (analog(3, 5, 0), ("angle", "clock"), UNKNOWN),
        (analog(11, 50), ("after", "25", "clock"), "12:15"),
        (analog(12, 10), ("before", "25", "clock"), "11:45"),
        (digital(23, 50), ("after", "25", "clock"), "0:15"),
        (digital(0, 10), ("before", "25", "clock"), "23:45"),
        (analog(1, 0), ("after", "-5", "clock"), UNKNOWN),
        (analog(1, 0), ("alarm", "clock"), UNKNOWN),
    ],
)
def test_a_clock_says(clock, expression, value):
    assert say(clock, *expression) == value


def test_an_alarm_is_ahead():
    hands = {"hour": 500, "minute": 800, "alarm": 400}
    assert say(analog(3, 40, hands=hands, alarm=7 * 3600), "alarm", "clock") == "7:00"
    assert say(analog(3, 40, hands=hands, alarm=7 * 3600), "until_alarm", "clock") == "200"
    assert say(analog(7, 0, hands=hands, alarm=7 * 3600), "until_alarm", "clock") == "720"
