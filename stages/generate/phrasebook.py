"""What claims are in words: a phrasebook is a YAML file beside a discipline.

    inscriptions:              # words that pictures have, and what is written where they have it in Chinese
      zh: {grass: 草}
    glossed: true              # Chinese sentences about an English picture say `草（grass）`, and not `grass`
    names:                     # of each language: what names of things are called, by regular expressions
      en: [["circle ([A-Z])", "circle \\1"]]
    midpoint:                  # an operation; `count/points` is `count` where the first argument is `points`,
                               # and `value/2` is `value` where there are two of them
      values: {zh: {…}}        # what values are called; itself where nothing is said
      states: {en: ["{value} is the midpoint of {0}."]}
      asks: {en: ["Which point is the midpoint of {0}?"]}
      asks_whether: {en: ["Is {value} the midpoint of {0}?"]}
    centroid:                  # an expression that names a place, and has no value
      refers: {en: ["the centroid of triangle {0}"]}
    box/circle:                # things of a kind that can be framed: `{1}` is the name of one
      refers: {en: ["{1}"]}
    count/circles:             # a count whose claims have as `things` what is counted, each of them one:
      labels: {en: ["circle"]}  # what each is called where all of them are framed or pointed at

`{0}` is an argument, `{value}` the value, `{a}` the article of the word that follows, `{value:is|are}` the
first form where the value is 1. What an operation has no sentences for is not said. An operation whose values
are `yes` and `no` has `asks` that are answered so. No sentence has a semicolon, or a mark that ends a
sentence, anywhere but at its end (schemas/scenes/captions.py). Inscriptions within a name, `step grass`, are
said as the picture has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, Expression
from vlcorpus.schemas.scenes.numbers import plain

LETTERING = "en"  # language of the words in pictures as disciplines make them
_SLOT = re.compile(r"\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}")
WORDS = {"en": {YES: "yes", NO: "no"}, "zh": {YES: "是", NO: "否"}}  # of values of any operation
_GROUP = re.compile(r"\\(?:(\d)|g<(\d)>)")  # of a name's pattern, in its words
_JOINTS = re.compile(r"(, |: | \(%\))")  # between words of one text in a picture
_NO_PHRASES = ("names", "inscriptions", "glossed")
_ARTICLE = re.compile(r"\{a\} (\w+)")
_AN = re.compile(r"8|1[18]\b|(?!one\b|eu|uni|us|U\b)[aeiouAEIOU]|hour|[FHLMNRSX](?![a-z])")


@dataclass(frozen=True)
class Phrasebook:
    operations: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, list[tuple[re.Pattern[str], str]]]
    special: frozenset[str]  # operations with entries for some arguments
    countable: frozenset[str]  # operations with labels
    patterns: Mapping[tuple[str, str, str], Sequence[str]]  # by `how`, key and language
    inscriptions: Mapping[str, Mapping[str, str]]  # by language
    is_glossed: bool
    lettering: str = LETTERING  # language of the words in the picture that is spoken of

    @classmethod
    def parse(cls, content: Mapping[str, Any]) -> Phrasebook:
        operations = {name: entry for name, entry in content.items() if name not in _NO_PHRASES}
        return cls(
            operations,
            names={
                lang: [(re.compile(pattern), words) for pattern, words in pairs]
                for lang, pairs in content.get("names", {}).items()
            },
            special=frozenset(name.partition("/")[0] for name in operations if "/" in name),
            countable=frozenset(
                name.partition("/")[0] for name, entry in operations.items() if "labels" in entry
            ),
            patterns={
                (how, name, lang): templates
                for name, entry in operations.items()
                for how, by_language in entry.items()
                if how != "values"
                for lang, templates in by_language.items()
            },
            inscriptions=content.get("inscriptions", {}),
            is_glossed=content.get("glossed", False),
        )

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
        return self._part("refers", place, lang, random)

    def label(self, count: Expression, lang: str, random: Random) -> str | None:
        """Return what each of the things that a count counts is called; None where they cannot be shown."""
        return self._part("labels", count, lang, random)

    def templates(self, how: str, expression: Expression, lang: str) -> Sequence[str]:
        """Return the sentences with slots, as `how` is: states, asks, asks_whether, refers, labels."""
        return self.patterns.get((how, self.key(expression), lang), ())

    def sentence(self, template: str, claim: Claim, lang: str) -> str:
        """Return the template with the claim in its slots; in English with a capital, if a name allows it."""
        word = self.word(claim.expression, claim.value, lang)
        text = _filled(template, self._arguments(claim.expression, lang), word, claim.value)
        if lang == "zh":
            return text
        begins_with_slot = template.startswith("{") and not template.startswith("{a}")
        return capital(text) if begins_with_slot else text[0].upper() + text[1:]

    def key(self, expression: Expression) -> str:
        """Return the name of the entry that says the expression: `count/circles`, `value/2`, or `value`."""
        operation = str(expression if isinstance(expression, str) else expression[0])
        if operation not in self.special or len(expression) == 1:
            return operation
        specials = (f"{operation}/{expression[1]}", f"{operation}/{len(expression) - 1}")
        return next((key for key in specials if key in self.operations), operation)

    def word(self, expression: Expression, value: str, lang: str) -> str:
        """Return what a value of the expression is called."""
        words = self.operations.get(self.key(expression), {}).get("values", {}).get(lang, {})
        return words[value] if value in words else WORDS[lang].get(value) or self.name(value, lang)

    def name(self, name: str, lang: str) -> str:
        for pattern, words in self.names.get(lang, ()):
            if match := pattern.fullmatch(name):
                return _GROUP.sub(lambda group: self._shown(match[int(group[1] or group[2])], lang), words)
        if self.is_glossed and lang != self.lettering and name in self.inscriptions.get(lang, {}):
            return f"{self.inscriptions[lang][name]}（{name}）"
        return plain(self._shown(name, lang))

    def inscription(self, text: str) -> str:
        """Return what a picture has where one with English words has the text, or several of them joined."""
        words = self.inscriptions.get(self.lettering, {})
        return "".join(words.get(part, part) for part in _JOINTS.split(text))

    def _shown(self, name: str, lang: str) -> str:
        """Return a name as the picture has it, if one may read it out in a sentence of that language."""
        return self.inscription(name) if lang == self.lettering else name

    def _say(self, how: str, claim: Claim, lang: str, random: Random) -> str | None:
        templates = self.templates(how, claim.expression, lang)
        return self.sentence(random.choice(templates), claim, lang) if templates else None

    def _part(self, how: str, expression: Expression, lang: str, random: Random) -> str | None:
        templates = self.templates(how, expression, lang)
        if not templates:
            return None
        return _filled(random.choice(templates), self._arguments(expression, lang), "", "")

    def _arguments(self, expression: Expression, lang: str) -> list[str]:
        return [self.name(str(argument), lang) for argument in expression[1:]]


@lru_cache
def read_phrasebook(path: Path, lettering: str = LETTERING) -> Phrasebook:
    """Return a phrasebook, to speak of pictures whose words are in the language `lettering`."""
    if lettering != LETTERING:
        return replace(read_phrasebook(path), lettering=lettering)
    return Phrasebook.parse(yaml.safe_load(path.read_text(encoding="utf-8")))


def capital(text: str) -> str:
    """Return the text with a capital; names of functions, and of hybrid orbitals (sp³), keep their own."""
    return text if re.match(r"[a-z](?![A-Za-z])|sp[²³]?(?!\w)", text) else text[0].upper() + text[1:]


def _filled(template: str, arguments: list[str], value: str, number: str) -> str:
    def fill(slot: re.Match[str]) -> str:
        name, one, many = slot.groups()
        if one is not None:
            return one if number == "1" else many
        if name == "a":
            return slot[0]
        return value if name == "value" else arguments[int(name)]

    text = _SLOT.sub(fill, template)
    return _ARTICLE.sub(lambda word: f"{'an' if _AN.match(word[1]) else 'a'} {word[1]}", text)
