from fractions import Fraction
from random import Random

import pytest

from vlcorpus.stages.stem.solid_geometry.space import (
    axonometric,
    cross,
    dot,
    mean,
    oblique,
    plain,
    whole,
)


@pytest.mark.parametrize("draw", [oblique, axonometric])
def test_sight_is_at_right_angles_to_the_image_and_goes_away_and_down(draw):
    for seed in range(20):
        view = draw(Random(seed))
        assert dot(view.sight, view.across) == dot(view.sight, view.up) == 0
        assert view.sight[1] > 0 > view.sight[2]


def test_a_point_is_drawn_where_it_is_exactly():
    view = axonometric(Random(3))
    point = (2, Fraction(7, 3), 5)
    assert view.drawn(point) == pytest.approx(tuple(map(float, view.exact(point))))


def test_vectors():
    assert cross((1, 0, 0), (0, 1, 0)) == (0, 0, 1)
    assert mean([(0, 0, 0), (1, 2, 3)]) == (Fraction(1, 2), 1, Fraction(3, 2))
    assert whole((Fraction(1, 2), Fraction(-1, 3), 0)) == (3, -2, 0)
    assert [type(number) for number in plain((Fraction(4, 2), Fraction(1, 2), 3))] == [int, Fraction, int]
