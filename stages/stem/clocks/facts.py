"""What holds of clocks: times, hands, numerals, and how several clocks compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import permutations
from random import Random

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, truth_value
from vlcorpus.schemas.stem.clocks import FACES, NUMERALS
from vlcorpus.stages.stem.clocks.clock import HOUR, MINUTE, Clock

USUAL_TIME = 10 * HOUR + 10 * MINUTE  # what clocks show on most pictures of clocks
_SPANS = (*range(5, 60, 5), 75, 90, 105, 120, 150, 180)  # minutes


def claims(clocks: tuple[Clock, ...], random: Random) -> tuple[Claim, ...]:
    """Return everything that holds. Which spans are asked about is drawn at random."""
    found = [claim for clock in clocks for claim in (*_time(clock, random), *_build(clock))]
    return (*_together(clocks), *found)


def seen(clock: Clock, *hands: str) -> tuple[str, ...]:
    """Return what one must see to read hands of a clock."""
    if clock.is_digital:
        return (f"digits of {clock.name}",)
    return (f"dial of {clock.name}", *(f"{hand} hand of {clock.name}" for hand in hands or clock.lengths))


def _time(clock: Clock, random: Random) -> Iterator[Claim]:
    time = clock.written_time(clock.seconds)
    parts = time.split(":")
    wrong = tuple(dict.fromkeys(map(clock.written_time, _wrong_times(clock))))
    yield Claim(("time", clock.name), time, seen(clock), _rivals(time, wrong), _prior(clock))
    yield Claim(("hour", clock.name), parts[0], seen(clock), _near(int(parts[0]), clock, clock.hours == 24))
    minute, minutes = str(int(parts[1])), (str(wrong) for wrong in range(0, 60, 5))
    yield Claim(("minute", clock.name), minute, seen(clock), _rivals(minute, minutes))
    if clock.shows_seconds:
        second, seconds = str(int(parts[2])), (str(wrong) for wrong in range(0, 60, 5))
        yield Claim(("second", clock.name), second, seen(clock, "second"), _rivals(second, seconds))
    span = random.choice(_SPANS)
    for operation, sign in (("after", 1), ("before", -1)):
        value = clock.written_time(clock.seconds + sign * span * MINUTE)
        others = [clock.seconds + sign * by * MINUTE for by in (-span, span - 10, span + 10, span + 60)]
        rivals = dict.fromkeys(map(clock.written_time, others))
        yield Claim((operation, str(span), clock.name), value, seen(clock), _rivals(value, rivals))


def _wrong_times(clock: Clock) -> Iterator[int]:
    if not clock.is_digital:
        yield from clock.wrong_readings()
    for by in (-HOUR, HOUR, 30 * MINUTE, -15 * MINUTE, 5 * MINUTE):
        yield clock.seconds + by


def _prior(clock: Clock) -> str | None:
    """Return what one answers who does not look how the clock hangs, or does not look at all."""
    if clock.is_digital:
        return None
    usual = USUAL_TIME + (30 if clock.shows_seconds else 0)
    careless = next(clock.wrong_readings()) if clock.mirrored or clock.turned_deg else usual
    prior = clock.written_time(careless)
    return None if prior == clock.written_time(clock.seconds) else prior


def _build(clock: Clock) -> Iterator[Claim]:
    face = FACES[clock.is_digital]
    yield Claim(("face", clock.name), face, seen(clock), _rivals(face, FACES))
    if clock.is_digital:
        return
    yield from _hands(clock)
    yield from _numerals(clock)
    if not clock.shows_seconds:
        hour, minute = (Fraction(*clock.turn_of(hand)) for hand in ("hour", "minute"))
        angle = min(abs(hour - minute), 1 - abs(hour - minute)) * 360
        if angle.denominator == 1:
            rivals = _rivals(str(angle), (str(abs(angle + by)) for by in (-30, -10, 15, 30, 45)))
            yield Claim(("angle", clock.name), str(angle), seen(clock, "hour", "minute"), rivals)


def _hands(clock: Clock) -> Iterator[Claim]:
    name, count = clock.name, str(len(clock.hands))
    yield Claim(("hands", name), count, seen(clock), _rivals(count, "12345"), _unless(count, "2"))
    for hand in ("second", "alarm"):
        yield Claim(("has", hand, name), truth_value(hand in clock.lengths), seen(clock))
    for hand in clock.lengths:
        hour = clock.hour_at(hand)
        if hour is not None:
            yield Claim(("points", hand, name), str(hour), seen(clock, hand), _near(hour, clock))
    if clock.alarm is None:
        return
    alarm = clock.written_time(clock.alarm, with_seconds=False)
    wrong = (clock.written_time(clock.alarm + by * MINUTE, with_seconds=False) for by in (-60, -30, 30, 60))
    yield Claim(("alarm", name), alarm, seen(clock, "alarm"), _rivals(alarm, wrong))
    if not clock.shows_seconds:
        until = str(((clock.alarm - clock.seconds) % clock.period or clock.period) // MINUTE)
        others = (str(int(until) + by) for by in (-5, 5, 30, 60))
        yield Claim(("until_alarm", name), until, seen(clock), _rivals(until, others))


def _numerals(clock: Clock) -> Iterator[Claim]:
    name = clock.name
    parts = (f"dial of {name}", *(f"numeral {hour} of {name}" for hour in clock.written))
    yield Claim(("numerals", name), clock.numerals, parts, _rivals(clock.numerals, NUMERALS))
    if clock.turned_deg and not clock.mirrored:
        turned = str(clock.turned_deg)
        yield Claim(("turned", name), turned, parts, _rivals(turned, map(str, range(0, 360, 30))), "0")
    if not clock.written:
        return
    count, hours = str(len(clock.written)), str(clock.hours)
    rivals = _rivals(count, (str(len(clock.written) + by) for by in (-2, -1, 1, 2)))
    yield Claim(("written", name), count, parts, rivals, _unless(count, hours))
    mirrored = truth_value(clock.mirrored)
    yield Claim(("mirrored", name), mirrored, parts, prior=_unless(mirrored, NO))
    if len(clock.written) >= clock.hours - 1:
        yield Claim(("hours", name), hours, parts, _rivals(hours, ("12", "24")), _unless(hours, "12"))
    if missing := missing_hour(clock):
        yield Claim(("missing", name), str(missing), parts, _near(missing, clock))


def missing_hour(clock: Clock) -> int | None:
    """Return the hour whose numeral alone is missing."""
    gone = set(range(1, clock.hours + 1)) - set(clock.written)
    return gone.pop() if len(gone) == 1 else None


def _together(clocks: tuple[Clock, ...]) -> Iterator[Claim]:
    names = [clock.name for clock in clocks]
    all_seen = tuple(part for clock in clocks for part in seen(clock))
    if len(clocks) == 1:
        return
    count = str(len(clocks))
    dials = tuple(seen(clock)[0] for clock in clocks)
    yield Claim(("count", "clock"), count, dials, _rivals(count, "12345"))
    for one, other in permutations(clocks, 2):
        yield from _compared(one, other)
    for clock in clocks:
        time = clock.written_time(clock.seconds)
        if [other.written_time(other.seconds) for other in clocks].count(time) == 1:
            yield Claim(("shows", time), clock.name, all_seen, _rivals(clock.name, names))
    in_order = sorted(clocks, key=lambda clock: clock.seconds)
    if len(clocks) > 2 and all(_have_order(one, other) for one, other in permutations(clocks, 2)):
        for operation, clock in (("earliest", in_order[0]), ("latest", in_order[-1])):
            yield Claim((operation, "clock"), clock.name, all_seen, _rivals(clock.name, names))


def _compared(one: Clock, other: Clock) -> Iterator[Claim]:
    if one.hours != other.hours or one.shows_seconds != other.shows_seconds:
        return
    parts, pair = (*seen(one), *seen(other)), (one.name, other.name)
    if not one.shows_seconds:
        span = (other.seconds - one.seconds) % one.period // MINUTE
        rivals = (str(wrong) for wrong in (one.period // MINUTE - span, span + 10, span + 30, span + 60))
        if span:
            yield Claim(("elapsed", *pair), str(span), parts, _rivals(str(span), rivals))
    if one.name > other.name:
        return
    agree = truth_value(one.seconds == other.seconds)
    yield Claim(("agree", *pair), agree, parts, prior=_unless(agree, YES))
    if _have_order(one, other):
        later, earlier = pair if one.seconds > other.seconds else pair[::-1]
        yield Claim(("later", *pair), later, parts, (earlier,))


def _have_order(one: Clock, other: Clock) -> bool:
    """Tell whether everybody agrees which of them shows the later time."""
    after_noon = one.hours == 12 and min(one.seconds, other.seconds) < HOUR
    return one.hours == other.hours and one.seconds != other.seconds and not after_noon


def _near(hour: int, clock: Clock, from_zero: bool = False) -> tuple[str, ...]:
    """Return other hours, near ones and one opposite. A dial begins with 1, a day of 24 hours with 0."""
    lowest = 0 if from_zero else 1
    others = ((hour - lowest + by) % clock.hours + lowest for by in (-1, 1, 2, clock.hours // 2))
    return _rivals(str(hour), map(str, others))


def _rivals(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in values if other != value))


def _unless(value: str, prior: str) -> str | None:
    return None if value == prior else prior
