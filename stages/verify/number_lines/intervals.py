"""What can be said of the intervals on a number line."""

from __future__ import annotations

import math
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.number_lines import EMPTY
from vlcorpus.stages.verify.number_lines.line import Interval, Line
from vlcorpus.stages.verify.oracle import Unknown


def interval(line: Line, name: str) -> str:
    return _written(line, line.interval(name))


def _written(line: Line, told: Interval) -> str:
    left = "(-∞" if told.left is None else f"{'[' if told.left_closed else '('}{line.write(told.left)}"
    right = "+∞)" if told.right is None else f"{line.write(told.right)}{']' if told.right_closed else ')'}"
    return f"{left}, {right}"


def inequality(line: Line, name: str) -> str:
    told = line.interval(name)
    if told.left is not None and told.right is not None:
        below, above = ("≤" if closed else "<" for closed in (told.left_closed, told.right_closed))
        return f"{line.write(told.left)} {below} x {above} {line.write(told.right)}"
    if told.left is not None:
        return f"x {'≥' if told.left_closed else '>'} {line.write(told.left)}"
    if told.right is not None:
        return f"x {'≤' if told.right_closed else '<'} {line.write(told.right)}"
    raise Unknown(f"{name} is all of the line")


def end(line: Line, name: str, side: str) -> str:
    return line.write(the_end(line, name, side))


def the_end(line: Line, name: str, side: str) -> Fraction:
    told = line.interval(name)
    if side not in ("left", "right"):
        raise Unknown(f"{side!r} is no side")
    found = told.left if side == "left" else told.right
    if found is None:
        raise Unknown(f"{name} is without end on the {side}")
    return found


def closed(line: Line, name: str, side: str) -> str:
    """Where there is no end, none belongs to the interval, and none does not."""
    the_end(line, name, side)
    told = line.interval(name)
    return truth_value(told.left_closed if side == "left" else told.right_closed)


def includes(line: Line, name: str, text: str) -> str:
    return truth_value(line.interval(name).holds(line.read(text)))


def contains(line: Line, name: str, point: str) -> str:
    return truth_value(line.interval(name).holds(line.point(point)))


def bounded(line: Line, name: str) -> str:
    told = line.interval(name)
    return truth_value(told.left is not None and told.right is not None)


def length(line: Line, name: str) -> str:
    left, right = line.interval(name).ends()
    return line.write(right - left)


def integers(line: Line, name: str) -> str:
    left, right = (told := line.interval(name)).ends()
    return str(sum(told.holds(Fraction(n)) for n in range(math.floor(left), math.ceil(right) + 1)))


def least_integer(line: Line, name: str) -> str:
    told, left = line.interval(name), the_end(line, name, "left")
    return _integer(told, math.ceil(left), 1)


def greatest_integer(line: Line, name: str) -> str:
    told, right = line.interval(name), the_end(line, name, "right")
    return _integer(told, math.floor(right), -1)


def _integer(told: Interval, first: int, step: int) -> str:
    """Return the first integer that belongs to it: the one at its end, or the next."""
    for number in (first, first + step):
        if told.holds(Fraction(number)):
            return str(number)
    raise Unknown("no integer belongs to it")


def overlap(line: Line, one: str, other: str) -> str:
    shared = _shared(line.interval(one), line.interval(other))
    if shared.left is None or shared.right is None or shared.left < shared.right:
        return _written(line, shared)
    if shared.left == shared.right and shared.left_closed and shared.right_closed:
        raise Unknown(f"{one} and {other} share a single number")
    return EMPTY


def _shared(one: Interval, other: Interval) -> Interval:
    """Return the later left end and the earlier right one; of two that are equal, the open one."""
    lefts = [(told.left, not told.left_closed) for told in (one, other) if told.left is not None]
    rights = [(told.right, told.right_closed) for told in (one, other) if told.right is not None]
    left, left_open = max(lefts) if lefts else (None, True)
    right, right_closed = min(rights) if rights else (None, False)
    return Interval(left, right, not left_open, right_closed)


def union(line: Line, one: str, other: str) -> str:
    first, second = line.interval(one), line.interval(other)
    shared = _shared(first, second)
    if shared.left is not None and shared.right is not None:
        has_gap = shared.left > shared.right
        lacks_one = shared.left == shared.right and not (
            first.holds(shared.left) or second.holds(shared.left)
        )
        if has_gap or lacks_one:
            raise Unknown(f"{one} and {other} make up no single interval")
    return _written(line, _joined(first, second))


def _joined(one: Interval, other: Interval) -> Interval:
    """Return the earlier left end and the later right one; of two that are equal, the closed one."""
    lefts = [(told.left, not told.left_closed) for told in (one, other) if told.left is not None]
    rights = [(told.right, told.right_closed) for told in (one, other) if told.right is not None]
    left, left_open = min(lefts) if len(lefts) == 2 else (None, True)
    right, right_closed = max(rights) if len(rights) == 2 else (None, False)
    return Interval(left, right, not left_open, right_closed)
