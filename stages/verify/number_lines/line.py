"""A number line as the truth tells it, and how it writes numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from vlcorpus.schemas.stem.number_lines import NOTATIONS
from vlcorpus.stages.verify.decimals import write_decimal
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@dataclass(frozen=True)
class Interval:
    """An end that is None is without end."""

    left: Fraction | None
    right: Fraction | None
    left_closed: bool
    right_closed: bool
    level: Fraction = Fraction(0)

    def holds(self, number: Fraction) -> bool:
        after = self.left is None or self.left < number or (self.left == number and self.left_closed)
        before = self.right is None or number < self.right or (number == self.right and self.right_closed)
        return after and before

    def ends(self) -> tuple[Fraction, Fraction]:
        """Raises Unknown for one that is without end."""
        if self.left is None or self.right is None:
            raise Unknown("the interval is without end")
        return self.left, self.right


@dataclass(frozen=True)
class Line:
    notation: str
    low: Fraction
    high: Fraction
    step: Fraction
    labels: tuple[Fraction, ...]
    blanks: Mapping[str, Fraction]
    points: Mapping[str, Fraction]
    intervals: Mapping[str, Interval]
    jumps: tuple[tuple[Fraction, Fraction], ...]

    def write(self, number: Fraction) -> str:
        """Return the number as this line writes it. Raises Unknown for one that it cannot write."""
        if number.denominator == 1 or self.notation == "fraction":
            return str(number)
        if self.notation == "integer":
            raise Unknown(f"{number} is no integer")
        return write_decimal(number)

    def read(self, text: str) -> Fraction:
        """Return the number that a text of this line means. Raises Unknown for what is none."""
        try:
            number = Fraction(text)
        except (ValueError, ZeroDivisionError):
            raise Unknown(f"{text!r} is no number") from None
        if self.write(number) != text:
            raise Unknown(f"{text!r} is not how this line writes numbers")
        return number

    def point(self, name: str) -> Fraction:
        if name not in self.points:
            raise Unknown(f"there is no point {name!r}")
        return self.points[name]

    def interval(self, name: str) -> Interval:
        if name not in self.intervals:
            raise Unknown(f"there is no interval {name!r}")
        return self.intervals[name]

    def jump(self, number: str) -> tuple[Fraction, Fraction]:
        """Return where jump number n, from 1, begins and ends."""
        if not (number.isascii() and number.isdecimal() and 1 <= int(number) <= len(self.jumps)):
            raise Unknown(f"there is no jump {number!r}")
        return self.jumps[int(number) - 1]

    def on_line(self, number: Fraction) -> Fraction:
        if not self.low <= number <= self.high:
            raise Unknown(f"{number} is beyond the ticks")
        return number

    def all_jumps(self) -> tuple[tuple[Fraction, Fraction], ...]:
        if not self.jumps:
            raise Unknown("there are no jumps")
        return self.jumps


def read_line(truth: Mapping[str, Any]) -> Line:
    """Raises Contradiction for a line that cannot be."""
    try:
        line = Line(
            truth["notation"],
            low=Fraction(truth["low"]),
            high=Fraction(truth["high"]),
            step=Fraction(truth["step"]),
            labels=tuple(map(Fraction, truth["labels"])),
            blanks={name: Fraction(number) for name, number in truth["blanks"].items()},
            points={name: Fraction(number) for name, number in truth["points"].items()},
            intervals={name: _interval(told) for name, told in truth["intervals"].items()},
            jumps=tuple((Fraction(start), Fraction(end)) for start, end in truth["jumps"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise Contradiction(f"no number line: {error!r}") from error
    _check(line)
    return line


def _interval(told: Mapping[str, Any]) -> Interval:
    left, right = (None if told[side] is None else Fraction(told[side]) for side in ("left", "right"))
    return Interval(left, right, told["left_closed"], told["right_closed"], Fraction(told["level"]))


def _check(line: Line) -> None:
    if line.notation not in NOTATIONS:
        raise Contradiction(f"no notation {line.notation!r}")
    if line.step <= 0 or line.low >= line.high or (line.high - line.low) % line.step:
        raise Contradiction("the ticks do not end at the last one")
    for number in (*line.labels, *line.blanks.values()):
        if (number - line.low) % line.step or not line.low <= number <= line.high:
            raise Contradiction(f"{number} is no tick")
    for name, number in line.points.items():
        if (number - line.low) % (line.step / 2) or not line.low <= number <= line.high:
            raise Contradiction(f"point {name} lies neither on a tick nor halfway between two")
    for name, interval in line.intervals.items():
        if (interval.left is None and interval.left_closed) or (
            interval.right is None and interval.right_closed
        ):
            raise Contradiction(f"interval {name} is closed where it is without end")
        if interval.left is not None and interval.right is not None and interval.left >= interval.right:
            raise Contradiction(f"interval {name} ends before it begins")
    for (_, before), (after, _) in pairwise(line.jumps):
        if before != after:
            raise Contradiction("a jump begins elsewhere than the one before it ended")
    if any(start == end for start, end in line.jumps):
        raise Contradiction("a jump leads nowhere")
