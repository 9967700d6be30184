import math
from random import Random

import pytest

from vlcorpus.stages.stem.odd_counts.creatures import BUILDS


@pytest.mark.parametrize("kind", ["starfish", "clover", "flower", "snowflake"])
def test_parts_stand_evenly_around_a_middle(kind):
    parts = next(iter(BUILDS[kind](Random(0), 5, None).parts.values()))
    steps = [math.dist(parts[n - 1].at, parts[n].at) for n in range(5)]
    assert max(steps) == pytest.approx(min(steps))


def test_a_bug_has_half_of_its_legs_on_each_side():
    legs = BUILDS["ant"](Random(0), 7, None).parts["leg"]
    assert [leg.at[0] < 500 for leg in legs] == [True] * 3 + [False] * 4


def test_a_hand_has_one_thumb():
    tips = [finger.at for finger in BUILDS["hand"](Random(0), 6, None).parts["finger"]]
    assert sum(y < 550 for _, y in tips) == 1


def test_balls_get_smaller_upwards():
    balls = BUILDS["snowman"](Random(0), 4, None).parts["ball"]
    widths = [max(x for x, _ in ball.shapes[0].path.points()) for ball in balls]
    assert widths == sorted(widths, reverse=True)
