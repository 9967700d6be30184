from fractions import Fraction

import pytest

from tests.stages.stem.kinematics.plots import joined, piece
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.kinematics.motion import Motion, written

THROWN = Motion("position", (piece(0, 4, 0, 4, -1),))
WALK = joined("position", (0, 0), (2, 4), (5, 4), (6, 0))


def test_positions_have_slopes_that_break_at_joints():
    assert WALK.level("position", Fraction(1)) == 2
    assert WALK.level("velocity", Fraction(1)) == 2
    assert WALK.level("velocity", Fraction(2)) is None
    assert WALK.level("velocity", Fraction(0)) == 2
    assert THROWN.level("velocity", Fraction(3)) == -2
    assert THROWN.level("acceleration", Fraction(1)) == -2
    assert joined("velocity", (0, 1), (2, 3)).level("position", Fraction(1)) is None


def test_a_parabola_turns_inside():
    assert THROWN.pieces[0].turn == 2
    assert piece(0, 1, 0, 4, -1).turn is None
    assert THROWN.turnings() == [2]


def test_every_turning_counts_for_the_distance():
    assert THROWN.displacement(Fraction(0), Fraction(4)) == 0
    assert THROWN.distance(Fraction(0), Fraction(4)) == 8
    through_0 = joined("velocity", (0, 4), (4, -4))
    assert through_0.displacement(Fraction(0), Fraction(4)) == 0
    assert through_0.distance(Fraction(0), Fraction(4)) == 8


def test_rest_and_turning_of_a_walk():
    assert WALK.rest == 3
    assert WALK.turnings() == [5]
    assert joined("velocity", (0, 2), (3, 2)).turnings() == []


def test_an_acceleration_may_jump():
    steps = Motion("acceleration", (piece(0, 2, 1), piece(2, 4, 3)))
    assert steps.drawn(Fraction(2)) is None
    assert steps.drawn(Fraction(3)) == 3


def test_values_have_a_unit_and_few_decimals():
    assert written(Fraction(5, 2), "m/s") == "2.5 m/s"
    with pytest.raises(Unfit):
        written(Fraction(1, 3), "m/s")
