import pytest

from tests.stages.stem.number_lines.lines import interval, line, said
from vlcorpus.stages.stem.number_lines.intervals import inequality, interval_claims, overlap, touches, written


@pytest.mark.parametrize(
    ("text", "as_inequality"),
    [
        ("[-2, 3)", "-2 ≤ x < 3"),
        ("(-2, 3]", "-2 < x ≤ 3"),
        ("(-∞, 1]", "x ≤ 1"),
        ("(-∞, 1)", "x < 1"),
        ("(0, +∞)", "x > 0"),
        ("[0, +∞)", "x ≥ 0"),
    ],
)
def test_intervals_are_written_in_two_ways(text, as_inequality):
    assert written(line(), interval(text)) == text
    assert inequality(line(), interval(text)) == as_inequality


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("[-2, 3)", "(0, 5]", "(0, 3)"),
        ("[-2, 3)", "[-2, 3]", "[-2, 3)"),
        ("(-∞, 2]", "(0, +∞)", "(0, 2]"),
        ("(-∞, 2]", "(-∞, 2)", "(-∞, 2)"),
        ("[0, 1]", "[2, 3]", None),
    ],
)
def test_what_two_intervals_share(one, other, shared):
    found = overlap(interval(one), interval(other))
    assert (found and written(line(), found)) == shared


def test_intervals_that_touch_are_not_compared():
    assert touches(interval("[0, 2)"), interval("[2, 4]"))
    assert not touches(interval("[0, 2)"), interval("[1, 2)"))
    assert not any(
        e[0] in ("overlap", "union") for e in said(interval_claims(line(intervals=["[0, 2)", "[2, 4]"])))
    )


def test_one_interval():
    found = said(interval_claims(line(intervals=["[-2, 3)"], points={"A": 3, "B": 1})))
    assert found["end", "S", "left"] == "-2"
    assert found["closed", "S", "left"] == "yes"
    assert found["includes", "S", "3"] == "no"
    assert found["includes", "S", "2"] == "yes"
    assert found["contains", "S", "A"] == "no"
    assert found["length", "S"] == "5"
    assert found["integers", "S"] == "5"
    assert found["greatest_integer", "S"] == "2"
    assert found["bounded", "S"] == "yes"


def test_a_ray_has_one_end():
    found = said(interval_claims(line(intervals=["(-∞, 3)"])))
    assert found["bounded", "S"] == "no"
    assert found["greatest_integer", "S"] == "2"
    assert not {("end", "S", "left"), ("length", "S"), ("integers", "S"), ("least_integer", "S")} & set(found)


def test_two_intervals():
    found = said(interval_claims(line(intervals=["[-2, 3)", "(0, 5]"])))
    assert found["overlap", "S", "T"] == "(0, 3)"
    assert found["union", "S", "T"] == "[-2, 5]"
    apart = said(interval_claims(line(intervals=["[-2, 0)", "(1, 5]"])))
    assert apart["overlap", "S", "T"] == "empty"
    assert ("union", "S", "T") not in apart
