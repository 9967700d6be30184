"""Graphs of motion: a kind of motion, units and scales, at random."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.axes.numbers import decimal, steps
from vlcorpus.stages.stem.kinematics.bases import BASES
from vlcorpus.stages.stem.kinematics.motion import Motion, Piece
from vlcorpus.stages.stem.kinematics.plot import Plot

_LETTERS = ("AB", "PQ", "KL", "CD", "MN")
_HUES = ("red", "blue", "green", "orange", "purple", "brown")
_COLORED = 0.5
_SCALES = {  # unit of time, of length, seconds or others from a grid line to the next, lengths likewise
    "position": (
        ("s", "m", (1, 2, 5), (1, 2, 5, 10)),
        ("min", "m", (1, 2, 5), (50, 100, 200)),
        ("h", "km", (1,), (5, 10, 20)),
    ),
    "velocity": (
        ("s", "m", (1, 2, 5), (1, 2, 5)),
        ("h", "km", (1,), (10, 20)),
        ("s", "cm", (1, 2), (2, 5, 10)),
    ),
    "acceleration": (("s", "m", (1, 2), (1, 2)),),
}
_SYMBOLS = {"position": "x", "velocity": "v", "acceleration": "a"}
_WIDTH, _HEIGHT = (10.0, 12.0), (7.0, 8.5)


def compose(random: Random) -> Plot:
    """Return a graph. Raises Unfit where what was drawn at random makes none that is clear."""
    name = random.choice(list(BASES))
    quantity, build = BASES[name]
    motions = build(random)
    scales = [
        scale for scale in _SCALES[quantity] if scale[0] == "s" or not _is_accelerated(quantity, motions)
    ]
    time_unit, length_unit, times, lengths = random.choice(scales)
    time_step, value_step = Fraction(random.choice(times)), Fraction(random.choice(lengths))
    scaled = [_scaled(motion, time_step, value_step) for motion in motions]
    if len(scaled) > 1 and random.random() < 0.5:
        scaled.reverse()
    if random.random() < _COLORED:
        hues = random.sample(_HUES, len(scaled))
        scaled = [replace(motion, color=hue) for motion, hue in zip(scaled, hues, strict=True)]
    plot = Plot(
        quantity=quantity,
        time_unit=time_unit,
        length_unit=length_unit,
        frame=_frame(random, scaled, time_step, value_step),
        bodies=dict(zip(random.choice(_LETTERS), scaled, strict=False)),
        steps=(name,),
    )
    axes = (("t", plot.frame.x, time_unit), (_SYMBOLS[quantity], plot.frame.y, plot.unit(quantity)))
    x, y = (replace(axis, name=f"{symbol} ({unit})") for symbol, axis, unit in axes)
    return replace(plot, frame=replace(plot.frame, x=x, y=y))


def _is_accelerated(quantity: str, motions: list[Motion]) -> bool:
    """Say whether a velocity changes steadily anywhere: that takes seconds, and not minutes or hours."""
    order = 2 if quantity == "position" else 1
    return any(piece.coefficients[order] for motion in motions for piece in motion.pieces)


def _scaled(motion: Motion, time_step: Fraction, value_step: Fraction) -> Motion:
    """Return the motion in units of its axes. It was made in grid lines."""
    pieces = []
    for piece in motion.pieces:
        c0, c1, c2 = piece.coefficients
        scaled = (c0 * value_step, c1 * value_step / time_step, c2 * value_step / time_step**2)
        pieces.append(Piece(piece.start * time_step, piece.end * time_step, scaled))
    return replace(motion, pieces=tuple(pieces))


def _frame(random: Random, motions: list[Motion], time_step: Fraction, value_step: Fraction) -> Frame:
    """Return axes that show all motions, with a grid line to spare, and numbers at some of their ticks."""
    values = [
        piece.at(time) for motion in motions for piece in motion.pieces for time in (piece.start, piece.end)
    ]
    values += [piece.at(turn) for motion in motions for piece in motion.pieces if (turn := piece.turn)]
    end = max(motion.end for motion in motions)
    low = min(Fraction(0), min(values) - value_step) if min(values) < 0 else Fraction(0)
    high = max(values) + value_step
    if (high - low) / value_step < 4:
        raise Unfit("the graph is flat")
    axes = []
    for start, stop, step in ((Fraction(0), end + time_step, time_step), (low, high, value_step)):
        every = random.choice((1, 1, 2))
        ticks = list(steps(-(-start // step) * step, stop, step))
        labels = tuple((tick, decimal(tick) or "") for tick in ticks if (tick / step) % every == 0)
        axes.append(Axis(start, stop, step, labels))
    return Frame(axes[0], axes[1], random.uniform(*_WIDTH), random.uniform(*_HEIGHT))
