"""Waves as things to be drawn: axes with a grid, curves, dots; or strings between their ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.axes.draw import arrow_head, grid, labelled, name_gap, outer_axes
from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.axes.numbers import decimal
from vlcorpus.stages.stem.waves.compose import Picture
from vlcorpus.stages.stem.waves.wave import StandingWave, Wave

WIDTH, HEIGHT = 12.0, 7.0
_SAMPLES = 40  # of a curve, for each length
_NAMES = {"snapshot": "x (m)", "record": "t (s)"}
_ARROW = (0.36, 0.64, 0.5)  # of an arrow above the axes: where it begins and ends, and how far above
# Strings, of whose drawing the width is as that of axes: how far the next one lies below, how far one swings.
APART, _SWING = 3.2, 1.0
_LEGEND = (0.5, 0.9, 1.0)  # how far it is beside the axes, how long its lines are, and how far apart
_LEGEND_WIDTH = 3.0
_BELOW, _ABOVE, _BESIDE = 1.4, 1.2, 0.8  # room for texts
_WALL, _HATCH, _RING = 1.3, 0.28, 0.16


def frame_of(picture: Picture) -> Frame:
    """Return the axes, with numbers at every tick, or at every second one where there are many."""
    if picture.x is None or picture.y is None:
        raise ValueError("a picture of strings has no axes")
    x, y = (
        _numbered(picture.x, _NAMES[picture.picture], 2 if len(picture.x.ticks) > 11 else 1),
        _numbered(picture.y, "y (cm)", 1),
    )
    return Frame(x, y, WIDTH, HEIGHT)


def _numbered(axis: Axis, name: str, every: int) -> Axis:
    ticks = labelled(axis, every)
    return replace(axis, name=name, labels=tuple((tick, decimal(tick) or str(tick)) for tick in ticks))


def room(picture: Picture) -> tuple[Point, ...]:
    """Return corners of what the image holds beside the drawing: room for the texts around it."""
    if picture.picture == "string":
        low = -APART * (len(picture.strings) - 1) - _WALL - _BELOW
        return (0.0, low), (WIDTH, _WALL)
    left = name_gap(frame_of(picture)) + _BESIDE
    right = WIDTH + (_LEGEND_WIDTH if len(picture.waves) > 1 else 0.0)
    return (-left, -_BELOW), (right, HEIGHT + _ABOVE)


def things(picture: Picture) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted."""
    if picture.picture == "string":
        return tuple(
            _string(name, string, number, picture)
            for number, (name, string) in enumerate(picture.strings.items())
        )
    frame = frame_of(picture)
    return (
        grid(frame),
        Thing(
            "zero line",
            "axis",
            (Shape(Role.AXIS, polyline([frame.at(frame.x.low, 0), frame.at(frame.x.high, 0)])),),
        ),
        *outer_axes(frame),
        *(_wave(frame, picture, name) for name in picture.waves),
        *_legend(picture),
        *(_dot(frame, picture, name) for name in picture.points),
    )


def _wave(frame: Frame, picture: Picture, name: str) -> Thing:
    wave = picture.waves[name]
    low, high = float(frame.x.low), float(frame.x.high)
    n = max(60, round(_SAMPLES * (high - low) / float(wave.length)))
    xs = [low + (high - low) * k / n for k in range(n + 1)]
    shapes = [Shape(Role.LINE, polyline([frame.at(x, wave.near(x)) for x in xs]), wave.color)]
    tags = [Tag(name, _crest(frame, picture, wave))] if len(picture.waves) == 1 else []
    if wave.direction is not None or wave.speed is not None:
        arrow, middle = _arrow(frame, wave.direction)
        shapes += arrow
        if wave.speed is not None:
            tags.append(Tag(f"v = {wave.speed} m/s", middle, side=(0, 1)))
    return Thing(f"wave {name}", "wave", tuple(shapes), tuple(tags))


