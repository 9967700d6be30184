"""The equations of numbers that the steps of a solution hold: each is true, or the solution is wrong.

Only sides that are numbers are compared, `(1205-5)\\div 48 = 25`; what has a variable in it is passed over.
Runs in a sandbox's child: a power of powers may keep SymPy busy for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_NOTE = re.compile(r"<<([^<>=]+)=([^<>=]+)>>")  # GSM8K's notes for a calculator
_FORMULA = re.compile(r"(?<!\\)\$([^$]+)\$")
_OPERATORS = tuple("+-*/=×÷−<>")  # behind one of them a formula is half of one
_REMAINDER = re.compile(
    r"\s*(?:[(（][^)）]{0,6}[)）])?[\s$]*(?:\\cdots|\.\.\.|…|余|,?\s*(?:with )?(?:a )?remainder)"
)
_EQUALS = re.compile(r"(?<![<>!≤≥≠≈\\])=(?!=)")
_NUMBERS = re.compile(r"(?:\\(?:frac|times|cdot|div|left|right|sqrt|,)|[-+*/^().\d\s{}\[\]×÷%,])+")
_SIGNS = {"×": r"\times ", "÷": r"\div ", "*": r"\times ", "[": "(", "]": ")", r"\,": ""}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MAX_CHARS = 200
_DIGITS = 30


def false_equation(text: str) -> str | None:
    """Return the first equation of numbers that does not hold, None where all do."""
    chains = [list(sides) for sides in _NOTE.findall(text)]
    chains += [_EQUALS.split(formula) for formula in _whole_formulas(_NOTE.sub("", text))]
    for sides in chains:
        for left, right in pairwise(sides):
            if _differ(left, right):
                return f"{left.strip()} = {right.strip()}"
    return None


def _whole_formulas(text: str) -> Iterator[str]:
    """Yield the formulas that stand for themselves: none that goes on in words, none with a remainder."""
    for found in _FORMULA.finditer(text):
        is_half = text[: found.start()].rstrip().endswith(_OPERATORS)
        if not is_half and not _REMAINDER.match(text, found.end()):
            yield found[1]


def _differ(left: str, right: str) -> bool:
    """Say whether both sides are numbers, and differ by more than a unit of the last digit written."""
    from sympy import Rational

    a, b = _value(left), _value(right)
    if a is None or b is None:
        return False
    decimals = max(_decimals(left), _decimals(right))
    allowed = Rational(1, 10**decimals) if decimals else 0
    return bool(abs(a - b).evalf(_DIGITS) > allowed)


def _value(side: str) -> Any:
    """Return the real number that a side is; None where it is anything else."""
    from latex2sympy2_extended import latex2sympy

    side = _THOUSANDS.sub("", side.strip())
    if not side or len(side) > _MAX_CHARS or "%" in side or not _NUMBERS.fullmatch(side):
        return None
    for sign, latex in _SIGNS.items():
        side = side.replace(sign, latex)
    try:
        value = latex2sympy(side)
    except Exception:  # its grammar raises what it likes for what is no formula
        return None
    return value if getattr(value, "is_number", False) and value.is_finite and value.is_real else None


def _decimals(side: str) -> int:
    return max((len(digits) for digits in re.findall(r"\.(\d+)", side)), default=0)
