"""From a scene and a style to a drawing: where everything lies in the image, and how it is painted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, arc
from vlcorpus.schemas.scenes.scene import Dot, Role, Scene, Shape, Thing
from vlcorpus.stages.render.drawing import Drawing, Mark, Pen
from vlcorpus.stages.render.style import Style

MARGIN = 0.1  # of the image's side: labels stand outside of what they name
_PIECE_PX = 20.0  # a trembling hand strays along the way, so lines are moved piece by piece
_WAVES = 3
_GROUND = frozenset({Role.GRID, Role.SHADE})
_DASHES = (4.0, 2.5)  # drawn and left out, in widths of the line


@dataclass(frozen=True, slots=True)
class Placed:
    """A scene in pixels, yet without its labels."""

    drawing: Drawing
    to_px: Callable[[Point], Point]  # a place of the scene in the image
    scale: float  # pixels of a unit of the scene


def place(scene: Scene, style: Style, random: Random) -> Placed:
    """Return the things of a scene as marks. The object of thing number n, from 0, is n + 1."""
    fit = _fit(scene, style)
    to_px = _trembling(fit, style, random) if style.tremble_px else fit
    scale = math.dist(fit((0, 0)), fit((1, 0)))
    marks = tuple(
        mark
        for number, thing in enumerate(scene.things, start=1)
        for mark in _marks(number, thing, style, scale, to_px)
    )
    return Placed(Drawing(style.width_px, style.height_px, style.surface, marks), to_px, scale)


def _marks(
    number: int, thing: Thing, style: Style, scale: float, to_px: Callable[[Point], Point]
) -> Iterator[Mark]:
    for shape in thing.shapes:
        color = style.shades[shape.hue] if shape.hue else style.ink
        if isinstance(shape, Dot):
            disc = arc(to_px(shape.at), style.dot_px)
            pen = Pen(color, style.line_px) if shape.is_hollow else None
            yield Mark(number, disc, pen, style.surface if shape.is_hollow else color)
            continue
        path = _pieces(shape.path, _PIECE_PX / scale) if style.tremble_px else shape.path
        yield Mark(number, path.moved(to_px), *_paint(shape, style), is_ground=shape.role in _GROUND)


def _paint(shape: Shape, style: Style) -> tuple[Pen | None, tuple[int, int, int] | None]:
    """Return the pen and the fill of a shape."""
    color = style.shades[shape.hue] if shape.hue else style.ink
    width = style.line_px
    pale = _mixed(color, style.surface, shape.strength)
    area = color if shape.hue else pale
    match shape.role:
        case Role.LINE:
            return Pen(color, width), None
        case Role.DASHED:
            return _dashed(color, width), None
        case Role.HELPER if style.is_dashed:
            return _dashed(color, width), None
        case Role.HELPER:
            return Pen(color, 0.6 * width), None
        case Role.AXIS:
            return Pen(color, 0.8 * width), None
        case Role.GRID:
            return Pen(_mixed(style.ink, style.surface, 0.2), 0.5 * width), None
        case Role.MARK:
            return Pen(color, 0.7 * width), None
        case Role.AREA:
            return None, area
        case Role.PAPER:
            return Pen(style.ink, 0.7 * width), style.surface
        case Role.FULL:
            return None, color
        case Role.SHADE:
            return None, pale
        case _:
            return Pen(style.ink, 0.7 * width), area


def _dashed(color: tuple[int, int, int], width: float) -> Pen:
    return Pen(color, 0.8 * width, tuple(width * part for part in _DASHES))


def _fit(scene: Scene, style: Style) -> Callable[[Point], Point]:
    """Return the map of the scene into the image, in its middle, as large as the margins allow."""
    points = [
        point
        for thing in scene.things
        for shape in thing.shapes
        for point in ([shape.at] if isinstance(shape, Dot) else shape.path.points())
    ]
    points += scene.room
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    room = 1 - 2 * MARGIN
    scale = min(
        style.width_px * room / max(right - left, 1e-9), style.height_px * room / max(high - low, 1e-9)
    )
    middle_x, middle_y = (left + right) / 2, (low + high) / 2
    return lambda point: (
        style.width_px / 2 + (point[0] - middle_x) * scale,
        style.height_px / 2 - (point[1] - middle_y) * scale,
    )


def _trembling(fit: Callable[[Point], Point], style: Style, random: Random) -> Callable[[Point], Point]:
    """Return the map with a smooth field that moves a place by about `tremble_px`, as a hand strays."""
    waves = [
        [
            (random.uniform(2, 7) * math.tau / style.side_px, random.uniform(0, math.tau), random.random())
            for _ in range(_WAVES)
        ]
        for _ in "xy"
    ]
    turns = [random.uniform(0, math.tau) for _ in range(_WAVES)]
    # The direction of each wave, and how it moves across and down.
    combined = [(math.cos(turn), math.sin(turn), *pair) for turn, *pair in zip(turns, *waves, strict=True)]
    size = style.tremble_px

    def to_px(point: Point) -> Point:
        x, y = fit(point)
        across = down = 0.0
        for cos, sin, (rate_x, phase_x, part_x), (rate_y, phase_y, part_y) in combined:
            way = x * cos + y * sin
            across += math.sin(rate_x * way + phase_x) * part_x
            down += math.sin(rate_y * way + phase_y) * part_y
        return x + size * across / _WAVES, y + size * down / _WAVES

    return to_px


def _pieces(path: Path, length: float) -> Path:
    """Return the path with its straight lines cut into pieces of about `length`."""
    commands: list[tuple[str, tuple[Point, ...]]] = []
    start = at = (0.0, 0.0)
    for letter, points in path.commands:
        if letter in "LZ":
            end = points[0] if points else start
            n = max(1, round(math.dist(at, end) / length))
            commands += [("L", (_between(at, end, k / n),)) for k in range(1, n + 1)]
            if letter == "Z":
                commands.append(("Z", ()))
        else:
            end = points[-1]
            commands.append((letter, points))
        start = end if letter == "M" else start
        at = end
    return Path(tuple(commands))


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _mixed(ink: tuple[int, int, int], surface: tuple[int, int, int], part: float) -> tuple[int, int, int]:
    r, g, b = (round(s + (i - s) * part) for i, s in zip(ink, surface, strict=True))
    return r, g, b
