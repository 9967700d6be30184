"""Indices and exponents of labels: `CH₃`, `²³Na⁺` are set from common glyphs, smaller, and lower or higher.

Few fonts have glyphs of their own for them, so that they would be missing, or look otherwise in each.
"""

from dataclasses import dataclass
from itertools import groupby

_LOW, _HIGH = "₀₁₂₃₄₅₆₇₈₉", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_GLYPHS = str.maketrans(_LOW + _HIGH, "0123456789" + "0123456789+−")
_SIZE = 0.68  # of the font's
_FALL, _RISE = 0.2, 0.36  # of the font's size


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one size and height; `size` and `rise` are parts of the font's size."""

    text: str
    size: float = 1.0
    rise: float = 0.0


def runs(text: str) -> list[Run]:
    """Return the parts of a text by which it is set, from left to right."""
    return [_run(rise, "".join(characters)) for rise, characters in groupby(text, _rise)]


def _rise(character: str) -> float:
    return -_FALL if character in _LOW else _RISE if character in _HIGH else 0.0


def _run(rise: float, characters: str) -> Run:
    return Run(characters.translate(_GLYPHS), _SIZE, rise) if rise else Run(characters)
