"""A problem about a scene: what is given, what is asked, and a solution in steps that can be checked.

Everything in it is a claim (schemas/scenes/claims.py): a given is told, a step concludes one from others by a
named rule, and the last step's is the answer. Values are written as there, and `5*pi/2` is a number too.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from vlcorpus.schemas.scenes.claims import Claim, Expression, from_json

PI = "*pi"
# Where the givens of a problem stand that have values: drawn beside what they are of, or told.
IN_IMAGE, IN_TEXT, IN_BOTH = "image", "text", "both"


@dataclass(frozen=True, slots=True)
class Given:
    claim: Claim
    is_drawn: bool  # the image shows it: its value as a label, a right angle or equal parts by marks
    is_told: bool  # the text says it


@dataclass(frozen=True, slots=True)
class Step:
    """One conclusion. `inputs` are numbers of givens, counted from 0, and of steps, counted on after."""

    rule: str
    inputs: tuple[int, ...]
    claim: Claim
    points: dict[str, str] = field(default_factory=dict)  # names for the letters of the rule's words
    numbers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    givens: tuple[Given, ...]
    asked: Expression
    answer: str
    steps: tuple[Step, ...]
    variant: str  # IN_IMAGE, IN_TEXT or IN_BOTH
    text_solvable: bool  # nothing that it takes is only in the image
    depth: int  # steps of the longest chain from a given to the answer
    unknown: str | None = None  # the letter by which the image marks what is asked
    tellings: tuple[Claim, ...] = ()  # what the text says of how points lie; the image shows it

    @property
    def claims(self) -> list[Claim]:
        """Return what steps refer to by their inputs: the claims of the givens, then of the steps."""
        return [given.claim for given in self.givens] + [step.claim for step in self.steps]


def problem_to_json(problem: Problem) -> str:
    return json.dumps(asdict(problem), ensure_ascii=False, separators=(",", ":"))


def problem_from_json(text: str) -> Problem:
    """Return the problem that `problem_to_json` wrote. Raises ValueError, KeyError, TypeError."""
    raw = json.loads(text)
    return Problem(
        **raw
        | {
            "givens": tuple(Given(**given | {"claim": _claim(given["claim"])}) for given in raw["givens"]),
            "steps": tuple(
                Step(**step | {"claim": _claim(step["claim"]), "inputs": tuple(step["inputs"])})
                for step in raw["steps"]
            ),
            "asked": _expression(raw["asked"]),
            "tellings": tuple(map(_claim, raw["tellings"])),
        }
    )


def _claim(raw: dict[str, Any]) -> Claim:
    return Claim(_expression(raw["expression"]), raw["value"])


def _expression(raw: object) -> Expression:
    return from_json(json.dumps(raw))
