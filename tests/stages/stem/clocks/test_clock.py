import pytest

from vlcorpus.stages.stem.clocks.clock import HOUR, RADIUS, Clock, roman

TEN_PAST_TEN = 10 * HOUR + 600
HANDS = (("hour", 500), ("minute", 800))


def clock(seconds=TEN_PAST_TEN, hours=12, **given):
    return Clock("clock", (0, 0), hours, seconds, **{"hands": HANDS} | given)


@pytest.mark.parametrize(
    ("hours", "seconds", "written"),
    [(12, 0, "12:00"), (12, HOUR + 65, "1:01"), (24, 0, "0:00"), (24, 23 * HOUR, "23:00")],
)
def test_times_are_written_without_leading_zeros(hours, seconds, written):
    assert clock(hours=hours).written_time(seconds) == written


def test_seconds_are_written_where_they_are_shown():
    assert clock(3661, shows_seconds=True).written_time(3661) == "1:01:01"
    assert clock(3661, shows_seconds=True).written_time(3600, with_seconds=False) == "1:00"


@pytest.mark.parametrize(
    ("given", "tip"),
    [({}, (0.8, 0)), ({"mirrored": True}, (-0.8, 0)), ({"turned_deg": 90}, (0, -0.8))],
    ids=["upright", "mirrored", "turned"],
)
def test_the_minute_hand_of_quarter_past(given, tip):
    x, y = clock(900, **given).tip("minute")
    assert (x / RADIUS, y / RADIUS) == (pytest.approx(tip[0]), pytest.approx(tip[1]))


@pytest.mark.parametrize(
    ("hour_hand", "seconds", "distinct"),
    [(640, TEN_PAST_TEN, True), (641, 2 * HOUR + 650, False), (641, 6 * HOUR, True)],
    ids=["lengths differ enough", "swapped hands read as a time", "swapped hands read as none"],
)
def test_hands_are_told_apart(hour_hand, seconds, distinct):
    assert clock(seconds, hands=(("hour", hour_hand), ("minute", 800))).hands_are_distinct is distinct


@pytest.mark.parametrize(
    ("given", "can"),
    [
        ({}, True),
        ({"turned_deg": 90}, False),
        ({"turned_deg": 90, "marked": True}, True),
        ({"mirrored": True, "marked": True}, False),
        ({"mirrored": True, "written": (12,)}, True),
    ],
)
def test_a_clock_is_read_where_its_top_is_known(given, can):
    assert clock(**given).can_be_read is can


def test_who_does_not_see_the_mirror_reads_what_is_left_of_the_day():
    mirrored = clock(mirrored=True)
    assert mirrored.written_time(next(mirrored.wrong_readings())) == "1:50"


def test_a_hand_stands_at_an_hour_or_at_none():
    assert clock(HOUR * 3).hour_at("hour") == 3
    assert clock(HOUR * 3).hour_at("minute") == 12
    assert clock(HOUR * 3 + 60).hour_at("hour") is None


def test_roman_numerals():
    assert [roman(n) for n in (1, 4, 9, 12, 18, 24)] == ["I", "IV", "IX", "XII", "XVIII", "XXIV"]
