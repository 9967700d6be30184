r"""The numbers in the words of a problem: those of what it tells, and at the end of its solution the answer.

A number is taken apart: `5*sqrt(3)/2`, `\frac{5\sqrt{3}}{2}` and 2.5 times the root of 3 are of 5, 3 and 2.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

from vlcorpus.schemas.scenes.problem import Problem
from vlcorpus.schemas.scenes.rows import Said

_NAME = re.compile(r"[A-Z](?:_?\d+|_\{\d+\})")  # R1, R_1, R_{12}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BOXED = r"\boxed{"


def misnumbered(said: Said, problem: Problem) -> str | None:
    """Say which numbers in a problem's words are others than those of its claims."""
    told = sum((_numbers(given.claim.value) for given in problem.givens if given.is_told), Counter[int]())
    asked = _numbers(_NAME.sub("", said.text))
    if asked != told:
        return f"the text has the numbers {_listed(asked)}, its givens {_listed(told)}"
    _, is_boxed, end = (said.answer or "").rpartition(_BOXED)
    if not is_boxed or _numbers(end) != _numbers(problem.answer):
        return f"the solution ends in {end!r}, not in {problem.answer}"
    return None


def _numbers(text: str) -> Counter[int]:
    """Return the whole numbers that those of a text are made of; 1 is left out, as in front of a root."""
    parts = (Fraction(number).as_integer_ratio() for number in _NUMBER.findall(text))
    return Counter(whole for pair in parts for whole in pair if whole != 1)


def _listed(numbers: Counter[int]) -> str:
    return ", ".join(map(str, sorted(numbers.elements()))) or "none"
