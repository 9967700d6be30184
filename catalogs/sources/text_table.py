"""Records of CSV, TSV and JSONL files, with the byte at which each begins, one in memory at a time.

Source: RFC 4180 (CSV), IANA text/tab-separated-values (TSV: no quotes), jsonlines.org. A record that is not
in its format is one `Reject`, and reading goes on at the line behind its first: a quote that nobody closes,
or that another row closes, costs the line that it stands in.
"""

import codecs
import csv
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import Any

from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_source import parsed_object
from vlcorpus.catalogs.sources.swallowed_rows import RecordLines
from vlcorpus.catalogs.sources.text_encoding import BOM, UTF_8
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.reasons import Reason

TEXT_TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
_MAX_LINE_BYTES = 16 << 20  # ours
_MAX_RECORD_BYTES = 16 << 20  # ours: lines of a quoted field; an image as a data URI has some hundred KiB
_STEP_BYTES = 1 << 20
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = ",\t;"  # of a header in which several stand the first one counts
_SAMPLED = 100  # records of JSONL, whose first need not have every name
# Python's csv has a limit for the whole process, of 131,072 characters a field: less than an image has.
csv.field_size_limit(_MAX_LINE_BYTES + _MAX_RECORD_BYTES)


class TextTable:
    """One CSV, TSV or JSONL file, told by the ending of its name. CSV and TSV begin with their header.

    The fields of a `.csv` whose header has no comma are separated by tabs, as open_clip's, or by semicolons.
    A byte that is no text in `encoding`, by default UTF-8, is a surrogate; a byte order mark says that all is
    UTF-8.
    """

    def __init__(self, stream: BufferedReader, name: str, encoding: str | None = None):
        """Raise Reject file_empty for an empty file; ConfigError for UTF-16 and a header that is none."""
        self._stream, self._name = stream, name
        begin = stream.peek(len(BOM))
        if begin.startswith(_UTF_16):
            raise ConfigError(f"{printable(name)}: its byte order mark says UTF-16. Write it as UTF-8.")
        self._encoding = UTF_8 if begin.startswith(BOM) else encoding or UTF_8
        self._lines_read: _Lines | None = None
        self._is_json = name.lower().endswith((".jsonl", ".ndjson"))
        self._form: dict[str, Any] = {"strict": True}
        if name.lower().endswith(".tsv"):
            self._form |= {"delimiter": "\t", "quoting": csv.QUOTE_NONE}
        if not begin:
            raise Reject(Reason.FILE_EMPTY, f"{printable(name)} has 0 bytes")
        self._begin = 0
        self.names = self._sampled_names() if self._is_json else self._header()

    def records(self, offset: int | None = None) -> Iterator[tuple[int, dict[str, Any] | Reject]]:
        """Yield where a record begins, and the record or what is wrong with it; from `offset` on."""
        lines = self._lines_read = self._lines(self._begin if offset is None else offset)
        return self._json_records(lines) if self._is_json else self._csv_records(lines)

    @property
    def is_text(self) -> bool:
        """Say whether all lines that were read are text in the encoding."""
        return self._lines_read is None or self._lines_read.are_text

    def _lines(self, offset: int) -> "_Lines":
        return _Lines(self._stream, offset, self._encoding)

    def _header(self) -> tuple[str, ...]:
        if "delimiter" not in self._form:
            first = next(iter(self._lines(0))).decode(self._encoding, "surrogateescape")
            self._form["delimiter"] = next((sign for sign in _DELIMITERS if sign in first), ",")
        lines = self._lines(0)
        try:
            header = next(csv.reader(lines.of_record(), **self._form))
        except csv.Error as error:
            raise ConfigError(f"{printable(self._name)}: its first line is no header: {error}.") from error
        self._begin = lines.at
        names = tuple(printable(name) or f"column_{i}" for i, name in enumerate(header))
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ConfigError(
                f"{printable(self._name)}: several columns are called {', '.join(twice)}. Rename them."
            )
        return names

    def _sampled_names(self) -> tuple[str, ...]:
        names: dict[str, None] = {}
        for _, record in islice(self.records(0), _SAMPLED):
            names |= dict.fromkeys(record) if isinstance(record, dict) else {}
        return tuple(names)

    def _json_records(self, lines: "_Lines") -> Iterator[tuple[int, dict[str, Any] | Reject]]:
        begin = lines.at
        for line in lines:
            if line.strip() or lines.too_long:
                yield begin, self._json_record(line, lines)
            begin, lines.too_long = lines.at, False

    def _json_record(self, line: bytes, lines: "_Lines") -> dict[str, Any] | Reject:
        if lines.too_long:
            return _too_long()
        try:
            return parsed_object(line, printable(self._name), self._encoding)
        except Reject as reject:
            return reject

    def _csv_records(self, lines: "_Lines") -> Iterator[tuple[int, dict[str, Any] | Reject]]:
        begin = lines.at
        while (values := self._values(lines)) is not None:
            if isinstance(values, Reject):
                yield begin, values
            elif values:
                yield begin, dict(zip(self.names, values, strict=True))
            begin = lines.at

    def _values(self, lines: "_Lines") -> list[str] | Reject | None:
        """Return the fields of the next record, or what is wrong with its first line; None at the end."""
        begin = lines.at
        try:
            values = self._checked_values(lines)
        except csv.Error as error:
            lines.go_back(lines.second)
            lost = f"{lines.at - begin} bytes from byte {begin} of {printable(self._name)} are no record"
            return Reject(Reason.LINE_BROKEN, f"{lost}: {error}")
        return _too_long() if lines.too_long else values

    def _checked_values(self, lines: "_Lines") -> list[str] | None:
        """Return the fields of the next record, none of an empty line; raise csv.Error for what is none."""
        of_record = RecordLines(len(self.names), self._form)
        values = next(csv.reader(of_record.of(lines.of_record()), **self._form), None)
        if values and not lines.too_long:
            of_record.check(values)
        return values


