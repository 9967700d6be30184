"""Open a medium that a row names by path: a file, a URI, or a stretch of bytes in one."""

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.reading import open_item
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.media_reference import MediaReference
from vlcorpus.schemas.reasons import Reason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@contextmanager
def open_referenced(path: str) -> Iterator[io.BufferedReader]:
    """Open what the path names, as a file that begins and ends with the medium.

    Raises Reject: file_missing, file_unreadable, also where the file ends before the range does.
    """
    try:
        reference = MediaReference.parse(path)
        location = Location(reference.uri)
        stream = open_item(location, location.public_uri)
    except (ValueError, ConfigError) as error:  # ConfigError: of a scheme that nobody opens
        raise Reject(Reason.FILE_UNREADABLE, str(error)) from error
    with stream:
        if reference.n_bytes is None:
            yield stream
        else:
            yield io.BufferedReader(_Stretch(stream, path, reference.first_byte, reference.n_bytes))


def read_referenced(path: str) -> bytes:
    """Return the bytes of the medium. Raises as `open_referenced`."""
    with open_referenced(path) as stream:
        return stream.read()


def image_bytes(image: Image) -> bytes:
    """Return the image's bytes, from the row or from where it lies. Raises Reject, as `open_referenced`."""
    if image.bytes is not None:
        return image.bytes
    if not image.path:
        raise Reject(Reason.FILE_MISSING, "neither bytes nor a path")
    return read_referenced(image.path)


def copy_referenced(path: str, target: IO[bytes]) -> None:
    """Copy the medium a piece at a time: a video need not fit into memory. Raises as `open_referenced`."""
    with open_referenced(path) as stream:
        shutil.copyfileobj(stream, target, 1 << 20)


class _Stretch(io.RawIOBase):
    """Some bytes of a file as a file of their own, seekable as it is."""

    def __init__(self, stream: io.BufferedReader, path: str, first_byte: int, n_bytes: int):
        self._stream, self._path = stream, path
        self._first, self._n_bytes, self._at = first_byte, n_bytes, 0
        stream.seek(first_byte)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._n_bytes}[whence]
        self._at = max(0, begin + offset)
        self._stream.seek(self._first + self._at)
        return self._at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        space = memoryview(buffer).cast("B")
        wanted = min(len(space), max(0, self._n_bytes - self._at))
        content = self._stream.read(wanted)
        if wanted and not content:
            raise Reject(
                Reason.FILE_UNREADABLE, f"{self._path}: the file ends {self._n_bytes - self._at} bytes early"
            )
        space[: len(content)] = content
        self._at += len(content)
        return len(content)
