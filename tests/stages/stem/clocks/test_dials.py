from random import Random

from vlcorpus.stages.stem.clocks.clock import Clock
from vlcorpus.stages.stem.clocks.dials import draw_dial

EMPTY = Clock("clock", (0, 0), 12, 0)


def dials(**given):
    return [draw_dial(Random(seed), EMPTY, **given) for seed in range(300)]


def test_ticks_tell_the_minutes_that_are_shown():
    for clock, _ in dials(is_odd=True):
        assert clock.n_ticks == 60 or clock.seconds % 300 == 0
        assert clock.shows_seconds == ("second" in clock.lengths) or clock.seconds % 60 == 0


def test_a_usual_dial_is_upright_and_lacks_nothing_but_whole_kinds_of_numerals():
    for clock, _ in dials(is_odd=False):
        assert not (clock.mirrored)
        assert not (clock.turned_deg)
        assert len(clock.written) in (0, 4, 12)


def test_a_small_dial_has_no_seconds():
    assert not any(clock.shows_seconds or clock.hours == 24 for clock, _ in dials(is_odd=True, is_small=True))


def test_hands_end_before_numerals():
    for clock, _ in dials(is_odd=True):
        if clock.written:
            assert clock.lengths["minute"] < clock.numerals_at - 80


def test_features_are_told():
    kinds = {step for _, steps in dials(is_odd=True) for step in steps}
    assert {"mirrored", "turned", "second hand", "alarm hand", "long hour hand", "dial of 24 hours"} < kinds
