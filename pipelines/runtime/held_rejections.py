"""Rejections of a partition until its shard of rejects is written.

A tar of a million members that are no samples is a million rejections, of a kilobyte each as objects. Packed
by the thousand they take some tens of bytes, for they tell much the same.
"""

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from vlcorpus.schemas.rejection import Rejection

_PACKED = 1000  # rejections of a pack


@dataclass
class HeldRejections:
    """A list that is only appended to and read in order."""

    _packs: list[bytes] = field(default_factory=list)
    _loose: list[Rejection] = field(default_factory=list)  # not packed yet, the last ones

    def append(self, rejection: Rejection) -> None:
        self._loose.append(rejection)
        if len(self._loose) == _PACKED:
            self._packs.append(zlib.compress(pickle.dumps(self._loose, pickle.HIGHEST_PROTOCOL), 1))
            self._loose.clear()

    def __iter__(self) -> Iterator[Rejection]:
        for pack in self._packs:
            yield from pickle.loads(zlib.decompress(pack))  # noqa: S301 packed by `append`
        yield from self._loose
