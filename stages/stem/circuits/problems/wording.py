r"""How problems of circuits are worded.

In the words of a law, these stand in pointed brackets: of what its step concludes, `<it>` is what it is
called, `<value>` its value, and `<x>` what it is of. Of what a step takes, the value of each quantity is
called by its sign, `<U>`, `<I>`, `<R>`, `<P>`, `<Q>`, `<W>`, `<t>`; where it is of another, `<from>` is
that one, and `<R'>`, `<U'>`, `<I'>` are those of `<x>`. In laws of parts, `<parts>` are all of them and
`<group>` is the whole, `<sum>` has the values of the parts with plus signs, `<inverses>` one by each; where
a part is concluded, `<whole>` is the value of the whole, `<rest>` has those of the others with minus signs,
`<others>` one by each.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.problem import IN_TEXT, Problem, Step
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.generate.posing import Wording
from vlcorpus.stages.stem.circuits.layout import BATTERY
from vlcorpus.stages.stem.circuits.problems.connection import connected, group, named
from vlcorpus.stages.stem.circuits.problems.written import decimal

PHRASES = Path(__file__).with_name("phrases.yaml")
_SLOT = re.compile(r"<([\w']+)>")
_SIGNS = {
    "voltage": "U",
    "current": "I",
    "resistance": "R",
    "power": "P",
    "charge": "Q",
    "energy": "W",
    "time": "t",
}
_UNITS = {
    "resistance": r"\Omega",
    "voltage": r"\mathrm{V}",
    "current": r"\mathrm{A}",
    "power": r"\mathrm{W}",
    "time": r"\mathrm{s}",
    "charge": r"\mathrm{C}",
    "energy": r"\mathrm{J}",
}
_LIST = {"en": (", ", " and "), "zh": ("、", "与")}


class CircuitWording(Wording):
    def value(self, operation: str, value: str) -> str:
        r"""Return a value as LaTeX with its unit: `0.5\,\mathrm{A}`, and `\frac{4}{3}\,\Omega`."""
        exact = Fraction(value)
        number = decimal(exact) or rf"\frac{{{exact.numerator}}}{{{exact.denominator}}}"
        return rf"{number}\,{_UNITS[operation]}"

    def told_of(self, problem: Problem) -> list[Claim]:
        """Return how all is connected, where the text alone is to tell the values."""
        return list(problem.tellings) if problem.variant == IN_TEXT else []

    def seen_of(self, problem: Problem) -> list[Claim]:
        return [] if problem.variant == IN_TEXT else list(problem.tellings)

    def slots(self, problem: Problem, claim: Claim, lang: str) -> dict[str, str]:
        if claim.operation == "connected":
            return {"connected": connected(claim.expression[1], lang)}
        if claim.operation in ("cut_off", "bridged"):
            return {"load": named(claim.arguments[0], lang), "switch": claim.arguments[1]}
        return {
            "value": self.value(claim.operation, claim.value),
            "it": _noun(problem, claim.expression, lang),
            "x": _of(problem, claim.arguments, lang),
        }

    def step(self, template: str, problem: Problem, step: Step, lang: str) -> str:
        """Return the words of a law with the names and values of one step."""
        inputs = [problem.claims[n] for n in step.inputs]
        words = {
            "it": _noun(problem, step.claim.expression, lang),
            "value": self.value(step.claim.operation, step.claim.value),
            "x": _of(problem, step.claim.arguments, lang),
            **self._of_inputs(problem, step.claim, inputs, lang),
            **self._of_parts(problem, step.claim, inputs, lang),
        }
        text = _SLOT.sub(lambda slot: words[slot[1]], template)
        return text[0].upper() + text[1:]

    def _of_inputs(self, problem: Problem, claim: Claim, inputs: list[Claim], lang: str) -> dict[str, str]:
        words: dict[str, str] = {}
        is_of_two = any(one.arguments not in ((), claim.arguments) for one in inputs)
        for one in inputs:
            sign = _SIGNS[one.operation]
            is_own = is_of_two and one.arguments == claim.arguments
            words[f"{sign}'" if is_own else sign] = self.value(one.operation, one.value)
            if one.arguments not in ((), claim.arguments):
                words["from"] = _of(problem, one.arguments, lang)
        return words

    def _of_parts(self, problem: Problem, claim: Claim, inputs: list[Claim], lang: str) -> dict[str, str]:
        """Return what words of a whole and its parts have: the whole is what all others are in."""
        alike = [one for one in inputs if one.operation == claim.operation]
        whole = next((one for one in alike if _is_whole_of(one, [*alike, claim])), claim)
        parts = [one for one in [*alike, claim] if one is not whole]
        values = {one: self.value(one.operation, one.value) for one in [*alike, claim]}
        others = [values[one] for one in alike if one is not whole]
        comma, last = _LIST[lang]
        names = sorted((_of(problem, one.arguments, lang) for one in parts), key=len)
        return {
            "parts": comma.join(names[:-1]) + last + names[-1] if len(names) > 1 else "".join(names),
            "sum": " + ".join(others),
            "inverses": " + ".join(rf"\frac{{1}}{{{one}}}" for one in others),
            "whole": values[whole],
            "rest": " - ".join(others),
            "others": " - ".join(rf"\frac{{1}}{{{one}}}" for one in others),
            "group": _of(problem, whole.arguments, lang),
        }


def _is_whole_of(one: Claim, claims: list[Claim]) -> bool:
    names = set(one.arguments)
    return names == {BATTERY} or all(names.issuperset(other.arguments) for other in claims)


def _noun(problem: Problem, expression: Expression, lang: str) -> str:
    """Return what a quantity is called: `the current through R1`, `the reading of ammeter A1`."""
    template = read_phrasebook(PHRASES).templates("refers", expression, lang)[0]
    return template.replace("{x}", _of(problem, tuple(map(str, expression[1:])), lang))


def _of(problem: Problem, names: tuple[str, ...], lang: str) -> str:
    """Return what a quantity is of."""
    if len(names) < 2:
        return named(names[0], lang) if names else ""
    connection = next(claim.expression[1] for claim in problem.tellings if claim.operation == "connected")
    return group(connection, names, lang)
