"""Parquet files that hold files: a binary column, or the `{bytes, path}` of Hugging Face `datasets`."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, BinaryIO, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from catalogs.sources.file_source import FileSource
from catalogs.sources.location import printable
from catalogs.sources.reading import too_large
from catalogs.sources.source import Item, Partition, split
from schemas.errors import ConfigError, EnvironmentFailure, Reject
from schemas.file import FileRow
from schemas.reasons import Reason
from schemas.rejection import Rejection

_GROUP = "#group="
_FOOTER_THREADS = 16  # an object store answers in tens of milliseconds
_BATCH_BYTES = 8 << 20
_PAGE_BUFFER_BYTES = 1 << 20  # pages are read as they are needed, not a whole column chunk at once
_BROKEN = (pa.ArrowException, OSError, UnicodeDecodeError)


@dataclass(frozen=True, kw_only=True)
class ParquetBytes(FileSource):
    """One row for each Parquet row; a partition is made of row groups.

    A row's key is the value of `key_column`, else `<file>#row=<index>`. Columns left None are not read; the
    column of the bytes is then the only one that can hold them. A null licence or source gives the source's
    own.
    """

    patterns: ClassVar[tuple[str, ...]] = ("*.parquet",)
    bytes_column: str | None = None
    key_column: str | None = None
    license_column: str | None = None
    source_column: str | None = None
    groups_per_partition: int = 32
    partition_bytes: int = 64 << 20

    def list_items(self) -> list[Item]:
        """Return the row groups, and the files whose footer cannot be read: these become rejections.

        Raises ConfigError where a file lacks a column, or several columns could hold the bytes.
        """
        files = super().list_items()
        with ThreadPoolExecutor(_FOOTER_THREADS) as pool:
            items = [item for groups in pool.map(self._groups, files) for item in groups]
        if not items:
            raise ConfigError(f"{', '.join(self.inputs)}: the Parquet files hold no rows. Name others.")
        return items

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=self.groups_per_partition, max_bytes=self.partition_bytes)

    def read(self, partition: Partition) -> Iterator[FileRow | Rejection]:
        """Yield the rows; about 8 MiB of them are in memory, and a Parquet page.

        Reasons: bytes_missing, key_missing, file_empty, file_too_large; parquet_broken of what is left of a
        row group; of a file also file_missing and file_unreadable.
        """
        for _, items in groupby(partition.items, key=lambda item: (item.input, item.uri)):
            yield from self._read_file(list(items))

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "bytes_column": self.bytes_column,
            "key_column": self.key_column,
            "license_column": self.license_column,
            "source_column": self.source_column,
            "groups_per_partition": self.groups_per_partition,
            "partition_bytes": self.partition_bytes,
        }

    # -- listing --------------------------------------------------------------------------------------------

    def _groups(self, file: Item) -> list[Item]:
        try:
            with self.open(file) as stream:
                footer = _opened(stream).metadata
        except Reject as reject:
            if reject.retryable:
                raise EnvironmentFailure(
                    f"{reject.detail}. The listing needs its footer: run again."
                ) from reject
            return [replace(file, n_rows=1)]
        self._columns(footer.schema.to_arrow_schema(), file.uri)
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

    def _columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        """Return the columns to read, by what they are for."""
        chosen = {
            "content": self.bytes_column or _only_bytes_column(schema, uri),
            "key": self.key_column,
            "license": self.license_column,
            "source": self.source_column,
        }
        columns = {use: name for use, name in chosen.items() if name}
        if missing := [name for name in columns.values() if name not in schema.names]:
            raise ConfigError(
                f"{printable(uri)}: there is no column {', '.join(missing)}. "
                f"It has {', '.join(schema.names)}."
            )
        if not _holds_bytes(schema.field(columns["content"]).type):
            raise ConfigError(
                f"{printable(uri)}: column {columns['content']} is {schema.field(columns['content']).type}, "
                "not binary and not a struct with a binary field `bytes`. Name another with bytes_column."
            )
        return columns

    # -- reading --------------------------------------------------------------------------------------------

    def _read_file(self, items: list[Item]) -> Iterator[FileRow | Rejection]:
        try:
            with self.open(items[0]) as stream:
                parquet = _opened(stream)
                _refuse_healed(items)
                for item in items:
                    yield from self._read_group(parquet, item)
        except Reject as reject:  # of the file: what is wrong with a group is settled in `_read_group`
            yield from (self.rejection(item.key, item.uri, reject) for item in items)

    def _read_group(self, parquet: pq.ParquetFile, item: Item) -> Iterator[FileRow | Rejection]:
        file_key, _, group = item.key.rpartition(_GROUP)
        index = _first_row(parquet.metadata, int(group))
        columns = self._columns(parquet.schema_arrow, item.uri)
        try:
            for batch in parquet.iter_batches(
                batch_size=_batch_rows(parquet.metadata.row_group(int(group))),
                row_groups=[int(group)],
                columns=list(dict.fromkeys(columns.values())),
            ):
                values = {use: batch.column(name).to_pylist() for use, name in columns.items()}
                for record in zip(*values.values(), strict=True):
                    yield self._row(item, f"{file_key}#row={index}", dict(zip(values, record, strict=True)))
                    index += 1
        except Reject as reject:
            yield self.rejection(item.key, item.uri, reject)
        except _BROKEN as error:
            yield self.rejection(item.key, item.uri, _broken(error, f"from its row {index} on"))

    def _row(self, item: Item, place: str, record: dict[str, Any]) -> FileRow | Rejection:
        key = record.get("key", place)
        row = FileRow.origin(
            record.get("source") or self.source,
            place if key is None else str(key),
            record.get("license") or self.license,
            uri=printable(f"{item.uri}{place[place.rindex('#') :]}"),
            content=b"",
        )
        try:
            if key is None:
                raise Reject(Reason.KEY_MISSING, f"{place}: column {self.key_column} is null")
            row.content = self._content(record["content"], place)
        except Reject as reject:
            return Rejection.of(row, self.name, reject)
        return row

    def _content(self, value: Any, place: str) -> bytes:
        content = value.get("bytes") if isinstance(value, dict) else value
        if content is None:
            elsewhere = f"; its path is {value.get('path')!r}" if isinstance(value, dict) else ""
            raise Reject(Reason.BYTES_MISSING, f"{place}: the bytes are null{elsewhere}")
        if not content:
            raise Reject(Reason.FILE_EMPTY, f"{place} has 0 bytes")
        if len(content) > self.max_file_bytes:
            raise too_large(place, len(content), self.max_file_bytes)
        return content


def _only_bytes_column(schema: pa.Schema, uri: str) -> str:
    names = [field.name for field in schema if _holds_bytes(field.type)]
    if len(names) != 1:
        found = f"columns {', '.join(names)} can" if names else "no column can"
        raise ConfigError(
            f"{printable(uri)}: {found} hold the bytes. Say which with bytes_column; "
            f"it has {', '.join(schema.names)}."
        )
    return names[0]


def _holds_bytes(kind: pa.DataType) -> bool:
    if pa.types.is_struct(kind):
        return any(field.name == "bytes" and _holds_bytes(field.type) for field in kind)
    is_binary = (
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_binary_view,
        pa.types.is_fixed_size_binary,
    )
    return any(test(kind) for test in is_binary)


def _opened(stream: BinaryIO) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(
            stream,
            buffer_size=_PAGE_BUFFER_BYTES,
            pre_buffer=False,  # it would fetch a whole column chunk
            page_checksum_verification=True,
        )
    except _BROKEN as error:
        raise _broken(error, "it has no footer that can be read") from error


def _refuse_healed(items: list[Item]) -> None:
    """Raise Reject for a file that was unreadable when it was listed: its row groups are in no plan."""
    if _GROUP not in items[0].key:
        raise Reject(
            Reason.FILE_UNREADABLE, "it could not be read when it was listed; run again", retryable=True
        )


def _broken(error: Exception, where: str) -> Reject:
    return Reject(Reason.PARQUET_BROKEN, f"{where}: {type(error).__name__}: {error}")


def _first_row(footer: pq.FileMetaData, group: int) -> int:
    return sum(footer.row_group(before).num_rows for before in range(group))


def _batch_rows(group: pq.RowGroupMetaData) -> int:
    return max(1, min(1024, _BATCH_BYTES * group.num_rows // max(1, group.total_byte_size)))
