"""The times that clocks show, their alarms, and where hands stand."""

from __future__ import annotations

from vlcorpus.stages.verify.clocks.dials import HOUR, MINUTE, Clock, Clocks, find, find_analog, find_readable
from vlcorpus.stages.verify.oracle import Unknown


def written_time(clock: Clock, seconds: int, *, with_seconds: bool) -> str:
    minutes, second = divmod(seconds % clock.turn, MINUTE)
    hour, minute = divmod(minutes, 60)
    if clock.hours == 12 and hour == 0:
        hour = 12
    return f"{hour}:{minute:02}" + (f":{second:02}" if with_seconds else "")


def time(clocks: Clocks, name: str) -> str:
    clock = find_readable(clocks, name)
    return written_time(clock, clock.seconds, with_seconds=clock.shows_seconds)


def hour(clocks: Clocks, name: str) -> str:
    return time(clocks, name).split(":")[0]


def minute(clocks: Clocks, name: str) -> str:
    return str(find_readable(clocks, name).seconds % HOUR // MINUTE)


def second(clocks: Clocks, name: str) -> str:
    clock = find_readable(clocks, name)
    if not clock.shows_seconds:
        raise Unknown(f"{name} shows no seconds")
    return str(clock.seconds % MINUTE)


def points(clocks: Clocks, hand: str, name: str) -> str:
    clock = find_analog(clocks, name)
    clock.need_top()
    if hand in ("hour", "minute"):
        clock.need_hands()
    at = clock.hand(hand) * clock.hours
    if at.denominator > 1:
        raise Unknown(f"the {hand} hand stands between two hours")
    return str(int(at) or clock.hours)


def angle(clocks: Clocks, name: str) -> str:
    """Neither which hand is which changes it, nor where the top is."""
    clock = without_seconds(find_analog(clocks, name))
    between = abs(clock.hand("hour") - clock.hand("minute"))
    return str(360 * min(between, 1 - between))


def after(clocks: Clocks, minutes: str, name: str) -> str:
    return _moved(find_readable(clocks, name), whole_number(minutes))


def before(clocks: Clocks, minutes: str, name: str) -> str:
    return _moved(find_readable(clocks, name), -whole_number(minutes))


def _moved(clock: Clock, minutes: int) -> str:
    return written_time(clock, clock.seconds + MINUTE * minutes, with_seconds=clock.shows_seconds)


def whole_number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise Unknown(f"{text!r} is no whole number")
    return int(text)


def alarm(clocks: Clocks, name: str) -> str:
    clock = find(clocks, name)
    return written_time(clock, the_alarm(clock), with_seconds=False)


def until_alarm(clocks: Clocks, name: str) -> str:
    clock = without_seconds(find_readable(clocks, name))
    return str(((the_alarm(clock) - clock.seconds) % clock.turn or clock.turn) // MINUTE)


def the_alarm(clock: Clock) -> int:
    clock.need_top()
    if clock.alarm is None:
        raise Unknown(f"{clock.name} has no alarm hand")
    return clock.alarm


def without_seconds(clock: Clock) -> Clock:
    if clock.shows_seconds:
        raise Unknown(f"{clock.name} shows seconds")
    return clock
