import pytest

from tests.stages.verify.number_lines.lines import interval, line
from vlcorpus.stages.verify.oracle import Unknown

SOME = line(
    points={"A": "3"},
    intervals={
        "I": interval("-2", "3", "[)"),
        "J": interval("1", None, "[)"),
        "K": interval(None, "-2", "(]"),
        "L": interval("3", "5", "(]"),
        "M": interval("3", "4", "[]"),
        "N": interval("-2", "3", "(]"),
    },
)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("interval", "I"), "[-2, 3)"),
        (("interval", "J"), "[1, +∞)"),
        (("interval", "K"), "(-∞, -2]"),
        (("inequality", "I"), "-2 ≤ x < 3"),
        (("inequality", "J"), "x ≥ 1"),
        (("inequality", "K"), "x ≤ -2"),
        (("end", "I", "left"), "-2"),
        (("closed", "I", "left"), "yes"),
        (("closed", "I", "right"), "no"),
        (("includes", "I", "-2"), "yes"),
        (("includes", "I", "3"), "no"),
        (("includes", "J", "5"), "yes"),
        (("contains", "I", "A"), "no"),
        (("contains", "M", "A"), "yes"),
        (("bounded", "I"), "yes"),
        (("bounded", "J"), "no"),
        (("length", "I"), "5"),
        (("integers", "I"), "5"),
        (("least_integer", "L"), "4"),
        (("greatest_integer", "I"), "2"),
        (("greatest_integer", "K"), "-2"),
        (("overlap", "I", "J"), "[1, 3)"),
        (("overlap", "I", "N"), "(-2, 3)"),
        (("overlap", "I", "M"), "empty"),
        (("overlap", "J", "K"), "empty"),
        (("overlap", "J", "L"), "(3, 5]"),
        (("union", "I", "J"), "[-2, +∞)"),
        (("union", "I", "M"), "[-2, 4]"),
        (("union", "I", "N"), "[-2, 3]"),
        (("union", "K", "I"), "(-∞, 3)"),
        (("union", "N", "K"), "(-∞, 3]"),
    ],
)
def test_values(expression, value):
    assert SOME.value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("interval", "Z"),
        ("end", "J", "right"),
        ("end", "J", "top"),
        ("closed", "K", "left"),
        ("length", "J"),
        ("integers", "J"),
        ("least_integer", "K"),
        ("overlap", "I", "K"),  # -2 alone
        ("union", "I", "L"),  # 3 is in neither
        ("union", "J", "K"),
        ("includes", "I", "1/2"),
    ],
)
def test_what_has_no_value(expression):
    with pytest.raises(Unknown):
        SOME.value(expression)


def test_an_interval_without_an_integer_has_no_least_one():
    oracle = line(notation="decimal", step="0.5", intervals={"I": interval("0", "1", "()")})
    with pytest.raises(Unknown):
        oracle.value(("least_integer", "I"))
