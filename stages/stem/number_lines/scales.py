"""Scales of number lines: how far ticks are apart, which carry their number, and how numbers are written."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.number_lines.line import Line

_MIN_TICKS, _MAX_TICKS = 8, 16
_MIN_LABELS = 3
# Name: notation, distance of ticks, ticks from a label to the next.
SCALES: dict[str, tuple[str, Fraction, tuple[int, ...]]] = {
    "integers": ("integer", Fraction(1), (1, 1, 2, 5)),
    "twos": ("integer", Fraction(2), (1, 2, 5)),
    "fives": ("integer", Fraction(5), (1, 2, 4)),
    "tens": ("integer", Fraction(10), (1, 2, 5)),
    "hundreds": ("integer", Fraction(100), (1, 2)),
    "halves": ("fraction", Fraction(1, 2), (1, 2)),
    "thirds": ("fraction", Fraction(1, 3), (1, 3)),
    "quarters": ("fraction", Fraction(1, 4), (1, 2, 4)),
    "fifths": ("fraction", Fraction(1, 5), (1, 5)),
    "sixths": ("fraction", Fraction(1, 6), (2, 3, 6)),
    "eighths": ("fraction", Fraction(1, 8), (2, 4)),
    "decimal_halves": ("decimal", Fraction(1, 2), (1, 2)),
    "decimal_quarters": ("decimal", Fraction(1, 4), (2, 4)),
    "tenths": ("decimal", Fraction(1, 10), (1, 2, 5)),
    "fifths_as_decimals": ("decimal", Fraction(1, 5), (1, 5)),
    "hundredths": ("decimal", Fraction(1, 100), (2, 5)),
}


def draw_line(random: Random) -> Line:
    """Return an empty line. Its labels tell its scale: there are three of them at least."""
    name = random.choice(list(SCALES))
    notation, step, apart = SCALES[name]
    every = random.choice(apart)
    count = max(random.randint(_MIN_TICKS, _MAX_TICKS), every * _MIN_LABELS)
    first = random.randint(-count, 3) if random.random() < 0.8 else random.randint(1, 40)
    low = first * step
    ticks = [low + n * step for n in range(count + 1)]
    labels = [tick for tick in ticks if (tick / step) % every == 0]
    line = Line(random, notation, low, ticks[-1], step, labels)
    line.steps.append(name)
    return line
