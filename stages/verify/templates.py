"""Expressions with slots: `on({point}, {segment})`, written as claims are written, to be filled in.

What has no operation in it is a name or a value as it stands, `circle {point}`, `({x}, {y})`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vlcorpus.schemas.scenes.claims import Expression, written
from vlcorpus.stages.verify.patterns import Slots

_TOKEN = re.compile(r"\s*(?:([(),])|((?:\{\w+\}|[^(){},])+))")
_OPERATION = re.compile(r"\w\(")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Template:
    """An expression in which slots stand for parts of it: for an argument, or within a name."""

    expression: Expression

    @classmethod
    def parse(cls, text: str) -> Template:
        """Raises ValueError for an operation whose arguments are not closed in brackets."""
        if not _OPERATION.search(text):
            return cls(text)
        tokens = [(mark, word.strip()) for mark, word in _TOKEN.findall(text)]
        if _TOKEN.sub("", text).strip():
            raise ValueError(f"no expression: {text!r}")
        tokens.reverse()
        expression = _parsed(tokens, text)
        if tokens:
            raise ValueError(f"no expression: {text!r}, it goes on after its end")
        return cls(expression)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(_SLOT.findall(written(self.expression)))

    def filled(self, slots: Slots) -> Expression:
        """Raises KeyError for a slot that is not filled."""
        return _filled(self.expression, slots)


def _parsed(tokens: list[tuple[str, str]], text: str) -> Expression:
    """Take an expression from the end of the tokens, which come in reverse."""
    mark, word = tokens.pop() if tokens else ("", "")
    if mark or not word:
        raise ValueError(f"no expression: {text!r}")
    if not tokens or tokens[-1][0] != "(":
        return word
    parts: list[Expression] = [word]
    if tokens[-2:-1] == [(")", "")]:  # an operation without arguments
        del tokens[-2:]
        return (word,)
    while tokens.pop()[0] != ")":
        parts.append(_parsed(tokens, text))
        if not tokens or tokens[-1][0] not in (",", ")"):
            raise ValueError(f"no expression: {text!r}, a bracket is not closed")
    return tuple(parts)


def _filled(part: Expression, slots: Slots) -> Expression:
    if isinstance(part, tuple):
        return tuple(_filled(one, slots) for one in part)
    if slot := _SLOT.fullmatch(part):
        return slots[slot[1]]
    return _SLOT.sub(lambda slot: str(slots[slot[1]]), part)
