"""Motions as the truth tells them: position, velocity and acceleration, as far as they follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Any

from vlcorpus.schemas.stem.kinematics import QUANTITIES
from vlcorpus.stages.verify.decimals import read_decimal, write_decimal
from vlcorpus.stages.verify.kinematics.polynomials import Polynomial, area, at, slope
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

MAX_DECIMALS = 3


@dataclass(frozen=True)
class Piece:
    """A polynomial of s = t - start, from start to end."""

    start: Fraction
    end: Fraction
    polynomial: Polynomial

    @property
    def length(self) -> Fraction:
        return self.end - self.start

    def at(self, t: Fraction) -> Fraction:
        return at(self.polynomial, t - self.start)

    def slope(self) -> Piece:
        return Piece(self.start, self.end, slope(self.polynomial))


Curve = tuple[Piece, ...]


@dataclass(frozen=True)
class Body:
    name: str
    color: str | None
    quantity: str
    drawn: Curve
    position: Fraction | None  # when the graph begins
    velocity: Fraction | None

    @property
    def start(self) -> Fraction:
        return self.drawn[0].start

    @property
    def end(self) -> Fraction:
        return self.drawn[-1].end

    @cached_property
    def accelerations(self) -> Curve:
        return self.drawn if self.quantity == "acceleration" else tuple(p.slope() for p in self.velocities)

    @cached_property
    def velocities(self) -> Curve:
        """Raises Unknown where it takes more than the graph tells."""
        if self.quantity == "acceleration":
            if self.velocity is None:
                raise Unknown(f"nothing tells how fast {self.name} is at first")
            return integrated(self.drawn, self.velocity)
        return self.drawn if self.quantity == "velocity" else tuple(p.slope() for p in self.drawn)

    @cached_property
    def ways(self) -> Curve:
        """Return positions from where the body is at first."""
        return self.drawn if self.quantity == "position" else integrated(self.velocities, Fraction(0))

    @cached_property
    def positions(self) -> Curve:
        if self.quantity == "position":
            return self.drawn
        if self.position is None:
            raise Unknown(f"nothing tells where {self.name} is at first")
        return integrated(self.velocities, self.position)


def integrated(curve: Curve, start: Fraction) -> Curve:
    found = []
    for piece in curve:
        found.append(Piece(piece.start, piece.end, area(piece.polynomial, start)))
        start = found[-1].at(piece.end)
    return tuple(found)


def value_at(curve: Curve, t: Fraction) -> Fraction:
    """Return the value at a time. Raises Unknown where it differs before and after it, and outside."""
    values = {piece.at(t) for piece in curve if piece.start <= t <= piece.end}
    if len(values) != 1:
        raise Unknown("there is no single value at this time")
    return values.pop()


def cut(curve: Curve, t1: Fraction, t2: Fraction) -> list[tuple[Piece, Fraction, Fraction]]:
    """Return the pieces between two times, each with from where to where it counts."""
    if not curve[0].start <= t1 < t2 <= curve[-1].end:
        raise Unknown("this span is not drawn")
    parts = [(piece, max(piece.start, t1), min(piece.end, t2)) for piece in curve]
    return [(piece, start, end) for piece, start, end in parts if start < end]


@dataclass(frozen=True)
class Motion:
    quantity: str
    time: str  # its unit
    length: str
    bodies: Mapping[str, Body]

    def body(self, name: str) -> Body:
        if name not in self.bodies:
            raise Unknown(f"there is no body {name!r}")
        return self.bodies[name]

    def pair(self, one: str, other: str) -> tuple[Body, Body]:
        if one == other:
            raise Unknown("a body is compared with itself")
        return self.body(one), self.body(other)

    def unit(self, quantity: str) -> str:
        return {
            "time": self.time,
            "position": self.length,
            "velocity": f"{self.length}/{self.time}",
            "acceleration": f"{self.length}/{self.time}²",
        }[quantity]

    def write(self, number: Fraction, quantity: str) -> str:
        return f"{write_decimal(number, MAX_DECIMALS)} {self.unit(quantity)}"

    def read(self, text: str, quantity: str) -> Fraction:
        unit = f" {self.unit(quantity)}"
        if not text.endswith(unit):
            raise Unknown(f"{text!r} is not in{unit}")
        return read_decimal(text.removesuffix(unit), MAX_DECIMALS)

    def span(self, start: Fraction, end: Fraction) -> str:
        """Return a span of time: `2-5 s`."""
        first, last = (write_decimal(t, MAX_DECIMALS) for t in (start, end))
        return f"{first}-{last} {self.time}"


def read_motion(truth: Mapping[str, Any]) -> Motion:
    """Raises Contradiction for a graph that cannot be."""
    try:
        quantity, units = truth["quantity"], truth["units"]
        starts = truth.get("start") or {}
        bodies = {
            name: _body(name, told, quantity, starts.get(name) or {})
            for name, told in truth["bodies"].items()
        }
        motion = Motion(quantity, units["time"], units["length"], bodies)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise Contradiction(f"no graph of motion: {error!r}") from error
    _check(motion)
    return motion


def _body(name: str, told: Mapping[str, Any], quantity: str, start: Mapping[str, str]) -> Body:
    pieces = tuple(
        Piece(Fraction(one["from"]), Fraction(one["to"]), tuple(map(Fraction, one["coefficients"])))
        for one in told["pieces"]
    )
    position, velocity = (
        None if start.get(what) is None else Fraction(start[what]) for what in ("position", "velocity")
    )
    return Body(name, told.get("color"), quantity, pieces, position, velocity)


def _check(motion: Motion) -> None:
    if motion.quantity not in QUANTITIES:
        raise Contradiction(f"no quantity {motion.quantity!r}")
    if not motion.bodies or not all(body.drawn for body in motion.bodies.values()):
        raise Contradiction("nothing is drawn")
    if len({(body.start, body.end) for body in motion.bodies.values()}) > 1:
        raise Contradiction("bodies do not begin and end together")
    for body in motion.bodies.values():
        for piece in body.drawn:
            if piece.length <= 0 or len(piece.polynomial) > 3:
                raise Contradiction(f"a piece of {body.name} has no length, or is no parabola")
            if motion.quantity == "acceleration" and any(piece.polynomial[1:]):
                raise Contradiction(f"the acceleration of {body.name} is not constant in a piece")
        for before, after in pairwise(body.drawn):
            if before.end != after.start:
                raise Contradiction(f"the pieces of {body.name} do not follow each other")
            if motion.quantity != "acceleration" and before.at(before.end) != after.at(after.start):
                raise Contradiction(f"the {motion.quantity} of {body.name} jumps")
