"""Parquet files by their row groups: listed from the footers, read a row at a time in a child process."""

from abc import abstractmethod
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, BinaryIO, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.parquet_child import decode
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import YieldedT_co
from vlcorpus.schemas.sandbox import SandboxDied

BROKEN_PARQUET = (pa.ArrowException, OSError, UnicodeDecodeError)
FOOTER_THREADS = 16  # an object store answers in tens of milliseconds
_GROUP = "#group="
_DECODE_FILE = f"{__name__}:decode_file"
# A file of some MB may mean one image of 4 MB in each of its rows: no footer says how large a row is.
# A batch costs 0.1 ms, what is done with an image or a document milliseconds.
_BATCH_ROWS = 1
_PAGE_BUFFER_BYTES = 1 << 20  # pages are read as they are needed, not a whole column chunk at once


@dataclass(frozen=True, kw_only=True)
class RowGroups(FileSource[YieldedT_co]):
    """Rows of Parquet files; a partition is made of row groups."""

    patterns: ClassVar[tuple[str, ...]] = ("*.parquet",)
    groups_per_partition: int = 32
    partition_bytes: int = 64 << 20

    @abstractmethod
    def columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        """Return the columns to read, by what they are for. Raises ConfigError where one is not there."""

    @abstractmethod
    def row(self, item: Item, place: str, record: dict[str, Any]) -> YieldedT_co | Rejection:
        """Make the row at `place` (`<file>#row=<index>`) of the values of its columns, by their use."""

    def list_items(self) -> list[Item]:
        """Return the row groups, and the files whose footer cannot be read: these become rejections.

        Raises ConfigError for a file without a column that is needed, and where there are no rows at all.
        """
        files = super().list_items()
        with ThreadPoolExecutor(FOOTER_THREADS) as pool:
            items = [item for of_file in pool.map(self.items_of, files) for item in of_file]
        if not items:
            raise ConfigError(f"{', '.join(self.inputs)}: the {self._kind} files hold no rows. Name others.")
        return items

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=self.groups_per_partition, max_bytes=self.partition_bytes)

    def read(self, partition: Partition) -> Iterator[YieldedT_co | Rejection]:
        """Yield the rows; one of them is in memory at a time, and a Parquet page of each column.

        Reasons: what `row` rejects; parquet_broken of what is left of a row group; of a file also
        file_missing and file_unreadable.
        """
        for _, items in groupby(partition.items, key=lambda item: (item.input, item.uri)):
            yield from self.read_file(list(items))

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "groups_per_partition": self.groups_per_partition,
            "partition_bytes": self.partition_bytes,
        }

    def items_of(self, file: Item) -> list[Item]:
        try:
            with self.open(file) as stream:
                footer = opened_parquet(stream).metadata
        except Reject as reject:
            refuse_unlisted(reject)
            return [replace(file, n_rows=1)]
        self.columns(footer.schema.to_arrow_schema(), file.uri)
        groups = (footer.row_group(index) for index in range(footer.num_row_groups))
        return [
            Item(
                key=f"{file.key}{_GROUP}{index:05d}",  # Parquet knows at most 32,767 of them
                uri=file.uri,
                n_bytes=group.total_byte_size,
                stamp=file.stamp,
                n_rows=group.num_rows,
                input=file.input,
            )
            for index, group in enumerate(groups)
            if group.num_rows
        ]

    def read_file(self, items: list[Item]) -> Iterator[YieldedT_co | Rejection]:
        """Yield the rows of those items, which are row groups of one file.

        Reasons of what is left of a row group also: out_of_memory, cpu_limit, wall_limit, crash.
        """
        left = items
        while left:
            index, n_rows = 0, 0
            try:
                for reply in decode(_DECODE_FILE, (self, left), self.max_file_bytes):
                    if isinstance(reply, int):
                        index, n_rows = reply, 0
                        continue
                    n_rows += 1
                    yield reply
                return
            except SandboxDied as died:
                item = left[index]
                detail = f"from row {n_rows} of the row group on: {died.detail} (set by max_file_bytes)"
                yield self.rejection(
                    item.key, item.uri, Reject(died.reason, detail, retryable=died.retryable)
                )
                left = left[index + 1 :]

    def decode_file(self, items: list[Item]) -> Iterator[int | YieldedT_co | Rejection]:
        """Yield, in the child, the number of an item and then its rows, and so on."""
        try:
            with self.open(items[0]) as stream:
                parquet = opened_parquet(stream)
                _refuse_healed(items)
                for index, item in enumerate(items):
                    yield index
                    yield from self._read_group(parquet, item)
        except Reject as reject:  # the file cannot be read; a broken group is settled in `_read_group`
            yield from (self.rejection(item.key, item.uri, reject) for item in items)

    def value(self, scalar: pa.Scalar) -> Any:
        """Return what a row has in a column, in Python's types."""
        return scalar.as_py()

    @property
    def _kind(self) -> str:
        return "Parquet"

    def _read_group(self, parquet: pq.ParquetFile, item: Item) -> Iterator[YieldedT_co | Rejection]:
        file_key, _, group = item.key.rpartition(_GROUP)
        index = _first_row(parquet.metadata, int(group))
        columns = self.columns(parquet.metadata.schema.to_arrow_schema(), item.uri)
        try:
            for batch in parquet.iter_batches(
                batch_size=_BATCH_ROWS,
                row_groups=[int(group)],
                columns=list(dict.fromkeys(columns.values())),
                use_threads=False,  # of one row, a thread per column only costs
            ):
                yield self._row(item, f"{file_key}#row={index}", batch, columns)
                index += 1
        except Reject as reject:
            yield self.rejection(item.key, item.uri, reject)
        except BROKEN_PARQUET as error:
            yield self.rejection(item.key, item.uri, broken_parquet(error, f"from its row {index} on"))

    def _row(
        self, item: Item, place: str, batch: pa.RecordBatch, columns: dict[str, str]
    ) -> YieldedT_co | Rejection:
        try:
            record = {use: self.value(batch.column(name)[0]) for use, name in columns.items()}
        except (ValueError, OverflowError) as error:  # bytes that are no text, a date that Python has not
            uri = f"{item.uri}{place[place.rindex('#') :]}"
            return self.rejection(place, uri, broken_parquet(error, "a value in it"))
        return self.row(item, place, record)


