"""The exercises of a web page or of CNXML: each element that is one, and what stands before several.

Source: CNXML 0.8 (`exercise`, `problem`, `solution`); OpenStax' pages (`data-type="exercise"`, "problem",
"solution"); schema.org `Question` with `acceptedAnswer` as microdata.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.html_tokens import Tag, tokens
from vlcorpus.schemas.reasons import Reason

_MAX_EXERCISES = 10_000
# What an element is, by its name or by its `data-type`, `itemtype`, `itemprop`.
_EXERCISES = ("exercise", "https://schema.org/question", "http://schema.org/question")
_PARTS = {"problem": "question", "solution": "solution", "acceptedanswer": "answer"}
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"),
        *("wbr", "image", "newline", "mspace"),
    )
)
_PARAGRAPHS = frozenset(("p", "para"))
# Where the exercises end that a paragraph before them speaks of.
_HEADINGS = frozenset(("section", "title", "h1", "h2", "h3", "h4", "h5", "h6"))
# "In the following exercises, simplify." says what each of them asks.
_INSTRUCTION = re.compile(r"\s*(?:In|For) the following (?:exercises?|problems?),\s*(\w)")


@dataclass(slots=True)
class PageExercise:
    """The markup of the parts of an exercise: `question`, `solution`, `answer`."""

    parts: dict[str, list[str]] = field(default_factory=dict)


def page_exercises(page: str, *, is_xml: bool = False) -> list[PageExercise]:
    """Return the exercises of a page; what is said of several stands before the question of each.

    Raises Reject html_broken where there are more than 10,000.
    """
    reader = _Reader()
    for token in tokens(page, is_xml=is_xml):
        reader.take(token)
    return reader.found


class _Reader:
    """What a page's tokens have said so far."""

    def __init__(self) -> None:
        self.found: list[PageExercise] = []
        # Names of open elements, and what each is: exercise, a part of one, a paragraph outside, nothing.
        self._open: list[tuple[str, str]] = []
        self._n_open: Counter[str] = Counter()  # of each name
        self._kinds: list[str] = []  # of the open elements, those that are something
        self._exercises: list[PageExercise] = []  # those that are open: one may stand in another
        self._paragraph: list[str] = []  # markup of the last one outside of exercises
        self._instruction = ""  # of the exercises to come

    def take(self, token: Tag | str) -> None:
        if isinstance(token, str):
            self._write(escape(token, quote=False))
        elif token.is_end:
            self._end(token.name)
        else:
            self._start(token)

    def _start(self, tag: Tag) -> None:
        kind = _kind(tag)
        if kind == "exercise":
            self._end_paragraph()
            self._begin_exercise()
        elif not kind and tag.name in _PARAGRAPHS | _HEADINGS and not self._exercises:
            kind = self._begin_paragraph(tag.name)
        elif not kind:
            attributes = "".join(f' {n}="{escape(v)}"' for n, v in tag.attributes.items() if n == "src")
            self._write(f"<{tag.name}{attributes}{'/' * tag.ends_itself}>")
        if tag.name not in _VOID and not tag.ends_itself:
            self._open.append((tag.name, kind))
            self._n_open[tag.name] += 1
            self._kinds += [kind] if kind else []

    def _end(self, name: str) -> None:
        opened = ""
        while self._n_open[name] and opened != name:
            opened = self._end_last()

    def _end_last(self) -> str:
        """End the element that was opened last, and return its name."""
        name, kind = self._open.pop()
        self._n_open[name] -= 1
        if kind:
            self._kinds.pop()
        if kind == "exercise":
            self._exercises.pop()
        elif kind == "paragraph":
            self._instruction = _instruction("".join(self._paragraph))
        elif not kind:
            self._write(f"</{name}>")
        return name

    def _begin_exercise(self) -> None:
        if len(self.found) == _MAX_EXERCISES:
            raise Reject(Reason.HTML_BROKEN, f"it has more than {_MAX_EXERCISES} exercises")
        exercise = PageExercise({"question": [self._instruction]} if self._instruction else {})
        self.found.append(exercise)
        self._exercises.append(exercise)

    def _begin_paragraph(self, name: str) -> str:
        """Return what the element is: a heading is no paragraph, and ends what the last one speaks of."""
        self._end_paragraph()
        self._paragraph, self._instruction = [], ""
        return "paragraph" if name in _PARAGRAPHS else ""

    def _end_paragraph(self) -> None:
        """End an open paragraph: in HTML many have no end tag."""
        while self._kinds and self._kinds[-1] == "paragraph":
            self._end_last()

    def _write(self, markup: str) -> None:
        part = self._kinds[-1] if self._kinds else ""
        if part == "paragraph":
            self._paragraph.append(markup)
        elif part and part != "exercise" and self._exercises:
            self._exercises[-1].parts.setdefault(part, []).append(markup)


def _instruction(paragraph: str) -> str:
    """Return what a paragraph says of each exercise behind it, as markup; empty where it says nothing."""
    begin = _INSTRUCTION.match(paragraph)
    return f"<p>{begin[1].upper()}{paragraph[begin.end() :]}</p>" if begin else ""


def _kind(tag: Tag) -> str:
    """Return whether an element is an `exercise`, or a part of one; empty where it is neither."""
    said = {
        tag.name,
        *(tag.attributes.get(name, "").lower() for name in ("data-type", "itemtype", "itemprop")),
    }
    if said & set(_EXERCISES):
        return "exercise"
    return next((_PARTS[name] for name in said if name in _PARTS), "")
