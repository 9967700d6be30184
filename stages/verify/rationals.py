"""Rational numbers in the expressions of claims, for oracles that know no roots."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import as_fraction, read_number


def read_rational(text: str) -> Fraction:
    """Return a rational number of an expression. Raises Unknown for any other text."""
    try:
        found = as_fraction(read_number(text))
    except ValueError as error:
        raise Unknown(str(error)) from error
    if found is None:
        raise Unknown(f"{text} is irrational")
    return found
