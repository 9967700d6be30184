import math
from fractions import Fraction
from random import Random

import pytest

from vlcorpus.stages.stem.solid_geometry.space import (
    axonometric,
    cross,
    dot,
    mean,
    oblique,
    perspective,
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


def test_in_perspective_what_is_farther_is_smaller_and_parallels_run_together():
    cube = [(x, y, z) for x in (0, 4) for y in (0, 4) for z in (0, 4)]
    for seed in range(20):
        view = perspective(Random(seed), cube)
        drawn = {corner: view.drawn(corner) for corner in cube}
        at = {corner: tuple(map(float, view.exact(corner))) for corner in cube}
        assert drawn == pytest.approx(at)
        upright = [math.dist(drawn[x, y, 0], drawn[x, y, 4]) for x, y in ((0, 0), (4, 4))]
        assert upright[0] > upright[1]
        one, other = (
            math.atan2(*(end - start for start, end in zip(drawn[0, 0, z], drawn[0, 4, z], strict=True)))
            for z in (0, 4)
        )
        assert abs(one - other) > 0.01


def test_vectors():
    assert cross((1, 0, 0), (0, 1, 0)) == (0, 0, 1)
    assert mean([(0, 0, 0), (1, 2, 3)]) == (Fraction(1, 2), 1, Fraction(3, 2))
    assert whole((Fraction(1, 2), Fraction(-1, 3), 0)) == (3, -2, 0)
    assert [type(number) for number in plain((Fraction(4, 2), Fraction(1, 2), 3))] == [int, Fraction, int]
