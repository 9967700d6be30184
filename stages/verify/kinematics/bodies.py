"""What can be said of a body over all of the time, and of the graph."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.kinematics.motion import Body, Motion, Piece
from vlcorpus.stages.verify.kinematics.polynomials import (
    extremes,
    is_straight,
    is_zero,
    minus,
    roots,
    sign_inside,
)
from vlcorpus.stages.verify.oracle import Unknown


def quantity(motion: Motion, what: str) -> str:
    if what != "graph":
        raise Unknown(f"it is asked of the graph, not of {what!r}")
    return motion.quantity


def end(motion: Motion, what: str) -> str:
    if what != "time":
        raise Unknown(f"it is asked of the time, not of {what!r}")
    body = next(iter(motion.bodies.values()))
    return motion.write(body.end - body.start, "time")


def count(motion: Motion, what: str) -> str:
    if what != "bodies":
        raise Unknown(f"nothing says what {what!r} are")
    return str(len(motion.bodies))


def color(motion: Motion, name: str) -> str:
    found = motion.body(name).color
    if not found:
        raise Unknown(f"{name} has no colour of its own")
    return found


def stages(motion: Motion, name: str) -> str:
    return str(len(motion.body(name).drawn))


def rest_time(motion: Motion, name: str) -> str:
    rests = [piece.length for piece in motion.body(name).velocities if is_zero(piece.polynomial)]
    return motion.write(sum(rests, Fraction(0)), "time")


def turning_time(motion: Motion, name: str) -> str:
    return motion.write(turning(motion.body(name)), "time")


def turning(body: Body) -> Fraction:
    """Return the only moment at which the velocity changes its sign. Raises Unknown for a rest between."""
    moves = [(piece, sign) for piece, sign in _signs(body) if sign or is_zero(piece.polynomial)]
    changes, last, rested = [], 0, False
    for piece, sign in moves:
        if not sign:
            rested = bool(last)
            continue
        if last and sign != last:
            changes.append(None if rested else piece.start)
        last, rested = sign, False
    if len(changes) != 1 or changes[0] is None:
        raise Unknown(f"{body.name} does not turn just once, or rests where it turns")
    return changes[0]


def _signs(body: Body) -> Iterator[tuple[Piece, int]]:
    """Yield parts of the velocity in which it has one sign; a part begins where the piece's start says."""
    for piece in body.velocities:
        sign = sign_inside(piece.polynomial, piece.length)
        if sign is not None:
            yield piece, sign
            continue
        zeros = [s for s in roots(piece.polynomial, piece.length) if 0 < s < piece.length]
        marks = [Fraction(0), *zeros, piece.length]
        for start, stop in itertools.pairwise(marks):
            middle = piece.at(piece.start + (start + stop) / 2)
            yield Piece(piece.start + start, piece.start + stop, (middle,)), 1 if middle > 0 else -1


def reaches(motion: Motion, name: str, value: str) -> str:
    if motion.quantity == "acceleration":
        raise Unknown("an acceleration jumps from value to value")
    wanted = motion.read(value, motion.quantity)
    return motion.write(only_time(motion.body(name).drawn, (wanted,)), "time")


def only_time(curve: tuple[Piece, ...], level: tuple[Fraction, ...]) -> Fraction:
    times = {piece.start + s for piece in curve for s in roots(minus(piece.polynomial, level), piece.length)}
    if len(times) != 1:
        raise Unknown(f"it is so at {len(times)} times")
    return times.pop()


def highest(motion: Motion, name: str) -> str:
    return motion.write(max(_values(motion.body(name)).values()), motion.quantity)


def lowest(motion: Motion, name: str) -> str:
    return motion.write(min(_values(motion.body(name)).values()), motion.quantity)


def _values(body: Body) -> dict[tuple[int, Fraction], Fraction]:
    """Return the drawn quantity where it may be greatest or least, by the number of the piece and time."""
    return {
        (number, piece.start + s): piece.at(piece.start + s)
        for number, piece in enumerate(body.drawn)
        for s in extremes(piece.polynomial, piece.length)
    }


def peak(body: Body, *, is_lowest: bool) -> tuple[Fraction, Fraction]:
    """Return time and value of the only highest, or lowest, point of a graph."""
    values = _values(body)
    best = (min if is_lowest else max)(values.values())
    times = {t for (_, t), value in values.items() if value == best}
    if len(times) != 1:
        raise Unknown("there are several such points")
    return times.pop(), best


def fastest_span(motion: Motion, name: str) -> str:
    return _steepest(motion, name, "position")


def steepest_span(motion: Motion, name: str) -> str:
    return _steepest(motion, name, "velocity")


def _steepest(motion: Motion, name: str, drawn: str) -> str:
    body = motion.body(name)
    if motion.quantity != drawn or not all(is_straight(piece.polynomial) for piece in body.drawn):
        raise Unknown(f"it is asked of {drawn} graphs of straight pieces")
    slopes = [abs(piece.slope().polynomial[0]) for piece in body.drawn]
    if slopes.count(max(slopes)) != 1:
        raise Unknown("several pieces are as steep")
    piece = body.drawn[slopes.index(max(slopes))]
    return motion.span(piece.start, piece.end)


def returns(motion: Motion, name: str) -> str:
    ways = motion.body(name).ways
    return truth_value(ways[0].at(ways[0].start) == ways[-1].at(ways[-1].end))
