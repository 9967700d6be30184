from fractions import Fraction
from random import Random

import pytest

from vlcorpus.stages.stem.apparatus.instrument import Instrument, Scale, shown, text

SCALE = Scale.parse("-10 40 1 10")


def test_numbers_are_written_at_multiples():
    assert [*map(int, SCALE.written)] == [-10, 0, 10, 20, 30, 40]
    assert len(SCALE.ticks) == 51
    assert [tick.length for tick in SCALE.ticks[:6]] == [2.0, 1.0, 1.0, 1.0, 1.0, 1.45]


def test_a_reading_is_a_line_in_its_part_of_the_scale():
    random = Random("reading")
    for _ in range(50):
        number = SCALE.draw_reading(random, 0.2, 0.5)
        assert number in SCALE.lines
        assert 0.2 <= float(SCALE.part(number)) <= 0.5


def test_a_mark_is_between_the_ends():
    ends = ((Fraction(3), Fraction(500)), (Fraction(3), Fraction(0)))
    one = Instrument("burette", {}, Fraction(1), (), (), scale=SCALE, ends=ends)
    assert one.mark(Fraction(0)) == (3, 400)
    assert one.moved(7, 1).mark(Fraction(0)) == (10, 401)
    with pytest.raises(ValueError, match="no straight scale"):
        Instrument("stopwatch", {}, Fraction(1), (), ()).mark(Fraction(0))


def test_numbers_as_claims_and_as_scales_write_them():
    assert text(Fraction(-1, 2)) == "-0.5"
    assert shown(Fraction(-10)) == "−10"
    with pytest.raises(ValueError, match="many decimals"):
        text(Fraction(1, 3))
