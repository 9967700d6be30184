"""Exercises in the rows of Parquet, CSV, TSV and JSONL files, and in the records of JSON."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, fields
from io import BufferedReader
from typing import Any, ClassVar

import pyarrow as pa

from vlcorpus.catalogs.sources.exercise_fields import (
    CONTEXT_NAMES,
    NAMES,
    exercise_columns,
    is_numbered_image,
)
from vlcorpus.catalogs.sources.exercise_values import answer_of, options_of, texts_of
from vlcorpus.catalogs.sources.json_lists import JsonLists
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_source import LICENSE_NAMES, as_json, as_text, taken
from vlcorpus.catalogs.sources.record_json import RecordJson
from vlcorpus.catalogs.sources.record_table import META, RecordTable
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.exercises.exercise import FoundExercise
from vlcorpus.schemas.exercises.markup import image_addresses
from vlcorpus.schemas.licence import as_spdx_writes
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection


@dataclass(frozen=True, kw_only=True)
class ExerciseTable(RecordTable[FoundExercise]):
    """One row for each row of the tables. Columns left None are found by their names."""

    reads_others: ClassVar[bool] = True
    question_column: str | None = None
    options_column: str | None = None
    answer_column: str | None = None
    solution_column: str | None = None
    images_column: str | None = None
    image_prefix: str | None = None  # with which paths of pictures begin, and which is not where these lie

    def parameters(self) -> dict:
        chosen = {f.name: getattr(self, f.name) for f in fields(self) if f.name.endswith("_column")}
        own = {"text_encoding": self.text_encoding, "image_prefix": self.image_prefix}
        return {**super().parameters(), **own, **chosen}

    def columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        names = tuple(schema.names)
        found = self.named_columns(names, uri)
        rest = [name for name in names if name not in found.values() and names.count(name) == 1]
        return found | {f"{META}{name}": name for name in rest}

    def named_columns(self, names: tuple[str, ...], uri: str) -> dict[str, str]:
        chosen = {use: getattr(self, f"{use}_column") for use in NAMES}
        for use, column in chosen.items():
            if column is not None and column not in names:
                raise ConfigError(_absent(column, use, names, uri))
        found = exercise_columns(names, chosen)
        if "question" not in found:
            raise ConfigError(_absent("question", "question", names, uri))
        return found

    def row(self, item: Item, place: str, record: dict[str, Any]) -> FoundExercise | Rejection:
        """Reasons: question_missing, question_incomplete, answer_ambiguous, text_not_a_string, text_not_utf8,
        json_broken, those of `image_of`.
        """
        uri = f"{item.uri}{place[place.rindex('#') :]}"
        rest = {use.removeprefix(META): v for use, v in record.items() if use.startswith(META)}
        try:
            return self._exercise(item, place, uri, record, rest)
        except Reject as reject:
            return self.rejection(place, uri, reject)

    def image_of(self, item: Item, value: Any) -> tuple[str, bytes]:
        """Read a path without `image_prefix`; say of one that leads nowhere which prefix is too much."""
        if not isinstance(value, str):
            return super().image_of(item, value)
        path = value.removeprefix(self.image_prefix or "")
        try:
            return super().image_of(item, path)
        except Reject as reject:
            folder, slash, name = path.rpartition("/")
            if reject.reason != Reason.FILE_MISSING or not slash or not self._lies_there(item, name):
                raise
            prefix = printable(f"{folder}/")
            detail = f"{reject.detail}; {printable(name)} is there: image_prefix={prefix} would take it"
            raise Reject(Reason.FILE_MISSING, detail) from reject

    def _lies_there(self, item: Item, name: str) -> bool:
        try:
            super().image_of(item, name)
        except Reject:
            return False
        return True

    def _exercise(
        self, item: Item, place: str, uri: str, record: dict[str, Any], rest: dict[str, Any]
    ) -> FoundExercise:
        record = _unnested(record)
        before = [*(text for name in CONTEXT_NAMES if (text := _text_of(rest, name)))]
        question = [text for text in texts_of(record.get("question")) if text.strip()]
        if not question:
            raise Reject(Reason.QUESTION_MISSING, f"{place}: its question is empty")
        options = options_of(record.get("options"))
        license = as_text(taken(rest, LICENSE_NAMES), place)
        asked = as_text("\n".join([*before, *question]), place)
        values = [*self._images(record, rest), *image_addresses(asked)]
        images = [self.image_of(item, value)[1] for value in values]
        return FoundExercise.origin(
            self.source,
            place,
            as_spdx_writes(license) or self.license,
            uri=printable(uri),
            question=asked,
            options=[as_text(option, place) for option in options],
            answer=as_text(answer_of(record.get("answer"), options), place),
            solution=as_text("\n".join(texts_of(record.get("solution"))), place),
            images=images,
            meta=as_json(rest, place) if rest else None,
        )

    def _images(self, record: dict[str, Any], rest: dict[str, Any]) -> list[Any]:
        """Return what stands for images: one, a list, those of columns `image_1`, `image_2` … in order."""
        value = record.get("images")
        found = list(value) if isinstance(value, list | tuple) else [value]
        for name in sorted(filter(is_numbered_image, rest), key=lambda name: (len(name), name)):
            found.append(rest.pop(name))
        return [one for one in found if one not in (None, "")]


@dataclass(frozen=True, kw_only=True)
class ExerciseJson(RecordJson[FoundExercise], ExerciseTable):
    """One row for each record of an array, of the first array of objects in an object, or for the object."""

    def records_in(self, stream: BufferedReader) -> JsonLists:
        return JsonLists(stream, self.text_encoding)


def _unnested(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record whose question is a text: ARC's is an object that has the options, too."""
    question = record.get("question")
    if not isinstance(question, dict):
        return record
    inner = {use: question[name] for use, name in exercise_columns(tuple(question), {}).items()}
    return record | {use: value for use, value in inner.items() if use == "question" or not record.get(use)}


def _text_of(fields: dict[str, Any], wanted: str) -> str | None:
    """Take a text that stands before the question out of `fields`."""
    value = taken(fields, (wanted,))
    return value.strip() if isinstance(value, str) and value.strip() else None


def _absent(column: str, use: str, names: tuple[str, ...], uri: str) -> str:
    """Return what is said where no column is for `use`, with the nearest of those that are there."""
    has = ", ".join(printable(name)[:60] for name in names[:50])
    by_lower = {name.lower(): name for name in reversed(names)}
    near = (difflib.get_close_matches(known, by_lower, n=1) for known in (column, *NAMES[use]))
    nearest = next((by_lower[found[0]] for found in near if found), None)
    return (
        f"{printable(uri)}: there is no column {column} for the {use}. It has {has}. "
        + (f"Did you mean {printable(nearest)[:60]}? " if nearest else "")
        + f"Say which it is: --set fields.{use}=NAME; unsaid, it is one of {', '.join(NAMES[use])}."
    )
