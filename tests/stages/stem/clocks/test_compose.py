from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.clocks.clock import HOUR, Clock
from vlcorpus.stages.stem.clocks.compose import KINDS, check, compose

HANDS = (("hour", 500), ("minute", 800))


def clock(seconds, **given):
    return Clock("clock", (0, 0), 12, seconds, **{"hands": HANDS} | given)


@pytest.mark.parametrize(
    "unclear",
    [
        clock(0),
        clock(HOUR, turned_deg=90),
        clock(2 * HOUR + 650, hands=(("hour", 750), ("minute", 800))),
        clock(HOUR, hands=(*HANDS, ("alarm", 350)), alarm=HOUR),
    ],
    ids=["hands cover each other", "no top", "hands may be swapped", "alarm and hour hand"],
)
def test_a_clock_that_is_misread_is_thrown_away(unclear):
    with pytest.raises(Unfit):
        check(unclear)


def test_a_clear_clock_passes():
    check(clock(HOUR))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_makes_clocks_with_names_and_places_of_their_own(kind):
    for seed in range(20):
        try:
            clocks, _ = KINDS[kind][1](Random(seed))
        except Unfit:
            continue
        assert len({one.name for one in clocks}) == len({one.center for one in clocks}) == len(clocks)


def test_world_clocks_differ_by_whole_hours():
    clocks, _ = KINDS["world clocks"][1](Random(1))
    assert len({one.seconds % HOUR for one in clocks}) == 1
    assert len({one.seconds for one in clocks}) == len(clocks)


def test_digital_twins_agree_as_often_as_not():
    twins = [KINDS["digital twin"][1](Random(seed))[0] for seed in range(200)]
    agree = sum(one.seconds == other.seconds for one, other in twins)
    assert 70 < agree < 130


def test_a_scene_begins_with_its_kind():
    assert all(compose(Random(seed)).steps[0] in KINDS for seed in (1, 2, 3))