def decode_file(request: tuple[RowGroups, list[Item]]) -> Iterator[Any]:
    """Yield what the source yields of those items of one file: what the child is asked."""
    source, items = request
    yield from source.decode_file(items)


def holds_bytes(kind: pa.DataType) -> bool:
    """Say whether it is a binary type, or a struct with such a field `bytes`."""
    if pa.types.is_struct(kind):
        return any(field.name == "bytes" and holds_bytes(field.type) for field in kind)
    is_binary = (
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_binary_view,
        pa.types.is_fixed_size_binary,
    )
    return any(test(kind) for test in is_binary)


def is_string(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)


def opened_parquet(stream: BinaryIO) -> pq.ParquetFile:
    """Open a Parquet file to be read page by page. Raises Reject parquet_broken."""
    try:
        return pq.ParquetFile(
            stream,
            buffer_size=_PAGE_BUFFER_BYTES,
            pre_buffer=False,  # it would fetch a whole column chunk
            page_checksum_verification=True,
        )
    except BROKEN_PARQUET as error:
        raise broken_parquet(error, "it has no footer that can be read") from error


def broken_parquet(error: Exception, where: str) -> Reject:
    """Return why it cannot be read; raise the error where the machine is at fault (Arrow's of memory)."""
    if machine_remedy(error):
        raise error
    return Reject(Reason.PARQUET_BROKEN, f"{where}: {type(error).__name__}: {error}")


def refuse_unlisted(reject: Reject) -> None:
    """Raise EnvironmentFailure where a file that the listing needs may be read in another run."""
    if reject.retryable:
        raise EnvironmentFailure(f"{reject.detail}. The listing needs it: run again.") from reject


def _refuse_healed(items: list[Item]) -> None:
    """Raise Reject for a file that was unreadable when it was listed: its row groups are in no plan."""
    if _GROUP not in items[0].key:
        raise Reject(
            Reason.FILE_UNREADABLE, "it could not be read when it was listed; run again", retryable=True
        )


def _first_row(footer: pq.FileMetaData, group: int) -> int:
    return sum(footer.row_group(before).num_rows for before in range(group))
