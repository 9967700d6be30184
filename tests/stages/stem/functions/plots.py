"""Pictures of graphs to test: a window of 12 by 12 with what is wanted in it."""

from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.functions.plot import Plot


def plot(*graphs, unit=1, points=(), vectors=()):
    unit = Fraction(unit)
    frame = Frame(
        Axis(Fraction(-6), Fraction(6), Fraction(1), name="x"),
        Axis(-6 * unit, 6 * unit, unit, name="y"),
        12.0,
        12.0,
    )
    made = Plot(Random(0), frame)
    for kind, *parameters in graphs:
        made.add_graph(kind, *map(Fraction, parameters))
    for name, (x, y) in dict(points).items():
        made.points[name] = (Fraction(x), Fraction(y))
    for start, x, y in vectors:
        made.add_vector(tuple(map(Fraction, start)), Fraction(x), Fraction(y))
    return made


def said(claims):
    """Return the values of claims by their expressions."""
    return {claim.expression: claim.value for claim in claims}
