"""Texts about a scene, read back: what they claim, what their options offer, what they show.

A caption is read sentence by sentence (schemas/scenes/captions.py). The options of a question stand in lines
of their own, `A. …`; its answer is a word, a letter of an option, or `\\boxed{…}`. Points and boxes are in
fenced lists (docs/formats.md), behind which a count says how many there are.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.scenes.captions import split_caption
from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.numbers import from_latex, plain
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.verify.grammar import Grammar, Unreadable, read_grammar

_OPTION = re.compile(r"([A-Z])\. (.+)")
_FENCED = re.compile(r"```json\n(.+?)\n```(?:\n(.+))?", re.DOTALL)
_BOXED = re.compile(r"\\boxed\{(.+)\}")


@dataclass(frozen=True)
class Reading:
    """What a text claims, what its options offer as wrong, and what it shows."""

    claims: tuple[Claim, ...] = ()
    wrong: tuple[Claim, ...] = ()
    place: Expression | None = None  # where a point is
    thing: Expression | None = None  # what a box frames, as the scene calls it
    shown: tuple[tuple[int, ...], ...] | None = None  # points or boxes, in thousandths of the image


def read_said(discipline: str, said: Said) -> Reading:
    """Return the reading of a text. Raises Unreadable."""
    grammar = read_grammar(discipline, said.lang)
    match said.kind, said.answer:
        case "caption", None:
            return Reading(tuple(map(grammar.claim, sentences(said.text, said.lang))))
        case "question", str(answer):
            return _question(grammar, said.text, answer)
        case "count", str(answer):
            return _count(grammar, said.text, answer, said.lang)
        case "point", str(answer):
            return Reading(place=grammar.place(said.text), shown=_located(said.text, answer))
        case "box", str(answer):
            return Reading(thing=grammar.thing(said.text), shown=_located(said.text, answer))
    raise Unreadable(f"{said.text!r}, which is a {said.kind}, has the answer {said.answer!r}")


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


def _count(grammar: Grammar, text: str, answer: str, lang: str) -> Reading:
    """A list says how many there are by its length, and once more in the words behind it."""
    asked = grammar.question(text)
    listed, total = _listed(answer)
    if listed is None:
        return Reading((Claim(asked.expression, grammar.word(answer, asked.answer)),))
    for label, _ in listed:
        counted = grammar.label(label)  # of parts of one thing among several, without the thing
        if asked.expression[: len(counted)] != counted:
            raise Unreadable(f"{text!r} is answered by {label!r}")
    if not (told := sentences(total, lang)):
        raise Unreadable(f"{text!r}: nothing follows the list of {answer!r}")
    claims = [Claim(asked.expression, str(len(listed))), *map(grammar.claim, told)]
    return Reading(tuple(claims), shown=tuple(place for _, place in listed))


def _located(text: str, answer: str) -> tuple[tuple[int, ...], ...]:
    """Return what the one place of an answer is, which is called as the text calls it."""
    listed, rest = _listed(answer)
    if listed is None or rest or [label for label, _ in listed] != [text.removeprefix("the ")]:
        raise Unreadable(f"{text!r} is not answered by {answer!r}")
    return tuple(place for _, place in listed)


def _listed(answer: str) -> tuple[list[tuple[str, tuple[int, ...]]] | None, str]:
    """Return the labels and the coordinates of a fenced list, if there is one, and what follows it."""
    fenced = _FENCED.fullmatch(answer)
    if not fenced:
        return None, answer
    try:
        listed = [_place(entry) for entry in json.loads(fenced[1])]
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable(f"{answer!r} is no list of places") from error
    return listed, fenced[2] or ""


def _place(entry: dict[str, Any]) -> tuple[str, tuple[int, ...]]:
    """Raises ValueError for what is no point and no box."""
    n = {"point_2d": 2, "bbox_2d": 4}
    ((key, coordinates),) = ((key, value) for key, value in entry.items() if key != "label")
    if key not in n or len(coordinates) != n[key]:
        raise ValueError(f"{entry} is no place")
    return str(entry["label"]), tuple(map(int, coordinates))