class _Lines:
    """The lines of a stream; what is above the limit of a line is passed over."""

    def __init__(self, stream: BufferedReader, offset: int, encoding: str):
        self.at = offset  # byte behind the line that was read last
        self.too_long = False  # one of them was, since somebody looked
        self.are_text = True  # in the encoding, all that were read
        self.second = offset  # where the second line of the record at hand begins
        self._stream, self._encoding = stream, encoding
        stream.seek(offset)

    def __iter__(self) -> Iterator[bytes]:
        while line := self._stream.readline(_MAX_LINE_BYTES):
            is_first = self.at == 0
            self.at += len(line)
            if len(line) == _MAX_LINE_BYTES and not line.endswith(b"\n"):
                self._pass_over()
            line = line.removeprefix(BOM) if is_first else line
            self.are_text = self.are_text and self._is_text(line)
            yield line

    def _is_text(self, line: bytes) -> bool:
        try:
            line.decode(self._encoding)
        except UnicodeDecodeError:
            return False
        return True

    def of_record(self) -> Iterator[str]:
        """Yield the lines of the record that begins here, as many as are asked for; raise csv.Error beyond
        the limit of a record. Bytes that are no text are surrogates, for their record alone is at fault.
        """
        begin, self.too_long = self.at, False
        for n_before, line in enumerate(self):
            if n_before == 0:
                self.second = self.at
            elif self.at - begin > _MAX_RECORD_BYTES:
                raise csv.Error(f"a quote in it is not closed within {_MAX_RECORD_BYTES} bytes")
            yield line.decode(self._encoding, "surrogateescape")

    def go_back(self, at: int) -> None:
        """Read the lines from `at` on again."""
        if at != self.at:
            self._stream.seek(at)
            self.at = at

    def _pass_over(self) -> None:
        while more := self._stream.readline(_STEP_BYTES):
            self.at += len(more)
            self.too_long = True
            if more.endswith(b"\n"):
                return


def _too_long() -> Reject:
    return Reject(Reason.LINE_BROKEN, f"a line of it has more than {_MAX_LINE_BYTES} bytes")
