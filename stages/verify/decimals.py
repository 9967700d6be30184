"""Exact numbers as decimals, for the disciplines whose pictures show such."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.oracle import Unknown


def write_decimal(number: Fraction, most: int | None = None) -> str:
    """Return the number without zeros at its end. Raises Unknown for one of more than `most` decimals."""
    places, scaled = 0, number
    while scaled.denominator != 1:
        if places == most or (scaled.denominator % 2 and scaled.denominator % 5):
            raise Unknown(f"{number} has too many decimals")
        places, scaled = places + 1, scaled * 10
    digits = str(abs(scaled.numerator)).zfill(places + 1)
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def read_decimal(text: str, most: int | None = None) -> Fraction:
    """Return the number that a text writes, as `write_decimal` does. Raises Unknown for anything else."""
    try:
        number = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise Unknown(f"{text!r} is no number") from None
    if write_decimal(number, most) != text:
        raise Unknown(f"{text!r} is not how decimals are written here")
    return number
