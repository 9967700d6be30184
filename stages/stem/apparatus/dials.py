"""Instruments with a round scale: meters of one or two ranges, gauges, stopwatches, protractors."""

from __future__ import annotations

import math
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.path import Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag
from vlcorpus.schemas.stem.apparatus import INSTRUMENTS
from vlcorpus.stages.stem.apparatus.instrument import Instrument, Scale, number_tag, text
from vlcorpus.stages.stem.apparatus.part import filled, line, rectangle, sheet, strokes

_RADIUS = 190.0
_SHORT = 15.0
_TWO_RANGES = {
    "ammeter": ("0 0.6 0.02 0.2", "0 3 0.1 1"),
    "voltmeter": ("0 3 0.1 1", "0 15 0.5 5"),
}
_ONE_RANGE = {
    "ammeter": ("0 1 0.02 0.2", "0 5 0.1 1", "0 10 0.5 2", "0 2 0.05 0.5"),
    "voltmeter": ("0 5 0.1 1", "0 10 0.2 2", "0 30 1 5", "0 6 0.2 1", "0 50 1 10"),
}
_GAUGES = ("0 60 2 10", "0 100 2 20", "0 250 5 50", "0 400 10 50", "0 160 5 20")
_BALANCES = ("0 2 0.05 0.5", "0 5 0.1 1", "0 10 0.2 2", "0 20 0.5 5", "0 1 0.02 0.2")
_PROTRACTORS = ("0 180 5 30", "0 180 5 10", "0 180 5 20", "0 180 10 30")
_CLEAR_S = range(8, 53)  # seconds at which the hand of the minutes is well between two of its lines
_ZERO: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))


def meter(random: Random, kind: str) -> Instrument:
    """Return an ammeter or a voltmeter with one range or, as schools have it, with two."""
    scales = list(map(Scale.parse, _TWO_RANGES[kind])) if random.random() < 0.65 else []
    scales = scales or [Scale.parse(random.choice(_ONE_RANGE[kind]))]
    used = random.randrange(len(scales))
    scale = scales[used]
    reading = scale.draw_reading(random, 0.06, 0.96)
    face = sheet(*rectangle(-250, -150, 250, 250))
    sweep = (math.radians(150), math.radians(30))
    ring = Shape(Role.MARK, arc((0, 0), _RADIUS, sweep[0], sweep[1] - sweep[0]))
    # The numbers of a second scale stand outside of the lines, those of the first within.
    lines, tags = _round(scales[-1], _RADIUS, sweep, 30.0 if len(scales) == 1 else -46.0)
    if len(scales) == 2:
        for number in scales[0].written:
            at = _at(_turn(scales[0], number, sweep), _RADIUS - 52)
            tags.append(number_tag(number, at, (52.0, 25.0)))
    hand = _hand(_turn(scale, reading, sweep), _RADIUS - 8)
    knob = Shape(Role.FULL, arc((0, 0), 10))
    letter = Tag(INSTRUMENTS[kind][2], (0, 62), room=(70.0, 44.0))
    ends, ends_tags = _terminals(scales, used)
    told = {"reading": text(reading), "scales": [one.told() for one in scales], "used": used}
    shows: dict[tuple[str, ...], str] = {("ranges",): str(len(scales))}
    other = None
    if len(scales) == 2:
        shows["range",] = text(scale.high)
        other = scales[1 - used].high * scale.part(reading)
    return Instrument(
        kind=kind,
        told=told,
        reading=reading,
        shapes=(face, ring, *lines, *ends, hand, knob),
        tags=(*tags, letter, *ends_tags),
        scale=scale,
        division=scale.division,
        pivot=_ZERO,
        steps=(f"{kind}, {'one range' if len(scales) == 1 else 'two ranges'}",),
        other_reading=other,
        shows=shows,
    )


