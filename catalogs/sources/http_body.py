"""Undo the transfer and content encodings of an archived HTTP body.

Source: RFC 9112 §7.1 (chunked), RFC 9110 §8.4.1 (content codings). Crawlers differ in what they store: some
decode the body and leave its headers alone, so gzip, zstd and chunks are undone only where their signs are
there.
"""

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

if TYPE_CHECKING:
    from fastwarc.stream_io import WarcReader

_CHUNK_HEAD = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r\n")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


def decoded_body(body: bytes, *, transfer: str, content: str, max_bytes: int) -> tuple[bytes, bytes]:
    """Return the body without its transfer encoding, and that without its content encoding.

    `transfer` and `content` are the values of Transfer-Encoding and Content-Encoding, empty where there is
    none. Raises Reject: warc_record_broken where a code is damaged, file_too_large where more than
    `max_bytes` come out.
    """
    if "chunked" in _codings(transfer) and _CHUNK_HEAD.match(body):
        body = _without_chunks(body)
    payload = body
    for coding in reversed(_codings(content)):
        payload = _without(coding, payload, max_bytes)
        if len(payload) > max_bytes:
            raise Reject(Reason.FILE_TOO_LARGE, f"decodes ({coding}) to more than max_file_bytes={max_bytes}")
    return body, payload


def _codings(header: str) -> list[str]:
    return [coding.strip().lower() for coding in header.split(",") if coding.strip()]


def _without_chunks(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK_HEAD.match(body, at):
        size, start = int(head[1], 16), head.end()
        if size == 0:
            return b"".join(parts)
        at = start + size + 2
        parts.append(body[start : start + size])
    raise Reject(
        Reason.WARC_RECORD_BROKEN, f"its chunked body ends or breaks at byte {at}, before the last chunk"
    )


def _without(coding: str, body: bytes, max_bytes: int) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, max_bytes, zlib.MAX_WBITS | 16) if body.startswith(_GZIP) else body
    if coding == "deflate":  # RFC 9110 wants a zlib head, many servers send none
        return _inflated(body, max_bytes, zlib.MAX_WBITS if _has_zlib_head(body) else -zlib.MAX_WBITS)
    if coding == "br":
        from fastwarc.stream_io import BrotliReader

        return _read(BrotliReader(BytesIO(body)), coding, max_bytes)
    if coding == "zstd":
        from fastwarc.stream_io import ZstdReader

        return _read(ZstdReader(BytesIO(body)), coding, max_bytes) if body.startswith(_ZSTD) else body
    if coding in ("identity", "none", "binary", "utf-8"):  # the last three are no codings, but servers say so
        return body
    raise Reject(Reason.WARC_RECORD_BROKEN, f"its Content-Encoding {coding!r} is none that is known")


def _has_zlib_head(body: bytes) -> bool:
    """Source: RFC 1950 §2.2: method 8, and the first two bytes divisible by 31."""
    return len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0


def _inflated(body: bytes, max_bytes: int, wbits: int) -> bytes:
    inflater = zlib.decompressobj(wbits)
    try:
        payload = inflater.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise Reject(Reason.WARC_RECORD_BROKEN, f"its compressed body is damaged: {error}") from error
    if not inflater.eof and len(payload) <= max_bytes:
        raise Reject(Reason.WARC_RECORD_BROKEN, "its compressed body ends too early")
    return payload


def _read(reader: "WarcReader", coding: str, max_bytes: int) -> bytes:
    try:
        return reader.read(max_bytes + 1)
    except OSError as error:
        raise Reject(Reason.WARC_RECORD_BROKEN, f"its {coding} body is damaged: {error}") from error
