"""What claims are in words: a phrasebook is a YAML file beside a discipline.

    names:                     # of each language: what names of things are called, by regular expressions
      en: [["circle ([A-Z])", "circle \\1"]]
    midpoint:                  # an operation; `count/points` is `count` where the first argument is `points`
      values: {zh: {…}}        # what values are called; itself where nothing is said
      states: {en: ["{value} is the midpoint of {0}."]}
      asks: {en: ["Which point is the midpoint of {0}?"]}
      asks_whether: {en: ["Is {value} the midpoint of {0}?"]}
    centroid:                  # an expression that names a place, and has no value
      refers: {en: ["the centroid of triangle {0}"]}

`{0}` is an argument, `{value}` the value, `{a}` the article of what follows, `{value:is|are}` the first form
where the value is 1. What an operation has no sentences for is not said. An operation whose values are `yes`
and `no` has `asks` that are answered so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, Expression

_SLOT = re.compile(r"\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}")
WORDS = {"en": {YES: "yes", NO: "no"}, "zh": {YES: "是", NO: "否"}}  # of values of any operation
_VOWELS = "aeiou"


@dataclass(frozen=True)
class Phrasebook:
    operations: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, list[tuple[re.Pattern[str], str]]]

    def state(self, claim: Claim, lang: str, random: Random) -> str | None:
        """Return a sentence that states the claim; None where there is none for it."""
        return self._say("states", claim, lang, random)

    def ask(self, claim: Claim, lang: str, random: Random) -> str | None:
        """Return a question that the claim's value answers; None where there is none for it."""
        return self._say("asks", claim, lang, random)

    def ask_whether(self, claim: Claim, lang: str, random: Random) -> str | None:
        """Return a question whether the claim holds, to be answered with yes or no."""
        return self._say("asks_whether", claim, lang, random)

    def refer(self, place: Expression, lang: str, random: Random) -> str | None:
        """Return what a place is called, as part of a sentence."""
        return self._text("refers", place, "", lang, random)

    def word(self, expression: Expression, value: str, lang: str) -> str:
        """Return what a value of the expression is called."""
        words = self._entry(expression).get("values", {}).get(lang, {})
        return words[value] if value in words else WORDS[lang].get(value) or self.name(value, lang)

    def name(self, name: str, lang: str) -> str:
        for pattern, words in self.names.get(lang, ()):
            if pattern.fullmatch(name):
                return pattern.sub(words, name)
        return name

    def _say(self, how: str, claim: Claim, lang: str, random: Random) -> str | None:
        text = self._text(how, claim.expression, claim.value, lang, random)
        return text and text[0].upper() + text[1:]

    def _text(self, how: str, expression: Expression, value: str, lang: str, random: Random) -> str | None:
        templates = self._entry(expression).get(how, {}).get(lang)
        if not templates:
            return None
        arguments = [self.name(str(argument), lang) for argument in expression[1:]]
        return _filled(random.choice(templates), arguments, self.word(expression, value, lang), value)

    def _entry(self, expression: Expression) -> Mapping[str, Any]:
        operation, *arguments = (expression,) if isinstance(expression, str) else expression
        if arguments and (found := self.operations.get(f"{operation}/{arguments[0]}")):
            return found
        return self.operations.get(str(operation), {})


@lru_cache
def read_phrasebook(path: Path) -> Phrasebook:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    names = content.pop("names", {})
    return Phrasebook(
        operations=content,
        names={
            lang: [(re.compile(pattern), words) for pattern, words in pairs] for lang, pairs in names.items()
        },
    )


def _filled(template: str, arguments: list[str], value: str, number: str) -> str:
    def fill(slot: re.Match[str]) -> str:
        name, one, many = slot.groups()
        if one is not None:
            return one if number == "1" else many
        if name == "a":
            return "an" if value[0].lower() in _VOWELS else "a"
        return value if name == "value" else arguments[int(name)]

    return _SLOT.sub(fill, template)
