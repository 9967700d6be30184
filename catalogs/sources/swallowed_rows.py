"""Tell rows that two stray quotes have made one field of from a text of several lines.

A quote that somebody forgot to close in one row and a stray one in a later row are together valid CSV: the
rows between them become lines of one field. They are told from a real text by what they look like: each line
behind the first is alone a record of the table, with the address of an image where the record has its own.
"""

import csv
import re
from collections.abc import Iterator
from typing import Any

from vlcorpus.catalogs.sources.image_names import is_file_name

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|data:image/)\S+", re.IGNORECASE)


class RecordLines:
    """The lines of one record of CSV, looked at on their way to its parser; none of them is kept."""

    def __init__(self, n_columns: int, form: dict[str, Any]):
        """Take the `form` of the table as `csv.reader` takes it."""
        self._n_columns, self._form = n_columns, form
        self._n_behind = 0  # lines behind the first
        self._n_quotes = 0  # in these lines, without pairs, which are a quote of the text
        self._address_columns = set(range(n_columns))  # with an address in each of these lines

    def of(self, lines: Iterator[str]) -> Iterator[str]:
        """Yield the lines; raise csv.Error where more fields are quoted than the table has columns.

        That bounds how often a line is read again: a line that leaves a quote open both alone and behind
        another such line ends one quoted field and begins the next.
        """
        for index, line in enumerate(lines):
            if index:
                self._look_at(line)
            yield line

    def check(self, fields: list[str]) -> None:
        """Raise csv.Error for fields that are not one record of the table."""
        if len(fields) != self._n_columns:
            raise csv.Error(f"it has {len(fields)} fields, the header has {self._n_columns}")
        if self._n_behind and any(_has_address(fields[column]) for column in self._address_columns):
            raise csv.Error(f"its quote ends {self._n_behind} lines below, and each of these is a record")

    def _look_at(self, line: str) -> None:
        if self._n_quotes > 2 * self._n_columns:
            raise csv.Error(f"more than {self._n_columns} fields are between quotes")
        self._n_behind += 1
        self._n_quotes += line.replace('""', "").count('"')
        if self._address_columns:
            self._address_columns &= self._addresses_of(line)

    def _addresses_of(self, line: str) -> set[int]:
        """Return the columns that hold an address; none where the line alone is no record.

        A space behind a comma is prose: where a row has one, a quote behind it opens no field.
        """
        try:
            fields = next(csv.reader([line], **self._form))
        except csv.Error:
            return set()
        if len(fields) != self._n_columns or any(field[:1].isspace() for field in fields):
            return set()
        return {column for column, field in enumerate(fields) if _is_address(field.strip('"'))}


def _is_address(text: str) -> bool:
    return is_file_name(text) or bool(_ADDRESS.fullmatch(text))


def _has_address(field: str) -> bool:
    """Say whether a field is an address, or was one before other rows became a part of it."""
    return _is_address(field.partition("\n")[0].strip()) or _is_address(field.rpartition("\n")[2])
