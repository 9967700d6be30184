"""Numbers of problems of circuits, as labels and formulas have them."""

from __future__ import annotations

from fractions import Fraction

_MAX_ABOVE, _MAX_BELOW = 99_999, 7  # of fractions that people go on with
_DECIMALS = 3


def is_plain(value: Fraction) -> bool:
    """Say whether a value is one that people would go on with."""
    return value.numerator <= _MAX_ABOVE and (value.denominator <= _MAX_BELOW or bool(decimal(value)))


def decimal(value: Fraction) -> str:
    """Return a value as a decimal, `0.75`; an empty text where that has many places, or no end."""
    whole, rest = divmod(abs(value) * 10**_DECIMALS, 1)
    if rest:
        return ""
    digits = f"{whole:0{_DECIMALS + 1}d}"
    written = f"{digits[:-_DECIMALS]}.{digits[-_DECIMALS:]}".rstrip("0").rstrip(".")
    return f"-{written}" if value < 0 else written
