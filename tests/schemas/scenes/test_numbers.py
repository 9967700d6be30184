import pytest

from vlcorpus.schemas.scenes.numbers import from_latex, is_numeric, latex, plain

WRITTEN = [
    ("7", "7", "7"),
    ("-7/2", "-7/2", r"-\frac{7}{2}"),
    ("3.5", "3.5", "3.5"),
    ("25%", "25%", r"25\%"),
    ("sqrt(13)", "√13", r"\sqrt{13}"),
    ("12*sqrt(2)", "12√2", r"12\sqrt{2}"),
    ("-sqrt(3)/2", "-√3/2", r"-\frac{\sqrt{3}}{2}"),
    ("3*sqrt(2)/4", "3√2/4", r"\frac{3\sqrt{2}}{4}"),
    ("-1+sqrt(3)", "-1+√3", r"-1+\sqrt{3}"),
    ("(1+2*sqrt(3))/5", "(1+2√3)/5", r"\frac{1+2\sqrt{3}}{5}"),
    ("(-1-2*sqrt(3))/5", "(-1-2√3)/5", r"\frac{-1-2\sqrt{3}}{5}"),
    ("(2, -1/2)", "(2, -1/2)", r"(2, -\frac{1}{2})"),
    ("-2, 3", "-2, 3", "-2, 3"),
    ("(-1, 1/3), (2, sqrt(5)/2)", "(-1, 1/3), (2, √5/2)", r"(-1, \frac{1}{3}), (2, \frac{\sqrt{5}}{2})"),
]


@pytest.mark.parametrize(("value", "in_words", "in_latex"), WRITTEN)
def test_a_number_is_written_as_people_do(value, in_words, in_latex):
    assert is_numeric(value)
    assert plain(value) == in_words
    assert latex(value) == in_latex
    assert from_latex(in_latex) == value


@pytest.mark.parametrize(
    "name", ["A", "AB", "yes", "circle O", "0-10", "7:05", "y = 2", "x-axis", "", "2 apples"]
)
def test_names_are_no_numbers(name):
    assert not is_numeric(name)
    assert plain(name) == name
