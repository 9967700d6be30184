"""Exercises in web pages and in CNXML: each element that is one, with its problem, solution and pictures.

Source: CNXML 0.8 (`exercise`, `problem`, `solution`); OpenStax' pages (`data-type="exercise"`, "problem",
"solution"); schema.org `Question` with `acceptedAnswer` as microdata.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import ClassVar

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_named, refuse_remote
from vlcorpus.catalogs.sources.image_tags import page_text
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.reading import read_whole
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.exercise import FoundExercise
from vlcorpus.schemas.exercises.markup import image_addresses
from vlcorpus.schemas.html_tokens import Tag, tokens
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".cnxml", ".xml")
_MAX_PAGE_BYTES = 64 << 20
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


@dataclass(slots=True)
class PageExercise:
    """The markup of the parts of an exercise: `question`, `solution`, `answer`."""

    parts: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ExercisePages(FileSource[FoundExercise]):
    """One row for each exercise of a page. Its key is `<page>#exercise=<number>`."""

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in PAGE_ENDINGS)
    reads_others: ClassVar[bool] = True
    pages_per_partition: int = 32
    partition_bytes: int = 64 << 20

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=self.pages_per_partition, max_bytes=self.partition_bytes)

    def parameters(self) -> dict:
        sizes = {"pages_per_partition": self.pages_per_partition, "partition_bytes": self.partition_bytes}
        return {**super().parameters(), **sizes}

    def read(self, partition: Partition) -> Iterator[FoundExercise | Rejection]:
        """Yield the exercises of each page in its order.

        Reasons: html_broken, question_missing of a page without exercises, file_missing, file_unreadable,
        file_empty, file_too_large; of an exercise also image_missing, image_not_local, image_broken,
        path_outside.
        """
        for item in partition.items:
            try:
                found = page_exercises(self._page(item))
                if not found:
                    raise Reject(Reason.QUESTION_MISSING, "the page has no element that is an exercise")
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)
                continue
            for number, exercise in enumerate(found):
                yield self._row(item, number, exercise)

    def _page(self, item: Item) -> str:
        limit = min(_MAX_PAGE_BYTES, self.max_file_bytes)
        content = read_whole(self.location(item), item.uri, item.n_bytes, limit)
        self.require_as_listed(item)
        return page_text(content)

    def _row(self, item: Item, number: int, exercise: PageExercise) -> FoundExercise | Rejection:
        key, uri = f"{item.key}#exercise={number}", f"{item.uri}#exercise={number}"
        question, answer, solution = (
            "".join(exercise.parts.get(part, ())) for part in ("question", "answer", "solution")
        )
        try:
            if not question.strip():
                raise Reject(Reason.QUESTION_MISSING, f"{key}: it has no problem")
            images = [self._image(item, address) for address in image_addresses(question)]
        except Reject as reject:
            return self.rejection(key, uri, reject)
        return FoundExercise.origin(
            self.source,
            key,
            self.license,
            uri=printable(uri),
            question=question,
            answer=answer,
            solution=solution,
            images=images,
        )

    def _image(self, item: Item, address: str) -> bytes:
        if (content := data_of(address)) is not None:
            return content
        refuse_remote(address)
        root = self.location(item)
        folder = folder_of(root, item.uri == root.public_uri)
        beside = item.uri.removeprefix(folder.public_uri).lstrip("/").rpartition("/")[0]
        return read_named(folder, (beside, ""), address, self.max_file_bytes)[1]


def page_exercises(page: str) -> list[PageExercise]:
    """Return the exercises of a page. Raises Reject html_broken where there are more than 10,000."""
    reader = _Reader()
    for token in tokens(page):
        reader.take(token)
    return reader.found


class _Reader:
    """What a page's tokens have said so far."""

    def __init__(self) -> None:
        self.found: list[PageExercise] = []
        self._open: list[
            tuple[str, str]
        ] = []  # names of elements, and what each is: exercise, a part, nothing

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
            if len(self.found) == _MAX_EXERCISES:
                raise Reject(Reason.HTML_BROKEN, f"it has more than {_MAX_EXERCISES} exercises")
            self.found.append(PageExercise())
        elif not kind:
            attributes = "".join(f' {n}="{escape(v)}"' for n, v in tag.attributes.items() if n == "src")
            self._write(f"<{tag.name}{attributes}>")
        if tag.name not in _VOID:
            self._open.append((tag.name, kind))

    def _end(self, name: str) -> None:
        while self._open:
            opened, kind = self._open.pop()
            if not kind:
                self._write(f"</{opened}>")
            if opened == name:
                return

    def _write(self, markup: str) -> None:
        part = next((kind for _, kind in reversed(self._open) if kind), "")
        if part and part != "exercise" and self.found:
            self.found[-1].parts.setdefault(part, []).append(markup)


def _kind(tag: Tag) -> str:
    """Return whether an element is an `exercise`, or a part of one; empty where it is neither."""
    said = {
        tag.name,
        *(tag.attributes.get(name, "").lower() for name in ("data-type", "itemtype", "itemprop")),
    }
    if said & set(_EXERCISES):
        return "exercise"
    return next((_PARTS[name] for name in said if name in _PARTS), "")
