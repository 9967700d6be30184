"""Where a medium lies that is not in the shard: a path or URI, and the bytes of that file which it is.

Written as one text, so that a sample's `path` holds it: `s3://pairs/00042.tar#bytes=1536-9215`, the first and
the last byte as in RFC 9110 §14.1.2. What part of a video is meant, in seconds, stands beside it (`start_s`).
"""

import re
from dataclasses import dataclass
from typing import Self

_RANGE = re.compile(r"(?P<uri>.*)#bytes=(?P<first>\d+)-(?P<last>\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MediaReference:
    """A file, or a stretch of one: a member of a tar. `n_bytes` is None for a file as a whole."""

    uri: str
    first_byte: int = 0
    n_bytes: int | None = None

    def __str__(self) -> str:
        if self.n_bytes is None:
            return self.uri
        return f"{self.uri}#bytes={self.first_byte}-{self.first_byte + self.n_bytes - 1}"

    @classmethod
    def parse(cls, path: str) -> Self:
        """Return what a path says. Raises ValueError for a range that ends before it begins."""
        found = _RANGE.fullmatch(path)
        if found is None:
            return cls(path)
        first, last = int(found["first"]), int(found["last"])
        if last < first:
            raise ValueError(f"{path}: the range ends before it begins")
        return cls(found["uri"], first, last - first + 1)
