"""Read a tar forwards, member by member, and say where it breaks.

`tarfile` takes a header that is damaged or cut for the end of the archive, without a word, and reads an
extended header as long as it claims to be. Source: POSIX.1-2017, pax, "ustar Interchange Format" and "pax
Header Block"; GNU tar manual, "Basic Tar Format". RFC 1952 (gzip) and RFC 8878 (Zstandard): how they begin.
"""

import gzip
import re
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import Protocol

import pyarrow as pa

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.reasons import Reason

_BLOCK = 512
_STEP_BYTES = 1 << 20
_MAX_EXTENDED_BYTES = 1 << 20  # ours, of all headers that extend one: a path has at most 4,096
_MAX_LENGTH_DIGITS = 9  # digits of the length of a record in such a header
_GZIP = b"\x1f\x8b"
_ZSTD = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")  # a frame, or one to be skipped: pzstd's
_HEAD_BYTES = 4
_PAX = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
# What is inflated of any tar: ten seconds of work, and the headers of three million members.
_FREE_BYTES = 4 << 30
# ours: bytes that a byte of the file may mean beyond that. Annotations in JSON have 5 to 30, a million
# captions of ten letters, each a member, 72 to 150; zeros have 1,032 in gzip, and 20,000 in Zstandard.
MAX_INFLATION = 200
# What gzip and Arrow's Zstandard raise; the file below raises Reject.
_BROKEN_STREAM = (EOFError, zlib.error, OSError, pa.ArrowException)


@dataclass(frozen=True, slots=True)
class Member:
    name: str  # bytes that are no UTF-8 are surrogates
    n_bytes: int
    offset: int  # byte of the tar at which its first header begins
    is_file: bool  # no link, folder or sparse file
    is_folder: bool


class TarReader:
    """One pass over a tar, plain or compressed: iterate, and read the member at hand before the next one.

    `first_byte` is the offset of a member's first header, in a tar that is plain. With `seeks`, what is not
    read of a plain tar is passed over by seeking, so it is not seen where a content is cut. Folders are left
    out. Raises Reject, here and when it is iterated or read: tar_broken; archive_inflates where a compressed
    tar means more than `max_inflation` times its bytes.
    """

    def __init__(
        self,
        stream: BufferedReader,
        first_byte: int = 0,
        *,
        seeks: bool = False,
        max_inflation: int = MAX_INFLATION,
    ):
        self.begin = first_byte  # offset of the headers of the member at hand, or of what is in their place
        self._at = first_byte  # offset of what is read next
        self._left = 0  # bytes of the member at hand, with its padding
        stream.seek(first_byte)
        self._extended_bytes = 0  # size of the headers that extend the one at hand
        head = stream.peek(_HEAD_BYTES)
        if not head and not first_byte:
            raise Reject(Reason.FILE_EMPTY, "it has 0 bytes")
        self._file, self._max_inflation = stream, max_inflation
        self._stream = stream if first_byte else _inflated(stream, head)
        self.is_plain = self._stream is stream  # not compressed: offsets are those of the file
        self._seek = stream.seek if seeks and self.is_plain else None

    def __iter__(self) -> Iterator[Member]:
        while (member := self._next()) is not None:
            self._left = member.n_bytes + -member.n_bytes % _BLOCK
            if not member.is_folder:
                yield member
            self._pass_over()

    @property
    def at(self) -> int:
        """The byte of the tar that is read next: before a member is read, its first one."""
        return self._at

    def read(self, member: Member) -> bytes:
        """Return the content of the member that was yielded last."""
        parts, wanted = [], member.n_bytes
        while wanted:
            parts.append(self._take(min(wanted, _STEP_BYTES)))
            wanted -= len(parts[-1])
            self._left -= len(parts[-1])
        return b"".join(parts)

    def _pass_over(self) -> None:
        """Go to the end of the member at hand."""
        if self._seek is not None:
            self._at, self._left = self._seek(self._at + self._left), 0
        while self._left:
            self._left -= len(self._take(min(self._left, _STEP_BYTES)))

    def _next(self) -> Member | None:
        """Return what the next header, with those that extend it, says; None at the end of the archive."""
        extended: dict[str, str] = {}
        has_end_mark = extends = False
        self._extended_bytes = 0
        while True:
            at = self._at
            self.begin = self.begin if extends else at
            block = self._read(_BLOCK)
            if not block.strip(b"\0"):
                if block and not extends:  # two such blocks end a tar, more fill it up
                    has_end_mark = True  # and another tar may follow, where two were joined
                    continue
                if has_end_mark:
                    return None
                raise _broken("it ends without its end mark: it was cut", at)
            header = _header(block, at)
            if header.type == tarfile.GNUTYPE_LONGNAME:
                extended["path"] = _text(self._extension(header)).rstrip("\0")
            elif header.type in _PAX:
                extended |= _pax_fields(self._extension(header), at)
            elif header.type in (tarfile.GNUTYPE_LONGLINK, tarfile.XGLTYPE):
                self._extension(header)
            else:
                return _member(header, extended, self.begin)
            extends = True

    def _extension(self, header: tarfile.TarInfo) -> bytes:
        self._extended_bytes += header.size
        if self._extended_bytes > _MAX_EXTENDED_BYTES:
            raise _broken(f"headers claim {self._extended_bytes} bytes for a name", self._at)
        return self._take(header.size + -header.size % _BLOCK)[: header.size]

    def _take(self, n_bytes: int) -> bytes:
        content = self._read(n_bytes)
        if len(content) < n_bytes:
            raise _broken("it ends inside a member", self._at)
        return content

    def _read(self, n_bytes: int) -> bytes:
        try:
            content = self._stream.read(n_bytes)
        except _BROKEN_STREAM as error:
            if machine_remedy(error):  # Arrow's error of memory
                raise
            raise _broken(f"its compression is damaged or cut: {error}", self._at) from error
        self._at += len(content)
        if not self.is_plain and self._at > _FREE_BYTES + self._max_inflation * self._file.tell():
            raise Reject(
                Reason.ARCHIVE_INFLATES,
                f"{self._at} bytes come out of its first {self._file.tell()}, more than max_inflation="
                f"{self._max_inflation} times as many",
            )
        return content


