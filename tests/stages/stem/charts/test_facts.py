from fractions import Fraction

from tests.stages.stem.charts.charts import lone, said, scatter, several
from vlcorpus.stages.stem.charts.facts import general_claims, number, only


def test_every_chart_says_what_it_is():
    found = said(general_claims(lone(1, 2, 3)))
    assert found["type", "chart"] == "bar"
    assert found["axis_name", "values"] == "Books"
    assert found["axis_end", "values"] == "10"
    assert found["count", "categories"] == "3"
    assert ("count", "series") not in found
    assert said(general_claims(several(x=(1, 2), y=(3, 4))))["count", "series"] == "2"
    assert said(general_claims(scatter({"A": (1, 2)}, [(3, 3)])))["count", "points"] == "2"


def test_a_number_of_many_decimals_is_not_said():
    assert not list(number(("mean", "chart"), Fraction(1, 3), (), Fraction(1)))
    (claim,) = number(("value", "A"), Fraction(1), (), Fraction(1))
    assert claim.rivals == ("0", "2", "3")


def test_the_only_best_is_named():
    assert only({"A": Fraction(1), "B": Fraction(2)}, Fraction(2)) == "B"
    assert only({"A": Fraction(2), "B": Fraction(2)}, Fraction(2)) is None
