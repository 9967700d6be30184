"""Patterns of sentences, and every way in which a text fits one.

    {Which|What} point {halves|bisects} {segment |}{segment}?

`{segment}` is a slot: a word of the type `segment` stands there. `{halves|bisects}` is a choice; of
`{segment |}` the second part is empty, so that the first may be left out. Choices hold slots and choices. Two
slots of one type are numbered, `{point1}` and `{point2}`; one that comes twice holds the same word twice. A
backslash before `{`, `|` or `}` means the character. Everything else means itself: nothing is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from vlcorpus.schemas.scenes.claims import Expression

Slots = Mapping[str, Expression]  # what stands in the slots of a pattern

_SLOT = re.compile(r"([a-z_]+)\d*")


class Type(Protocol):
    """What can stand in a slot."""

    @property
    def regex(self) -> str:
        """A regular expression, without groups, that fits all its words; it may fit more."""

    def words(self, text: str, start: int) -> Iterator[tuple[int, Expression]]:
        """Yield where each word ends that begins at `start`, and what it stands for."""


class Part(Protocol):
    """A part of a pattern."""

    @property
    def regex(self) -> str: ...

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots that are filled whatever fits."""

    def fits(self, text: str, start: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        """Yield where each fit ends that begins at `start`, and the slots filled so far."""


@dataclass(frozen=True)
class Literal:
    text: str

    @property
    def regex(self) -> str:
        return re.escape(self.text)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset()

    def fits(self, text: str, start: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        if text.startswith(self.text, start):
            yield start + len(self.text), slots


@dataclass(frozen=True)
class Slot:
    name: str
    type: Type

    @property
    def regex(self) -> str:
        return f"(?:{self.type.regex})"

    @property
    def slots(self) -> frozenset[str]:
        return frozenset([self.name])

    def fits(self, text: str, start: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        for end, value in self.type.words(text, start):
            if slots.get(self.name, value) == value:
                yield end, {**slots, self.name: value}


@dataclass(frozen=True)
class Choice:
    parts: tuple[Part, ...]

    @property
    def regex(self) -> str:
        return f"(?:{'|'.join(part.regex for part in self.parts)})"

    @property
    def slots(self) -> frozenset[str]:
        return frozenset.intersection(*(part.slots for part in self.parts))

    def fits(self, text: str, start: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        for part in self.parts:
            yield from part.fits(text, start, slots)


@dataclass(frozen=True)
class Pattern:
    """Parts that follow each other."""

    parts: tuple[Part, ...]

    @cached_property
    def regex(self) -> str:
        return "".join(part.regex for part in self.parts)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset().union(*(part.slots for part in self.parts))

    @cached_property
    def may_fit(self) -> Callable[[str], object]:
        """Tell, at little cost, of a text that does not fit; most patterns do not fit a text."""
        return re.compile(self.regex).fullmatch

    def fits(self, text: str, start: int, slots: Slots, first: int = 0) -> Iterator[tuple[int, Slots]]:
        if first == len(self.parts):
            yield start, slots
            return
        for end, filled in self.parts[first].fits(text, start, slots):
            yield from self.fits(text, end, filled, first + 1)

    def read(self, text: str) -> Iterator[Slots]:
        """Yield the slots for each way in which the whole text fits."""
        if self.may_fit(text):
            yield from (slots for end, slots in self.fits(text, 0, {}) if end == len(text))


def parse_pattern(text: str, types: Mapping[str, Type]) -> Pattern:
    """Raises ValueError, which quotes the pattern, for braces that do not match and types there are not."""
    try:
        pattern, rest = _pattern(text, types, "")
        if rest:
            raise ValueError(f"a brace closes before {rest[1:]!r}")
    except ValueError as error:
        raise ValueError(f"pattern {text!r}: {error}") from error
    return pattern


def _pattern(text: str, types: Mapping[str, Type], ends: str) -> tuple[Pattern, str]:
    """Parse up to one of the characters `ends`, or a brace that closes. Return what is left from there on."""
    parts: list[Part] = []
    literal = ""
    while text and text[0] not in ends and text[0] != "}":
        if text[0] == "{":
            if literal:
                parts.append(Literal(literal))
            literal = ""
            part, text = _braces(text[1:], types)
            parts.append(part)
        else:
            literal += text[1:2] if text[0] == "\\" else text[0]
            text = text[2:] if text[0] == "\\" else text[1:]
    if literal:
        parts.append(Literal(literal))
    return Pattern(tuple(parts)), text


def _braces(text: str, types: Mapping[str, Type]) -> tuple[Part, str]:
    """Parse a slot or a choice, whose brace has been opened already."""
    choices = []
    rest = "|" + text
    while rest.startswith("|"):
        choice, rest = _pattern(rest[1:], types, "|")
        choices.append(choice)
    if not rest:
        raise ValueError("a brace is not closed")
    if len(choices) > 1:
        return Choice(tuple(choices)), rest[1:]
    name = text[: len(text) - len(rest)]
    slot = _SLOT.fullmatch(name)
    if not slot or slot[1] not in types:
        raise ValueError(f"no type {name!r}; there are {', '.join(types)}")
    return Slot(name, types[slot[1]]), rest[1:]
