"""One clock: what it shows, how it is built, and where its hands point."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.stem.clocks import DISTINCT_RATIO

RADIUS = 1000
HOUR, MINUTE = 3600, 60  # in seconds
# Of a turn: hands that would be off by less from a possible time might be swapped. It is 2.5 minutes.
SWAPPED_BY = 1 / 24


@dataclass(frozen=True, slots=True)
class Clock:
    """All of schemas/stem/clocks.py that is told of one clock, and how many ticks it has."""

    name: str
    center: tuple[int, int]
    hours: int
    seconds: int
    shows_seconds: bool = False
    is_digital: bool = False
    hands: tuple[tuple[str, int], ...] = ()  # lengths in thousandths of the radius, in the order of HANDS
    alarm: int | None = None
    numerals: str = "none"
    written: tuple[int, ...] = ()
    numerals_at: int = 780
    n_ticks: int = 60
    marked: bool = False
    mirrored: bool = False
    turned_deg: int = 0

    @property
    def period(self) -> int:
        """Return the seconds after which it shows the same again."""
        return HOUR * self.hours

    @property
    def lengths(self) -> dict[str, int]:
        return dict(self.hands)

    def turn_of(self, hand: str) -> tuple[int, int]:
        """Return at which part of a turn a hand stands: a numerator and a denominator."""
        match hand:
            case "hour":
                return self.seconds, self.period
            case "minute":
                return self.seconds % HOUR, HOUR
            case "second":
                return self.seconds % MINUTE, MINUTE
            case _:
                return self.alarm or 0, self.period

    def hour_at(self, hand: str) -> int | None:
        """Return the hour at whose place a hand stands exactly."""
        part, whole = self.turn_of(hand)
        hour, rest = divmod(part * self.hours, whole)
        return None if rest else hour or self.hours

    def direction(self, part: float) -> float:
        """Return radians clockwise from straight up of a part of a turn."""
        return math.radians(self.turned_deg + (-360 if self.mirrored else 360) * part)

    def at(self, part: float, thousandths: float) -> Point:
        """Return a place on the dial, so far from the centre."""
        angle, reach = self.direction(part), thousandths * RADIUS / 1000
        return self.center[0] + reach * math.sin(angle), self.center[1] + reach * math.cos(angle)

    def tip(self, hand: str) -> Point:
        part, whole = self.turn_of(hand)
        return self.at(part / whole, self.lengths[hand])

    @property
    def can_be_read(self) -> bool:
        """Tell whether its top is known."""
        if self.is_digital or self.written:
            return True
        return not self.mirrored and (self.marked or self.turned_deg == 0)

    @property
    def hands_are_distinct(self) -> bool:
        """Tell whether nobody can take one of hour and minute hand for the other."""
        hour, minute = self.lengths["hour"], self.lengths["minute"]
        if max(hour, minute) >= DISTINCT_RATIO * min(hour, minute):
            return True
        wanted = self.seconds % HOUR / HOUR * self.hours % 1  # of the minute hand, if the long one told hours
        off = abs(wanted - self.seconds / self.period)
        return min(off, 1 - off) >= SWAPPED_BY

    def wrong_readings(self) -> Iterator[int]:
        """Yield seconds that careless people read: hands swapped, the mirror or the turn not seen."""
        hour, minute = self.seconds / self.period, self.seconds % HOUR / HOUR
        turned = self.direction(0) / math.tau
        if self.mirrored:
            yield -self.seconds % self.period
        elif self.turned_deg:
            yield self._read(hour + turned, minute + turned)
        yield self._read(minute, hour)

    def _read(self, hour: float, minute: float) -> int:
        """Return the time of an hour hand and a minute hand that need not go together."""
        hours, minutes = math.floor(hour % 1 * self.hours), round(minute % 1 * 60) % 60
        return hours * HOUR + minutes * MINUTE + (self.seconds % MINUTE if self.shows_seconds else 0)

    def written_time(self, seconds: int, *, with_seconds: bool | None = None) -> str:
        """Return a time as this clock tells it."""
        hours, rest = divmod(seconds % self.period, HOUR)
        hours = hours or 12 if self.hours == 12 else hours
        text = f"{hours}:{rest // MINUTE:02}"
        shows = self.shows_seconds if with_seconds is None else with_seconds
        return f"{text}:{rest % MINUTE:02}" if shows else text


def roman(number: int) -> str:
    """Return a number below 40 in Roman numerals."""
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + units[ones]
