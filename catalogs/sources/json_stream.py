"""One pass over JSON that does not fit into memory: a cursor, and a window of the text around it.

The values are read by the standard library's own scanner. A bare loop of it over the 590,000 captions of a
file as large as COCO's (91 MB) takes 0.73 s of a core and 18 MB, ijson (3.6, yajl2_c) 0.65 s and 14 MB; for
that a byte that is no text breaks the whole file, here it costs its value alone. Source: RFC 8259.
"""

import codecs
import json
import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from vlcorpus.catalogs.sources.text_encoding import BOM, UTF_8
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

_STEP_BYTES = 1 << 20
_MAX_VALUE_CHARS = 16 << 20  # ours: one record, with an image as a data URI in it
_SPACE = re.compile(r"[ \t\n\r]*")
_BEHIND = tuple(",:]} \t\n\r")  # what stands behind a value
_DECODER = json.JSONDecoder()


class JsonStream:
    """A cursor that stands before a value. Bytes that are no text in the encoding are surrogates.

    Every method raises Reject json_broken.
    """

    def __init__(self, stream: BufferedReader, encoding: str | None = None):
        self.is_text = True  # in the encoding, all that was read
        self._stream = stream
        if stream.peek(len(BOM)).startswith(BOM):
            encoding = UTF_8
            stream.read(len(BOM))
        self._decode = codecs.getincrementaldecoder(encoding or UTF_8)("surrogateescape").decode
        self._window, self._at = "", 0
        self._passed = 0  # characters before the window
        self._has_ended = False
        self._is_taken = False  # the value of the member at hand

    def sign(self) -> str:
        """Return the sign with which the next value begins, empty at the end."""
        while True:
            space = _SPACE.match(self._window, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more():
                return ""

    def value(self) -> Any:
        """Return the next value, and go behind it."""
        self._is_taken = True
        self.sign()
        while True:
            failure = ""
            try:
                value, end = _DECODER.raw_decode(self._window, self._at)
            except RecursionError:
                raise self._broken("it is nested too deep") from None
            except ValueError as error:
                failure = str(error).partition(":")[0]
            # A number may go on behind the window: of 0.5 it may show 0, and of 1e9 a 1 with an e.
            if not failure and (self._window[end : end + 1] in _BEHIND or not self._more()):
                self._at = end
                return value
            if failure and (len(self._window) - self._at > _MAX_VALUE_CHARS or not self._more()):
                raise self._broken(failure)

    def elements(self) -> Iterator[Any]:
        """Yield the elements of the array that comes next."""
        self._is_taken = True
        self._take("[")
        if self.sign() == "]":
            self._at += 1
            return
        while True:
            yield self.value()
            if self._take(",]") == "]":
                return

    def members(self) -> Iterator[str]:
        """Yield the names of the object that comes next; the cursor stands before the value of each.

        A value that is not taken is passed over.
        """
        self._take("{")
        if self.sign() == "}":
            self._at += 1
            return
        while True:
            name = self.value()
            self._take(":")
            self._is_taken = False
            yield name
            if not self._is_taken:
                self._pass_over()
            if self._take(",}") == "}":
                return

    def _pass_over(self) -> None:
        if self.sign() == "[":
            for _ in self.elements():
                pass
        else:
            self.value()

    def _take(self, signs: str) -> str:
        sign = self.sign()
        if not sign or sign not in signs:
            raise self._broken(f"{' or '.join(signs)} is expected")
        self._at += 1
        return sign

    def _more(self) -> bool:
        """Read on, twice as much as is left in the window; say whether there was more."""
        if self._has_ended:
            return False
        content = self._stream.read(max(_STEP_BYTES, len(self._window) - self._at))
        self._has_ended = not content
        text = self._decode(content, final=self._has_ended)
        self.is_text = self.is_text and not any("\udc80" <= sign <= "\udcff" for sign in set(text))
        self._passed += self._at
        self._window, self._at = self._window[self._at :] + text, 0
        return bool(content or text)

    def _broken(self, what: str) -> Reject:
        return Reject(Reason.JSON_BROKEN, f"{what} (character {self._passed + self._at})")
