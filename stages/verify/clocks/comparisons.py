"""What is said of two clocks, or of all."""

from __future__ import annotations

from itertools import combinations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.clocks.dials import HOUR, MINUTE, Clock, Clocks, find_readable
from vlcorpus.stages.verify.clocks.times import time, without_seconds
from vlcorpus.stages.verify.oracle import Unknown


def agree(clocks: Clocks, one: str, other: str) -> str:
    first, second = _comparable(clocks, one, other)
    if first.shows_seconds != second.shows_seconds:
        raise Unknown(f"only one of {one} and {other} shows seconds")
    return truth_value(first.seconds == second.seconds)


def elapsed(clocks: Clocks, one: str, other: str) -> str:
    first, second = map(without_seconds, _comparable(clocks, one, other))
    return str((second.seconds - first.seconds) % first.turn // MINUTE)


def later(clocks: Clocks, one: str, other: str) -> str:
    first, second = _comparable(clocks, one, other)
    if first.seconds == second.seconds:
        raise Unknown(f"{one} and {other} show the same time")
    if first.hours == 12 and min(first.seconds, second.seconds) < HOUR:
        raise Unknown("some call the hour from 12:00 the first, some the last")
    return one if first.seconds > second.seconds else other


def _comparable(clocks: Clocks, one: str, other: str) -> tuple[Clock, Clock]:
    first, second = find_readable(clocks, one), find_readable(clocks, other)
    if first.hours != second.hours:
        raise Unknown(f"{one} and {other} have different numbers of hours")
    return first, second


def earliest(clocks: Clocks, what: str) -> str:
    _all_comparable(clocks, what)
    return min(clocks, key=lambda name: clocks[name].seconds)


def latest(clocks: Clocks, what: str) -> str:
    _all_comparable(clocks, what)
    return max(clocks, key=lambda name: clocks[name].seconds)


def _all_comparable(clocks: Clocks, what: str) -> None:
    count(clocks, what)
    if len(clocks) < 2:
        raise Unknown("there is nothing to compare")
    for one, other in combinations(clocks, 2):
        later(clocks, one, other)


def shows(clocks: Clocks, wanted: str) -> str:
    """A clock that cannot be read might show the time too."""
    found = [name for name in clocks if time(clocks, name) == wanted]
    if len(found) != 1:
        raise Unknown(f"{len(found)} clocks show {wanted}")
    return found[0]


def count(clocks: Clocks, what: str) -> str:
    if what != "clock":
        raise Unknown(f"nothing says what {what!r} are")
    return str(len(clocks))
