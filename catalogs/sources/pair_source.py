"""What sources of image-text pairs share: the row made of an image, its text and what else is said."""

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_text import named, one_text, unread
from vlcorpus.catalogs.sources.text_encoding import decoded, first_fault
from vlcorpus.schemas.captions.pair import UNREAD, PairRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.licence import as_spdx_writes
from vlcorpus.schemas.reasons import Reason

URL_NAMES = ("url", "image_url")
LICENSE_NAMES = ("license", "licence")
OWN_FIELDS = ("key", "status", "error_message")  # img2dataset's account of a download that succeeded


@dataclass(frozen=True, kw_only=True)
class PairSource(FileSource[PairRow]):
    """Rows of image-text pairs."""

    reads_others: ClassVar[bool] = True
    # The encoding of texts in files and of tables that are text; None: nobody states it, it should be UTF-8.
    text_encoding: str | None = None

    def parameters(self) -> dict:
        return {**super().parameters(), "text_encoding": self.text_encoding}

    def pair(self, key: str, uri: str, content: bytes, text: Any, fields: dict[str, Any]) -> PairRow:
        """Return the row of an image and its text; `fields` say its address and licence, the rest is meta.

        An image goes on without a text or an address that cannot be read, and `meta` says why. Of a list of
        texts the first is taken, and all are in `meta`; of a conversation its first answer.

        Raises Reject: file_empty, file_too_large, text_not_a_string, json_broken; text_not_utf8 of a licence:
        another must not take its place.
        """
        check_content(content, key, self.max_file_bytes)
        rest = dict(fields)
        url, license = taken(rest, URL_NAMES), taken(rest, LICENSE_NAMES)
        text = one_text(text, rest)
        faults = [fault for value in (url, text) if (fault := _fault(value)) is not None]
        if faults:
            rest.setdefault(UNREAD, unread(faults[-1]))
        return PairRow.origin(
            self.source,
            key,
            as_spdx_writes(as_text(license, key)) or self.license,
            uri=printable(uri),
            content=content,
            text="" if _fault(text) is not None else as_text(text, key),
            url=None if _fault(url) is not None else as_text(url, key) or None,
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
    if (fault := first_fault(value)) is not None:
        raise Reject(Reason.TEXT_NOT_UTF8, f"{place}: {unread(fault)}")
    return value


def parsed_object(content: bytes, place: str, encoding: str | None = None) -> dict[str, Any]:
    """Return the JSON object that `content` is; bytes that are no text are surrogates in it.

    Raises Reject json_broken.
    """
    try:
        value = json.loads(decoded(content, encoding))
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


def without_own_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what img2dataset's JSON says of an image, without its account of the download."""
    return {name: value for name, value in fields.items() if name.lower() not in OWN_FIELDS}


def _fault(value: Any) -> int | None:
    return first_fault(value) if isinstance(value, str) else None
