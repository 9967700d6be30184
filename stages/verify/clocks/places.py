"""Where on a clock what is."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.clocks.dials import Clocks, find, find_analog
from vlcorpus.stages.verify.clocks.looks import the_gap
from vlcorpus.stages.verify.clocks.times import whole_number
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]


def tip(clocks: Clocks, hand: str, name: str) -> Place:
    clock = find_analog(clocks, name)
    if hand in ("hour", "minute"):
        clock.need_hands()
    return clock.at(clock.hand(hand), clock.hands[hand])


def pivot(clocks: Clocks, name: str) -> Place:
    x, y = find_analog(clocks, name).center
    return float(x), float(y)


def numeral(clocks: Clocks, hour: str, name: str) -> Place:
    clock, number = find_analog(clocks, name), whole_number(hour)
    if number not in clock.written:
        raise Unknown(f"{hour} is not written on {name}")
    return clock.at(Fraction(number % clock.hours, clock.hours), clock.numerals_at)


def gap(clocks: Clocks, name: str) -> Place:
    clock = find_analog(clocks, name)
    return clock.at(Fraction(the_gap(clock) % clock.hours, clock.hours), clock.numerals_at)


def label(clocks: Clocks, name: str) -> Place:
    x, y = find(clocks, name).center
    return float(x), float(y)
