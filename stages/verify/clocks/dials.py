"""Clocks as the truth tells them: what each shows, and where on its dial what stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import cos, pi, sin
from typing import Any

from vlcorpus.schemas.stem.clocks import DISTINCT_RATIO, FACES, HANDS, NUMERALS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

MINUTE, HOUR = 60, 3600  # seconds
SWAPPED_DEG = 12  # minute hands that are so near are one to who is not sure which hand is which


@dataclass(frozen=True)
class Clock:
    """A clock. What only an analog one has is empty for a digital one."""

    name: str
    face: str
    hours: int
    seconds: int
    shows_seconds: bool
    center: tuple[int, int]
    radius: int
    hands: Mapping[str, int]
    alarm: int | None = None
    numerals: str = "none"
    written: tuple[int, ...] = ()
    numerals_at: int = 0
    marked: bool = False
    mirrored: bool = False
    turned_deg: int = 0

    @property
    def turn(self) -> int:
        """The seconds in which the hour hand goes round."""
        return HOUR * self.hours

    @property
    def is_analog(self) -> bool:
        return self.face == "analog"

    def hand(self, name: str) -> Fraction:
        """Return at which part of a turn a hand stands. Raises Unknown for one that is not there."""
        if name not in self.hands:
            raise Unknown(f"{self.name} has no {name} hand")
        match name:
            case "hour":
                return Fraction(self.seconds, self.turn)
            case "minute":
                return Fraction(self.seconds % HOUR, HOUR)
            case "second":
                return Fraction(self.seconds % MINUTE, MINUTE)
            case _:
                return Fraction(self.alarm or 0, self.turn)

    def need_analog(self) -> None:
        if not self.is_analog:
            raise Unknown(f"{self.name} is digital")

    def need_top(self) -> None:
        """Raises Unknown where nobody can know where the top of the dial is."""
        is_plain = self.turned_deg == 0 and not self.mirrored
        if self.is_analog and not (is_plain or self.written or (self.marked and not self.mirrored)):
            raise Unknown(f"nothing tells how {self.name} is turned")

    def need_hands(self) -> None:
        """Raises Unknown where the hour hand can be taken for the minute hand."""
        if self.is_analog and not self._hands_differ():
            raise Unknown(f"the hands of {self.name} can be swapped")

    def need_time(self) -> None:
        self.need_top()
        self.need_hands()

    def at(self, part: Fraction, thousandths: int) -> tuple[float, float]:
        """Return the place at a part of a turn from the top, so far from the centre."""
        degrees = self.turned_deg + (-360 if self.mirrored else 360) * part
        clockwise = float(degrees) / 180 * pi
        length = self.radius * thousandths / 1000
        x, y = self.center
        return x + length * sin(clockwise), y + length * cos(clockwise)

    def _hands_differ(self) -> bool:
        short, long = sorted((self.hands["hour"], self.hands["minute"]))
        if long >= DISTINCT_RATIO * short:
            return True
        hour, minute = self.hand("hour"), self.hand("minute")
        if hour == minute:
            return True  # one on the other: swapped they show the same
        off = (
            minute * self.hours - hour
        ) % 1  # were the minute hand the hour hand: where the other should be
        return min(off, 1 - off) * 360 >= SWAPPED_DEG


Clocks = Mapping[str, Clock]


def find(clocks: Clocks, name: str) -> Clock:
    if name not in clocks:
        raise Unknown(f"there is no clock {name!r}")
    return clocks[name]


def find_analog(clocks: Clocks, name: str) -> Clock:
    clock = find(clocks, name)
    clock.need_analog()
    return clock


def find_readable(clocks: Clocks, name: str) -> Clock:
    """Return a clock whose time everybody would read alike."""
    clock = find(clocks, name)
    clock.need_time()
    return clock


def read_clocks(truth: Mapping[str, Any]) -> Clocks:
    """Raises Contradiction for a clock that cannot be."""
    try:
        return {name: _read_clock(name, told) for name, told in truth["clocks"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Contradiction(f"no clocks: {error!r}") from error


def _read_clock(name: str, told: Mapping[str, Any]) -> Clock:
    x, y = told["center"]
    clock = Clock(
        **{key: value for key, value in told.items() if key not in ("center", "hands", "written")},
        name=name,
        center=(int(x), int(y)),
        hands=dict(told.get("hands", {})),
        written=tuple(told.get("written", ())),
    )
    has_hour_and_minute = {"hour", "minute"} <= clock.hands.keys()
    alarm = clock.alarm or 0
    wrong = {
        "face": clock.face not in FACES,
        "hours": clock.hours not in (12, 24),
        "seconds": not 0 <= clock.seconds < clock.turn,
        "shows_seconds": not clock.shows_seconds and clock.seconds % MINUTE > 0,
        "radius": clock.radius < 1000,
        "hands": not clock.hands.keys() <= set(HANDS) or clock.is_analog != has_hour_and_minute,
        "second hand": clock.is_analog and clock.shows_seconds != ("second" in clock.hands),
        "alarm hand": (clock.alarm is not None) != ("alarm" in clock.hands),
        "alarm": not 0 <= alarm < clock.turn or alarm % (HOUR // 2) > 0,
        "numerals": clock.numerals not in NUMERALS or (clock.numerals == "none") == bool(clock.written),
        "written": sorted(set(clock.written) & set(range(1, clock.hours + 1))) != sorted(clock.written),
        "turned_deg": not 0 <= clock.turned_deg < 360,
    }
    if found := [key for key, is_wrong in wrong.items() if is_wrong]:
        raise Contradiction(f"{name} cannot be: {', '.join(found)}")
    return clock
