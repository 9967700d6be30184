"""How a clock with hands is built, at random: its dial, its hands, how it hangs; and a time it can tell."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from vlcorpus.stages.stem.clocks.clock import HOUR, MINUTE, Clock

_HALF_HOUR = 30 * MINUTE
_TURNS_DEG = range(30, 360, 30)
_QUARTERS = (3, 6, 9, 12)


def draw_dial(
    random: Random, clock: Clock, *, is_odd: bool, is_small: bool = False
) -> tuple[Clock, list[str]]:
    """Return the clock with a dial and a time, and the kinds of features it got.

    An odd one may be turned, mirrored or lack numerals; a small one has no seconds and no 24 hours.
    """
    steps: list[str] = []
    if is_odd and not is_small and random.random() < 0.15:
        clock = replace(clock, hours=24)
        steps.append("dial of 24 hours")
    clock = _with_numerals(random, clock, steps, is_odd=is_odd)
    if is_odd:
        clock = _hung(random, clock, steps)
    clock = _with_hands(random, clock, steps)
    if not is_small and random.random() < 0.25:
        clock = _with_second_hand(random, clock, steps)
    elif random.random() < 0.2:
        clock = _with_alarm(random, clock, steps)
    return clock, steps


def _with_numerals(random: Random, clock: Clock, steps: list[str], *, is_odd: bool) -> Clock:
    every = tuple(range(1, clock.hours + 1))
    numerals = random.choices(("arabic", "roman", "none"), (3, 2, 1 if clock.hours == 12 else 0))[0]
    steps.append(f"{numerals} numerals" if numerals != "none" else "no numerals")
    if numerals == "none":
        return replace(clock, n_ticks=random.choice((12, 60)), marked=random.random() < 0.3)
    written = every
    ways = ["all", "all", "all", "quarters"] + (["one missing", "one missing", "some missing"] * is_odd)
    way = random.choice(ways) if clock.hours == 12 else random.choice(["all", "even"])
    if way == "quarters":
        written = _QUARTERS
    elif way == "even":
        written = every[1::2]
    elif way != "all":
        gone = random.sample(every, 1 if way == "one missing" else random.randint(2, 5))
        written = tuple(hour for hour in every if hour not in gone)
    if way != "all":
        steps.append(f"numerals: {way}")
    n_ticks = random.choice((12, 60, 60, 0) if way == "all" else (12, 60))
    if clock.hours == 24:
        n_ticks = 60
    return replace(clock, numerals=numerals, written=written, n_ticks=n_ticks, numerals_at=790)


def _hung(random: Random, clock: Clock, steps: list[str]) -> Clock:
    if clock.written and random.random() < 0.3:
        clock = replace(clock, mirrored=True)
        steps.append("mirrored")
    elif random.random() < 0.3 and (clock.written or clock.marked):
        clock = replace(clock, turned_deg=random.choice(_TURNS_DEG))
        steps.append("turned")
    return clock


def _with_hands(random: Random, clock: Clock, steps: list[str]) -> Clock:
    """Return it with a time that its ticks tell, and hands that hide no numerals."""
    step = MINUTE if clock.n_ticks == 60 else 5 * MINUTE
    seconds = random.randrange(0, clock.period, step)
    minute = random.randint(620, 690) if clock.written else random.randint(760, 880)
    ratio = random.uniform(0.56, 0.74)
    if random.random() < 0.15:
        ratio = random.uniform(0.82, 0.92)
        steps.append("long hour hand")
    hands = (("hour", round(minute * ratio)), ("minute", minute))
    return replace(clock, seconds=seconds, hands=hands)


def _with_second_hand(random: Random, clock: Clock, steps: list[str]) -> Clock:
    if clock.n_ticks != 60:
        return clock
    steps.append("second hand")
    seconds = clock.seconds + random.randrange(0, MINUTE)
    length = dict(clock.hands)["minute"] + random.randint(10, 60)
    return replace(
        clock, shows_seconds=True, seconds=seconds, hands=(*clock.hands, ("second", min(900, length)))
    )


def _with_alarm(random: Random, clock: Clock, steps: list[str]) -> Clock:
    steps.append("alarm hand")
    alarm = random.randrange(0, clock.period, HOUR if random.random() < 0.5 else _HALF_HOUR)
    return replace(clock, alarm=alarm, hands=(*clock.hands, ("alarm", random.randint(330, 400))))
