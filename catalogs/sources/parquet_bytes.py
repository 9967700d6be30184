"""Parquet files that hold files: a binary column, or the `{bytes, path}` of Hugging Face `datasets`."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.reading import too_large
from vlcorpus.catalogs.sources.row_groups import RowGroups, holds_bytes
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.licence import as_spdx_writes
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection


@dataclass(frozen=True, kw_only=True)
class ParquetBytes(RowGroups[FileRow]):
    """One row for each Parquet row.

    A row's key is the value of `key_column`, else `<file>#row=<index>`. Columns left None are not read; the
    column of the bytes is then the only one that can hold them. A null licence or source gives the source's
    own.
    """

    bytes_column: str | None = None
    key_column: str | None = None
    license_column: str | None = None
    source_column: str | None = None

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "bytes_column": self.bytes_column,
            "key_column": self.key_column,
            "license_column": self.license_column,
            "source_column": self.source_column,
        }

    def columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        """Raise ConfigError where a column is missing, or several could hold the bytes."""
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
        if not holds_bytes(schema.field(columns["content"]).type):
            raise ConfigError(
                f"{printable(uri)}: column {columns['content']} is {schema.field(columns['content']).type}, "
                "not binary and not a struct with a binary field `bytes`. Name another with bytes_column."
            )
        return columns

    def row(self, item: Item, place: str, record: dict[str, Any]) -> FileRow | Rejection:
        """Reasons: bytes_missing, key_missing, file_empty, file_too_large."""
        key = record.get("key", place)
        row = FileRow.origin(
            record.get("source") or self.source,
            place if key is None else str(key),
            as_spdx_writes(str(record.get("license") or "")) or self.license,
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
    names = [field.name for field in schema if holds_bytes(field.type)]
    if len(names) != 1:
        found = f"columns {', '.join(names)} can" if names else "no column can"
        raise ConfigError(
            f"{printable(uri)}: {found} hold the bytes. Say which with bytes_column; "
            f"it has {', '.join(schema.names)}."
        )
    return names[0]
