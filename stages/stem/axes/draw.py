"""Axes as things to be drawn: a grid, lines with ticks and numbers, arrow heads, names.

Axes either cross, as in a plane, or stand to the left and below, as in a chart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.frame import Axis, Frame

NUMBER_SIZE = 0.75  # of numbers on axes, in the style's usual height of texts
NAME_SIZE = 0.85
# Of the shorter side of the frame.
_TICK = 0.012
_BEYOND = 0.045  # by which an axis with an arrow head is longer than the frame
_HEAD, _HEAD_HALF = 0.035, 0.013
_NAME_BELOW = 0.085
_NAME_BESIDE, _CHARACTER = 0.035, 0.042  # of an upright axis: beyond its numbers, by the longest of them


def grid(frame: Frame, *, upright: bool = True, level: bool = True) -> Thing:
    """Return lines at the ticks: upright ones, level ones, or both."""
    xs = [frame.at(x, frame.y.low)[0] for x in frame.x.ticks] if upright else []
    ys = [frame.at(frame.x.low, y)[1] for y in frame.y.ticks] if level else []
    lines = [polyline([(x, 0), (x, frame.height)]) for x in xs]
    lines += [polyline([(0, y), (frame.width, y)]) for y in ys]
    return Thing("grid", "grid", (Shape(Role.GRID, _as_one(lines)),))


def crossing_axes(frame: Frame) -> Iterator[Thing]:
    """Yield two axes with arrow heads that cross where both are 0, or at the edge that is nearest to it.

    Their names stand below and to the left of the heads, or on another side where something is in the way.
    """
    at_x = min(max(Fraction(0), frame.x.low), frame.x.high)
    at_y = min(max(Fraction(0), frame.y.low), frame.y.high)
    side = min(frame.width, frame.height)
    beyond = _BEYOND * side
    left, low = frame.at(frame.x.low, at_y), frame.at(at_x, frame.y.low)
    right = frame.width + beyond, left[1]
    top = low[0], frame.height + beyond
    yield Thing(
        "x-axis",
        "axis",
        (*_line(left, right, side), Shape(Role.MARK, _as_one(_ticks_across(frame, at_y, side)))),
        (
            *_numbers_below(frame, at_y),
            Tag(frame.x.name, right, away_from=(right[0], right[1] + side), size=NAME_SIZE),
        ),
    )
    yield Thing(
        "y-axis",
        "axis",
        (*_line(low, top, side), Shape(Role.MARK, _as_one(_ticks_up(frame, at_x, side)))),
        (
            *_numbers_left(frame, at_x),
            Tag(frame.y.name, top, away_from=(top[0] + side, top[1]), size=NAME_SIZE),
        ),
    )


def outer_axes(frame: Frame, *, arrows: bool = False) -> Iterator[Thing]:
    """Yield an axis below and one to the left. Their names stand below and, turned, to the left of it."""
    side = min(frame.width, frame.height)
    beyond = _BEYOND * side if arrows else 0.0
    right, top = (frame.width + beyond, 0.0), (0.0, frame.height + beyond)
    yield level_axis(frame, right, side, arrows)
    yield upright_axis(frame, top, side, arrows)


def level_axis(frame: Frame, end: Point, side: float, arrows: bool) -> Thing:
    line = _line((0, 0), end, side) if arrows else (Shape(Role.AXIS, polyline([(0, 0), end])),)
    tags = list(_numbers_below(frame, frame.y.low))
    if frame.x.name:
        below = (frame.width / 2, -_NAME_BELOW * side)
        tags.append(Tag(frame.x.name, below, side=(0, -1), size=NAME_SIZE))
    ticks = Shape(Role.MARK, _as_one(_ticks_across(frame, frame.y.low, side)))
    return Thing("x-axis", "axis", (*line, ticks), tuple(tags))


def upright_axis(frame: Frame, end: Point, side: float, arrows: bool) -> Thing:
    line = _line((0, 0), end, side) if arrows else (Shape(Role.AXIS, polyline([(0, 0), end])),)
    tags = list(_numbers_left(frame, frame.x.low))
    if frame.y.name:
        beside = (-name_gap(frame), frame.height / 2)
        tags.append(Tag(frame.y.name, beside, side=(-1, 0), size=NAME_SIZE, turn_deg=-90.0))
    ticks = Shape(Role.MARK, _as_one(_ticks_up(frame, frame.x.low, side)))
    return Thing("y-axis", "axis", (*line, ticks), tuple(tags))


def name_gap(frame: Frame) -> float:
    """Return how far the name of an upright axis stands to the left of it."""
    longest = max((len(text) for _, text in frame.y.labels), default=0)
    return (_NAME_BESIDE + _CHARACTER * longest) * min(frame.width, frame.height)


def arrow_head(tip: Point, tail: Point, side: float) -> Path:
    """Return a head at the tip of an arrow from `tail`, in a drawing of that size."""
    length = math.dist(tip, tail)
    ux, uy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    back = tip[0] - _HEAD * side * ux, tip[1] - _HEAD * side * uy
    out = -_HEAD_HALF * side * uy, _HEAD_HALF * side * ux
    return polyline(
        [tip, (back[0] + out[0], back[1] + out[1]), (back[0] - out[0], back[1] - out[1])], closed=True
    )


def _line(start: Point, tip: Point, side: float) -> tuple[Shape, Shape]:
    return Shape(Role.AXIS, polyline([start, tip])), Shape(Role.FULL, arrow_head(tip, start, side))


def _as_one(paths: Iterable[Path]) -> Path:
    """Return one path with the lines of all: it is painted at once."""
    return Path(tuple(command for path in paths for command in path.commands))


def _ticks_across(frame: Frame, at_y: Fraction, side: float) -> Iterator[Path]:
    """Yield the ticks of the level axis, which stands at the height `at_y`."""
    for number in frame.x.ticks:
        x, y = frame.at(number, at_y)
        yield polyline([(x, y - _TICK * side), (x, y + _TICK * side)])


def _ticks_up(frame: Frame, at_x: Fraction, side: float) -> Iterator[Path]:
    for number in frame.y.ticks:
        x, y = frame.at(at_x, number)
        yield polyline([(x - _TICK * side, y), (x + _TICK * side, y)])


def _numbers_below(frame: Frame, at_y: Fraction) -> Iterator[Tag]:
    for number, text in frame.x.labels:
        yield Tag(text, frame.at(number, at_y), side=(0, -1), size=NUMBER_SIZE)


def _numbers_left(frame: Frame, at_x: Fraction) -> Iterator[Tag]:
    for number, text in frame.y.labels:
        yield Tag(text, frame.at(at_x, number), side=(-1, 0), size=NUMBER_SIZE)


def labelled(axis: Axis, every: int = 1, *, but: tuple[Fraction, ...] = ()) -> tuple[Fraction, ...]:
    """Return the ticks that carry a number: each `every`-th, counted from 0 where that is shown."""
    ticks = axis.ticks
    start = ticks.index(Fraction(0)) % every if Fraction(0) in ticks else 0
    return tuple(tick for tick in ticks[start::every] if tick not in but)
