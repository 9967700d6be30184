import pytest

from tests.stages.verify.number_lines.lines import interval, line
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@pytest.mark.parametrize(
    ("notation", "low", "high", "step", "point", "number"),
    [
        ("integer", "-5", "5", "1", "-3", "-3"),
        ("fraction", "0", "2", "1/4", "7/4", "7/4"),
        ("decimal", "0", "2", "0.5", "1.25", "1.25"),
    ],
)
def test_numbers_are_written_as_the_line_does(notation, low, high, step, point, number):
    oracle = line(notation=notation, low=low, high=high, step=step, labels=[], points={"A": point})
    assert oracle.value(("number", "A")) == number
    assert oracle.value(("at", number)) == "A"


def test_another_way_to_write_a_number_is_not_known():
    oracle = line(notation="decimal", step="0.5", points={"A": "0.5"})
    for text in ("1/2", "0.50", "x", "1/0"):
        with pytest.raises(Unknown):
            oracle.value(("at", text))


@pytest.mark.parametrize(
    "changes",
    [
        {"notation": "roman"},
        {"step": "0"},
        {"step": "3"},
        {"labels": ["1/2"]},
        {"labels": ["6"]},
        {"points": {"A": "1/3"}},
        {"blanks": {"p": "7"}},
        {"intervals": {"I": interval("3", "1", "[]")}},
        {"intervals": {"I": interval(None, "1", "[]")}},
        {"jumps": [["0", "3"], ["2", "4"]]},
        {"jumps": [["0", "0"]]},
        {"points": {"A": None}},
    ],
)
def test_a_line_that_cannot_be(changes):
    with pytest.raises(Contradiction):
        line(**changes)
