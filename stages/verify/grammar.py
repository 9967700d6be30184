"""How sentences of a discipline are read: `stages/verify/<discipline>/grammar.yaml`.

    types:                                   # what can stand in slots, beside integer, number, count, yes_no
      point: "[A-Z]"                         # a regular expression: such words stand for themselves
      circle:                                # what words stand for: each with its patterns
        circle {point}: {en: "{circle |⊙}{point}", zh: "{圆|⊙}{point}"}
      middle:                                # a word may stand for an expression
        midpoint({segment}): {en: "the midpoint of {segment}", zh: "{segment}的中点"}
    statements:                              # what a sentence claims; without the mark at its end
      on({point}, {segment}) = yes:
        en: ["{point} lies on {segment |}{segment}", …]
        zh: […]
    questions:                               # the answer is read as the type after the `=`
      midpoint({segment}) = {point}: …
      on({point}, {segment}) = {yes_no}: …
      is(kind({polygon}), {kind}) = {yes_no}: …
    places:                                  # what is pointed at
      halfway({segment}): …
    things:                                  # what is framed: names of things of the scene
      segment {segment}: …
    labels:                                  # what each of the things is called that are counted
      count(circles): {en: circle, zh: 圆}

Patterns are explained in patterns.py. They are written as within a sentence: `the midpoint`, not `The`. A
grammar is strict. What fits no pattern is not read, and neither is what fits two that mean different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.stages.verify.patterns import Pattern, Type, parse_pattern
from vlcorpus.stages.verify.templates import Template
from vlcorpus.stages.verify.words import TYPES, Names, Phrases

Meaning = TypeVar("Meaning")
_GROUP = 8  # rules whose patterns are tried at once


class Unreadable(ValueError):
    """A text that says nothing a grammar knows, or more than one thing. It says which text."""


@dataclass(frozen=True)
class Question:
    """What is asked for, and of which type the answer is."""

    expression: Expression
    answer: str


@dataclass(frozen=True)
class Rule:
    """A pattern of one section of a grammar, and what it means by its slots."""

    pattern: Pattern
    expression: Template
    value: Template  # of a question: the type of its answer; of a place: nothing

    def fits(self, text: str) -> Iterator[tuple[Expression, str]]:
        for slots in self.pattern.read(text):
            yield self.expression.filled(slots), str(self.value.filled(slots))


@dataclass(frozen=True)
class Rules:
    """The rules of a section. A text is held to some at once, for it fits few of them."""

    rules: tuple[Rule, ...]

    def fits(self, text: str) -> Iterator[tuple[Expression, str]]:
        for may_fit, rules in self._groups:
            if may_fit(text):
                for rule in rules:
                    yield from rule.fits(text)

    @cached_property
    def _groups(self) -> list[tuple[Callable[[str], object], tuple[Rule, ...]]]:
        starts = range(0, len(self.rules), _GROUP)
        groups = [self.rules[start : start + _GROUP] for start in starts]
        return [
            (re.compile("|".join(rule.pattern.regex for rule in group)).fullmatch, group) for group in groups
        ]


@dataclass(frozen=True)
class Grammar:
    """What sentences of one language mean."""

    types: Mapping[str, Type]
    statements: Rules
    questions: Rules
    places: Rules
    things: Rules
    labels: Rules

    def claim(self, sentence: str) -> Claim:
        """Return what a sentence claims, without the mark at its end. Raises Unreadable."""
        return Claim(*_meaning(self.statements, sentence))

    def question(self, text: str) -> Question:
        """Return what a question asks for. Raises Unreadable."""
        return Question(*_meaning(self.questions, text))

    def place(self, text: str) -> Expression:
        """Return which place a text refers to. Raises Unreadable."""
        expression, _ = _meaning(self.places, text)
        return expression

    def thing(self, text: str) -> Expression:
        """Return which thing of the scene a text refers to. Raises Unreadable."""
        name, _ = _meaning(self.things, text)
        return name

    def label(self, text: str) -> Expression:
        """Return the count that counts what is called so. Raises Unreadable."""
        count, _ = _meaning(self.labels, text)
        return count

    def word(self, text: str, type_: str) -> str:
        """Return the value that a word of a type stands for, an answer or an option. Raises Unreadable."""
        words = self.types[type_].words
        found: set[str] = set()
        for form in _forms(text):  # as it is written first: of letters, `C` is another than `c`
            found = found or {str(value) for end, value in words(form, 0) if end == len(form)}
        return _one(found, text)


def _forms(text: str) -> tuple[str, ...]:
    """Return the text, and as it were within a sentence: a capital may be one of a name, or of the start."""
    small = text[:1].lower() + text[1:]
    return (text,) if small == text else (text, small)


def _meaning(rules: Rules, text: str) -> tuple[Expression, str]:
    return _one({meaning for form in _forms(text) for meaning in rules.fits(form)}, text)


def _one(found: set[Meaning], text: str) -> Meaning:
    if len(found) != 1:
        several = "; ".join(sorted(map(str, found)))
        raise Unreadable(f"{text!r} means {f'several things: {several}' if found else 'nothing'}")
    return found.pop()


@lru_cache
def has_grammar(discipline: str) -> bool:
    return _path(discipline).is_file()


@lru_cache
def read_grammar(discipline: str, lang: str) -> Grammar:
    """Return the grammar of a discipline. Raises ValueError where its file is not as it must be."""
    return parse_grammar(yaml.safe_load(_path(discipline).read_text(encoding="utf-8")), lang)


def _path(discipline: str) -> Path:
    return Path(__file__).parent / discipline / "grammar.yaml"


def parse_grammar(content: Mapping[str, Any], lang: str) -> Grammar:
    """Raises ValueError for a pattern or an expression that is none, and for slots that nothing fills."""
    types = dict(TYPES[lang])
    for name, words in content["types"].items():
        if isinstance(words, str):
            types[name] = Names(words)
        else:
            rules = _rules(words, types, lang)
            types[name] = Phrases(tuple((rule.pattern, rule.expression) for rule in rules))
    return Grammar(
        types,
        statements=Rules(tuple(_rules(content["statements"], types, lang))),
        questions=Rules(tuple(_rules(content["questions"], types, lang, is_answered=True))),
        places=Rules(tuple(_rules(content.get("places", {}), types, lang))),
        things=Rules(tuple(_rules(content.get("things", {}), types, lang))),
        labels=Rules(tuple(_rules(content.get("labels", {}), types, lang))),
    )


def _rules(
    entries: Mapping[str, Any], types: Mapping[str, Type], lang: str, *, is_answered: bool = False
) -> Iterator[Rule]:
    """Yield each meaning with each of its patterns in a language: they may be the same in all, or in one."""
    for meaning, by_language in entries.items():
        expression, _, value = str(meaning).partition(" = ")
        if is_answered:
            value = _type(value, types)
        patterns = by_language.get(lang, []) if isinstance(by_language, dict) else by_language
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            rule = Rule(parse_pattern(pattern, types), Template.parse(expression), Template.parse(value))
            if unfilled := (rule.expression.slots | rule.value.slots) - rule.pattern.slots:
                raise ValueError(f"{pattern!r} does not always tell {', '.join(sorted(unfilled))}")
            yield rule


def _type(slot: str, types: Mapping[str, Type]) -> str:
    """Return the type of an answer, which stands where a value does: `{point}`."""
    if slot[1:-1] not in types:
        raise ValueError(f"an answer is of a type, not {slot!r}; there are {', '.join(types)}")
    return slot[1:-1]
