from fractions import Fraction

import pytest

from tests.stages.stem.number_lines.lines import interval, line
from vlcorpus.schemas.scenes.scene import Unfit


@pytest.mark.parametrize(
    ("notation", "number", "text"),
    [
        ("integer", "-3", "-3"),
        ("integer", "1/2", None),
        ("fraction", "-7/4", "-7/4"),
        ("fraction", "2", "2"),
        ("decimal", "-3/2", "-1.5"),
        ("decimal", "1/3", None),
    ],
)
def test_a_line_writes_numbers_in_its_notation(notation, number, text):
    made = line(notation=notation)
    assert made.can_write(Fraction(number)) == (text is not None)
    if text is not None:
        assert made.write(Fraction(number)) == text


def test_an_interval_holds_its_ends_where_they_are_closed():
    assert interval("[-2, 3)").holds(Fraction(-2))
    assert not interval("[-2, 3)").holds(Fraction(3))
    assert interval("(-∞, 3]").holds(Fraction(-100))
    assert not interval("(3, +∞)").holds(Fraction(3))


def test_a_letter_takes_the_place_of_a_label():
    made = line()
    made.add_blank(Fraction(2))
    made.add_blank(Fraction(3))
    assert Fraction(2) not in made.labels
    assert made.blanks == {"p": 2, "q": 3}
    with pytest.raises(Unfit):
        made.add_blank(Fraction(2))


def test_points_lie_on_the_line_and_not_on_each_other():
    made = line(points={"A": 1})
    for number in (1, 7):
        with pytest.raises(Unfit, match="taken"):
            made.add_point(Fraction(number))
    assert made.add_point(Fraction(2)) != "A"


def test_ends_that_are_not_there_are_not_closed():
    for seed in range(10):
        made = line()
        made.random.seed(seed)
        made.add_interval(None, Fraction(2))
        assert not made.intervals["S"].left_closed
