"""What can be said of two bodies."""

from __future__ import annotations

import itertools
from fractions import Fraction

from vlcorpus.stages.verify.kinematics.bodies import only_time
from vlcorpus.stages.verify.kinematics.motion import Curve, Motion, Piece, value_at
from vlcorpus.stages.verify.kinematics.polynomials import minus, shifted
from vlcorpus.stages.verify.kinematics.spans import velocity_at, way
from vlcorpus.stages.verify.oracle import Unknown


def _more(one: str, other: str, first: Fraction, second: Fraction) -> str:
    if first == second:
        raise Unknown(f"{one} and {other} are equal in it")
    return one if first > second else other


def faster(motion: Motion, one: str, other: str, t: str) -> str:
    time = motion.read(t, "time")
    return _more(one, other, *(abs(velocity_at(body, time)) for body in motion.pair(one, other)))


def ahead(motion: Motion, one: str, other: str, t: str) -> str:
    time = motion.read(t, "time")
    return _more(one, other, *(value_at(body.positions, time) for body in motion.pair(one, other)))


def gap(motion: Motion, one: str, other: str, t: str) -> str:
    time = motion.read(t, "time")
    first, second = (value_at(body.positions, time) for body in motion.pair(one, other))
    return motion.write(abs(first - second), "position")


def farther(motion: Motion, one: str, other: str) -> str:
    pair = motion.pair(one, other)
    return _more(one, other, *(way(body, body.start, body.end) for body in pair))


def meet_time(motion: Motion, one: str, other: str) -> str:
    return motion.write(_meeting(motion, one, other), "time")


def meet_position(motion: Motion, one: str, other: str) -> str:
    place = value_at(motion.body(one).positions, _meeting(motion, one, other))
    return motion.write(place, "position")


def _meeting(motion: Motion, one: str, other: str) -> Fraction:
    first, second = motion.pair(one, other)
    return equal_at(first.positions, second.positions)


def equal_velocity_time(motion: Motion, one: str, other: str) -> str:
    if motion.quantity != "velocity":
        raise Unknown("it is asked of velocity graphs")
    first, second = motion.pair(one, other)
    return motion.write(equal_at(first.drawn, second.drawn), "time")


def equal_at(one: Curve, other: Curve) -> Fraction:
    """Return the only time at which two curves have one value."""
    times = sorted({t for piece in (*one, *other) for t in (piece.start, piece.end)})
    differences = [
        Piece(start, end, minus(_from(one, start, end), _from(other, start, end)))
        for start, end in itertools.pairwise(times)
    ]
    return only_time(tuple(differences), (Fraction(0),))


def _from(curve: Curve, start: Fraction, end: Fraction) -> tuple[Fraction, ...]:
    """Return the polynomial of a part of a piece, by the time since the part begins."""
    piece = next(piece for piece in curve if piece.start <= start and end <= piece.end)
    return shifted(piece.polynomial, start - piece.start)
