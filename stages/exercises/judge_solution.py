"""What mathematics says of an answer: whether its solution comes to it, and whether the steps are true.

Runs in a sandbox's child (`judge`): what strangers wrote as a formula may keep SymPy busy for ever.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from vlcorpus.stages.exercises.equations import false_equation
from vlcorpus.stages.exercises.equivalence import are_equal, option_of

# The parser tells of each formula that it cannot read, and of time-outs that are not set here.
for _talker in ("latex2sympy2_extended", "math_verify"):
    logging.getLogger(_talker).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class JudgeRequest:
    answer: str
    options: tuple[str, ...]
    said: tuple[str, ...] = ()  # answers of others, to be compared
    steps: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    equal: tuple[bool, ...]  # which of the others' say the same as the answer
    false_equation: str | None  # the first of the steps' that does not hold


def judge(request: JudgeRequest) -> Iterator[Verdict]:
    """Yield the one verdict."""
    yield Verdict(
        equal=tuple(_is_answer(request, said) for said in request.said),
        false_equation=false_equation(request.steps),
    )


def _is_answer(request: JudgeRequest, said: str) -> bool:
    """Say whether somebody's words are the answer: by its letter, or by what the option with it says."""
    if are_equal(request.answer, said):
        return True
    letter = option_of(request.answer)
    index = ord(letter) - ord("A") if letter else len(request.options)
    return (
        index < len(request.options) and option_of(said) is None and are_equal(request.options[index], said)
    )
