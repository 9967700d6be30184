from fractions import Fraction

from tests.stages.stem.charts.charts import lone, said
from vlcorpus.stages.stem.charts.lone import lone_claims


def test_values_and_their_order():
    found = said(lone_claims(lone(4, 1, 8)))
    assert found["value", "C"] == "8"
    assert found["category", "2"] == "B"
    assert found["having", "4"] == "A"
    assert found["largest", "chart"] == found["ranked", "1"] == "C"
    assert found["smallest", "chart"] == "B"


def test_pairs():
    found = said(lone_claims(lone(4, 1, 8)))
    assert found["larger", "A", "B"] == "A"
    assert found["difference", "A", "C"] == "4"
    assert found["ratio", "A", "B"] == "4"
    assert found["sum", "A", "B"] == "5"


def test_sums():
    found = said(lone_claims(lone(4, 1, 5)))
    assert found["total", "chart"] == "10"
    assert found["share", "A"] == "40%"
    assert found["median", "chart"] == "4"
    assert ("mean", "chart") not in found
    assert found["range", "chart"] == "4"
    assert said(lone_claims(lone(4, 2, 6)))["mean", "chart"] == "4"


def test_what_makes_no_sense_in_sum_is_not_added():
    found = said(lone_claims(lone(4, 1, 5, can_add=False)))
    assert not {("total", "chart"), ("sum", "A", "B"), ("share", "A")} & set(found)


def test_equal_values_have_no_first():
    found = said(lone_claims(lone(4, 4, 1)))
    assert ("largest", "chart") not in found
    assert ("having", "4") not in found
    assert ("larger", "A", "B") not in found


def test_levels_are_ticks_between_values():
    found = said(lone_claims(lone(4, 1, 8)))
    levels = {Fraction(expression[1]) for expression in found if expression[0] == "above"}
    assert levels
    assert not levels & {4, 1, 8}
    assert found["above", "3"] == "2"
