"""A number line as things to be drawn: the line with ticks and numbers, intervals, jumps, letters, points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.draw import NUMBER_SIZE, arrow_head
from vlcorpus.stages.stem.number_lines.line import Interval, Line

WIDTH = 12.0  # of the line from its first tick to its last, in units of the scene
LEVEL = 1.3  # how far an interval stands above the line, for each level
_BEYOND = 0.7  # by which the line, and an interval without end, goes on
_TICK, _LONG_TICK = 0.12, 0.2
_HEAD_SIZE = 9.0  # of a drawing whose arrow heads are as large as those here
_THICK = 0.07  # half of the thickness of an interval
_GUIDE = 0.15  # what the line down from an end keeps from the dot
_ROOM = 1.2  # above and below, for texts


def place(line: Line, number: Fraction, level: int = 0) -> Point:
    """Return where a number is in the scene, on the line or at a level above it."""
    return WIDTH * float((number - line.low) / (line.high - line.low)), LEVEL * level


def room(line: Line) -> tuple[Point, Point]:
    """Return corners of what the picture holds: some room for texts above and below."""
    highest = max((interval.level for interval in line.intervals.values()), default=0)
    return (-_BEYOND, -_ROOM), (WIDTH + _BEYOND, _ROOM + LEVEL * highest)


def things(line: Line) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted."""
    return (
        _axis(line),
        *_blanks(line),
        *(thing for name in line.intervals for thing in _interval(line, name)),
        *_jumps(line),
        *_points(line),
    )


def _axis(line: Line) -> Thing:
    left, right = (-_BEYOND, 0.0), (WIDTH + _BEYOND, 0.0)
    ends = [right] if line.low == 0 else [left, right]
    start = (0.0, 0.0) if line.low == 0 else left
    shapes = [Shape(Role.AXIS, polyline([start, right]))]
    shapes += [Shape(Role.FULL, arrow_head(end, (WIDTH / 2, 0.0), _HEAD_SIZE)) for end in ends]
    named = {*line.labels, *line.blanks.values()}
    for tick in line.ticks:
        x, _ = place(line, tick)
        half = _LONG_TICK if tick in named else _TICK
        shapes.append(Shape(Role.MARK, polyline([(x, -half), (x, half)])))
    tags = [
        Tag(line.write(number), _under(line, number), side=(0, -1), size=NUMBER_SIZE)
        for number in line.labels
    ]
    return Thing("line", "number line", tuple(shapes), tuple(tags))


def _under(line: Line, number: Fraction) -> Point:
    x, _ = place(line, number)
    return x, -_LONG_TICK


def _blanks(line: Line) -> Iterator[Thing]:
    """Yield letters under ticks. The tick is drawn once more: what is pointed at has pixels of its own."""
    for name, number in line.blanks.items():
        x, _ = place(line, number)
        tick = Shape(Role.LINE, polyline([(x, -_LONG_TICK), (x, _LONG_TICK)]))
        tag = Tag(name, _under(line, number), side=(0, -1), size=NUMBER_SIZE)
        yield Thing(f"blank {name}", "tick", (tick,), (tag,))


def _interval(line: Line, name: str) -> Iterator[Thing]:
    interval = line.intervals[name]
    left, right = _reach(line, interval)
    shapes: list[Shape | Dot] = [Shape(Role.FULL, _bar(left, right))]
    for end, tip in ((interval.left, left), (interval.right, right)):
        if end is None:
            shapes.append(Shape(Role.FULL, arrow_head(tip, (WIDTH / 2, tip[1]), 1.6 * _HEAD_SIZE)))
        elif interval.level:
            shapes.append(Shape(Role.HELPER, polyline([(tip[0], tip[1] - _GUIDE), (tip[0], _LONG_TICK)])))
    for end, tip, is_closed in (
        (interval.left, left, interval.left_closed),
        (interval.right, right, interval.right_closed),
    ):
        if end is not None:
            shapes.append(Dot(tip, is_hollow=not is_closed))
    middle = ((left[0] + right[0]) / 2, left[1])
    yield Thing(f"interval {name}", "interval", tuple(shapes), (Tag(name, middle, side=(0, 1)),))


def _reach(line: Line, interval: Interval) -> tuple[Point, Point]:
    """Return where an interval is drawn from and to; without end it goes on as far as the line."""
    level = LEVEL * interval.level
    left = (-_BEYOND, level) if interval.left is None else place(line, interval.left, interval.level)
    right = (
        (WIDTH + _BEYOND, level) if interval.right is None else place(line, interval.right, interval.level)
    )
    return left, right


def _bar(left: Point, right: Point) -> Path:
    low, high = left[1] - _THICK, left[1] + _THICK
    return polyline([(left[0], low), (right[0], low), (right[0], high), (left[0], high)], closed=True)


def _jumps(line: Line) -> Iterator[Thing]:
    for number, (start, end) in enumerate(line.jumps, start=1):
        a, b = place(line, start), place(line, end)
        middle, reach = ((a[0] + b[0]) / 2, 0.0), abs(b[0] - a[0]) / 2
        height = 0.35 + 0.45 * reach
        begin, sweep = (math.pi, -math.pi) if b[0] > a[0] else (0.0, math.pi)
        curve = arc(middle, (reach, height), begin, sweep * 0.97)
        tail = (b[0] + (middle[0] - b[0]) * 0.12, 0.45 * height)
        shapes = (Shape(Role.LINE, curve), Shape(Role.FULL, arrow_head(b, tail, _HEAD_SIZE)))
        yield Thing(f"jump {number}", "jump", shapes)


def _points(line: Line) -> Iterator[Thing]:
    for name, number in line.points.items():
        at = place(line, number)
        yield Thing(f"point {name}", "point", (Dot(at),), (Tag(name, at, side=(0, 1)),))
