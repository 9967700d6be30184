"""Types of words: what can stand in a slot of a sentence, and what it is in a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from vlcorpus.schemas.scenes.claims import NO, YES, Expression
from vlcorpus.stages.verify.patterns import Literal, Pattern, Type
from vlcorpus.stages.verify.templates import Template

_INTEGER = "(?:0|[1-9][0-9]*)"
_ROOT = "(?:[1-9][0-9]*)?√[1-9][0-9]*"
_SUM = rf"-?(?:{_INTEGER}|{_ROOT})[+-]{_ROOT}"
_NUMBER = rf"-?\({_SUM}\)/[1-9][0-9]*|{_SUM}|-?(?:{_INTEGER}|{_ROOT})(?:/[1-9][0-9]*)?|-?{_INTEGER}\.[0-9]+"


@dataclass(frozen=True)
class Names:
    """Words that a regular expression describes, and that stand for themselves."""

    regex: str

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    def words(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        for end in range(len(text), start, -1):
            if self._whole.fullmatch(text, start, end):
                yield end, text[start:end]


@dataclass(frozen=True)
class Numbers:
    """Numbers as sentences have them, `-1/2`, `0.5`, `(1+2√3)/5`. Claims write `2*sqrt(3)` for `2√3`."""

    regex: str = _NUMBER

    def words(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        for end, word in Names(self.regex).words(text, start):
            yield end, re.sub("√([0-9]+)", r"sqrt(\1)", re.sub("(?<=[0-9])√", "*√", word))


@dataclass(frozen=True)
class Phrases:
    """What things are called: patterns, and what each stands for, by the slots of the pattern."""

    meanings: tuple[tuple[Pattern, Template], ...]

    @cached_property
    def regex(self) -> str:
        return "|".join(pattern.regex for pattern, _ in self.meanings)

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        for first in dict.fromkeys((text[start : start + 1], "")):
            for pattern, template in self._by_first.get(first, ()):
                for end, slots in pattern.fits(text, start, {}):
                    yield end, template.filled(slots)

    @cached_property
    def _by_first(self) -> Mapping[str, list[tuple[Pattern, Template]]]:
        """The meanings by the character with which they begin, `""` where that is not always the same."""
        found: dict[str, list[tuple[Pattern, Template]]] = {}
        for pattern, template in self.meanings:
            match pattern.parts:
                case (Literal(text=text), *_):
                    found.setdefault(text[0], []).append((pattern, template))
                case _:
                    found.setdefault("", []).append((pattern, template))
        return found


@dataclass(frozen=True)
class AnyOf:
    """Words of one of several types."""

    types: tuple[Type, ...]

    @cached_property
    def regex(self) -> str:
        return "|".join(one.regex for one in self.types)

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        for one in self.types:
            yield from one.words(text, start)


def _literal(meanings: Mapping[str, str]) -> Phrases:
    """Return the words that mean what stands beside them."""
    return Phrases(
        tuple((Pattern((Literal(word),)), Template.parse(value)) for word, value in meanings.items())
    )


def _counts(words: str) -> AnyOf:
    """Return whole numbers in digits, or as words for 0, 1, 2 …"""
    listed = {word: str(n) for n, choices in enumerate(words.split()) for word in choices.split("/")}
    return AnyOf((Names(_INTEGER), _literal(listed)))


_ANY_LANGUAGE: Mapping[str, Type] = {"integer": Names("0|-?[1-9][0-9]*"), "number": Numbers()}
# What every grammar has, by language.
TYPES: Mapping[str, Mapping[str, Type]] = {
    "en": {
        **_ANY_LANGUAGE,
        "count": _counts("no/zero one two three four five six seven eight nine ten eleven twelve"),
        "yes_no": _literal({"yes": YES, "no": NO}),
    },
    "zh": {
        **_ANY_LANGUAGE,
        "count": _counts("零 一 二/两 三 四 五 六 七 八 九 十 十一 十二"),
        "yes_no": _literal({"是": YES, "否": NO}),
    },
}