def _crest(frame: Frame, picture: Picture, wave: Wave) -> Point:
    """Return the crest, or else the trough, without a dot, beside which the name of a wave stands.

    It is the one that is nearest to the middle. Raises Unfit where all have dots.
    """
    middle = (frame.x.low + frame.x.high) / 2
    dots = [x for _, x in picture.points.values()]
    for quarter in (1, 3):
        free = [
            x
            for x in wave.at_quarters(frame.x, quarter)
            if all(abs(x - dot) >= wave.length / 4 for dot in dots)
        ]
        if free:
            x = min(free, key=lambda x: abs(x - middle))
            return frame.at(x, wave.near(float(x)))
    raise Unfit("the name of the wave would stand beside a point")


def _legend(picture: Picture) -> Iterator[Thing]:
    """Yield a piece of line with a name for each of several waves, to the right of the axes."""
    if len(picture.waves) == 1:
        return
    for number, (name, wave) in enumerate(picture.waves.items()):
        y = HEIGHT - _LEGEND[2] * (number + 1)
        start, end = (WIDTH + _LEGEND[0], y), (WIDTH + _LEGEND[0] + _LEGEND[1], y)
        line = Shape(Role.LINE, polyline([start, end]), wave.color)
        yield Thing(f"legend {name}", "legend", (line,), (Tag(name, end, side=(1, 0)),))


def _arrow(frame: Frame, direction: str | None) -> tuple[list[Shape], Point]:
    """Return an arrow above the axes that says which way a wave runs, and where its speed stands."""
    start, end, above = _ARROW
    y = frame.height + above
    tail, tip = (frame.width * start, y), (frame.width * end, y)
    middle = (frame.width / 2, y)
    if direction is None:
        return [], middle
    if direction == "left":
        tail, tip = tip, tail
    return [
        Shape(Role.LINE, polyline([tail, tip])),
        Shape(Role.FULL, arrow_head(tip, tail, frame.height)),
    ], middle


def _dot(frame: Frame, picture: Picture, name: str) -> Thing:
    wave, x = picture.points[name]
    place = frame.at(x, picture.waves[wave].near(float(x)))
    return Thing(f"point {name}", "point", (Dot(place),), (Tag(name, place),))


def _string(name: str, string: StandingWave, number: int, picture: Picture) -> Thing:
    """Return the two curves between which a string swings, its ends, and its length below."""
    shapes = [
        Shape(Role.LINE, polyline([string_place(string, number, x, sign) for x in _along(string)]))
        for sign in (_SWING, -_SWING)
    ]
    left, right = (
        string_place(string, number, 0.0, 0.0),
        string_place(string, number, float(string.length), 0.0),
    )
    shapes += _end(left, string.start, -1.0) + _end(right, string.end, 1.0)
    below = (WIDTH / 2, left[1] - _WALL)
    tags = [Tag(f"{name}: L = {decimal(string.length)} m", below, side=(0, -1))]
    return Thing(f"string {name}", "string", tuple(shapes), tuple(tags))


def _along(string: StandingWave) -> list[float]:
    n = 24 * string.loops
    return [float(string.length) * k / n for k in range(n + 1)]


def string_place(string: StandingWave, number: int, x: float | Fraction, swing: float) -> Point:
    """Return where a point of string `number` is when the string swings so far."""
    height = swing * string.swing(float(x)) if swing else 0.0
    return WIDTH * float(x) / float(string.length), height - APART * number


def _end(at: Point, kind: str, side: float) -> list[Shape]:
    """Return a wall, hatched on its far side, or a rod with the ring that slides on it."""
    x, y = at
    upright = polyline([(x, y - _WALL), (x, y + _WALL)])
    if kind == "free":
        return [Shape(Role.MARK, upright), Shape(Role.MARK, arc((x, y + _SWING), _RING))]
    lines: Path = upright
    for n in range(7):
        z = y - _WALL + n * 2 * _WALL / 6
        lines += polyline([(x, z), (x + side * _HATCH, z - _HATCH)])
    return [Shape(Role.LINE, lines)]
