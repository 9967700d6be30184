"""The rules by which problems are solved: read from rules/*.yaml, one file for each part of plane geometry.

    pythagoras/leg:            # the theorem, and which way it is used
      if:                      # what must be seen or known, A, B … standing for points, a, b … for values
        - triangle ABC         # seen in the figure
        - angle ACB = 90       # known to have this value
        - length AB = c        # known to have a value, which c stands for from there on
        - where c != 1         # a condition on values
      then: length AC = …      # what is known then: a value by a formula, or a relation, `parallel AB CD`
      en: …                    # how one says it: between dollars letters are filled in, and v is the value
      zh: …

A premise finds points for letters that stand for none yet, so those that find few stand first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from vlcorpus.stages.stem.plane_geometry.problems.arithmetic import Formula, formula

FOLDER = Path(__file__).with_name("rules")
_CONDITION = re.compile(r"where (.+?) (!?=) (.+)")


@dataclass(frozen=True, slots=True)
class Premise:
    """`length AB = c` has the operation length, of the groups AB, with the value c; others have no value."""

    operation: str
    groups: tuple[str, ...]
    value: str | None  # a letter, or a number
    letters: str  # of all groups


@dataclass(frozen=True, slots=True)
class Condition:
    left: Formula
    right: Formula
    is_equal: bool


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    name: str  # theorem, or theorem/way
    premises: tuple[Premise | Condition, ...]
    conclusion: Premise
    value: Formula | None  # of the conclusion; None for a relation
    words: dict[str, str]  # by language


@lru_cache
def read_rules(folder: Path = FOLDER) -> dict[str, Rule]:
    """Return all rules by their names. Raises ValueError where two have one name."""
    found: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if name in found:
                raise ValueError(f"{path.name}: there is a rule {name} already")
            found[name] = _rule(
                name, entry["if"], entry["then"], {lang: entry[lang] for lang in ("en", "zh")}
            )
    return found


def _rule(name: str, premises: Iterable[str], conclusion: str, words: dict[str, str]) -> Rule:
    known, _, value = conclusion.partition(" = ")
    return Rule(
        name=name,
        premises=tuple(map(_premise, premises)),
        conclusion=_statement(known),
        value=formula(value) if value else None,
        words=words,
    )


def _premise(text: str) -> Premise | Condition:
    if condition := _CONDITION.fullmatch(text):
        left, sign, right = condition.groups()
        return Condition(formula(left), formula(right), sign == "=")
    return _statement(text)


def _statement(text: str) -> Premise:
    known, _, value = text.partition(" = ")
    operation, *groups = known.split()
    return Premise(operation, tuple(groups), value or None, "".join(groups))
