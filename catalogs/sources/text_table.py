"""Records of CSV, TSV and JSONL files, with the byte at which each begins, one in memory at a time.

Source: RFC 4180 (CSV), IANA text/tab-separated-values (TSV: no quotes), jsonlines.org. A record that is not
in its format is one `Reject`, and the next line is read: a quote that nobody closes costs 128 KiB at most.
"""

import csv
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import Any

from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_source import parsed_object
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.reasons import Reason

TEXT_TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
_MAX_LINE_BYTES = 16 << 20  # ours
_STEP_BYTES = 1 << 20
_BOM = b"\xef\xbb\xbf"
_SAMPLED = 100  # records of JSONL, whose first need not have every name


class TextTable:
    """One CSV, TSV or JSONL file, told by the ending of its name. CSV and TSV begin with their header."""

    def __init__(self, stream: BufferedReader, name: str):
        """Raise Reject file_empty for an empty file; ConfigError for a header that is none."""
        self._stream, self._name = stream, name
        self._is_json = name.lower().endswith((".jsonl", ".ndjson"))
        self._form: dict[str, Any] = {"strict": True}
        if name.lower().endswith(".tsv"):
            self._form |= {"delimiter": "\t", "quoting": csv.QUOTE_NONE}
        if not stream.peek(1):
            raise Reject(Reason.FILE_EMPTY, f"{printable(name)} has 0 bytes")
        self._begin = 0
        self.names = self._sampled_names() if self._is_json else self._header()

    def records(self, offset: int | None = None) -> Iterator[tuple[int, dict[str, Any] | Reject]]:
        """Yield where a record begins, and the record or what is wrong with it; from `offset` on."""
        lines = _Lines(self._stream, self._begin if offset is None else offset)
        return self._json_records(lines) if self._is_json else self._csv_records(lines)

    def _header(self) -> tuple[str, ...]:
        lines = _Lines(self._stream, 0)
        try:
            header = next(csv.reader(lines.texts(), **self._form))
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
            return parsed_object(line, printable(self._name))
        except Reject as reject:
            return reject

    def _csv_records(self, lines: "_Lines") -> Iterator[tuple[int, dict[str, Any] | Reject]]:
        reader = csv.reader(lines.texts(), **self._form)
        while True:
            begin, lines.too_long = lines.at, False
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lost = f"{lines.at - begin} bytes from byte {begin} of {printable(self._name)} are no record"
                yield begin, Reject(Reason.LINE_BROKEN, f"{lost}: {error}")
                continue
            if lines.too_long:
                yield begin, _too_long()
            elif len(values) == len(self.names):
                yield begin, dict(zip(self.names, values, strict=True))
            elif values:
                detail = f"it has {len(values)} fields, the header has {len(self.names)}"
                yield begin, Reject(Reason.LINE_BROKEN, f"{detail} (byte {begin})")


class _Lines:
    """The lines of a stream; what is above the limit of a line is passed over."""

    def __init__(self, stream: BufferedReader, offset: int):
        self.at = offset  # behind the line that was read last
        self.too_long = False  # one of them was, since somebody looked
        self._stream = stream
        stream.seek(offset)

    def __iter__(self) -> Iterator[bytes]:
        while line := self._stream.readline(_MAX_LINE_BYTES):
            is_first = self.at == 0
            self.at += len(line)
            if len(line) == _MAX_LINE_BYTES and not line.endswith(b"\n"):
                self._pass_over()
            yield line.removeprefix(_BOM) if is_first else line

    def texts(self) -> Iterator[str]:
        """Yield them as text; bytes that are no UTF-8 are surrogates, for their record alone is at fault."""
        return (line.decode("utf-8", "surrogateescape") for line in self)

    def _pass_over(self) -> None:
        while more := self._stream.readline(_STEP_BYTES):
            self.at += len(more)
            self.too_long = True
            if more.endswith(b"\n"):
                return


def _too_long() -> Reject:
    return Reject(Reason.LINE_BROKEN, f"a line of it has more than {_MAX_LINE_BYTES} bytes")
