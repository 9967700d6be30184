import pytest

from vlcorpus.stages.stem.plane_geometry.problems.arithmetic import NoValue, formula
from vlcorpus.stages.stem.surd import OtherRadical, Surd


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(180 - p) / 2", "70"),
        ("sqrt(a^2 + b^2)", "5"),
        ("a * sqrt(3) / 2", "3*sqrt(3)/2"),
        ("b^2 + a^2 - 2 * a * b * cos(q)", "13"),
        ("2 * b * sin(q)", "4*sqrt(3)"),
        ("arccos(a / (2 * a))", "60"),
    ],
)
def test_a_formula_is_worked_out_exactly(text, value):
    values = {"p": Surd(40), "a": Surd(3), "b": Surd(4), "q": Surd(60)}
    assert str(formula(text)(values)) == value


@pytest.mark.parametrize(("text", "error"), [("sin(p)", NoValue), ("sqrt(a) + sqrt(b)", OtherRadical)])
def test_what_has_no_exact_value_is_told(text, error):
    with pytest.raises(error):
        formula(text)({"p": Surd(40), "a": Surd(2), "b": Surd(3)})


def test_what_is_no_formula_is_refused():
    with pytest.raises(ValueError, match="no formula"):
        formula("a if b else c")
