"""Where on a graph of motion what is: time, and the drawn quantity."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.kinematics.bodies import peak, turning
from vlcorpus.stages.verify.kinematics.motion import Motion, value_at
from vlcorpus.stages.verify.kinematics.pairs import equal_at
from vlcorpus.stages.verify.kinematics.polynomials import is_straight
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]


def _place(t: Fraction, value: Fraction) -> Place:
    return float(t), float(value)


def graph_at(motion: Motion, name: str, t: str) -> Place:
    time = motion.read(t, "time")
    return _place(time, value_at(motion.body(name).drawn, time))


def begin(motion: Motion, name: str) -> Place:
    first = motion.body(name).drawn[0]
    return _place(first.start, first.at(first.start))


def end(motion: Motion, name: str) -> Place:
    last = motion.body(name).drawn[-1]
    return _place(last.end, last.at(last.end))


def turning_point(motion: Motion, name: str) -> Place:
    body = motion.body(name)
    if motion.quantity == "acceleration":
        raise Unknown("an acceleration graph does not show where a body turns")
    time = turning(body)
    return _place(time, value_at(body.drawn, time))


def meeting(motion: Motion, one: str, other: str) -> Place:
    first, second = motion.pair(one, other)
    time = equal_at(first.drawn, second.drawn)
    return _place(time, value_at(first.drawn, time))


def highest(motion: Motion, name: str) -> Place:
    return _place(*peak(motion.body(name), is_lowest=False))


def lowest(motion: Motion, name: str) -> Place:
    return _place(*peak(motion.body(name), is_lowest=True))


def middle(motion: Motion, name: str, t1: str, t2: str) -> Place:
    start, stop = motion.read(t1, "time"), motion.read(t2, "time")
    for piece in motion.body(name).drawn:
        if (piece.start, piece.end) == (start, stop) and is_straight(piece.polynomial):
            half = (start + stop) / 2
            return _place(half, piece.at(half))
    raise Unknown("there is no straight piece between these times")
