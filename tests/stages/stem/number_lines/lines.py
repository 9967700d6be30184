"""Number lines to test."""

from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.number_lines.line import Interval, Line


def line(*, notation="integer", low=-6, high=6, step=1, every=2, points=(), intervals=(), jumps=()):
    low, high, step = Fraction(low), Fraction(high), Fraction(step)
    made = Line(Random(0), notation, low, high, step, [])
    made.labels = [tick for tick in made.ticks if (tick / step) % every == 0]
    made.points = {name: Fraction(number) for name, number in dict(points).items()}
    made.intervals = dict(zip("ST", (interval(text) for text in intervals), strict=False))
    made.jumps = [(Fraction(start), Fraction(end)) for start, end in jumps]
    return made


def interval(text, level=1):
    """Return the interval that is written as `[-2, 3)`."""
    left, right = text[1:-1].split(", ")
    ends = [None if end.endswith("∞") else Fraction(end) for end in (left, right)]
    return Interval(ends[0], ends[1], text[0] == "[", text[-1] == "]", level)


def said(claims):
    """Return the values of claims by their expressions."""
    return {claim.expression: claim.value for claim in claims}
