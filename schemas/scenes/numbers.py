r"""Numbers of claims as people write them: `3*sqrt(2)` is `3√2` in a sentence and `3\sqrt{2}` in LaTeX.

A value may be several numbers: a point `(2, -1/2)`, a list `-2, 3`; or a share of a hundred, `25%`.
"""

from __future__ import annotations

import re

_ROOT = r"(?:\d+\*)?sqrt\(\d+\)"
_TERM = rf"(?:{_ROOT}|\d+(?:\.\d+)?)"
_SUM = rf"-?{_TERM}[+-]{_ROOT}"
_ONE = rf"(?:-?\({_SUM}\)/\d+|{_SUM}|-?{_TERM}(?:/\d+)?)%?"
_SOME = rf"{_ONE}(?:, {_ONE})*"
_NUMERIC = re.compile(rf"{_SOME}|\({_SOME}\)(?:, \({_SOME}\))*")
_EACH = re.compile(_ONE)
_FRACTION = re.compile(r"(-?)(?:\((.+)\)|([^()]+|.*sqrt\(\d+\)))/(\d+)")
_LATEX_FRACTION = re.compile(r"(-?)\\frac\{(.+?)\}\{(\d+)\}")


def is_numeric(value: str) -> bool:
    """Tell whether a value is a number, a list of numbers, or points."""
    return _NUMERIC.fullmatch(value) is not None


def plain(value: str) -> str:
    """Return a value as sentences have it, with signs for roots; what is no number stays as it is."""
    if "sqrt(" not in value or not is_numeric(value):
        return value
    return re.sub(r"\*?sqrt\((\d+)\)", r"√\1", value)


def latex(value: str) -> str:
    """Return a numeric value as LaTeX: `(1+2*sqrt(3))/5` is `\\frac{1+2\\sqrt{3}}{5}`."""
    return _EACH.sub(lambda one: _one_as_latex(one[0]), value)


def from_latex(text: str) -> str:
    """Return the value that `latex` wrote."""
    text = text.replace("\\%", "%")
    text = re.sub(r"(\d?)\\sqrt\{(\d+)\}", lambda root: f"{root[1] and root[1] + '*'}sqrt({root[2]})", text)
    return _LATEX_FRACTION.sub(_fraction_of, text)


def _one_as_latex(number: str) -> str:
    number, percent = (number[:-1], r"\%") if number.endswith("%") else (number, "")
    if fraction := _FRACTION.fullmatch(number):
        sign, sum_, term, below = fraction.groups()
        above = sum_ or term
        number = rf"{sign}\frac{{{above}}}{{{below}}}"
    return re.sub(r"\*?sqrt\((\d+)\)", r"\\sqrt{\1}", number) + percent


def _fraction_of(fraction: re.Match[str]) -> str:
    sign, above, below = fraction.groups()
    is_sum = re.search(r"[+-]", above[1:]) is not None
    return f"{sign}({above})/{below}" if is_sum else f"{sign}{above}/{below}"
