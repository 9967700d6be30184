"""Records in JSON files: those of an array, or of a file that says of itself what its records are."""

import logging
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from itertools import islice
from typing import Any, ClassVar, Protocol, Self

from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.record_table import DOUBTED_STAMP, RecordTable
from vlcorpus.catalogs.sources.row_groups import refuse_unlisted
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import YieldedT_co

log = logging.getLogger(__name__)

JSON_ENDINGS = (".json",)
_ROWS = "#rows="
_ROWS_PER_PARTITION = 3200  # ours: as many as of a table
_MAX_STRETCHES = 64  # ours: each is one pass over the file, or two; a pass over 90 MB takes a second


class Records(Protocol):
    """One pass after another over a file, in memory a stretch of its records."""

    is_known: bool  # after `survey`: whether it holds records that are wanted
    n_rows: int
    is_text: bool  # all of it, in the encoding

    def survey(self) -> Self:
        """Read all of it once, and tell what it holds."""

    def sampled_names(self) -> tuple[str, ...]:
        """Return the names of the fields of the first records."""

    def records(self, first: int, stop: int) -> Iterator[dict[str, Any] | Reject]:
        """Yield the records of a stretch, or what is wrong with one."""


@dataclass(frozen=True, kw_only=True)
class RecordJson(RecordTable[YieldedT_co]):
    """One row for each record of a file. Its key is `<file>#row=<index>`.

    A file without such records is left out, and said in the log.
    """

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in JSON_ENDINGS)

    @abstractmethod
    def records_in(self, stream: BufferedReader) -> "Records":
        """Return what reads the records of a file."""

    def items_of(self, file: Item) -> list[Item]:
        """Return stretches of records; the file is read once to count them."""
        try:
            with self.open(file) as stream:
                found = self.records_in(stream).survey()
                names = found.sampled_names()
        except Reject as reject:
            refuse_unlisted(reject)
            return [replace(file, n_rows=1)]
        if not found.is_known:
            log.warning("%s: it holds no records that are read: left out", printable(file.uri))
            return []
        self.named_columns(names, file.uri)
        is_doubted = self.text_encoding is None and not found.is_text
        step = max(_ROWS_PER_PARTITION, -(-found.n_rows // _MAX_STRETCHES))
        return [
            replace(
                file,
                key=f"{file.key}{_ROWS}{first:09d}",
                stamp=file.stamp + (DOUBTED_STAMP if is_doubted else ""),
                n_bytes=file.n_bytes * n_rows // found.n_rows,
                n_rows=n_rows,
            )
            for first in range(0, found.n_rows, step)
            if (n_rows := min(step, found.n_rows - first))
        ]

    def partitions(self, items: list[Item]) -> list[Partition]:
        """Split the listing by rows: how large their images are, the file does not say."""
        left = iter(items)
        by_rows = (replace(item, n_bytes=item.n_rows or 1) for item in items)
        shared = split(by_rows, max_items=self.groups_per_partition, max_bytes=_ROWS_PER_PARTITION)
        return [Partition(one.index, tuple(islice(left, len(one.items)))) for one in shared]

    def read_file(self, items: list[Item]) -> Iterator[YieldedT_co | Rejection]:
        """Yield the rows of stretches of one file, a pass for each."""
        for item in items:
            try:
                yield from self._read_stretch(item)
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)

    @property
    def _kind(self) -> str:
        return "JSON"

    def _read_stretch(self, item: Item) -> Iterator[YieldedT_co | Rejection]:
        file_key, _, first = item.key.rpartition(_ROWS)
        with self.open(item) as stream:
            records = self.records_in(stream)
            if not file_key:
                records.survey()  # what is broken is so still, or it was mended
                raise Reject(Reason.FILE_UNREADABLE, "it was broken when it was listed", retryable=True)
            columns = self.named_columns(records.sampled_names(), item.uri)
            begin = int(first)
            for index, record in enumerate(records.records(begin, begin + (item.n_rows or 0)), start=begin):
                yield self.record_row(item, f"{file_key}#row={index}", columns, record)
