"""Types of words: what stands in a slot of a sentence, and what it is in a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from vlcorpus.schemas.scenes.claims import NO, YES, Expression
from vlcorpus.stages.verify.patterns import Literal, Pattern, Type
from vlcorpus.stages.verify.templates import Template


@dataclass(frozen=True)
class Names:
    """Words that a regular expression describes, and that stand for themselves."""

    regex: str

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        for end in range(len(text), start, -1):
            if self._whole.fullmatch(text, start, end):
                yield end, text[start:end]


@dataclass(frozen=True)
class Phrases:
    """What things are called: patterns, and what each stands for, by the slots of the pattern."""

    meanings: tuple[tuple[Pattern, Template], ...]

    @cached_property
    def regex(self) -> str:
        return "|".join(pattern.regex for pattern, _ in self.meanings)

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        for pattern, template in self.meanings:
            for end, slots in pattern.fits(text, start, {}):
                yield end, template.filled(slots)


@dataclass(frozen=True)
class Numbers:
    """Numbers as texts write them, `0.5`, `-1/2`, `3√2`; they stand for the form that claims have."""

    regex: str = r"[-−]?(?:\d+(?:\.\d+|/\d+)?|\d*√\d+(?:/\d+)?)"

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        return re.compile(r"([-−]?)(?:(\d+(?:\.\d+|/\d+)?)|(\d*)√(\d+)(/\d+)?)")

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        for end in range(len(text), start, -1):
            if found := self._parts.fullmatch(text, start, end):
                sign, rational, factor, root, divisor = found.groups()
                sign = sign and "-"
                if rational is None:
                    yield end, f"{sign}{factor and factor + '*'}sqrt({root}){divisor or ''}"
                elif not rational.endswith("/0"):
                    yield end, str(Fraction(sign + rational))


def _listed(words: str) -> Phrases:
    """Return the words for 0, 1, 2 …; several for one number stand with a stroke between them."""
    return Phrases(
        tuple(
            (Pattern((Literal(word),)), Template.parse(str(number)))
            for number, choices in enumerate(words.split())
            for word in choices.split("|")
        )
    )


@dataclass(frozen=True)
class AnyOf:
    """Words of one of several types."""

    types: tuple[Type, ...]

    @cached_property
    def regex(self) -> str:
        return "|".join(f"(?:{one.regex})" for one in self.types)

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        for one in self.types:
            yield from one.words(text, start)


def _answers(yes: str, no: str) -> Phrases:
    return Phrases(
        tuple((Pattern((Literal(word),)), Template.parse(value)) for word, value in ((yes, YES), (no, NO)))
    )


INTEGERS = Names("0|-?[1-9][0-9]*")
EN = "zero|no one two three four five six seven eight nine ten eleven twelve"
ZH = "零 一 二|两 三 四 五 六 七 八 九 十 十一 十二"
# Types that every grammar has.
TYPES: Mapping[str, Mapping[str, Type]] = {
    "en": {
        "integer": INTEGERS,
        "number": Numbers(),
        "count": AnyOf((INTEGERS, _listed(EN))),
        "yes_no": _answers("yes", "no"),
    },
    "zh": {
        "integer": INTEGERS,
        "number": Numbers(),
        "count": AnyOf((INTEGERS, _listed(ZH))),
        "yes_no": _answers("是", "否"),
    },
}
