"""Texts about a scene, read back: what they claim, what their options offer, where they point.

A caption is read sentence by sentence (schemas/scenes/captions.py). The options of a question stand in lines
of their own, `A. …`; its answer is a word, a letter of an option, or `\\boxed{…}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vlcorpus.schemas.scenes.captions import split_caption
from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.numbers import from_latex, plain
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.verify.grammar import Grammar, Unreadable, read_grammar

_OPTION = re.compile(r"([A-Z])\. (.+)")
_BOXED = re.compile(r"\\boxed\{(.+)\}")


@dataclass(frozen=True)
class Reading:
    """What a text claims, what its options offer as wrong, and to which place it refers."""

    claims: tuple[Claim, ...] = ()
    wrong: tuple[Claim, ...] = ()
    place: Expression | None = None


def read_said(discipline: str, said: Said) -> Reading:
    """Return the reading of a text. Raises Unreadable."""
    grammar = read_grammar(discipline, said.lang)
    if said.answer is None:
        return Reading(tuple(map(grammar.claim, sentences(said.text, said.lang))))
    if said.kind == "point":
        return Reading(place=grammar.place(said.text))
    return _question(grammar, said.text, said.answer)


def sentences(caption: str, lang: str) -> list[str]:
    """Return the sentences without the marks at their ends. Raises Unreadable for words after the last."""
    try:
        return [sentence[:-1] for sentence in split_caption(caption, lang)]
    except ValueError as error:
        raise Unreadable(f"{caption!r}: {error}") from error


def _question(grammar: Grammar, text: str, answer: str) -> Reading:
    """With options the answer is a letter, and what the other letters offer must be wrong."""
    line, *options = text.split("\n")
    asked = grammar.question(line)
    if not options:
        if boxed := _BOXED.fullmatch(answer):
            answer = plain(from_latex(boxed[1]))
        return Reading((Claim(asked.expression, grammar.word(answer, asked.answer)),))
    values = {}
    for option in options:
        found = _OPTION.fullmatch(option)
        if not found or found[1] in values:
            raise Unreadable(f"{option!r} is no option")
        values[found[1]] = grammar.word(found[2], asked.answer)
    if answer not in values or len(set(values.values())) < len(values):
        raise Unreadable(f"{answer!r} is no option, or two options are the same: {text!r}")
    right = Claim(asked.expression, values.pop(answer))
    return Reading((right,), tuple(Claim(asked.expression, value) for value in values.values()))
