"""Image-text pairs in the rows of Parquet, CSV, TSV and JSONL files."""

import json
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_columns import (
    JSON,
    image_and_text,
    only_bytes_column,
    parquet_columns,
)
from vlcorpus.catalogs.sources.pair_source import LICENSE_NAMES, PairSource, without_own_fields
from vlcorpus.catalogs.sources.pair_text import DOUBTED, text_or_caption
from vlcorpus.catalogs.sources.record_table import DOUBTED_STAMP, META, RecordTable
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.sources.text_encoding import mixes_alphabets
from vlcorpus.schemas.captions.pair import UNREAD, PairRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection


@dataclass(frozen=True, kw_only=True)
class PairTable(RecordTable[PairRow], PairSource):
    """Columns left None are the first found of `IMAGE_NAMES` and `TEXT_NAMES`. A column `url` or `license` is
    what it says; every other column of plain values is kept in `meta`, and so are the fields of `json`.
    """

    image_column: str | None = None
    text_column: str | None = None  # `json.caption` for a field of a struct

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "image_column": self.image_column,
            "text_column": self.text_column,
        }

    def columns(self, schema: pa.Schema, uri: str) -> dict[str, str]:
        columns = self.image_and_text(tuple(schema.names), uri, only_bytes_column(schema))
        return parquet_columns(schema, uri, columns, self.text_column)

    def named_columns(self, names: tuple[str, ...], uri: str) -> dict[str, str]:
        return self.image_and_text(names, uri)

    def image_and_text(
        self, names: tuple[str, ...], uri: str, only_bytes: str | None = None
    ) -> dict[str, str]:
        return image_and_text(
            names, uri, image=self.image_column, text=self.text_column, only_bytes=only_bytes
        )

    def row(self, item: Item, place: str, record: dict[str, Any]) -> PairRow | Rejection:
        """Of a list of captions the first is the text, all are in `meta`; a list of one image is that image.

        Of a file of text in which a line is no UTF-8 only ASCII is taken, unless its encoding is stated; no
        licence is dropped.

        Reasons: image_missing, image_ambiguous, image_not_local, image_broken, path_outside, file_missing,
        file_unreadable, file_empty, file_too_large, text_not_utf8, text_not_a_string, json_broken, and
        download_failed of a row in which img2dataset says so.
        """
        uri = f"{item.uri}{place[place.rindex('#') :]}"
        fields = {use.removeprefix(META): v for use, v in record.items() if use.startswith(META)}
        image = record.get("image")
        try:
            if image is None and (failure := fields.get("error_message")):
                raise Reject(Reason.DOWNLOAD_FAILED, printable(str(failure)[:500]))
            text = self._text(record, fields)
            if self.text_encoding is None and not item.uri.lower().endswith(".parquet"):
                text, fields = _without_doubt(text, fields, DOUBTED_STAMP in item.stamp)
            image_uri, content = self.image_of(item, _only_image(image))
            return self.pair(place, image_uri or uri, content, text, fields)
        except Reject as reject:
            return self.rejection(place, uri, reject)

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