class _Readable(Protocol):
    """The bytes of a tar, as they lie or inflated."""

    def read(self, n_bytes: int, /) -> bytes: ...


def _inflated(stream: BufferedReader, head: bytes) -> _Readable:
    if head.startswith(_GZIP):
        return gzip.GzipFile(fileobj=stream)
    return pa.CompressedInputStream(stream, "zstd") if _ZSTD.match(head) else stream


def _header(block: bytes, at: int) -> tarfile.TarInfo:
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError) as error:
        raise _broken(f"it has no header where one must be: {error}", at) from error
    if header.size < 0:
        raise _broken(f"a header claims {header.size} bytes", at)
    return header


def _member(header: tarfile.TarInfo, extended: dict[str, str], begin: int) -> Member:
    n_bytes = header.size if header.isreg() or header.type not in tarfile.SUPPORTED_TYPES else 0
    if "size" in extended and n_bytes:
        if not extended["size"].isascii() or not extended["size"].isdecimal():
            raise _broken(f"a header claims {extended['size']!r} bytes", begin)
        n_bytes = int(extended["size"])
    is_file = header.isreg() and not header.issparse() and header.type != tarfile.GNUTYPE_SPARSE
    is_file = is_file and not any(name.startswith("GNU.sparse") for name in extended)
    return Member(extended.get("path", header.name), n_bytes, begin, is_file, header.isdir())


def _pax_fields(content: bytes, at: int) -> dict[str, str]:
    """Return the records of a pax header, each `<length> <name>=<value>` and a newline."""
    fields = {}
    content = content.rstrip(b"\0")
    begin = 0
    while begin < len(content):
        space = content.find(b" ", begin, begin + _MAX_LENGTH_DIGITS + 1)
        length = content[begin : max(space, begin)]
        if not length.isdigit() or not len(length) < int(length) <= len(content) - begin:
            raise _broken("a pax header is damaged", at)
        end = begin + int(length)
        name, _, value = content[space + 1 : end - 1].partition(b"=")
        fields[_text(name)] = _text(value)
        begin = end
    return fields


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _broken(what: str, at: int) -> Reject:
    return Reject(Reason.TAR_BROKEN, f"{what} (byte {at})")
