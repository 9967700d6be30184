"""A function of a kind with its parameters: its values, exact where they are rational, and as floats."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

Exact = Callable[[tuple[Fraction, ...], Fraction], Fraction | None]
_MAX_EXPONENT = 12  # of a power that still has an exact value: beyond it nothing fits into a picture
_SINE = {0: Fraction(0), 1: Fraction(1, 2), 3: Fraction(1), 5: Fraction(1, 2)}  # of 30° times the key


@dataclass(frozen=True, slots=True)
class Graph:
    """What schemas/stem/functions.py calls a graph."""

    kind: str
    parameters: tuple[Fraction, ...]
    color: str | None = None

    def at(self, x: Fraction) -> Fraction | None:
        """Return the value at x; None where there is none, or it is not rational."""
        return _EXACT[self.kind](self.parameters, x)

    @property
    def near(self) -> Callable[[float], float | None]:
        """Return the function on floats: None where it has no value."""
        function, floats = _NEAR[self.kind], tuple(map(float, self.parameters))
        return lambda x: function(floats, x)

    @property
    def corners(self) -> list[tuple[Fraction, Fraction]]:
        """Return the corners of a line of segments, from the left."""
        return list(zip(self.parameters[::2], self.parameters[1::2], strict=True))


def _linear(p: tuple[Fraction, ...], x: Fraction) -> Fraction:
    return p[0] * x + p[1]


def _quadratic(p: tuple[Fraction, ...], x: Fraction) -> Fraction:
    return p[0] * (x - p[1]) ** 2 + p[2]


def _absolute(p: tuple[Fraction, ...], x: Fraction) -> Fraction:
    return p[0] * abs(x - p[1]) + p[2]


def _cubic(p: tuple[Fraction, ...], x: Fraction) -> Fraction:
    return p[0] * (x - p[1]) * (x - p[2]) * (x - p[3])


def _exponential(p: tuple[Fraction, ...], x: Fraction) -> Fraction | None:
    if x.denominator != 1 or abs(x) > _MAX_EXPONENT:
        return None
    return p[0] * p[1] ** x.numerator + p[2]


def _logarithmic(p: tuple[Fraction, ...], x: Fraction) -> Fraction | None:
    power = _powers(p[1]).get(x - p[2])
    return None if power is None else p[0] * power


@lru_cache
def _powers(base: Fraction) -> dict[Fraction, int]:
    """Return the exponents of its powers."""
    return {base**power: power for power in range(-_MAX_EXPONENT, _MAX_EXPONENT + 1)}


def _reciprocal(p: tuple[Fraction, ...], x: Fraction) -> Fraction | None:
    return p[0] / (x - p[1]) + p[2] if x != p[1] else None


def _square_root(p: tuple[Fraction, ...], x: Fraction) -> Fraction | None:
    inner = x - p[1]
    if inner < 0:
        return None
    root = Fraction(math.isqrt(inner.numerator), math.isqrt(inner.denominator))
    return p[0] * root + p[2] if root**2 == inner else None


def _sine(p: tuple[Fraction, ...], x: Fraction) -> Fraction | None:
    turns = 12 * (x - p[2]) / p[1]  # 30° each
    if turns.denominator != 1:
        return None
    whole, rest = divmod(turns.numerator, 6)
    if rest not in _SINE:
        return None
    return p[3] + p[0] * (-_SINE[rest] if whole % 2 else _SINE[rest])


def _segments(p: tuple[Fraction, ...], x: Fraction) -> Fraction | None:
    corners = zip(p[::2], p[1::2], strict=True)
    for (x0, y0), (x1, y1) in pairwise(corners):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None


_EXACT: dict[str, Exact] = {
    "linear": _linear,
    "quadratic": _quadratic,
    "absolute value": _absolute,
    "cubic": _cubic,
    "exponential": _exponential,
    "logarithmic": _logarithmic,
    "reciprocal": _reciprocal,
    "square root": _square_root,
    "sine": _sine,
    "segments": _segments,
}


def _near_logarithm(p: tuple[float, ...], x: float) -> float | None:
    return p[0] * math.log(x - p[2]) / math.log(p[1]) if x > p[2] else None


def _near_segments(p: tuple[float, ...], x: float) -> float | None:
    for (x0, y0), (x1, y1) in pairwise(zip(p[::2], p[1::2], strict=True)):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None


_NEAR: dict[str, Callable[[tuple[float, ...], float], float | None]] = {
    "linear": lambda p, x: p[0] * x + p[1],
    "quadratic": lambda p, x: p[0] * (x - p[1]) ** 2 + p[2],
    "absolute value": lambda p, x: p[0] * abs(x - p[1]) + p[2],
    "cubic": lambda p, x: p[0] * (x - p[1]) * (x - p[2]) * (x - p[3]),
    "exponential": lambda p, x: p[0] * p[1] ** x + p[2],
    "logarithmic": _near_logarithm,
    "reciprocal": lambda p, x: p[0] / (x - p[1]) + p[2] if x != p[1] else None,
    "square root": lambda p, x: p[0] * math.sqrt(x - p[1]) + p[2] if x >= p[1] else None,
    "sine": lambda p, x: p[0] * math.sin(math.tau * (x - p[2]) / p[1]) + p[3],
    "segments": _near_segments,
}
