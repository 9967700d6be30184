"""Image-text pairs in the rows of Parquet, CSV, TSV and JSONL files.

The image is in the row (bytes, the `{bytes, path}` of Hugging Face `datasets`, a data URI) or a path from the
folder of the table, as in Hugging Face's `imagefolder`, or from the folder of the input.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar

import pyarrow as pa

from vlcorpus.catalogs.sources.image_address import data_of, folder_of, read_first, refuse_remote
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.pair_source import (
    TEXT_NAMES,
    URL_NAMES,
    PairSource,
    check_content,
    named,
)
from vlcorpus.catalogs.sources.row_groups import RowGroups, holds_bytes, refuse_unlisted
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.sources.text_table import TEXT_TABLE_ENDINGS, TextTable
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

TABLE_ENDINGS = (".parquet", *TEXT_TABLE_ENDINGS)
IMAGE_NAMES = (
    *("image", "img", "jpg", "jpeg", "png", "webp", "image_bytes", "images"),
    *("file_name", "image_path", "path", "filename", "filepath", "file_path", "image_file"),
)
_OFFSET = "#offset="
_ROWS_PER_ITEM = 100  # ours: a partition of 32 such is 3,200 images, 100 MB where they have 256 px


@dataclass(frozen=True, kw_only=True)
class PairTable(RowGroups[PairRow], PairSource):
    """One row for each row of the tables. Its key is `<file>#row=<index>`.

    Columns left None are the first found of `IMAGE_NAMES` and `TEXT_NAMES`. A column `url` or `license` is
    what it says; every other column of plain values is kept in `meta`.
    """

    patterns: ClassVar[tuple[str, ...]] = tuple(f"*{ending}" for ending in TABLE_ENDINGS)
    image_column: str | None = None
    text_column: str | None = None

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
                table = TextTable(stream, file.uri)
                begins: list[int] = []
                n_rows = 0
                for n_rows, (begin, _) in enumerate(table.records(), start=1):
                    if n_rows % _ROWS_PER_ITEM == 1:
                        begins.append(begin)
        except Reject as reject:
            refuse_unlisted(reject)
            return [replace(file, n_rows=1)]
        if begins and table.names:  # no name: not one record of JSONL is whole
            self._image_and_text(table.names, file.uri)
        return [
            replace(
                file,
                key=f"{file.key}{_OFFSET}{begin:015d}&row={index * _ROWS_PER_ITEM}",
                n_bytes=max(0, end - begin),
                n_rows=min(_ROWS_PER_ITEM, n_rows - index * _ROWS_PER_ITEM),
            )
            for index, (begin, end) in enumerate(pairwise([*begins, file.n_bytes]))
        ]

    def columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        image, text = self._image_and_text(tuple(schema.names), uri, _only_bytes_column(schema))
        if max(map(schema.names.count, (image, text))) > 1:
            raise ConfigError(f"{printable(uri)}: several columns are called {image} or {text}. Rename them.")
        if not _is_string(_one_of(schema.field(text).type)):
            raise ConfigError(
                f"{printable(uri)}: column {text} is {schema.field(text).type}, not text. "
                "Name another as the column of the text."
            )
        kind = _one_of(schema.field(image).type)
        if not (holds_bytes(kind) or _is_string(kind)):
            raise ConfigError(
                f"{printable(uri)}: column {image} is {kind}: neither bytes nor a path. "
                "Name another as the column of the image."
            )
        rest = [f.name for f in schema if f.name not in (image, text) and _is_plain(f.type)]
        rest = [name for name in rest if schema.names.count(name) == 1]  # names that are unique
        return {"image": image, "text": text, **{f"meta:{name}": name for name in rest}}

    def value(self, scalar: pa.Scalar) -> Any:
        """Return strings with surrogates for bytes that are no UTF-8: their row alone is at fault."""
        if isinstance(scalar, pa.DictionaryScalar):
            scalar = scalar.value
        if not scalar.is_valid or not _is_string(scalar.type):
            return scalar.as_py()
        return bytes(scalar.as_buffer()).decode("utf-8", "surrogateescape")

    def row(self, item: Item, place: str, record: dict[str, Any]) -> PairRow | Rejection:
        """Of a list of captions the first is the text, all are in `meta`; a list of one image is that image.

        Reasons: image_missing, image_ambiguous, image_not_local, image_broken, path_outside, file_missing,
        file_unreadable, file_empty, file_too_large, text_not_utf8, text_not_a_string, json_broken, and
        download_failed of a row in which img2dataset says so.
        """
        uri = f"{item.uri}{place[place.rindex('#') :]}"
        fields = {use.removeprefix("meta:"): v for use, v in record.items() if use.startswith("meta:")}
        image, text = record["image"], record["text"]
        if isinstance(text, list):
            fields["captions"] = text
            text = next((one for one in text if one), None)
        try:
            if image is None and (failure := fields.get("error_message")):
                raise Reject(Reason.DOWNLOAD_FAILED, printable(str(failure)[:500]))
            image_uri, content = self._image(item, _only_image(image))
            check_content(content, place, self.max_file_bytes)
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
                table = TextTable(stream, items[0].uri)
                while left:
                    yield from self._read_text(table, left[0])
                    left.pop(0)
        except Reject as reject:
            yield from (self.rejection(item.key, item.uri, reject) for item in left)

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
        columns: dict[str, str] = {}
        if table.names:
            columns["image"], columns["text"] = self._image_and_text(table.names, item.uri)
        stretch = zip(range(item.n_rows or 0), table.records(int(offset)), strict=False)
        for index, (_, record) in stretch:
            place = f"{file_key}#row={int(first) + index}"
            if isinstance(record, Reject):
                yield self.rejection(place, f"{item.uri}#row={int(first) + index}", record)
                continue
            values = {use: record.pop(name, None) for use, name in columns.items()}
            rest = {f"meta:{name}": value for name, value in record.items()}
            yield self.row(item, place, {"image": None, "text": None, **values, **rest})

    def _image_and_text(
        self, names: tuple[str, ...], uri: str, otherwise: str | None = None
    ) -> tuple[str, str]:
        """Return the columns of the image and the text. Raises ConfigError where one is not there."""
        image = self.image_column or named(names, IMAGE_NAMES) or otherwise
        if image is None and (address := named(names, URL_NAMES)):
            raise ConfigError(_only_addresses(uri, address, self.text_column or named(names, TEXT_NAMES)))
        text = self.text_column or named([name for name in names if name != image], TEXT_NAMES)
        return (
            _known_column(image, "image", IMAGE_NAMES, names, uri),
            _known_column(text, "text", TEXT_NAMES, names, uri),
        )

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
        folder = self._folder(item)
        own = folder.public_uri.rstrip("/") + "/"
        if address.startswith(own):  # as `datasets` writes the path of an image that it was given
            address = address[len(own) :]
            return read_first(folder, (address,), self.max_file_bytes)
        below = item.uri.removeprefix(folder.public_uri).lstrip("/")
        beside = f"{os.path.dirname(below)}/{address}".lstrip("/") if "/" in below else address
        paths = (address,) if address.startswith("/") else (beside, address)
        return read_first(folder, paths, self.max_file_bytes)

    def _folder(self, item: Item) -> Location:
        root = self.location(item)
        return folder_of(root, item.uri == root.public_uri)


def _one_of(kind: pa.DataType) -> pa.DataType:
    """Return the type of one element of a list, and any other type as it is."""
    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind)
    return kind.value_type if is_list else kind


def _only_image(value: Any) -> Any:
    """Return the one image of a list. Raises Reject: image_ambiguous for several, image_missing for none."""
    if not isinstance(value, list):
        return value
    if len(value) > 1:
        raise Reject(Reason.IMAGE_AMBIGUOUS, f"it has a list of {len(value)} images")
    return value[0] if value else None


def _only_addresses(uri: str, address: str, text: str | None) -> str:
    """Say what to do with a table of addresses: nothing is fetched."""
    ending = "parquet" if uri.lower().endswith(".parquet") else uri.rpartition(".")[2].lower()
    caption = f" --caption_col {text}" if text else ""
    return (
        f"{printable(uri)}: it has addresses of images (column {address}), and no images; none is fetched. "
        f"Make tars of it: pip install img2dataset; img2dataset --url_list {printable(uri)} "
        f"--input_format {ending} --url_col {address}{caption} --output_format webdataset "
        "--output_folder tars, and give the folder tars as the input."
    )


def _known_column(
    column: str | None, what: str, wanted: tuple[str, ...], names: tuple[str, ...], uri: str
) -> str:
    """Return the column that was chosen for the image or the text, if the table has it."""
    if column is None or column not in names:
        looked_for = column or " or ".join(wanted)
        has = ", ".join(printable(name)[:60] for name in names[:50])
        raise ConfigError(
            f"{printable(uri)}: there is no column {looked_for} for the {what}. It has {has}. "
            f"Name one of them with {what}_column."
        )
    return column


def _is_text(uri: str) -> bool:
    return uri.lower().endswith(TEXT_TABLE_ENDINGS)


def _only_bytes_column(schema: pa.Schema) -> str | None:
    names = [field.name for field in schema if holds_bytes(field.type)]
    return names[0] if len(names) == 1 else None


def _is_string(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)


def _is_plain(kind: pa.DataType) -> bool:
    tests = (pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean, pa.types.is_temporal)
    return _is_string(kind) or any(test(kind) for test in (*tests, pa.types.is_decimal))
