from itertools import pairwise
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts.courses import climb, draw_course, draw_heights

CALM, GROWING = {"calm": True}, {"grow": True}


@pytest.mark.parametrize("seed", range(20))
def test_values_go_as_those_of_their_topic(seed):
    calm = draw_course(Random(seed), CALM, 7, 9)
    assert all(abs(one - other) <= 1 for one, other in pairwise(calm))
    growing = draw_course(Random(seed), GROWING, 7, 9)
    assert all(one < other for one, other in pairwise(growing))
    assert {*calm, *growing} <= set(range(1, 10))


def test_others_change_more():
    found = [draw_course(Random(seed), {}, 8, 10) for seed in range(20)]
    assert max(abs(one - other) for course in found for one, other in pairwise(course)) == 3


def test_categories_in_no_order_have_any_values():
    found = [draw_heights(Random(seed), GROWING, False, 5, 9) for seed in range(20)]
    assert any(one > other for heights in found for one, other in pairwise(heights))


def test_an_axis_may_be_too_short_to_climb():
    with pytest.raises(Unfit):
        climb(Random(0), 8, 7)
