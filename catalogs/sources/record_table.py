"""Records in the rows of Parquet, CSV, TSV and JSONL files, and the images that they hold or name.

An image is in the row (bytes, the `{bytes, path}` of Hugging Face `datasets`, a data URI) or a path from the
folder of the table, as in Hugging Face's `imagefolder`, or from the folder of the input.
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar

import pyarrow as pa

from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_named, refuse_remote
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.row_groups import RowGroups, is_string, refuse_unlisted
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.sources.text_table import TEXT_TABLE_ENDINGS, TextTable
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import YieldedT_co

TABLE_ENDINGS = (".parquet", *TEXT_TABLE_ENDINGS)
_OFFSET = "#offset="
META = "meta:"  # what is kept beside the columns that are for something
DOUBTED_STAMP = (
    " not-utf-8"  # what a stamp says of a file in which a line is no UTF-8, and no encoding is stated
)
_ROWS_PER_ITEM = 100  # ours: a partition of 32 such is 3,200 images, 100 MB where they have 256 px


@dataclass(frozen=True, kw_only=True)
class RecordTable(RowGroups[YieldedT_co]):
    """One row for each row of the tables. Its key is `<file>#row=<index>`."""

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in TABLE_ENDINGS)
    # The encoding of texts in files and of tables that are text; None: nobody states it, it should be UTF-8.
    text_encoding: str | None = None
    image_folder: str | None = None  # where paths begin; None: at the table's folder, then at the input's

    @abstractmethod
    def named_columns(self, names: tuple[str, ...], uri: str) -> dict[str, str]:
        """Return the columns that are for something, by what they are for, of a table that is text.

        Raises ConfigError where one is not there.
        """

    def items_of(self, file: Item) -> list[Item]:
        """Return row groups, or stretches of 100 records, which are found by reading the text once."""
        if not _is_text(file.uri):
            return super().items_of(file)
        try:
            with self.open(file) as stream:
                table = TextTable(stream, file.uri, self.text_encoding)
                begins: list[int] = []
                n_rows = 0
                for n_rows, (begin, _) in enumerate(table.records(), start=1):
                    if n_rows % _ROWS_PER_ITEM == 1:
                        begins.append(begin)
                is_doubted = self.text_encoding is None and not table.is_text
        except Reject as reject:
            refuse_unlisted(reject)
            return [replace(file, n_rows=1)]
        if begins and table.names:  # no name: not one record of JSONL is whole
            self.named_columns(table.names, file.uri)
        return [
            replace(
                file,
                stamp=file.stamp + (DOUBTED_STAMP if is_doubted else ""),
                key=f"{file.key}{_OFFSET}{begin:015d}&row={index * _ROWS_PER_ITEM}",
                n_bytes=max(0, end - begin),
                n_rows=min(_ROWS_PER_ITEM, n_rows - index * _ROWS_PER_ITEM),
            )
            for index, (begin, end) in enumerate(pairwise([*begins, file.n_bytes]))
        ]

    def value(self, scalar: pa.Scalar) -> Any:
        """Return strings with surrogates for bytes that are no UTF-8: their row alone is at fault."""
        if isinstance(scalar, pa.DictionaryScalar):
            scalar = scalar.value
        if not scalar.is_valid:
            return None
        if isinstance(scalar, pa.StructScalar):
            return {name: self.value(scalar[name]) for name in scalar}
        if isinstance(scalar, pa.ListScalar):  # also the large list
            return [self.value(one) for one in scalar]
        if not is_string(scalar.type):
            return scalar.as_py()
        return bytes(scalar.as_buffer()).decode("utf-8", "surrogateescape")

    def read_file(self, items: list[Item]) -> Iterator[YieldedT_co | Rejection]:
        """Add to the reasons of a row line_broken, and what `open_item` raises of a whole file."""
        if not _is_text(items[0].uri):
            yield from super().read_file(items)
            return
        left = list(items)
        try:
            with self.open(items[0]) as stream:
                table = TextTable(stream, items[0].uri, self.text_encoding)
                while left:
                    yield from self._read_text(table, left[0])
                    left.pop(0)
        except Reject as reject:
            yield from (self.rejection(item.key, item.uri, reject) for item in left)

    def record_row(
        self, item: Item, place: str, columns: dict[str, str], record: dict[str, Any] | Reject
    ) -> YieldedT_co | Rejection:
        """Make the row of a record of text, whose `columns` are those of `named_columns`."""
        if isinstance(record, Reject):
            return self.rejection(place, f"{item.uri}{place[place.rindex('#') :]}", record)
        values = {use: record.pop(name, None) for use, name in columns.items()}
        return self.row(item, place, values | {f"{META}{name}": value for name, value in record.items()})

    def folders_of_images(self, table: str) -> tuple[str, ...]:
        """Return where the paths of a table may begin, below the folder of the input as the table's is."""
        return table.rpartition("/")[0], ""

    def image_of(self, item: Item, value: Any) -> tuple[str, bytes]:
        """Return where the image lies, empty for the row itself, and its bytes.

        Raises Reject: image_missing, image_not_local, image_broken, path_outside, file_missing,
        file_unreadable, file_too_large.
        """
        address = value
        if isinstance(value, dict):
            value, address = value.get("bytes"), value.get("path")
        if isinstance(value, bytes):
            return "", value
        if not isinstance(address, str) or not address.strip():
            raise Reject(Reason.IMAGE_MISSING, f"there is no image but {printable(repr(address)[:100])}")
        if (content := data_of(address)) is not None:
            return "", content
        refuse_remote(address)
        if self.image_folder is not None:
            return read_named(Location(self.image_folder), ("",), address, self.max_file_bytes)
        root = self.location(item)
        folder = folder_of(root, item.uri == root.public_uri)
        folders = self.folders_of_images(item.uri.removeprefix(folder.public_uri).lstrip("/"))
        return read_named(folder, folders, address, self.max_file_bytes)

    @property
    def _kind(self) -> str:
        return "table"

    def _read_text(self, table: TextTable, item: Item) -> Iterator[YieldedT_co | Rejection]:
        file_key, _, where = item.key.rpartition(_OFFSET)
        offset, _, first = where.partition("&row=")
        if not file_key:
            raise Reject(
                Reason.FILE_UNREADABLE, "it could not be read when it was listed; run again", retryable=True
            )
        columns = self.named_columns(table.names, item.uri) if table.names else {}
        stretch = zip(range(item.n_rows or 0), table.records(int(offset)), strict=False)
        for index, (_, record) in stretch:
            yield self.record_row(item, f"{file_key}#row={int(first) + index}", columns, record)


def _is_text(uri: str) -> bool:
    return uri.lower().endswith(TEXT_TABLE_ENDINGS)
