from fractions import Fraction

import pytest

from vlcorpus.stages.stem.optics.strokes import arrow, exact, line, ray, wrong


def test_a_head_is_at_the_end_of_an_arrow_and_on_the_way_of_a_ray():
    for draw, at in ((arrow, (4, 0)), (ray, (2.2, 0))):
        shaft, head = draw((0, 0), (4, 0), 0.5)
        assert list(shaft.path.points()) == [(0, 0), (4, 0)]
        assert list(head.path.points())[1] == pytest.approx(at)
        assert all(x <= at[0] + 1e-9 for x, _ in head.path.points())


def test_places_are_told_exactly():
    place = exact((Fraction(1, 3), 2))
    assert place.exact == ("1/3", "2")
    assert place.at == (pytest.approx(1 / 3), 2.0)
    assert list(line((Fraction(1, 2), 0), (1, 0)).path.points()) == [(0.5, 0), (1, 0)]


def test_wrong_numbers_are_above_0_and_other_ones():
    assert wrong(2, 1, Fraction(2), -3, 0, 1, Fraction(5, 2)) == ("1", "5/2")
