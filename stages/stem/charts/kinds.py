"""What all kinds of charts are drawn with: their list, their scales, their colours."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.charts.chart import Chart, Scale

Base = Callable[[Random], Chart]
BASES: dict[str, Base] = {}
HUES = ("red", "blue", "green", "orange", "purple", "brown", "pink", "gray")
MIN_TICKS, MAX_TICKS = 5, 10
LABELLED = 0.35  # share of charts whose values are written


def base(build: Base) -> Base:
    BASES[build.__name__] = build
    return build


def scale_to(name: str, step: int, ticks: int) -> Scale:
    """Return an axis from 0 with so many steps."""
    return Scale(name, Fraction(0), Fraction(step * ticks), Fraction(step))
