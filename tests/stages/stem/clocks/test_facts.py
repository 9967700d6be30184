from random import Random

from vlcorpus.stages.stem.clocks.clock import HOUR, Clock
from vlcorpus.stages.stem.clocks.facts import claims

HANDS = (("hour", 500), ("minute", 650))
ALL = tuple(range(1, 13))


def clock(name="clock", seconds=10 * HOUR + 600, **given):
    given = {"hands": HANDS, "numerals": "arabic", "written": ALL} | given
    return Clock(name, (0, 0), 12, seconds, **given)


def told(*clocks):
    return {claim.expression: claim for claim in claims(clocks, Random(1))}


def test_a_mirrored_clock_seems_to_show_another_time():
    time = told(clock(mirrored=True))["time", "clock"]
    assert (time.value, time.prior) == ("10:10", "1:50")
    assert "1:50" in time.rivals
    assert "10:10" not in time.rivals


def test_who_does_not_look_says_ten_past_ten():
    assert told(clock(seconds=HOUR))["time", "clock"].prior == "10:10"
    assert told(clock())["time", "clock"].prior is None


def test_only_whole_degrees_are_told():
    assert told(clock())["angle", "clock"].value == "115"
    assert ("angle", "clock") not in told(clock(seconds=HOUR + 60))


def test_a_missing_numeral_is_told_where_it_is_the_only_one():
    assert told(clock(written=ALL[:-1]))["missing", "clock"].value == "12"
    assert ("missing", "clock") not in told(clock(written=ALL[2:]))
    assert told(clock(written=ALL[2:]))["written", "clock"].prior == "12"


def test_an_alarm_and_the_way_to_it():
    of = told(clock(seconds=11 * HOUR, alarm=HOUR // 2, hands=(*HANDS, ("alarm", 350))))
    assert of["alarm", "clock"].value == "12:30"
    assert of["until_alarm", "clock"].value == "90"
    assert (of["hands", "clock"].value, of["hands", "clock"].prior) == ("3", "2")


def test_two_clocks_are_compared():
    of = told(clock("A", 10 * HOUR), clock("B", 2 * HOUR))
    assert of["elapsed", "A", "B"].value == "240"
    assert of["elapsed", "B", "A"].value == "480"
    assert of["later", "A", "B"].value == "A"
    assert of["agree", "A", "B"].value == "no"
    assert of["shows", "2:00"].value == "B"


def test_half_past_twelve_is_neither_early_nor_late():
    assert not [key for key in told(clock("A", 1800), clock("B", HOUR)) if key[0] == "later"]


def test_a_mirror_is_told_only_where_numerals_show_it():
    assert told(clock(mirrored=True))["mirrored", "clock"].value == "yes"
    assert ("mirrored", "clock") not in told(clock(numerals="none", written=()))


def test_hours_of_a_day_of_24_begin_with_0():
    digital = Clock("clock", (0, 0), 24, 0, is_digital=True)
    assert told(digital)["hour", "clock"].rivals == ("23", "1", "2", "12")
