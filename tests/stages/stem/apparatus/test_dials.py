import math
from fractions import Fraction
from random import Random

import pytest

from vlcorpus.stages.stem.apparatus import dials

HANDS = [dials.gauge, dials.dial_balance, lambda random: dials.meter(random, "ammeter")]


def turn_of(hand):
    """Return the direction of a pointer, whose first point is its tip."""
    x, y = next(hand.path.points())
    return math.atan2(y, x)


@pytest.mark.parametrize("make", HANDS)
def test_the_pointer_is_at_the_line_of_the_reading(make):
    for seed in range(15):
        one = make(Random(seed))
        ticks = next(shape for shape in one.shapes if len(shape.path.commands) > 60)
        starts = [points[0] for letter, points in ticks.path.commands if letter == "M"]
        x, y = starts[one.scale.lines.index(one.reading)]
        hand = one.shapes[-2]
        assert math.cos(turn_of(hand) - math.atan2(y, x)) == pytest.approx(1)


def test_a_meter_of_two_ranges_is_read_on_the_one_that_is_connected():
    for seed in range(30):
        one = dials.meter(Random(seed), "voltmeter")
        scales = one.told["scales"]
        assert one.reading <= Fraction(scales[one.told["used"]]["high"])
        if len(scales) == 2:
            assert one.shows["range",] == scales[one.told["used"]]["high"]
            other = Fraction(scales[1 - one.told["used"]]["high"])
            assert one.other_reading / other == one.reading / one.scale.high


def test_a_stopwatch_is_clear_about_its_minutes():
    for seed in range(20):
        one = dials.stopwatch(Random(seed))
        minutes, seconds = int(one.told["minutes"]), int(one.told["seconds"])
        assert 8 <= seconds <= 52
        assert one.reading == 60 * minutes + seconds


def test_a_protractor_shows_an_angle_that_is_no_flat_one():
    for seed in range(40):
        one = dials.protractor(Random(seed))
        low, high = map(Fraction, one.told["arms"])
        assert 0 <= low < high < 180
        assert 20 <= one.reading == high - low <= 160
        assert {low, high} <= set(one.scale.lines)
