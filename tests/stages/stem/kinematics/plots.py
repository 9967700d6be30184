"""Graphs of motion to test."""

from fractions import Fraction
from itertools import pairwise

from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.kinematics.motion import Motion, Piece
from vlcorpus.stages.stem.kinematics.plot import Plot


def piece(start, end, *coefficients):
    c0, c1, c2 = map(Fraction, (*coefficients, 0, 0)[:3])
    return Piece(Fraction(start), Fraction(end), (c0, c1, c2))


def joined(quantity, *joints, color=None):
    """Return the motion that is straight between (time, value) pairs."""
    pieces = [piece(a, b, v, Fraction(w - v, b - a)) for (a, v), (b, w) in pairwise(joints)]
    return Motion(quantity, tuple(pieces), color)


def plot(**bodies):
    quantity = next(iter(bodies.values())).quantity
    frame = Frame(
        Axis(Fraction(0), Fraction(10), Fraction(1)), Axis(Fraction(-8), Fraction(8), Fraction(1)), 10.0, 8.0
    )
    return Plot(quantity=quantity, time_unit="s", length_unit="m", frame=frame, bodies=bodies, steps=("t",))


def said(claims):
    """Return the values of claims by their expressions."""
    return {claim.expression: claim.value for claim in claims}
