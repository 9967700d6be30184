import pytest

from tests.stages.verify.number_lines.lines import line
from vlcorpus.stages.verify.oracle import Unknown

FOUR = line(points={"A": "3", "B": "-3", "C": "0", "D": "-1"}, blanks={"p": "1"})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("number", "B"), "-3"),
        (("at", "-1"), "D"),
        (("blank", "p"), "1"),
        (("tick", "step"), "1"),
        (("tick", "labels"), "2"),
        (("parts", "labels"), "2"),
        (("between", "D"), "-2, 0"),
        (("sign", "B"), "negative"),
        (("sign", "C"), "zero"),
        (("opposite", "B"), "3"),
        (("opposite", "C"), "0"),
        (("absolute", "B"), "3"),
        (("opposites", "A", "B"), "yes"),
        (("opposites", "A", "D"), "no"),
        (("extreme", "leftmost"), "B"),
        (("extreme", "rightmost"), "A"),
        (("nearest", "4"), "A"),
        (("farthest", "4"), "B"),
        (("greater", "B", "D"), "D"),
        (("greater_absolute", "B", "D"), "B"),
        (("ascending", "points"), "B, D, C, A"),
        (("distance", "A", "D"), "4"),
        (("sum", "A", "D"), "2"),
        (("difference", "D", "A"), "-4"),
        (("midpoint", "A", "D"), "1"),
        (("halfway", "A", "B"), "C"),
        (("to_the", "left", "C"), "2"),
        (("to_the", "right", "A"), "0"),
        (("count", "points"), "4"),
        (("count", "labels"), "5"),
    ],
)
def test_values(expression, value):
    assert FOUR.value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("number", "Z"),
        ("at", "2"),
        ("blank", "q"),
        ("between", "C"),
        ("between", "Z"),
        ("nearest", "-2"),
        ("greater_absolute", "A", "B"),
        ("midpoint", "A", "C"),
        ("halfway", "A", "C"),
        ("extreme", "middle"),
        ("tick", "color"),
        ("parts", "ticks"),
        ("ascending", "jumps"),
        ("to_the", "top", "A"),
        ("count", "ticks"),
    ],
)
def test_what_has_no_value(expression):
    with pytest.raises(Unknown):
        FOUR.value(expression)


def test_labels_that_are_not_equally_far_apart():
    oracle = line(labels=["-4", "0", "2"])
    for expression in (("tick", "labels"), ("parts", "labels")):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_points_with_one_number_have_no_order():
    oracle = line(points={"A": "1", "B": "1"})
    for expression in (("ascending", "points"), ("extreme", "leftmost"), ("at", "1"), ("greater", "A", "B")):
        with pytest.raises(Unknown):
            oracle.value(expression)
