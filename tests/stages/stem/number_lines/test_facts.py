from fractions import Fraction

from tests.stages.stem.number_lines.lines import line, said
from vlcorpus.stages.stem.number_lines.facts import claims, near_numbers


def test_the_scale():
    found = said(claims(line(notation="decimal", low=0, high=2, step="1/4", every=4)))
    assert found["tick", "step"] == "0.25"
    assert found["tick", "labels"] == "1"
    assert found["parts", "labels"] == "4"


def test_a_point():
    found = said(claims(line(notation="fraction", points={"A": "-3/2", "B": 4}, every=2)))
    assert found["number", "A"] == "-3/2"
    assert found["at", "4"] == "B"
    assert found["sign", "A"] == "negative"
    assert found["opposite", "A"] == found["absolute", "A"] == "3/2"
    assert found["between", "A"] == "-2, 0"
    assert ("between", "B") not in found
    assert found["to_the", "right", "A"] == "1"


def test_two_points():
    found = said(claims(line(points={"A": -5, "B": 3, "C": -1})))
    assert found["greater", "A", "B"] == "B"
    assert found["greater_absolute", "A", "B"] == "A"
    assert found["distance", "A", "B"] == "8"
    assert found["difference", "A", "B"] == "-8"
    assert found["sum", "A", "B"] == "-2"
    assert found["halfway", "A", "B"] == "C"
    assert found["midpoint", "A", "B"] == "-1"
    assert found["opposites", "A", "B"] == "no"
    assert ("midpoint", "A", "D") not in found


def test_what_the_line_cannot_write_is_not_said():
    assert ("midpoint", "A", "B") not in said(claims(line(points={"A": 0, "B": 3})))


def test_all_points():
    found = said(claims(line(points={"A": 5, "B": -3, "C": 1})))
    assert found["ascending", "points"] == "B, C, A"
    assert found["extreme", "leftmost"] == "B"
    assert found["nearest", "2"] == "C"
    assert ("nearest", "-1") not in found
    assert found["farthest", "-6"] == "A"
    assert found["count", "points"] == "3"


def test_numbers_that_one_misreads_are_other_ones():
    made = line()
    assert near_numbers(made, Fraction(0)) == ("-2", "-1", "1", "2")
    assert set(near_numbers(made, Fraction(1))) == {"-1", "0", "2", "3"}
