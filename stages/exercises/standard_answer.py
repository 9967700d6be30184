"""An answer in its standard form: letters of options, a formula in LaTeX, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vlcorpus.schemas.exercises.exercise import AnswerKind
from vlcorpus.schemas.exercises.options import LETTERS
from vlcorpus.stages.exercises.equivalence import option_in

_LETTERS = re.compile(r"[A-Z](?:, [A-Z])*")
_ALONE = re.compile(r"\$([^$]+)\$")
_NUMBER = r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:/\d+)?"
_PLAIN = re.compile(rf"(?:\\?[$¥€£])?({_NUMBER})\s*(%|°)?")
_WITH_UNIT = re.compile(rf"({_NUMBER})\s*([A-Za-zμΩ\u4e00-\u9fff]{{1,12}})(?:\$?\^\{{?(\d)\}}?\$?|([²³]))?")
_NUMBERS_OF_STATEMENTS = re.compile(r"(?:\d\.){2}\d(?:\.\d)*\.?")  # `1.3.5.6.`: which ones are right
_LIST_OR_DECIMAL = re.compile(r"\d\.\d\.")  # statements 3 and 4, or 3.4 and a full stop: nobody can tell
_SQUARES = {"²": "2", "³": "3"}
_END = re.compile(r"\s*[.。．;；]\s*$")


@dataclass(frozen=True, slots=True)
class StandardAnswer:
    text: str
    kind: AnswerKind


def standard_answer(answer: str, options: list[str]) -> StandardAnswer:
    """Return the answer in its standard form. Several lines are several answers, with `;` between them."""
    if _NUMBERS_OF_STATEMENTS.fullmatch(answer.strip()):
        answer = ", ".join(answer.strip(" .").split("."))
    if _LIST_OR_DECIMAL.fullmatch(answer.strip()):
        return StandardAnswer("", AnswerKind.WORDS)
    answer = _END.sub("", answer.strip())
    if options:
        return _option(answer, options)
    parts = [_END.sub("", line.strip()) for line in answer.split("\n") if line.strip()]
    formulas = [_formula(part) for part in parts]
    if parts and all(formulas):
        return StandardAnswer(r";\ ".join(filter(None, formulas)), AnswerKind.MATHEMATICS)
    return StandardAnswer("; ".join(parts), AnswerKind.WORDS)


def _option(answer: str, options: list[str]) -> StandardAnswer:
    """Return the letter of the answer, that of the option which says the same words included."""
    if _LETTERS.fullmatch(answer):
        return StandardAnswer(answer, AnswerKind.OPTION)
    if letter := option_in(answer):
        return StandardAnswer(letter, AnswerKind.OPTION)
    if options.count(answer) == 1:
        return StandardAnswer(LETTERS[options.index(answer)], AnswerKind.OPTION)
    return StandardAnswer(answer, AnswerKind.WORDS)


def _formula(text: str) -> str | None:
    """Return a text as LaTeX where it is a formula, or a number with its unit; None for words."""
    if found := _ALONE.fullmatch(text):
        return found[1].strip()
    if (found := _PLAIN.fullmatch(text)) and found[1]:
        return _number(found[1]) + {"%": r"\%", "°": r"^{\circ}", None: ""}[found[2]]
    if (found := _WITH_UNIT.fullmatch(text)) and found[1]:
        power = found[3] or _SQUARES.get(found[4] or "", "")
        return rf"{_number(found[1])}\ \text{{{found[2]}}}" + (f"^{{{power}}}" if power else "")
    return None


def _number(text: str) -> str:
    text = text.replace("−", "-").replace(",", "")
    numerator, slash, denominator = text.partition("/")
    if not slash:
        return text
    sign = "-" if numerator.startswith("-") else ""
    return rf"{sign}\frac{{{numerator.lstrip('+-')}}}{{{denominator}}}"