def _terminals(scales: list[Scale], used: int) -> tuple[list[Shape], list[Tag]]:
    """Return the terminals of a meter, - and one for each range, with wires at - and at the one in use."""
    names = ["−", *(text(scale.high) for scale in scales)]
    spread = 170.0 if len(names) == 3 else 120.0
    shapes, tags = [], []
    for n, name in enumerate(names):
        x = -spread + 2 * spread * n / (len(names) - 1)
        is_wired = n in (0, used + 1)
        shapes.append(Shape(Role.FULL if is_wired else Role.PAPER, arc((x, -112), 13)))
        if is_wired:
            shapes.append(line((x, -112), (x, -200)))
        tags.append(Tag(name, (x, -76), room=(60.0, 27.0)))
    return shapes, tags


def gauge(random: Random) -> Instrument:
    return _full(random, "pressure gauge", random.choice(_GAUGES))


def dial_balance(random: Random) -> Instrument:
    return _full(random, "dial balance", random.choice(_BALANCES))


def _full(random: Random, kind: str, written: str) -> Instrument:
    """Return a dial that goes round for three quarters: a gauge on a pipe, or a balance under its pan."""
    scale = Scale.parse(written)
    reading = scale.draw_reading(random, 0.04, 0.96)
    sweep = (math.radians(225), math.radians(-45))
    rim = sheet_disc(_RADIUS + 52)
    lines, tags = _round(scale, _RADIUS + 34, sweep, 34.0)
    hand = _hand(_turn(scale, reading, sweep), _RADIUS + 18)
    knob = Shape(Role.FULL, arc((0, 0), 12))
    unit = Tag(INSTRUMENTS[kind][2], (0, -104), room=(90.0, 40.0))
    edge = _RADIUS + 52
    if kind == "dial balance":
        extra = [
            filled((-150, edge + 52), (150, edge + 52), (120, edge + 34), (-120, edge + 34)),
            filled(*rectangle(-14, edge - 4, 14, edge + 34)),
            filled((-110, -edge + 30), (110, -edge + 30), (150, -edge - 26), (-150, -edge - 26)),
        ]
    else:
        extra = [
            filled(*rectangle(-26, -edge - 36, 26, -edge + 4)),
            sheet(*rectangle(-44, -edge - 70, 44, -edge - 36)),
        ]
    return Instrument(
        kind=kind,
        told={"reading": text(reading), "scale": scale.told()},
        reading=reading,
        shapes=(*extra, rim, *lines, hand, knob),
        tags=(*tags, unit),
        scale=scale,
        division=scale.division,
        pivot=_ZERO,
        steps=(kind,),
    )


def stopwatch(random: Random) -> Instrument:
    """Return a stopwatch: seconds on its large dial, and minutes on a small one."""
    around = random.choice((15, 30))
    minutes, seconds = random.randrange(0, around), random.choice(_CLEAR_S)
    radius = _RADIUS + 30
    rim = sheet_disc(radius + 26)
    crown = filled(*rectangle(-20, radius + 26, 20, radius + 62))
    scale = Scale(Fraction(0), Fraction(60), Fraction(1), Fraction(5))
    top = (math.pi / 2, math.pi / 2 - math.tau)
    lines, tags = _round(scale, radius + 10, top, 34.0)
    small, middle = 62.0, (0.0, 82.0)
    few = Scale(Fraction(0), Fraction(around), Fraction(1), Fraction(5))
    inner, inner_tags = _round(few, small, top, 22.0, 6.0, (28.0, 20.0))
    inner_tags = [Tag(tag.text, (tag.at[0], tag.at[1] + middle[1]), room=tag.room) for tag in inner_tags[1:]]
    moved = [Shape(shape.role, shape.path.moved(lambda p: (p[0], p[1] + middle[1]))) for shape in inner]
    ring = Shape(Role.MARK, arc(middle, small))
    turn = math.pi / 2 - math.tau * (minutes + seconds / 60) / around
    tip = (middle[0] + 42 * math.cos(turn), middle[1] + 42 * math.sin(turn))
    hands = [line(middle, tip), _hand(math.pi / 2 - math.tau * seconds / 60, radius - 6)]
    return Instrument(
        kind="stopwatch",
        told={"minutes": str(minutes), "seconds": str(seconds)},
        reading=Fraction(60 * minutes + seconds),
        shapes=(crown, rim, *lines, ring, *moved, *hands, Shape(Role.FULL, arc((0, 0), 10))),
        tags=(*tags[1:], *inner_tags),
        pivot=_ZERO,
        steps=(f"stopwatch, {around} minutes",),
        other_reading=Fraction(seconds),
        shows={("minutes",): str(minutes), ("seconds",): str(seconds)},
    )


