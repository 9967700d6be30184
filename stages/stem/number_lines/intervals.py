"""What can be said of intervals on a number line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.number_lines import EMPTY, SIDES
from vlcorpus.stages.stem.number_lines.facts import near_counts, near_numbers
from vlcorpus.stages.stem.number_lines.line import Interval, Line


def interval_claims(line: Line) -> Iterator[Claim]:
    for name, interval in line.intervals.items():
        yield from _one(line, name, interval)
    for one, other in combinations(line.intervals, 2):
        yield from _two(line, one, other)


def written(line: Line, interval: Interval) -> str:
    """Return `[-2, 3)`."""
    left = "-∞" if interval.left is None else line.write(interval.left)
    right = "+∞" if interval.right is None else line.write(interval.right)
    return f"{'[' if interval.left_closed else '('}{left}, {right}{']' if interval.right_closed else ')'}"


def inequality(line: Line, interval: Interval) -> str:
    """Return `-2 ≤ x < 3`, `x > 3`."""
    if interval.left is not None and interval.right is not None:
        left = f"{line.write(interval.left)} {'≤' if interval.left_closed else '<'} x"
        return f"{left} {'≤' if interval.right_closed else '<'} {line.write(interval.right)}"
    if interval.right is not None:
        return f"x {'≤' if interval.right_closed else '<'} {line.write(interval.right)}"
    return f"x {'≥' if interval.left_closed else '>'} {line.write(interval.left or Fraction(0))}"


def overlap(one: Interval, other: Interval) -> Interval | None:
    """Return what two intervals share; None for nothing, and for a single number."""
    left, left_closed = _inner(one.left, one.left_closed, other.left, other.left_closed, lower=True)
    right, right_closed = _inner(one.right, one.right_closed, other.right, other.right_closed, lower=False)
    if left is not None and right is not None and left >= right:
        return None
    return Interval(left, right, left_closed, right_closed, 0)


def touches(one: Interval, other: Interval) -> bool:
    """Tell whether one interval begins at the number at which the other ends."""
    return (one.left is not None and one.left == other.right) or (
        one.right is not None and one.right == other.left
    )


def _inner(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, *, lower: bool
) -> tuple[Fraction | None, bool]:
    """Return the end that lies further inside; of two equal ends the open one."""
    if a is None or b is None:
        return (b, b_closed) if a is None else (a, a_closed)
    if a == b:
        return a, a_closed and b_closed
    return (a, a_closed) if (a > b) == lower else (b, b_closed)


def _one(line: Line, name: str, interval: Interval) -> Iterator[Claim]:
    seen = ("line", f"interval {name}")
    yield Claim(("interval", name), written(line, interval), seen, _wrong(line, interval, written))
    yield Claim(("inequality", name), inequality(line, interval), seen, _wrong(line, interval, inequality))
    ends = {"left": (interval.left, interval.left_closed), "right": (interval.right, interval.right_closed)}
    for side in SIDES:
        end, is_closed = ends[side]
        if end is not None:
            yield Claim(("end", name, side), line.write(end), seen, near_numbers(line, end))
            yield Claim(("closed", name, side), truth_value(is_closed), seen)
            yield Claim(("includes", name, line.write(end)), truth_value(is_closed), seen)
    for tick in line.labels:
        if tick not in (interval.left, interval.right):
            yield Claim(("includes", name, line.write(tick)), truth_value(interval.holds(tick)), seen)
    for point, number in line.points.items():
        holds = truth_value(interval.holds(number))
        yield Claim(("contains", name, point), holds, (*seen, f"point {point}"))
    is_bounded = interval.left is not None and interval.right is not None
    yield Claim(("bounded", name), truth_value(is_bounded), seen)
    yield from _integers(line, name, interval)
    if interval.left is not None and interval.right is not None:
        length = interval.right - interval.left
        yield Claim(("length", name), line.write(length), seen, near_numbers(line, length))


def _integers(line: Line, name: str, interval: Interval) -> Iterator[Claim]:
    """Yield which integers belong to the interval, where lines are not so long that counting them is work."""
    if line.step > 1:
        return
    seen, low, high = ("line", f"interval {name}"), None, None
    if interval.left is not None:
        low = math.ceil(interval.left) + (interval.left.denominator == 1 and not interval.left_closed)
    if interval.right is not None:
        high = math.floor(interval.right) - (interval.right.denominator == 1 and not interval.right_closed)
    if low is not None and high is not None:
        count = max(0, high - low + 1)
        yield Claim(("integers", name), str(count), seen, near_counts(count))
        if not count:
            return
    for operation, integer in (("least_integer", low), ("greatest_integer", high)):
        if integer is not None:
            rivals = tuple(str(integer + n) for n in (-2, -1, 1, 2))
            yield Claim((operation, name), str(integer), seen, rivals)


def _two(line: Line, one: str, other: str) -> Iterator[Claim]:
    a, b = line.intervals[one], line.intervals[other]
    if touches(a, b):
        return
    seen = ("line", f"interval {one}", f"interval {other}")
    shared = overlap(a, b)
    if shared is None:
        wrong = tuple(written(line, interval) for interval in (a, b))
        yield Claim(("overlap", one, other), EMPTY, seen, tuple(dict.fromkeys(wrong)))
        return
    whole = _hull(a, b)
    rivals = [*_wrong(line, shared, written), written(line, whole)]
    text = written(line, shared)
    yield Claim(("overlap", one, other), text, seen, tuple(dict.fromkeys(r for r in rivals if r != text)))
    text = written(line, whole)
    yield Claim(("union", one, other), text, seen, _wrong(line, whole, written))


def _hull(one: Interval, other: Interval) -> Interval:
    """Return all that lies between the outermost ends; of two equal ends the closed one."""
    left, left_closed = _outer(one.left, one.left_closed, other.left, other.left_closed, lower=True)
    right, right_closed = _outer(one.right, one.right_closed, other.right, other.right_closed, lower=False)
    return Interval(left, right, left_closed, right_closed, 0)


def _outer(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, *, lower: bool
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_closed or b_closed
    return (a, a_closed) if (a < b) == lower else (b, b_closed)


def _wrong(line: Line, interval: Interval, how: Callable[[Line, Interval], str]) -> tuple[str, ...]:
    """Return what one writes who mistakes open for closed ends, or misreads one."""
    left, right = interval.left, interval.right
    others = [
        replace(interval, left_closed=left is not None and not interval.left_closed),
        replace(interval, right_closed=right is not None and not interval.right_closed),
        replace(interval, left=None if left is None else left - line.step),
        replace(interval, right=None if right is None else right + line.step),
    ]
    if left is None or right is None:
        others.append(Interval(right, left, interval.right_closed, interval.left_closed, 0))
    value = how(line, interval)
    return tuple(dict.fromkeys(text for other in others if (text := how(line, other)) != value))
