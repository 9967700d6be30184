"""A number line while it is constructed: its scale, and what is marked on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from random import Random
from typing import TypeVar

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.numbers import decimal, steps

ChoiceT = TypeVar("ChoiceT")
_LETTERS, _BLANKS, _INTERVALS = "ABCDEFGHKLM", "pqr", "ST"
MAX_POINTS = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; None where it goes on without end."""

    left: Fraction | None
    right: Fraction | None
    left_closed: bool
    right_closed: bool
    level: int

    def holds(self, number: Fraction) -> bool:
        above = self.left is None or number > self.left or (number == self.left and self.left_closed)
        below = self.right is None or number < self.right or (number == self.right and self.right_closed)
        return above and below


@dataclass
class Line:
    """What additions change."""

    random: Random
    notation: str
    low: Fraction
    high: Fraction
    step: Fraction
    labels: list[Fraction]
    blanks: dict[str, Fraction] = field(default_factory=dict)
    points: dict[str, Fraction] = field(default_factory=dict)
    intervals: dict[str, Interval] = field(default_factory=dict)
    jumps: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def copy(self) -> Line:
        """Return one that can be added to while this one stays. Both draw from one random stream."""
        changed = ("labels", "blanks", "points", "intervals", "jumps", "steps")
        grown = {f.name: getattr(self, f.name).copy() for f in fields(self) if f.name in changed}
        return replace(self, **grown)

    @property
    def ticks(self) -> list[Fraction]:
        return list(steps(self.low, self.high, self.step))

    def write(self, number: Fraction) -> str:
        """Return a number as this line writes it. Raises Unfit where it cannot."""
        text = str(number) if self.notation == "fraction" else decimal(number)
        if text is None or (self.notation == "integer" and number.denominator != 1):
            raise Unfit("the line cannot write the number")
        return text

    def can_write(self, number: Fraction) -> bool:
        try:
            self.write(number)
        except Unfit:
            return False
        return True

    def holds(self, number: Fraction) -> bool:
        return self.low <= number <= self.high

    def add_point(self, number: Fraction) -> str:
        if not self.holds(number) or number in self.points.values() or len(self.points) == MAX_POINTS:
            raise Unfit("the point is taken, or is not on the line")
        self.write(number)
        name = self.random.choice([letter for letter in _LETTERS if letter not in self.points])
        self.points[name] = number
        return name

    def add_blank(self, number: Fraction) -> None:
        """Write a letter under a tick in place of its number."""
        if number in self.blanks.values() or len(self.blanks) == len(_BLANKS):
            raise Unfit("the tick has a letter")
        if number in self.labels:
            self.labels.remove(number)
        self.blanks[_BLANKS[len(self.blanks)]] = number

    def add_interval(self, left: Fraction | None, right: Fraction | None) -> None:
        """Draw an interval; whether its ends belong to it is drawn at random."""
        if len(self.intervals) == len(_INTERVALS):
            raise Unfit("there are enough intervals")
        level = len(self.intervals) + (1 if self.points or self.intervals else self.random.randint(0, 1))
        closed = [end is not None and self.random.random() < 0.5 for end in (left, right)]
        self.intervals[_INTERVALS[len(self.intervals)]] = Interval(left, right, closed[0], closed[1], level)

    def pick(self, choices: Sequence[ChoiceT], why: str) -> ChoiceT:
        """Return one of them. Raises Unfit where there is none, and says why."""
        if not choices:
            raise Unfit(why)
        return self.random.choice(choices)

    def bounds(self, interval: Interval) -> Iterator[Fraction]:
        yield from (end for end in (interval.left, interval.right) if end is not None)
