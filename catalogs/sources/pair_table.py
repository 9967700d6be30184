"""Image-text pairs in the rows of Parquet, CSV, TSV and JSONL files.

The image is in the row (bytes, the `{bytes, path}` of Hugging Face `datasets`, a data URI) or a path from the
folder of the table, as in Hugging Face's `imagefolder`, or from the folder of the input.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar

import pyarrow as pa

from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_named, refuse_remote
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.pair_columns import (
    JSON,
    image_and_text,
    is_string,
    only_bytes_column,
    parquet_columns,
)
from vlcorpus.catalogs.sources.pair_source import LICENSE_NAMES, PairSource, without_own_fields
from vlcorpus.catalogs.sources.pair_text import DOUBTED, text_or_caption
from vlcorpus.catalogs.sources.row_groups import RowGroups, refuse_unlisted
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.sources.text_encoding import mixes_alphabets
from vlcorpus.catalogs.sources.text_table import TEXT_TABLE_ENDINGS, TextTable
from vlcorpus.schemas.captions.pair import UNREAD, PairRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

TABLE_ENDINGS = (".parquet", *TEXT_TABLE_ENDINGS)
_OFFSET = "#offset="
DOUBTED_STAMP = (
    " not-utf-8"  # what a stamp says of a file in which a line is no UTF-8, and no encoding is stated
)
_ROWS_PER_ITEM = 100  # ours: a partition of 32 such is 3,200 images, 100 MB where they have 256 px


@dataclass(frozen=True, kw_only=True)
class PairTable(RowGroups[PairRow], PairSource):
    """One row for each row of the tables. Its key is `<file>#row=<index>`.

    Columns left None are the first found of `IMAGE_NAMES` and `TEXT_NAMES`. A column `url` or `license` is
    what it says; every other column of plain values is kept in `meta`, and so are the fields of `json`.
    """

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in TABLE_ENDINGS)
    image_column: str | None = None
    text_column: str | None = None  # `json.caption` for a field of a struct
    image_folder: str | None = None  # where paths begin; None: at the table's folder, then at the input's

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "image_column": self.image_column,
            "text_column": self.text_column,
        }

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
            self.image_and_text(table.names, file.uri)
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

    def columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        columns = self.image_and_text(tuple(schema.names), uri, only_bytes_column(schema))
        return parquet_columns(schema, uri, columns, self.text_column)

    def image_and_text(
        self, names: tuple[str, ...], uri: str, only_bytes: str | None = None
    ) -> dict[str, str]:
        return image_and_text(
            names, uri, image=self.image_column, text=self.text_column, only_bytes=only_bytes
        )

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

    def row(self, item: Item, place: str, record: dict[str, Any]) -> PairRow | Rejection:
        """Of a list of captions the first is the text, all are in `meta`; a list of one image is that image.

        Of a file of text in which a line is no UTF-8 only ASCII is taken, unless its encoding is stated; no
        licence is dropped.

        Reasons: image_missing, image_ambiguous, image_not_local, image_broken, path_outside, file_missing,
        file_unreadable, file_empty, file_too_large, text_not_utf8, text_not_a_string, json_broken, and
        download_failed of a row in which img2dataset says so.
        """
        uri = f"{item.uri}{place[place.rindex('#') :]}"
        fields = {use.removeprefix("meta:"): v for use, v in record.items() if use.startswith("meta:")}
        image = record.get("image")
        try:
            if image is None and (failure := fields.get("error_message")):
                raise Reject(Reason.DOWNLOAD_FAILED, printable(str(failure)[:500]))
            text = self._text(record, fields)
            if self.text_encoding is None and not item.uri.lower().endswith(".parquet"):
                text, fields = _without_doubt(text, fields, DOUBTED_STAMP in item.stamp)
            image_uri, content = self._image(item, _only_image(image))
            return self.pair(place, image_uri or uri, content, text, fields)
        except Reject as reject:
            return self.rejection(place, uri, reject)

    def read_file(self, items: list[Item]) -> Iterator[PairRow | Rejection]:
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
    ) -> PairRow | Rejection:
        """Make the row of a record of text, whose `columns` are those of `image_and_text`."""
        if isinstance(record, Reject):
            return self.rejection(place, f"{item.uri}{place[place.rindex('#') :]}", record)
        values = {use: record.pop(name, None) for use, name in columns.items()}
        return self.row(item, place, values | {f"meta:{name}": value for name, value in record.items()})

    def folders_of_images(self, table: str) -> tuple[str, ...]:
        """Return where the paths of a table may begin, below the folder of the input as the table's is."""
        return table.rpartition("/")[0], ""

    @property
    def _kind(self) -> str:
        return "table"

    def _read_text(self, table: TextTable, item: Item) -> Iterator[PairRow | Rejection]:
        file_key, _, where = item.key.rpartition(_OFFSET)
        offset, _, first = where.partition("&row=")
        if not file_key:
            raise Reject(
                Reason.FILE_UNREADABLE, "it could not be read when it was listed; run again", retryable=True
            )
        columns = self.image_and_text(table.names, item.uri) if table.names else {}
        stretch = zip(range(item.n_rows or 0), table.records(int(offset)), strict=False)
        for index, (_, record) in stretch:
            yield self.record_row(item, f"{file_key}#row={int(first) + index}", columns, record)

    def _text(self, record: dict[str, Any], fields: dict[str, Any]) -> Any:
        """Return the text of a record, and put what its `json` says into `fields`."""
        text, more = record.get("text"), _as_fields(record.get(JSON))
        if more is None:
            if JSON in record:
                fields[JSON] = record[JSON]
            return text
        if "text" not in record and self.text_column not in (None, JSON):
            text = more.pop(str(self.text_column).partition(".")[2], None)
        elif isinstance(text or "", str) and self.text_column in (None, JSON):
            text = text_or_caption(text or "", more)  # as it is in a tar
        fields |= {name: value for name, value in more.items() if name not in fields}
        return text

    def _image(self, item: Item, value: Any) -> tuple[str, bytes]:
        """Return where the image lies, empty for the row itself, and its bytes."""
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


def _as_fields(value: Any) -> dict[str, Any] | None:
    """Return the fields of a struct, or of an object of JSON; None where it is neither."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return without_own_fields(value) if isinstance(value, dict) else None


def _without_doubt(text: Any, fields: dict[str, Any], is_doubted: bool) -> tuple[Any, dict[str, Any]]:
    """Return what is ASCII, where it `is_doubted` that the file is UTF-8; else a text of one alphabet."""
    if not is_doubted:
        mixed = isinstance(text, str) and mixes_alphabets(text)
        return (None, fields | {UNREAD: DOUBTED}) if mixed else (text, fields)
    kept = {name: v for name, v in fields.items() if name.lower() in LICENSE_NAMES or _is_ascii(v)}
    text = text if (is_ascii := _is_ascii(text)) else None
    return text, kept if is_ascii and len(kept) == len(fields) else kept | {UNREAD: DOUBTED}


def _is_ascii(value: Any) -> bool:
    return json.dumps(value, ensure_ascii=False, default=str).isascii()


def _only_image(value: Any) -> Any:
    """Return the one image of a list. Raises Reject: image_ambiguous for several, image_missing for none."""
    if not isinstance(value, list):
        return value
    if len(value) > 1:
        raise Reject(Reason.IMAGE_AMBIGUOUS, f"it has a list of {len(value)} images")
    return value[0] if value else None


def _is_text(uri: str) -> bool:
    return uri.lower().endswith(TEXT_TABLE_ENDINGS)
