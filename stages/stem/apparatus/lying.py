"""Instruments that lie: rulers, vernier calipers, micrometers, and balances with riders on three beams."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag
from vlcorpus.stages.stem.apparatus.instrument import Instrument, Scale, number_tag, text
from vlcorpus.stages.stem.apparatus.part import filled, fine, rectangle, sheet, strokes

WIDTH = 900  # of a scale
_RULER_LINES = (
    (Fraction(1, 10), Fraction(1), 50),
    (Fraction(1, 2), Fraction(1), 24),
    (Fraction(1, 5), Fraction(1), 40),
)
_VERNIER_MM = 16  # of a main scale that are drawn
_MICROMETER_MM = 12
_MM = 46.0  # of the sleeve of a micrometer
_PITCH = 20.0  # of the lines of its thimble
_BESIDE = 9  # lines of a thimble that are drawn on both sides of the long line of the sleeve
_CLEAR = range(5, 46)  # lines of a thimble at which nobody doubts which line of the sleeve was the last
_BEAMS = {"hundreds": "0 500 100 100", "tens": "0 100 10 10", "units": "0 10 0.5 1"}


def ruler(random: Random) -> Instrument:
    """Return a piece of a ruler with a bar along it, which mostly does not begin at 0."""
    division, between, n = random.choice(_RULER_LINES)
    start = random.choice((0, 0, random.randint(1, 14)))
    scale = Scale(Fraction(start), start + n * division, division, between)
    first, last = sorted(random.sample(scale.lines[1:-1], 2))
    if random.random() < 0.15:
        first = scale.low
    if scale.part(last) - scale.part(first) < Fraction(1, 8):
        first, last = scale.lines[1], scale.lines[-3]
    left, right = (float(WIDTH * scale.part(number)) for number in (first, last))
    body = sheet(*rectangle(-26, -104, WIDTH + 26, 0))
    bar = filled(*rectangle(left, 6, right, 54))
    marks = strokes(
        ((WIDTH * tick.part, 0.0), (WIDTH * tick.part, -16 * tick.length)) for tick in scale.ticks
    )
    tags = [
        number_tag(tick.number, (WIDTH * tick.part, -52), (46.0, 27.0))
        for tick in scale.ticks
        if tick.is_written
    ]
    tags.append(Tag("cm", (WIDTH - 22, -84), room=(60.0, 28.0)))
    return Instrument(
        kind="ruler",
        told={"scale": scale.told(), "object": [text(first), text(last)]},
        reading=last - first,
        shapes=(body, bar, marks),
        tags=tuple(tags),
        scale=scale,
        division=division,
        ends=((Fraction(0), Fraction(0)), (Fraction(WIDTH), Fraction(0))),
        steps=("ruler, object from its zero" if first == 0 else "ruler, object from elsewhere",),
        other_reading=last if first else None,
        shows={("end", "left"): text(first), ("end", "right"): text(last)},
    )


def vernier_caliper(random: Random) -> Instrument:
    """Return the scales of a vernier caliper, enlarged."""
    low = random.choice((0, 8, 9, 17, 18, 27, 36, 47))
    main, vernier = low + random.randint(2, 5), random.randint(0, 9)
    unit = WIDTH / _VERNIER_MM
    zero = (main - low + vernier / 10) * unit
    upper = [((n - low) * unit, n) for n in range(low, low + _VERNIER_MM + 1)]
    lower = [(zero + 0.9 * n * unit, n) for n in range(11)]
    tags = [Tag("mm", (WIDTH - 30, 92), room=(70.0, 28.0))]
    tags += [number_tag(Fraction(n), (x, 86), (54.0, 28.0)) for x, n in upper if n % 10 == 0]
    tags += [number_tag(Fraction(n), (x, -72), (54.0, 28.0)) for x, n in lower if n % 5 == 0]
    long = {n: 62.0 if n % 10 == 0 else 48.0 if n % 5 == 0 else 36.0 for _, n in upper}
    beam = sheet(*rectangle(-30, 0, WIDTH + 30, 116))
    slide = sheet(*rectangle(zero - 34, -102, zero + 9 * unit + 34, 0))
    above = _bars((x, 0.0, long[n]) for x, n in upper)
    below = _bars((x, -36.0 if n % 5 else -48.0, 0.0) for x, n in lower)
    return Instrument(
        kind="vernier caliper",
        told={"main": str(main), "vernier": str(vernier)},
        reading=main + Fraction(vernier, 10),
        shapes=(beam, slide, above, below),
        tags=tuple(tags),
        division=Fraction(1, 10),
        steps=("vernier caliper",),
        other_reading=Fraction(main) if vernier else None,
        shows={("main",): str(main), ("vernier",): str(vernier)},
    )


def _bars(lines: Iterable[tuple[float, float, float]]) -> Shape:
    """Return upright lines, each by its x and both ends, as thin as can be compared with others."""
    bars = [polyline(rectangle(x - 1.2, low, x + 1.2, high), closed=True) for x, low, high in lines]
    return Shape(Role.FULL, Path(tuple(command for bar in bars for command in bar.commands)))


def micrometer(random: Random) -> Instrument:
    """Return the sleeve and the thimble of a micrometer, enlarged."""
    halves, thimble = random.randint(3, 2 * _MICROMETER_MM - 4), random.choice(_CLEAR)
    sleeve = Fraction(halves, 2)
    edge = float(sleeve + Fraction(thimble, 100)) * _MM
    on_sleeve, sleeve_tags = _sleeve(halves, edge)
    on_thimble, thimble_tags = _thimble(thimble, edge)
    return Instrument(
        kind="micrometer",
        told={"sleeve": text(sleeve), "thimble": str(thimble)},
        reading=sleeve + Fraction(thimble, 100),
        shapes=(*on_sleeve, *on_thimble),
        tags=(*sleeve_tags, *thimble_tags, Tag("mm", (-34, -104), room=(70.0, 28.0))),
        division=Fraction(1, 100),
        steps=("micrometer, past a half" if halves % 2 else "micrometer, past a whole",),
        other_reading=Fraction(int(sleeve)) + Fraction(thimble, 100) if halves % 2 else None,
        shows={("sleeve",): text(sleeve), ("thimble",): str(thimble)},
    )


def _sleeve(halves: int, edge: float) -> tuple[list[Shape], list[Tag]]:
    """Return a sleeve as far as its thimble leaves it free: millimetres above its long line, halves below."""
    ends = [-28.0 if n % 2 else 40.0 if n % 10 == 0 else 28.0 for n in range(halves + 1)]
    marks = strokes(((n * _MM / 2, 0.0), (n * _MM / 2, end)) for n, end in enumerate(ends))
    barrel = sheet(*rectangle(-60, -84, edge, 84))
    written = [n for n in range(0, halves + 1, 10) if n * _MM / 2 < edge - 30]
    tags = [number_tag(Fraction(n, 2), (n * _MM / 2, 60), (44.0, 27.0)) for n in written]
    return [barrel, fine((-60, 0), (edge, 0)), marks], tags


def _thimble(line: int, edge: float) -> tuple[list[Shape], list[Tag]]:
    """Return a thimble from its edge on, with the lines that are near the long line of the sleeve."""
    top = (_BESIDE + 1) * _PITCH
    drum = sheet((edge, -top), (edge, top), (edge + 150, top + 24), (edge + 150, -top - 24))
    lines = [(n, (n - line) * _PITCH) for n in range(line - _BESIDE, line + _BESIDE + 1)]
    marks = strokes(((edge, y), (edge + (26 if n % 5 else 44), y)) for n, y in lines)
    tags = [number_tag(Fraction(n % 50), (edge + 78, y), (46.0, 27.0)) for n, y in lines if n % 5 == 0]
    return [drum, marks], tags


def triple_beam(random: Random) -> Instrument:
    """Return the three beams of a balance, each with its rider."""
    shapes: list[Shape] = []
    tags = [Tag("g", (WIDTH + 68, 0), room=(40.0, 30.0))]
    riders: dict[str, Fraction] = {}
    for row, (beam, written) in enumerate(_BEAMS.items()):
        scale, y = Scale.parse(written), -110.0 * row
        riders[beam] = scale.draw_reading(random, 0.0, 0.95)
        shapes.append(sheet(*rectangle(-36, y - 38, WIDTH + 40, y + 38)))
        top = y + 38
        shapes.append(
            strokes(
                ((WIDTH * tick.part, top), (WIDTH * tick.part, top - 11 * tick.length))
                for tick in scale.ticks
            )
        )
        tags += [number_tag(n, (float(WIDTH * scale.part(n)), y - 2), (58.0, 27.0)) for n in scale.written]
        shapes.append(_rider(float(WIDTH * scale.part(riders[beam])), y + 38))
    reading = sum(riders.values(), Fraction(0))
    told = {beam: text(number) for beam, number in riders.items()}
    return Instrument(
        kind="triple-beam balance",
        told={"riders": told},
        reading=reading,
        shapes=tuple(shapes),
        tags=tuple(tags),
        steps=("triple-beam balance",),
        shows={("rider", beam): number for beam, number in told.items()},
    )


def _rider(x: float, y: float) -> Shape:
    """Return a rider on the upper edge of a beam: its tip is where it stands."""
    corners: list[Point] = [
        (x, y - 2),
        (x - 13, y + 16),
        (x - 13, y + 30),
        (x + 13, y + 30),
        (x + 13, y + 16),
    ]
    return Shape(Role.FULL, polyline(corners, closed=True))
