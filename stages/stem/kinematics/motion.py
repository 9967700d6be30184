"""Motions of bodies: a quantity over time, piece by piece, each constant, straight or a parabola."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.numbers import decimal

Time = Fraction
SLOPES = {"position": 0, "velocity": 1, "acceleration": 2}  # how often position is differentiated


@dataclass(frozen=True, slots=True)
class Piece:
    """A quantity from one time to another: c0 + c1 s + c2 s² with s the time since its beginning."""

    start: Time
    end: Time
    coefficients: tuple[Fraction, Fraction, Fraction]

    def at(self, time: Time) -> Fraction:
        s = time - self.start
        c0, c1, c2 = self.coefficients
        return c0 + c1 * s + c2 * s * s

    @property
    def slope(self) -> Piece:
        _, c1, c2 = self.coefficients
        return Piece(self.start, self.end, (c1, 2 * c2, Fraction(0)))

    @property
    def is_straight(self) -> bool:
        return self.coefficients[2] == 0

    @property
    def turn(self) -> Time | None:
        """Return the time inside at which a parabola turns."""
        _, c1, c2 = self.coefficients
        time = self.start - c1 / (2 * c2) if c2 else None
        return time if time is not None and self.start < time < self.end else None

    def zero(self) -> Time | None:
        """Return the time inside at which a straight line that is not level is 0."""
        c0, c1, c2 = self.coefficients
        if c2 or not c1:
            return None
        time = self.start - c0 / c1
        return time if self.start < time < self.end else None

    def area(self, start: Time, end: Time) -> Fraction:
        """Return the area under a straight piece between two times of it."""
        return (self.at(start) + self.at(end)) * (end - start) / 2


@dataclass(frozen=True, slots=True)
class Motion:
    """What a body does, told by its position, velocity or acceleration."""

    quantity: str
    pieces: tuple[Piece, ...]
    color: str | None = None

    @property
    def start(self) -> Time:
        return self.pieces[0].start

    @property
    def end(self) -> Time:
        return self.pieces[-1].end

    @property
    def times(self) -> list[Time]:
        """Return when pieces begin, and when the last one ends."""
        return [piece.start for piece in self.pieces] + [self.end]

    def around(self, time: Time) -> list[Piece]:
        """Return the pieces that a time belongs to: two at a joint."""
        return [piece for piece in self.pieces if piece.start <= time <= piece.end]

    def drawn(self, time: Time) -> Fraction | None:
        """Return the drawn quantity; None at a jump."""
        values = {piece.at(time) for piece in self.around(time)}
        return values.pop() if len(values) == 1 else None

    def level(self, quantity: str, time: Time) -> Fraction | None:
        """Return a quantity that is drawn, or is a slope of it; None where it is no one number."""
        order = SLOPES[quantity] - SLOPES[self.quantity]
        if order < 0:
            return None
        pieces = self.around(time)
        for _ in range(order):
            pieces = [piece.slope for piece in pieces]
        values = {piece.at(time) for piece in pieces}
        return values.pop() if len(values) == 1 else None

    @property
    def velocities(self) -> tuple[Piece, ...]:
        """Return the pieces of the velocity, of a motion told by its position or its velocity."""
        if self.quantity == "position":
            return tuple(piece.slope for piece in self.pieces)
        if self.quantity == "velocity":
            return self.pieces
        raise ValueError("an acceleration alone tells no velocity")

    def displacement(self, start: Time, end: Time) -> Fraction:
        return sum((area for area in self._areas(start, end)), Fraction(0))

    def distance(self, start: Time, end: Time) -> Fraction:
        return sum((abs(area) for area in self._areas(start, end)), Fraction(0))

    def _areas(self, start: Time, end: Time) -> Iterator[Fraction]:
        """Yield the ways between two times, each in one direction."""
        for piece in self.velocities:
            low, high = max(start, piece.start), min(end, piece.end)
            if low >= high:
                continue
            zero = piece.zero()
            cuts = [low, *([zero] if zero is not None and low < zero < high else []), high]
            for a, b in pairwise(cuts):
                yield piece.area(a, b)

    def turnings(self) -> list[Time]:
        """Return when the direction of motion changes."""
        found: list[Time] = []
        before = 0
        for piece in self.velocities:
            zero = piece.zero()
            cuts = [piece.start, *([] if zero is None else [zero]), piece.end]
            for a, b in pairwise(cuts):
                middle = piece.at((a + b) / 2)
                sign = (middle > 0) - (middle < 0)
                if before and sign and sign != before:
                    found.append(a)
                before = sign or before
        return found

    @property
    def rest(self) -> Time:
        """Return how long the body rests in all."""
        still = [piece for piece in self.velocities if not any(piece.coefficients)]
        return sum((piece.end - piece.start for piece in still), Fraction(0))


def written(number: Fraction, unit: str) -> str:
    """Return `2.5 m/s`. Raises Unfit where the number takes too many decimals."""
    text = decimal(number)
    if text is None:
        raise Unfit("a number has too many decimals")
    return f"{text} {unit}"
