import pytest

from tests.stages.verify.number_lines.lines import line
from vlcorpus.stages.verify.oracle import Unknown

JUMPS = line(jumps=[["-1", "4"], ["4", "2"], ["2", "3"]])


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("jump", "1"), "5"),
        (("jump", "2"), "-2"),
        (("direction", "2"), "left"),
        (("start", "jumps"), "-1"),
        (("finish", "jumps"), "3"),
        (("landing", "2"), "2"),
        (("longest", "jumps"), "1"),
        (("total", "jumps"), "8"),
        (("equation", "jumps"), "-1 + 5 - 2 + 1 = 3"),
        (("count", "jumps"), "3"),
    ],
)
def test_values(expression, value):
    assert JUMPS.value(expression) == value


@pytest.mark.parametrize("expression", [("jump", "0"), ("jump", "4"), ("landing", "x"), ("start", "points")])
def test_what_has_no_value(expression):
    with pytest.raises(Unknown):
        JUMPS.value(expression)


def test_of_two_longest_jumps_there_is_none_and_without_jumps_nothing():
    with pytest.raises(Unknown):
        line(jumps=[["0", "2"], ["2", "0"]]).value(("longest", "jumps"))
    with pytest.raises(Unknown):
        line().value(("total", "jumps"))
