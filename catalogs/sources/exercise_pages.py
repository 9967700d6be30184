"""Exercises in web pages and in CNXML, also in pages that are gzipped: each element that is one."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import ClassVar

from vlcorpus.catalogs.sources.exercise_elements import PageExercise, page_exercises
from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_named, refuse_remote
from vlcorpus.catalogs.sources.image_tags import page_text
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.reading import read_whole, too_large
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.exercise import FoundExercise
from vlcorpus.schemas.exercises.markup import image_addresses
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

_HTML_ENDINGS, _XML_ENDINGS = (".html", ".htm"), (".xhtml", ".cnxml", ".xml")
_GZIPPED = ".gz"
PAGE_ENDINGS = (
    *(*_HTML_ENDINGS, *_XML_ENDINGS),
    *(f"{ending}{_GZIPPED}" for ending in (*_HTML_ENDINGS, *_XML_ENDINGS)),
)
_MAX_PAGE_BYTES = 64 << 20


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
                is_xml = _is_xml(item.uri)
                found = page_exercises(self._page(item), is_xml=is_xml)
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
        return page_text(_inflated(content, item.uri, limit) if _is_gzipped(item.uri) else content)

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


def _is_gzipped(uri: str) -> bool:
    return uri.lower().endswith(_GZIPPED)


def _is_xml(uri: str) -> bool:
    return uri.lower().removesuffix(_GZIPPED).endswith(_XML_ENDINGS)


def _inflated(content: bytes, uri: str, max_bytes: int) -> bytes:
    """Return what a gzipped file holds. Raises Reject: file_unreadable, file_too_large."""
    try:
        page = gzip.GzipFile(fileobj=BytesIO(content)).read(max_bytes + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise Reject(Reason.FILE_UNREADABLE, f"{printable(uri)} is no whole gzip: {error}") from error
    if len(page) > max_bytes:
        raise too_large(uri, f"more than {max_bytes}", max_bytes)
    return page
