"""What sources of image-text pairs have in common: which field says what, and the row made of them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

# The names that published pairs give to a column, without regard to case; of several the first is taken.
# `txt` is what a WebDataset's member is called as a column, `title` the column of open_clip's tables.
TEXT_NAMES = (
    "caption",
    "text",
    "alt",
    "alt_text",
    "alttext",
    "description",
    "captions",
    "txt",
    "title",
)
URL_NAMES = ("url", "image_url")
LICENSE_NAMES = ("license", "licence")


@dataclass(frozen=True, kw_only=True)
class PairSource(FileSource[PairRow]):
    """Rows of image-text pairs."""

    def pair(self, key: str, uri: str, content: bytes, text: str, fields: dict[str, Any]) -> PairRow:
        """Return the row of an image and its text; `fields` say its address and licence, the rest is meta.

        Raises Reject: file_empty, file_too_large, text_not_utf8, text_not_a_string, json_broken.
        """
        check_content(content, key, self.max_file_bytes)
        rest = dict(fields)
        url, license = taken(rest, URL_NAMES), taken(rest, LICENSE_NAMES)
        return PairRow.origin(
            self.source,
            key,
            as_text(license, key) or self.license,
            uri=printable(uri),
            content=content,
            text=as_text(text, key),
            url=as_text(url, key) or None,
            meta=as_json(rest, key) if rest else None,
        )


def check_content(content: bytes, place: str, max_bytes: int) -> None:
    """Raise Reject for an image without bytes, or with too many."""
    if not content:
        raise Reject(Reason.FILE_EMPTY, f"{place}: its image has 0 bytes")
    if len(content) > max_bytes:
        raise Reject(
            Reason.FILE_TOO_LARGE,
            f"{place}: its image has {len(content)} bytes, the limit is max_file_bytes={max_bytes}",
        )


def named(names: Iterable[str], wanted: tuple[str, ...]) -> str | None:
    """Return the name that is one of `wanted`, the earliest of them; case does not matter."""
    by_lower: dict[str, str] = {}
    for name in names:
        by_lower.setdefault(name.lower(), name)
    return next((by_lower[name] for name in wanted if name in by_lower), None)


def taken(fields: dict[str, Any], wanted: tuple[str, ...]) -> Any:
    """Take the value of the first of `wanted` out of `fields`, None where there is none."""
    name = named(fields, wanted)
    return None if name is None else fields.pop(name)


def as_text(value: Any, place: str) -> str:
    """Return a text as found, empty for null. Raises Reject where it is none, or no Unicode."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Reject(Reason.TEXT_NOT_A_STRING, f"{place}: a {type(value).__name__} stands for a text")
    try:
        value.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair, or bytes that were none of UTF-8
        raise Reject(Reason.TEXT_NOT_UTF8, f"{place}: {error.reason} at character {error.start}") from error
    return value


def decoded(content: bytes, place: str) -> str:
    """Return UTF-8 as text, without a byte order mark."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Reject(Reason.TEXT_NOT_UTF8, f"{place}: {error.reason} at byte {error.start}") from error


def parsed_object(content: bytes, place: str) -> dict[str, Any]:
    """Return the JSON object that `content` is. Raises Reject: text_not_utf8, json_broken."""
    try:
        value = json.loads(decoded(content, place))
    except (ValueError, RecursionError) as error:
        raise Reject(Reason.JSON_BROKEN, f"{place}: {error}") from error
    if not isinstance(value, dict):
        raise Reject(Reason.JSON_BROKEN, f"{place}: a {type(value).__name__}, not an object")
    return value


def as_json(fields: dict[str, Any], place: str) -> str:
    """Return `fields` as JSON; what JSON has no type for (a date) as its text."""
    try:
        written = json.dumps(fields, ensure_ascii=False, allow_nan=False, default=str)
    except (ValueError, RecursionError) as error:  # NaN and infinity, which Python reads but JSON has not
        raise Reject(Reason.JSON_BROKEN, f"{place}: {error}") from error
    if any("\ud800" <= sign <= "\udfff" for sign in written):
        return json.dumps(fields, allow_nan=False, default=str)
    return written
