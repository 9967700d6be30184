"""PDFs (or any content type) of WARC files as Common Crawl publishes them.

Source: WARC 1.1, ISO 28500:2017. Read with fastwarc, one record in memory at a time.
"""

import base64
import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import TYPE_CHECKING, ClassVar

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.http_body import decoded_body
from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.reading import too_large
from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.sources.warc_search import next_record, rest_after
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

log = logging.getLogger(__name__)

_SHA1_BASE32_CHARS = 32  # the form in which WARCs write a digest
_CARRIERS = ("response", "resource", "conversion")


@dataclass(frozen=True, kw_only=True)
class Warcs(FileSource[FileRow]):
    """One row for each record that carries one of `content_types`: of responses, those of status 200.

    A WARC is a partition. A row's key is `<WARC>#offset=<byte of its record>`, its uri the WARC-Target-URI.
    Records of other types, statuses and contents are no input; they are counted in the log. A stretch that
    cannot be read is one rejection, and reading goes on at the next record after it.
    """

    patterns: ClassVar[tuple[str, ...]] = ("*.warc", "*.warc.gz", "*.warc.zst")
    content_types: tuple[str, ...] = ("application/pdf",)

    def partitions(self, items: list[Item]) -> list[Partition]:
        return [Partition(index, (item,)) for index, item in enumerate(items)]

    def read(self, partition: Partition) -> Iterator[FileRow | Rejection]:
        """Yield the records of interest by offset.

        Reasons: warc_record_broken, warc_record_truncated, file_empty, file_too_large; of a whole WARC also
        file_missing and file_unreadable.
        """
        for item in partition.items:
            try:
                with self.open(item) as stream:
                    yield from _Reading(self, item, stream).rows()
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)

    def parameters(self) -> dict:
        return {**super().parameters(), "content_types": list(self.content_types)}


class _Reading:
    """One pass over one WARC."""

    def __init__(self, source: Warcs, item: Item, stream: BufferedReader):
        self._source, self._item, self._stream = source, item, stream
        self._passed: Counter[str] = Counter()  # records that are no input, by what they are
        self._at = -1  # offset of the record that was begun last
        self._finished = True  # it was read to its end
        self._in_gap = False  # a rejection stands for the stretch behind it

    def rows(self) -> Iterator[FileRow | Rejection]:
        """Yield rows and rejections; after a damaged stretch go on behind it."""
        if not self._stream.peek(1):
            raise Reject(Reason.FILE_EMPTY, f"{printable(self._item.uri)} has 0 bytes")
        start: int | None = 0
        while start is not None:
            try:
                yield from self._rows_from(start)
                # A changed flag of a gzip header makes fastwarc skip what follows, and end without a word.
                rest = start if self._at < 0 else rest_after(self._stream, self._at)
                if rest is None:
                    break
                error, after = OSError("what follows cannot be read"), max(start + 1, rest)
            except OSError as told:  # fastwarc's: no WARC header, damaged compression
                error, after = told, max(start, self._at) + 1
            if not self._in_gap:
                yield self._gap(error)
            self._in_gap = True
            start = next_record(self._stream, after)
        log.info("%s: read; no input: %s", self._item.key, dict(sorted(self._passed.items())))

    def _rows_from(self, start: int) -> Iterator[FileRow | Rejection]:
        from fastwarc.warc import ArchiveIterator

        self._stream.seek(start)
        for record in ArchiveIterator(self._stream, parse_http=False):
            self._at, self._finished, self._in_gap = record.stream_pos, False, False
            key = f"{self._item.key}#offset={self._at}"
            uri = (record.headers.get("WARC-Target-URI") or f"{self._item.uri}#offset={self._at}").strip("<>")
            try:
                content = self._content(record)
            except Reject as reject:
                yield self._source.rejection(key, uri, reject)
            else:
                if content is not None:
                    yield self._source.file_row(key, uri, content)
            record.consume()
            self._finished = True

    def _content(self, record: "WarcRecord") -> bytes | None:
        """Return the payload of a record of interest, None of another. Raises Reject where it is damaged."""
        if record.headers.get("Content-Length") is None:
            raise Reject(
                Reason.WARC_RECORD_BROKEN, "it has no Content-Length: the WARC may end in its header"
            )
        if other := self._why_not(record):
            self._passed[other] += 1
            _check_length(record.consume(), record.content_length)
            return None
        if cut := record.headers.get("WARC-Truncated"):
            raise Reject(Reason.WARC_RECORD_TRUNCATED, f"the crawler cut it: WARC-Truncated: {cut}")
        if record.content_length > self._source.max_file_bytes:
            raise too_large(self._item.uri, record.content_length, self._source.max_file_bytes)
        n_bytes = record.content_length  # length of the body, the HTTP head left out
        body = record.reader.read()
        _check_length(len(body), n_bytes)
        return self._payload(record, body)

    def _why_not(self, record: "WarcRecord") -> str | None:
        """Return what a record is that is no input."""
        kind = str(record.record_type)
        if kind not in _CARRIERS:
            return kind
        declared = record.headers.get("Content-Type")
        if kind == "response":
            record.parse_http(auto_decode="none")
            if not record.http_headers:
                return "response without HTTP"
            declared = record.http_content_type
        types = {_media_type(declared), _media_type(record.headers.get("WARC-Identified-Payload-Type"))}
        if types.isdisjoint(self._source.content_types):
            return f"{kind} of another type"
        if kind == "response" and record.http_headers.status_code != 200:
            return f"response with status {record.http_headers.status_code}"
        return None

    def _payload(self, record: "WarcRecord", body: bytes) -> bytes:
        http: HeaderMap | dict[str, str] = record.http_headers or {}
        unchunked, payload = decoded_body(
            body,
            transfer=http.get("Transfer-Encoding") or "",
            content=http.get("Content-Encoding") or "",
            max_bytes=self._source.max_file_bytes,
        )
        _check_digest(record.headers.get("WARC-Payload-Digest"), (body, unchunked, payload))
        if not payload:
            raise Reject(Reason.FILE_EMPTY, "its payload has 0 bytes")
        return payload

    def _gap(self, error: OSError) -> Rejection:
        """Reject the stretch that begins in the record at hand, or behind the last one that was whole."""
        where = f"after={self._at}" if self._finished and self._at >= 0 else f"offset={max(self._at, 0)}"
        detail = f"{error}. What lies from there to the next record that can be read is lost."
        return self._source.rejection(
            f"{self._item.key}#{where}", self._item.uri, Reject(Reason.WARC_RECORD_BROKEN, detail)
        )


def _media_type(header: str | None) -> str:
    return (header or "").partition(";")[0].strip().lower()


def _check_length(n_read: int, n_declared: int) -> None:
    if n_read < n_declared:
        raise Reject(
            Reason.WARC_RECORD_BROKEN, f"the WARC ends in it: {n_read} of its {n_declared} bytes are there"
        )


def _check_digest(header: str | None, bodies: tuple[bytes, ...]) -> None:
    """Raise Reject where no form of the body has the digest: crawlers disagree on which it is of."""
    algorithm, _, expected = (header or "").partition(":")
    if algorithm.lower() != "sha1" or len(expected) != _SHA1_BASE32_CHARS:
        return
    if not any(base64.b32encode(hashlib.sha1(b).digest()).decode() == expected.upper() for b in bodies):  # noqa: S324 the digest that the format names
        raise Reject(Reason.WARC_RECORD_BROKEN, f"its payload differs from its WARC-Payload-Digest {header}")
