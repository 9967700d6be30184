r"""How problems of plane geometry are worded.

In the words of a rule, what stands between dollars is LaTeX, in which capitals are the rule's points, small
letters its values, `v` the value that follows: "$AB$ is a diameter, so $AB = 2 \cdot r = v$."
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.numbers import latex
from vlcorpus.schemas.scenes.problem import IN_IMAGE, Problem, Step
from vlcorpus.stages.generate.posing import Wording
from vlcorpus.stages.generate.tell_problem import listed

_MATH = re.compile(r"\$([^$]*)\$")
_TWICE = re.compile(r"= ([^=$]+) = \1([,$;]|\^\\circ\$)")
_TOKEN = re.compile(r"\\[A-Za-z]+|[A-Z]+|[a-z](?:\^2)?")
_POLYGON = "polygon"
_LISTS = {"in_order", "on_circle"}
_DEGREES = {"angle", "arc"}
_KINDS = {
    "en": {3: "triangle", 4: "quadrilateral", 5: "pentagon", 6: "hexagon"},
    "zh": {3: "三角形", 4: "四边形", 5: "五边形", 6: "六边形"},
}


class GeometryWording(Wording):
    def value(self, operation: str, value: str) -> str:
        r"""Return a value as LaTeX, with its unit where it has one: `40^\circ`, `\frac{5\pi}{2}`."""
        if "pi" in value:
            above, _, below = value.replace("*", "").replace("pi", r"\pi").partition("/")
            return rf"\frac{{{above}}}{{{below}}}" if below else above
        return latex(value) + (r"^\circ" if operation in _DEGREES else "")

    def told_of(self, problem: Problem) -> list[Claim]:
        """Return what is said of how points lie: all where givens are told, else what the figure is of."""
        lies = list(problem.tellings)
        if problem.variant == IN_IMAGE:
            lies = [claim for claim in lies if claim.operation not in _LISTS]
        is_told = any(given.is_told for given in problem.givens)
        if not is_told and {claim.operation for claim in lies} <= {_POLYGON}:
            return []  # that it is a triangle need not be told alone
        return lies

    def seen_of(self, problem: Problem) -> list[Claim]:
        return []

    def slots(self, problem: Problem, claim: Claim, lang: str) -> dict[str, str]:
        """Return what stands for a phrase's slots.

        Of the first argument, `{kind}` is what a polygon is called, `{points}` lists the letters, `{lie}` is
        the verb for as many, `{last}` is the last of them, `{base}` and `{top}` are the first two and the two
        before the first: opposite sides.
        """
        arguments = [str(argument) for argument in claim.expression[1:]]
        first = arguments[0]
        return {
            "value": self.value(claim.operation, claim.value),
            "kind": _KINDS[lang].get(len(first), ""),
            "points": listed([f"${letter}$" for letter in first], lang),
            "lie": "lies" if len(first) == 1 else "lie",
            "last": first[-1],
            "base": first[:2],
            "top": first[:1:-1],
            **{str(n): argument for n, argument in enumerate(arguments)},
        }

    def step(self, template: str, problem: Problem, step: Step, lang: str) -> str:
        value = self.value(step.claim.operation, step.claim.value).removesuffix(r"^\circ")
        return step_in_words(template, step, value, _polygons(problem))


def step_in_words(template: str, step: Step, value: str, polygons: Mapping[str, str]) -> str:
    """Return the words of a rule with the points and values of one step, and polygons by their names."""

    def filled(token: re.Match[str]) -> str:
        text = token[0]
        if text.startswith("\\"):
            return text
        if text.isupper():
            name = "".join(step.points.get(letter, letter) for letter in text)
            return polygons.get("".join(sorted(name)), name)
        if text[0] == "v":
            return value + text[1:]
        if text[0] not in step.numbers:
            return text
        number = step.numbers[text[0]]
        is_term = number.isdecimal() or (len(text) == 1 and not re.search(r"[+-]", number))
        return latex(number) + text[1:] if is_term else f"({latex(number)}){text[1:]}"

    text = _MATH.sub(lambda math: f"${_TOKEN.sub(filled, math[1])}$", template)
    return _TWICE.sub(r"= \1\2", text)


def _polygons(problem: Problem) -> dict[str, str]:
    """Return the names that the text gives polygons of four corners and more, by their letters in order."""
    claims = [given.claim for given in problem.givens] + list(problem.tellings)
    names = [str(name) for claim in claims if claim.operation not in _LISTS for name in claim.expression[1:]]
    return {"".join(sorted(name)): name for name in names if len(name) > 3}
