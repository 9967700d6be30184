"""Instruments with an upright scale: cylinders, burettes, syringes, thermometers, springs, manometers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag
from vlcorpus.schemas.stem.apparatus import INSTRUMENTS
from vlcorpus.stages.stem.apparatus.instrument import Exact, Instrument, Scale, number_tag, text
from vlcorpus.stages.stem.apparatus.part import filled, fine, line, liquid, rectangle, sheet, strokes

LENGTH = 520  # of a scale
_SHORT = 16.0  # length of its lines
_CYLINDERS = (
    "0 10 0.2 2",
    "0 20 0.5 5",
    "0 25 0.5 5",
    "0 50 1 10",
    "0 100 2 20",
    "0 250 5 50",
    "0 500 10 100",
)
_BURETTE_LINES = (30, 40, 50)
_SYRINGES = ("0 2 0.1 0.5", "0 5 0.2 1", "0 10 0.5 2", "0 10 0.2 2", "0 20 1 5", "0 60 2 10")
_THERMOMETERS = (
    "-10 40 1 10",
    "-20 20 1 10",
    "-30 50 2 10",
    "-5 45 1 5",
    "0 50 1 10",
    "0 100 2 10",
    "-20 110 5 20",
    "35 40 0.1 1",
    "10 30 0.5 5",
)
_SPRINGS = ("0 1 0.02 0.2", "0 2.5 0.05 0.5", "0 5 0.1 1", "0 10 0.2 2", "0 20 0.5 5", "0 50 1 10")
_MANOMETERS = ("0 20 1 5", "0 30 1 5", "0 40 1 10", "0 60 2 10")


def cylinder(
    random: Random, like: Instrument | None = None, share: tuple[float, float] = (0.15, 0.9)
) -> Instrument:
    """Return a graduated cylinder; `like` is one at another time, whose scale it then has."""
    scale = _scale(random, _CYLINDERS, like)
    reading = scale.draw_reading(random, *share)
    half, top = 52.0, LENGTH + 56.0
    y = float(LENGTH * scale.part(reading))
    glass = [(-half - 10, top + 8), (-half, top), (-half, -34), (half, -34), (half, top + 8)]
    foot = filled(*rectangle(-half - 28, -50, half + 28, -34))
    shapes = [*_meniscus(half, y, -34), line(*glass), foot]
    lines, tags = _upright(scale, half)
    unit = _unit("graduated cylinder", (-half / 2 + 2, LENGTH + 32))
    return _standing("graduated cylinder", scale, reading, [*shapes, *lines], [*tags, unit], (half, 0))


def burette(
    random: Random, like: Instrument | None = None, share: tuple[float, float] = (0.1, 0.9)
) -> Instrument:
    """Return a piece of a burette, with numbers from the top down."""
    n = random.choice(_BURETTE_LINES)
    start = random.randint(0, 50 - n // 10)
    division = Fraction(1, 10)
    scale = (like and like.scale) or Scale(Fraction(start), start + n * division, division, Fraction(1))
    reading = scale.draw_reading(random, *share)
    half, y = 34.0, float(LENGTH * (1 - scale.part(reading)))
    walls = [fine((x, -46), (x, LENGTH + 46)) for x in (-half, half)]
    breaks = [Shape(Role.MARK, smooth(_break(half, at))) for at in (-46.0, LENGTH + 46.0)]
    lines, tags = _upright(scale, half, falls=True)
    unit = _unit("burette", (half + 54, LENGTH + 48))
    shapes = [*_meniscus(half, y, -46), *walls, *breaks, *lines]
    return _standing("burette", scale, reading, shapes, [*tags, unit], (half, 0), falls=True)


def syringe(random: Random) -> Instrument:
    """Return a syringe with its nozzle below; its plunger stands at a line."""
    scale = _scale(random, _SYRINGES)
    reading = scale.draw_reading(random)
    half, y = 46.0, float(LENGTH * scale.part(reading))
    barrel = line((-half - 30, LENGTH + 30), (-half, LENGTH + 30), (-half, 0), (-9, -16), (-9, -50))
    other = line((half + 30, LENGTH + 30), (half, LENGTH + 30), (half, 0), (9, -16), (9, -50))
    fluid = liquid((-half, 0), (-9, -16), (9, -16), (half, 0), (half, y), (-half, y))
    head = filled(*rectangle(-half + 2, y, half - 2, y + 16))
    rod = fine((-12, y + 16), (-12, LENGTH + 70), (-40, LENGTH + 70), (40, LENGTH + 70), (12, LENGTH + 70))
    rod_side = fine((12, LENGTH + 70), (12, y + 16))
    lines, tags = _upright(scale, half, outside=True)
    unit = _unit("syringe", (half + 66, LENGTH + 52))
    shapes = [fluid, barrel, other, rod, rod_side, head, *lines]
    return _standing("syringe", scale, reading, shapes, [*tags, unit], (half, 0))


def thermometer(
    random: Random, like: Instrument | None = None, share: tuple[float, float] = (0.08, 0.95)
) -> Instrument:
    scale = _scale(random, _THERMOMETERS, like)
    reading = scale.draw_reading(random, *share)
    y = float(LENGTH * scale.part(reading))
    top = arc((0, LENGTH + 40), 15, 0, math.pi)
    tube = polyline([(15, LENGTH + 40), (15, -48)]) + polyline([(-15, LENGTH + 40), (-15, -48)])
    bulb = Shape(Role.FULL, arc((0, -66), 26))
    thread = Shape(Role.FULL, polyline(rectangle(-5, -60, 5, y), closed=True))
    lines, tags = _upright(scale, 15, outside=True)
    unit = _unit("thermometer", (58, LENGTH + 44))
    shapes = [Shape(Role.LINE, top + tube), bulb, thread, *lines]
    return _standing("thermometer", scale, reading, shapes, [*tags, unit], (15, 0))


def spring_balance(
    random: Random,
    like: Instrument | None = None,
    share: tuple[float, float] = (0.1, 0.95),
    load: tuple[Shape, ...] = (),
) -> Instrument:
    """Return a spring balance, with numbers from the top down, and what hangs on it."""
    scale = _scale(random, _SPRINGS, like)
    reading = scale.draw_reading(random, *share)
    y = float(LENGTH * (1 - scale.part(reading)))
    case = sheet(*rectangle(-62, -30, 62, LENGTH + 44))
    slot = fine((0, -10), (0, LENGTH + 10))
    hook = Shape(Role.LINE, arc((0, LENGTH + 62), 18))
    rod = line((0, -30), (0, -64))
    lower = Shape(Role.LINE, arc((0, -80), 16, math.pi / 2, -1.5 * math.pi))
    pointer = Shape(
        Role.FULL, polyline([(-18, y - 4), (8, y - 4), (22, y), (8, y + 4), (-18, y + 4)], closed=True)
    )
    lines, tags = _upright(scale, 22, falls=True, outside=True, room=(50.0, 27.0))
    lines.append(
        strokes(((-22.0, LENGTH * tick.part), (-22 - _SHORT, LENGTH * tick.part)) for tick in scale.ticks)
    )
    unit = _unit("spring balance", (-40, LENGTH + 24))
    shapes = [case, slot, hook, rod, lower, *lines, pointer, *load]
    return _standing("spring balance", scale, reading, shapes, [*tags, unit], (22, 0), falls=True)


def manometer(random: Random) -> Instrument:
    """Return a U-tube with liquid, before a scale between its limbs."""
    scale = _scale(random, _MANOMETERS)
    middle = [tick.number for tick in scale.ticks if 0.125 <= tick.part <= 0.875]
    left, right = random.sample(middle, 2)
    heights = [float(LENGTH * scale.part(number)) for number in (left, right)]
    arms = ((-150.0, -110.0), (110.0, 150.0))
    walls = Path(())
    for radius in (150.0, 110.0):
        walls += polyline([(-radius, LENGTH + 30), (-radius, 0)]) + arc((0, 0), radius, math.pi, math.pi)
        walls += polyline([(radius, 0), (radius, LENGTH + 30)])
    fluid = [liquid(*rectangle(a, 0, b, height)) for (a, b), height in zip(arms, heights, strict=True)]
    bend = [(150 * math.cos(turn), 150 * math.sin(turn)) for turn in _half_turn()]
    bend += [(110 * math.cos(turn), 110 * math.sin(turn)) for turn in reversed(list(_half_turn()))]
    surfaces = [fine((a, height), (b, height)) for (a, b), height in zip(arms, heights, strict=True)]
    marks, tags = [], []
    for tick in scale.ticks:
        y, length = LENGTH * tick.part, 15 * tick.length
        marks += [((-100.0, y), (length - 100, y)), ((100.0, y), (100 - length, y))]
        if tick.is_written:
            tags.append(number_tag(tick.number, (0.0, y)))
    tags.append(_unit("manometer", (0, LENGTH + 46)))
    shapes = (*fluid, liquid(*bend), Shape(Role.LINE, walls), *surfaces, strokes(marks))
    levels = {"left": text(left), "right": text(right)}
    shows: dict[tuple[str, ...], str] = {("level", side): level for side, level in levels.items()}
    shows["higher",] = "left" if left > right else "right"
    return Instrument(
        kind="manometer",
        told={"scale": scale.told(), "levels": levels},
        reading=abs(left - right),
        shapes=shapes,
        tags=tuple(tags),
        scale=scale,
        division=scale.division,
        ends=((Fraction(0), Fraction(0)), (Fraction(0), Fraction(LENGTH))),
        steps=("manometer",),
        other_reading=max(left, right),
        shows=shows,
    )


def _half_turn() -> Iterator[float]:
    return (math.pi + math.pi * n / 24 for n in range(25))


def _scale(random: Random, choices: tuple[str, ...], like: Instrument | None = None) -> Scale:
    return (like and like.scale) or Scale.parse(random.choice(choices))


def _standing(
    kind: str,
    scale: Scale,
    reading: Fraction,
    shapes: list[Shape],
    tags: list[Tag],
    foot: tuple[int | float, int],
    *,
    falls: bool = False,
) -> Instrument:
    """Return an instrument whose scale goes up from a foot; its numbers may begin at the top."""
    x = Fraction(foot[0])
    low: Exact = (x, Fraction(LENGTH if falls else 0))
    high: Exact = (x, Fraction(0 if falls else LENGTH))
    return Instrument(
        kind=kind,
        told={"reading": text(reading), "scale": scale.told()},
        reading=reading,
        shapes=tuple(shapes),
        tags=tuple(tags),
        scale=scale,
        division=scale.division,
        ends=(low, high),
        steps=(f"{kind}, numbers from the top" if falls else kind,),
    )


def _upright(
    scale: Scale,
    half: float,
    *,
    falls: bool = False,
    outside: bool = False,
    room: Point = (62.0, 27.0),
) -> tuple[list[Shape], list[Tag]]:
    """Return lines to the right of an upright scale, or within it, and its numbers."""
    x, sign = half, 1 if outside else -1
    marks, tags = [], []
    for tick in scale.ticks:
        y = LENGTH * (1 - tick.part if falls else tick.part)
        marks.append(((x, y), (x + sign * _SHORT * tick.length, y)))
        if tick.is_written:
            beyond = half + (2 * _SHORT if outside else 0) + 8 + room[0] / 2
            tags.append(number_tag(tick.number, (beyond, y), room))
    return [strokes(marks)], tags


def _meniscus(half: float, y: float, bottom: float) -> list[Shape]:
    """Return a liquid in a tube, which stands higher at the walls: its middle is at `y`."""
    rise = min(12.0, 0.2 * half)
    top = [(-half, y + rise), (-0.75 * half, y + 0.25 * rise), (-0.3 * half, y), (0.3 * half, y)]
    top += [(0.75 * half, y + 0.25 * rise), (half, y + rise)]
    return [liquid(*top, (half, bottom), (-half, bottom)), fine(*top)]


def _break(half: float, y: float) -> list[Point]:
    return [(-half - 14, y - 6), (-half / 2, y + 6), (half / 2, y - 6), (half + 14, y + 6)]


def _unit(kind: str, at: Point) -> Tag:
    return Tag(INSTRUMENTS[kind][2], at, room=(70.0, 30.0))