def protractor(random: Random) -> Instrument:
    """Return a protractor with an angle on it, of which mostly no arm is at zero."""
    scale = Scale.parse(random.choice(_PROTRACTORS))
    lines_ = [number for number in scale.lines if 0 < number < 180]
    low, high = sorted(random.sample(lines_, 2))
    if random.random() < 0.2:
        low = Fraction(0)
    if high - low < 20 or high - low > 160:
        low, high = Fraction(40), Fraction(40) + 10 * random.randint(3, 11)
    radius = 330.0
    edge = polyline([(-radius, -24), (radius, -24), (radius, 0)]) + arc((0, 0), radius, 0, math.pi)
    edge += polyline([(-radius, 0), (-radius, -24)])
    inner = arc((0, 0), 150, 0, math.pi) + polyline([(-150, 0), (150, 0)])
    lines, tags = _round(scale, radius, (0.0, math.pi), 44.0, 14.0)
    arms = [line((0, 0), _at(math.radians(float(degrees)), radius + 60)) for degrees in (low, high)]
    return Instrument(
        kind="protractor",
        told={"scale": scale.told(), "arms": [text(low), text(high)]},
        reading=high - low,
        shapes=(
            Shape(Role.LINE, edge),
            Shape(Role.MARK, inner),
            *lines,
            *arms,
            Shape(Role.FULL, arc((0, 0), 7)),
        ),
        tags=tuple(tags),
        scale=scale,
        division=scale.division,
        pivot=_ZERO,
        steps=("protractor, from zero" if low == 0 else "protractor",),
        other_reading=high if low else None,
        shows={("arm", "right"): text(low), ("arm", "left"): text(high)},
    )


def _round(
    scale: Scale,
    radius: float,
    sweep: tuple[float, float],
    inset: float,
    short: float = _SHORT,
    room: Point = (54.0, 26.0),
) -> tuple[list[Shape], list[Tag]]:
    """Return the lines of a round scale, inwards from a circle, and its numbers still further in."""
    marks, tags = [], []
    for tick in scale.ticks:
        turn = sweep[0] + tick.part * (sweep[1] - sweep[0])
        marks.append((_at(turn, radius), _at(turn, radius - tick.length * short)))
        if tick.is_written:
            tags.append(number_tag(tick.number, _at(turn, radius - 2 * short - inset + 8), room))
    return [strokes(marks)], tags


def sheet_disc(radius: float) -> Shape:
    return Shape(Role.PAPER, arc((0, 0), radius))


def _turn(scale: Scale, number: Fraction, sweep: tuple[float, float]) -> float:
    return sweep[0] + float(scale.part(number)) * (sweep[1] - sweep[0])


def _at(turn: float, radius: float) -> Point:
    return radius * math.cos(turn), radius * math.sin(turn)


def _hand(turn: float, length: float) -> Shape:
    """Return a pointer: a long thin wedge, with a short tail."""
    tip, tail = _at(turn, length), _at(turn + math.pi, 34)
    side = _at(turn + math.pi / 2, 5)
    left, right = (tail[0] + side[0], tail[1] + side[1]), (tail[0] - side[0], tail[1] - side[1])
    return Shape(Role.FULL, polyline([tip, left, right], closed=True))
