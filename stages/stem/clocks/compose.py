"""Kinds of scenes with clocks: one with unusual features, pairs, world clocks, twins, displays."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.clocks.clock import HOUR, MINUTE, Clock
from vlcorpus.stages.stem.clocks.dials import draw_dial
from vlcorpus.stages.stem.clocks.draw import HAND_SHAPES

# Cities whose names are short enough to stand below a small clock.
CITIES = (
    "London", "Paris", "Tokyo", "Sydney", "Cairo", "Beijing", "Moscow", "Delhi", "Lima", "Rome", "Oslo",
    "Athens", "Nairobi", "Toronto", "Dubai", "Berlin", "Madrid", "Seoul", "Bangkok", "New York",
)  # fmt: skip
LETTERS = "ABCD"
_ACROSS, _DOWN = 2700, 3000  # from centre to centre
# Degrees between hands below which one is taken for the other, or hides it.
MIN_APART_DEG = {("hour", "minute"): 10.0, ("second", "minute"): 4.0, ("second", "hour"): 4.0}
_MIN_ALARM_DEG = 12.0


@dataclass(frozen=True, slots=True)
class Clocks:
    """Clocks of a scene, the shapes of their hands, and the kinds of constructions that made them."""

    clocks: tuple[Clock, ...]
    looks: tuple[str, ...]
    steps: tuple[str, ...]


def compose(random: Random) -> Clocks:
    """Return clocks. Raises Unfit where one of them would be misread."""
    kind = random.choices(list(KINDS), [share for share, _ in KINDS.values()])[0]
    clocks, steps = KINDS[kind][1](random)
    for clock in clocks:
        check(clock)
    looks = tuple(random.choice(list(HAND_SHAPES)) for _ in clocks)
    return Clocks(tuple(clocks), looks, (kind, *dict.fromkeys(steps)))


def check(clock: Clock) -> None:
    """Raise Unfit where hands of a clock are taken for each other, or its top is not known."""
    if clock.is_digital:
        return
    if not clock.can_be_read:
        raise Unfit("nobody knows which way up the clock is")
    if not clock.hands_are_distinct:
        raise Unfit("the hands are as long as each other, and may be swapped")
    for one, other in combinations(clock.lengths, 2):
        apart = abs(math.remainder(_degrees(clock, one) - _degrees(clock, other), 360))
        least = MIN_APART_DEG.get((one, other)) or MIN_APART_DEG.get((other, one), _MIN_ALARM_DEG)
        if apart < least:
            raise Unfit("a hand hides another")


def _degrees(clock: Clock, hand: str) -> float:
    part, whole = clock.turn_of(hand)
    return 360 * part / whole


def _places(count: int, random: Random) -> list[tuple[int, int]]:
    """Return centres of so many clocks: two in a row or in a column, more of them in two rows."""
    columns = random.choice((1, 2, 2)) if count == 2 else 2
    return [(n % columns * _ACROSS, -(n // columns) * _DOWN) for n in range(count)]


def _names(count: int, random: Random) -> list[str]:
    return random.sample(CITIES, count) if random.random() < 0.5 else list(LETTERS[:count])


def _single(random: Random) -> tuple[list[Clock], list[str]]:
    clock, steps = draw_dial(random, Clock("clock", (0, 0), 12, 0), is_odd=True)
    return [clock], steps


def _several(random: Random, count: int) -> tuple[list[Clock], list[str]]:
    """Return clocks of one dial each, which may be mirrored or turned, at times of their own."""
    found, steps = [], []
    names = _names(count, random)
    for name, place in zip(names, _places(count, random), strict=True):
        clock, made = draw_dial(
            random, Clock(name, place, 12, 0), is_odd=random.random() < 0.4, is_small=True
        )
        found.append(clock)
        steps += made
    return found, steps


def _pair(random: Random) -> tuple[list[Clock], list[str]]:
    return _several(random, 2)


def _row(random: Random) -> tuple[list[Clock], list[str]]:
    return _several(random, random.randint(3, 4))


def _world(random: Random) -> tuple[list[Clock], list[str]]:
    """Return clocks of one make in several cities, whose times differ by whole hours."""
    count = random.randint(2, 4)
    first, steps = draw_dial(random, Clock("", (0, 0), 12, 0), is_odd=False, is_small=True)
    offsets = random.sample(range(1, 12), count - 1)
    names, places = random.sample(CITIES, count), _places(count, random)
    return [
        replace(first, name=name, center=place, seconds=(first.seconds + HOUR * offset) % first.period)
        for name, place, offset in zip(names, places, (0, *offsets), strict=True)
    ], steps


def _twin(random: Random) -> tuple[list[Clock], list[str]]:
    """Return a clock with hands and a display, which agree, or show what careless people read."""
    (left, right), names = _places(2, random), list(LETTERS[:2])
    if random.random() < 0.5:
        left, right = right, left
        names.reverse()
    analog, steps = draw_dial(random, Clock(names[0], left, 12, 0), is_odd=True, is_small=True)
    told = analog.seconds
    if random.random() < 0.5:
        off = [random.choice((-1, 1)) * HOUR, random.choice((-2, -1, 1, 2)) * 5 * MINUTE]
        told = random.choice([*analog.wrong_readings(), *(analog.seconds + by for by in off)])
    digital = Clock(
        names[1], right, analog.hours, told % analog.period, analog.shows_seconds, is_digital=True
    )
    return sorted((analog, digital), key=lambda clock: clock.name), steps


def _mirror_twin(random: Random) -> tuple[list[Clock], list[str]]:
    """Return a clock, and one seen in a mirror, which shows the same time or the one it seems to show."""
    left, right = _places(2, random)
    first, steps = draw_dial(random, Clock("A", left, 12, 0), is_odd=False, is_small=True)
    if not first.written:
        raise Unfit("a mirror is not seen without numerals")
    seen = random.choice((first.seconds, -first.seconds % first.period))
    if random.random() < 0.5:
        return [first, replace(first, name="B", center=right, seconds=seen, mirrored=True)], steps
    return [replace(first, seconds=seen, mirrored=True), replace(first, name="B", center=right)], steps


def _displays(random: Random) -> tuple[list[Clock], list[str]]:
    count, hours, shows = random.randint(1, 4), random.choice((12, 24)), random.random() < 0.3
    names = _names(count, random) if count > 1 else ["clock"]
    columns = 1 if count == 1 else random.choice((1, 2))
    found = [
        Clock(
            name,
            (n % columns * 2400, -(n // columns) * 1100),
            hours,
            random.randrange(0, HOUR * hours, 1 if shows else MINUTE),
            shows,
            is_digital=True,
        )
        for n, name in enumerate(names)
    ]
    return found, [f"display of {hours} hours", *(["display of seconds"] if shows else [])]


KINDS: dict[str, tuple[float, Callable[[Random], tuple[list[Clock], list[str]]]]] = {
    "one clock": (4, _single),
    "two clocks": (2, _pair),
    "several clocks": (1, _row),
    "world clocks": (2, _world),
    "digital twin": (2, _twin),
    "mirror twin": (1, _mirror_twin),
    "displays": (0.5, _displays),
}
