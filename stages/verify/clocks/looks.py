"""What dials look like: hands, numerals, how they are turned."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.clocks.dials import Clock, Clocks, find, find_analog
from vlcorpus.stages.verify.oracle import Unknown


def hands(clocks: Clocks, name: str) -> str:
    return str(len(find_analog(clocks, name).hands))


def has(clocks: Clocks, hand: str, name: str) -> str:
    if hand not in ("second", "alarm"):
        raise Unknown(f"nobody asks for a {hand!r} hand")
    return truth_value(hand in find_analog(clocks, name).hands)


def numerals(clocks: Clocks, name: str) -> str:
    return find_analog(clocks, name).numerals


def written(clocks: Clocks, name: str) -> str:
    return str(len(find_analog(clocks, name).written))


def missing(clocks: Clocks, name: str) -> str:
    return str(the_gap(find_analog(clocks, name)))


def the_gap(clock: Clock) -> int:
    gaps = set(range(1, clock.hours + 1)) - set(clock.written)
    if len(gaps) != 1:
        raise Unknown(f"{len(gaps)} hours of {clock.name} have no numeral")
    return gaps.pop()


def mirrored(clocks: Clocks, name: str) -> str:
    clock = find_analog(clocks, name)
    if not clock.written:
        raise Unknown(f"{name} has no numerals that would be mirrored")
    return truth_value(clock.mirrored)


def turned(clocks: Clocks, name: str) -> str:
    clock = find_analog(clocks, name)
    clock.need_top()
    if clock.mirrored:
        raise Unknown(f"{name} is mirrored")
    return str(clock.turned_deg)


def hours(clocks: Clocks, name: str) -> str:
    clock = find_analog(clocks, name)
    if len(clock.written) < clock.hours - 1:
        raise Unknown(f"{name} has {len(clock.written)} numerals")
    return str(clock.hours)


def face(clocks: Clocks, name: str) -> str:
    return find(clocks, name).face
