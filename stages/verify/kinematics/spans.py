"""What can be said of a body during a span of time, or at a time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from vlcorpus.stages.verify.kinematics.motion import Body, Curve, Motion, Piece, cut, value_at
from vlcorpus.stages.verify.kinematics.polynomials import is_constant, is_zero, roots, shifted, sign_inside
from vlcorpus.stages.verify.oracle import Unknown


def position(motion: Motion, name: str, t: str) -> str:
    return motion.write(value_at(motion.body(name).positions, motion.read(t, "time")), "position")


def velocity(motion: Motion, name: str, t: str) -> str:
    return motion.write(velocity_at(motion.body(name), motion.read(t, "time")), "velocity")


def velocity_at(body: Body, t: Fraction) -> Fraction:
    return value_at(body.velocities, t)


def acceleration(motion: Motion, name: str, t: str) -> str:
    """Where the velocity jumps, there is none, whatever it is before and after."""
    body, time = motion.body(name), motion.read(t, "time")
    if body.quantity != "acceleration":
        velocity_at(body, time)
    return motion.write(value_at(body.accelerations, time), "acceleration")


def _on_span(
    measure: Callable[[Body, Fraction, Fraction], Fraction], quantity: str
) -> Callable[[Motion, str, str, str], str]:
    def tell(motion: Motion, name: str, t1: str, t2: str) -> str:
        start, end = motion.read(t1, "time"), motion.read(t2, "time")
        return motion.write(measure(motion.body(name), start, end), quantity)

    return tell


def _change(curve: Curve, t1: Fraction, t2: Fraction) -> Fraction:
    parts = cut(curve, t1, t2)
    return sum((piece.at(end) - piece.at(start) for piece, start, end in parts), Fraction(0))


def way(body: Body, t1: Fraction, t2: Fraction) -> Fraction:
    """Return the length of the way: from each moment to the next at which the body stands still."""
    total = Fraction(0)
    for (piece, start, end), (placed, _, _) in zip(
        cut(body.velocities, t1, t2), cut(body.ways, t1, t2), strict=True
    ):
        moments = [start, *(t for t in _stops(piece) if start < t < end), end]
        total += sum((abs(placed.at(b) - placed.at(a)) for a, b in pairwise(moments)), Fraction(0))
    return total


def _stops(piece: Piece) -> list[Fraction]:
    """Return when a velocity is zero in a piece; none where it has one sign throughout, or is zero."""
    if sign_inside(piece.polynomial, piece.length) is not None:
        return []
    return [piece.start + s for s in roots(piece.polynomial, piece.length)]


def _velocity_change(body: Body, t1: Fraction, t2: Fraction) -> Fraction:
    match body.quantity:
        case "velocity":
            return _change(body.drawn, t1, t2)
        case "acceleration":
            parts = cut(body.drawn, t1, t2)
            return sum((piece.polynomial[0] * (end - start) for piece, start, end in parts), Fraction(0))
        case _:
            raise Unknown("the velocity is not what is drawn, nor what its slope is")


displacement = _on_span(lambda body, t1, t2: _change(body.ways, t1, t2), "position")
distance = _on_span(way, "position")
average_velocity = _on_span(lambda body, t1, t2: _change(body.ways, t1, t2) / (t2 - t1), "velocity")
average_speed = _on_span(lambda body, t1, t2: way(body, t1, t2) / (t2 - t1), "velocity")
velocity_change = _on_span(_velocity_change, "velocity")


def _parts(motion: Motion, name: str, t1: str, t2: str) -> list[Piece]:
    """Return the velocity between two times, each part as a piece of its own."""
    start, end = motion.read(t1, "time"), motion.read(t2, "time")
    return [
        Piece(begin, stop, shifted(piece.polynomial, begin - piece.start))
        for piece, begin, stop in cut(motion.body(name).velocities, start, end)
    ]


def kind_of_motion(motion: Motion, name: str, t1: str, t2: str) -> str:
    parts = _parts(motion, name, t1, t2)
    if any(before.at(before.end) != after.at(after.start) for before, after in pairwise(parts)):
        raise Unknown("the velocity jumps")
    kinds = {_kind(part) for part in parts}
    if len(kinds) != 1:
        raise Unknown("it does not move in one way throughout")
    return kinds.pop()


def _kind(part: Piece) -> str:
    if is_zero(part.polynomial):
        return "at rest"
    if is_constant(part.polynomial):
        return "constant velocity"
    moves = sign_inside(part.polynomial, part.length)
    pushed = sign_inside(part.slope().polynomial, part.length)
    if not moves or not pushed:
        raise Unknown("it does not move in one way throughout")
    return "speeding up" if moves == pushed else "slowing down"


def direction(motion: Motion, name: str, t1: str, t2: str) -> str:
    parts = _parts(motion, name, t1, t2)
    signs = {sign_inside(part.polynomial, part.length) for part in parts}
    stops = [
        before for before, after in pairwise(parts) if not before.at(before.end) or not after.at(after.start)
    ]
    if len(signs) != 1 or stops or not (sign := signs.pop()):
        raise Unknown("it does not move in one direction throughout")
    return "forward" if sign > 0 else "backward"
