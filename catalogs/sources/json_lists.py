"""The records in one JSON file of any set.

They are those of an array, of an object's first array of objects, the members of an object where all are
objects (`{"1": {…}, "2": {…}}`, as ScienceQA and MathVista have it), or the object itself.
"""

from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import Any

from vlcorpus.catalogs.sources.json_stream import JsonStream
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

KEY = "key"  # the name of a record that is a member of an object
_SAMPLED = 100


class JsonLists:
    """One pass after another over a file, in memory one record. `is_known` is false where it holds none."""

    def __init__(self, stream: BufferedReader, encoding: str | None):
        self._stream, self._encoding = stream, encoding
        self._is_object = self._begin().sign() == "{"
        self._name: str | None = None  # of the array in an object
        self._has_keys = False  # the records are the members of an object
        if self._is_object:
            self._look_into_object()
        self._fault: Reject | None = None  # behind which no more records are read
        self.is_known = False
        self.n_rows = 0
        self.is_text = True  # in the encoding

    def survey(self) -> "JsonLists":
        """Read all of it once, and tell what it holds. Raises Reject json_broken where no record is whole."""
        cursor = self._begin()
        for record in self._all(cursor):
            self.n_rows += 1
            self.is_known = self.is_known or isinstance(record, dict)
        self.is_text = cursor.is_text
        if self._fault is not None and not self.is_known:
            raise self._fault
        return self

    def records(self, first: int, stop: int) -> Iterator[dict[str, Any] | Reject]:
        """Yield the records of a stretch, or what is wrong with one; behind what is broken there is none."""
        return islice(self._all(self._begin()), first, stop)

    def sampled_names(self) -> tuple[str, ...]:
        """Return the names of the first hundred records: the first one need not have all of them."""
        names: dict[str, None] = {}
        for record in islice(self._all(self._begin()), _SAMPLED):
            names |= dict.fromkeys(record) if isinstance(record, dict) else {}
        return tuple(names)

    def _begin(self) -> JsonStream:
        self._stream.seek(0)
        return JsonStream(self._stream, self._encoding)

    def _look_into_object(self) -> None:
        """Find out where in an object its records are. Raises Reject json_broken."""
        cursor, signs = self._begin(), set()
        try:
            for name in cursor.members():
                signs.add(cursor.sign())
                if cursor.sign() == "[" and any(isinstance(one, dict) for one in cursor.elements()):
                    self._name = str(name)
                    return
        except Reject:
            if signs != {"{"}:
                raise
        self._has_keys = signs == {"{"}

    def _all(self, cursor: JsonStream) -> Iterator[dict[str, Any] | Reject]:
        try:
            for value in self._values(cursor):
                yield value if isinstance(value, dict) else _no_object(value)
        except Reject as reject:
            self._fault = reject
            yield reject

    def _values(self, cursor: JsonStream) -> Iterator[Any]:
        if self._has_keys:
            for name in cursor.members():
                yield {KEY: name, **cursor.value()}
        elif self._is_object and self._name is None:
            yield cursor.value()
        elif self._is_object:
            for name in cursor.members():
                if name == self._name:
                    yield from cursor.elements()
                    return
        else:
            yield from cursor.elements()


def _no_object(value: Any) -> Reject:
    return Reject(Reason.JSON_BROKEN, f"a {type(value).__name__}, not an object")
