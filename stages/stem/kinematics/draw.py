"""A graph of motion as things to be drawn: a grid, axes, and the graph of each body with its letter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.draw import NAME_SIZE, grid, outer_axes
from vlcorpus.stages.stem.axes.frame import Frame
from vlcorpus.stages.stem.kinematics.motion import Motion, Piece
from vlcorpus.stages.stem.kinematics.plot import Plot

_SAMPLES = 24  # of a parabola
_ALONG = (0.12, 0.3, 0.5, 0.7, 0.88)  # where along a graph its letter may stand
_ROOM = ((-2.2, -1.6), (1.0, 1.2))  # beside the frame, for texts


def things(plot: Plot) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted."""
    return (grid(plot.frame), *_axes(plot.frame), *_bodies(plot))


def room(plot: Plot) -> tuple[Point, Point]:
    (left, low), (right, high) = _ROOM
    return (left, low), (plot.frame.width + right, plot.frame.height + high)


def _axes(frame: Frame) -> Iterator[Thing]:
    """Yield axes to the left and below with their names at their ends, and a line where values are 0."""
    plain = replace(frame, x=replace(frame.x, name=""), y=replace(frame.y, name=""))
    across, up = outer_axes(plain, arrows=True)
    right, top = (frame.width, 0.0), (0.0, frame.height)
    name_x = Tag(frame.x.name, (right[0], -0.75), side=(0, -1), size=NAME_SIZE)
    name_y = Tag(frame.y.name, (top[0], top[1] + 0.45), side=(0, 1), size=NAME_SIZE)
    if frame.y.low < 0:
        zero = polyline([frame.at(0, Fraction(0)), frame.at(frame.x.high, Fraction(0))])
        yield Thing("zero line", "axis", (Shape(Role.AXIS, zero),))
    yield replace(across, tags=(*across.tags, name_x))
    yield replace(up, tags=(*up.tags, name_y))


def _bodies(plot: Plot) -> Iterator[Thing]:
    lines = {name: _lines(plot, motion) for name, motion in plot.bodies.items()}
    for name, motion in plot.bodies.items():
        shapes = tuple(Shape(Role.LINE, polyline(line), motion.color) for line in lines[name])
        others = [place for other, found in lines.items() if other != name for place in _filled(found)]
        yield Thing(f"graph {name}", "graph", shapes, (Tag(name, _name_place(_filled(lines[name]), others)),))


def _lines(plot: Plot, motion: Motion) -> list[list[Point]]:
    """Return the line of a body's graph; at a jump it ends, and another one begins."""
    found: list[list[Point]] = []
    for piece in motion.pieces:
        places = [plot.frame.at(time, piece.at(time)) for time in _times(piece)]
        if found and found[-1][-1] == places[0]:
            found[-1] += places[1:]
        else:
            found.append(places)
    return found


def _times(piece: Piece) -> list[Fraction]:
    count = 1 if piece.is_straight else _SAMPLES
    return [piece.start + (piece.end - piece.start) * n / count for n in range(count + 1)]


def _filled(lines: list[list[Point]]) -> list[Point]:
    """Return places along lines, corners and some in between."""
    return [
        (a[0] + (b[0] - a[0]) * n / 10, a[1] + (b[1] - a[1]) * n / 10)
        for line in lines
        for a, b in pairwise(line)
        for n in range(11)
    ]


def _name_place(own: list[Point], others: list[Point]) -> Point:
    """Return the place on a graph that is the furthest from all other graphs."""
    candidates = [own[int(part * (len(own) - 1))] for part in _ALONG]
    if not others:
        return candidates[len(candidates) // 2]
    return max(candidates, key=lambda place: min(math.dist(place, other) for other in others))
