"""Numbers as axes, and what is said of them, write them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

MAX_DECIMALS = 3


def decimal(number: Fraction) -> str | None:
    """Return `-2.5` or `3`; None for a number that takes more than `MAX_DECIMALS` decimals."""
    scaled = number * 10**MAX_DECIMALS
    if scaled.denominator != 1:
        return None
    whole, part = divmod(abs(scaled.numerator), 10**MAX_DECIMALS)
    decimals = f"{part:0{MAX_DECIMALS}d}".rstrip("0")
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def steps(low: Fraction, high: Fraction, step: Fraction) -> Iterator[Fraction]:
    """Yield the numbers from `low` to `high`, both included, that are steps from `low`."""
    for n in range((high - low) // step + 1):
        yield low + n * step
