"""What is marked on a number line, one construction at a time, at random. Raises Unfit where nothing fits."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.number_lines.line import Line

Addition = Callable[[Line], None]
ADDITIONS: dict[str, Addition] = {}
_MIN_WIDE = 2  # ticks between the ends of an interval
_MIN_JUMP = 2  # ticks


def addition(build: Addition) -> Addition:
    ADDITIONS[build.__name__] = build
    return build


@addition
def points_on_ticks(line: Line) -> None:
    for _ in range(line.random.randint(1, 4)):
        line.add_point(line.random.choice(line.ticks))


@addition
def point_between_ticks(line: Line) -> None:
    line.add_point(line.random.choice(line.ticks[:-1]) + line.step / 2)


@addition
def opposite_points(line: Line) -> None:
    numbers = [tick for tick in line.ticks if tick > 0 and line.holds(-tick)]
    number = line.pick(numbers, "the line has no opposite numbers")
    line.add_point(number)
    line.add_point(-number)


@addition
def point_halfway(line: Line) -> None:
    """Two points, and the one halfway between them."""
    start, half = line.random.choice(line.ticks), line.random.randint(1, 4) * line.step
    for number in (start, start + half, start + 2 * half):
        line.add_point(number)


@addition
def evenly_spaced_points(line: Line) -> None:
    start, apart = line.random.choice(line.ticks), line.random.randint(2, 3) * line.step
    for n in range(4):
        line.add_point(start + n * apart)


@addition
def letters_for_numbers(line: Line) -> None:
    for _ in range(line.random.randint(1, 2)):
        line.add_blank(line.random.choice(line.ticks))


@addition
def missing_label(line: Line) -> None:
    """A label that is replaced by a letter."""
    if len(line.labels) < 4:
        raise Unfit("too few labels would be left")
    line.add_blank(line.random.choice(line.labels))


@addition
def bounded_interval(line: Line) -> None:
    line.add_interval(*_ends(line))


@addition
def ray_to_the_right(line: Line) -> None:
    line.add_interval(line.random.choice(line.ticks[1:-_MIN_WIDE]), None)


@addition
def ray_to_the_left(line: Line) -> None:
    line.add_interval(None, line.random.choice(line.ticks[_MIN_WIDE:-1]))


@addition
def overlapping_intervals(line: Line) -> None:
    """Two intervals that share some numbers, and differ at both ends."""
    a, b, c, d = sorted(line.random.sample(line.ticks[1:-1], 4))
    first, second = line.random.choice((((a, c), (b, d)), ((a, d), (b, c))))
    line.add_interval(*first)
    line.add_interval(*second)


@addition
def separate_intervals(line: Line) -> None:
    a, b, c, d = sorted(line.random.sample(line.ticks[1:-1], 4))
    line.add_interval(a, b)
    line.add_interval(c, d)


@addition
def opposite_rays(line: Line) -> None:
    a, b = _ends(line)
    first, second = ((None, b), (a, None)) if line.random.random() < 0.5 else ((None, a), (b, None))
    line.add_interval(*first)
    line.add_interval(*second)


@addition
def jumps_to_the_right(line: Line) -> None:
    _jump(line, [line.random.randint(_MIN_JUMP, 5) for _ in range(line.random.randint(2, 4))])


@addition
def jumps_to_the_left(line: Line) -> None:
    _jump(line, [-line.random.randint(_MIN_JUMP, 5) for _ in range(line.random.randint(2, 3))])


@addition
def equal_jumps(line: Line) -> None:
    _jump(line, [line.random.randint(_MIN_JUMP, 4)] * line.random.randint(3, 5))


@addition
def jump_there_and_back(line: Line) -> None:
    there, back = line.random.randint(3, 9), line.random.randint(_MIN_JUMP, 8)
    sign = line.random.choice((1, -1))
    _jump(line, [sign * there, -sign * back])


def _ends(line: Line) -> tuple[Fraction, Fraction]:
    a, b = sorted(line.random.sample(line.ticks[1:-1], 2))
    if b - a < _MIN_WIDE * line.step:
        raise Unfit("the interval is short")
    return a, b


def _jump(line: Line, ticks: list[int]) -> None:
    """Add jumps of so many ticks, each from where the one before ended."""
    reach = [sum(ticks[:n]) for n in range(len(ticks) + 1)]
    fits = [
        tick
        for tick in line.ticks
        if line.holds(tick + min(reach) * line.step) and line.holds(tick + max(reach) * line.step)
    ]
    start = line.pick(fits, "the jumps leave the line")
    if len(set(reach)) < len(reach):
        raise Unfit("a jump ends where another one began")
    line.jumps = [(start + a * line.step, start + b * line.step) for a, b in pairwise(reach)]
