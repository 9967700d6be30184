"""Open a medium that a row names by path: a file, a URI, or a stretch of bytes in one.

A corpus of others may name any file of this machine, so a path is opened only below some roots, and the bytes
of an image only leave where they have the hash of their row. Every reader of references goes through here.
"""

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Self

from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.reading import BUFFER_BYTES, open_item
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.schemas.errors import ConfigError, Reject
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.media_reference import MediaReference
from vlcorpus.schemas.reasons import Reason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MAX_IMAGE_BYTES = 2 << 30  # what a column of Arrow may hold of one row
_INPUTS = ("input", "pool")  # keys of a configuration under which inputs stand


@dataclass(frozen=True)
class MediaRoots:
    """Where media may lie that rows name by path."""

    own: tuple[Location, ...]  # the corpora themselves, and what the user allows
    # Inputs as the run records tell them. A corpus of others may tell anything, so only what has a hash in
    # its row is read there: what comes out is then known to who made the corpus.
    told: tuple[Location, ...] = ()

    @classmethod
    def of(cls, outputs: Iterable[str], allowed: Iterable[str] = ()) -> Self:
        """Return the roots of the corpora at `outputs`, and the folders and URIs that the user allows."""
        outputs = list(outputs)
        told = dict.fromkeys(uri for output in outputs for uri in _recorded_inputs(output))
        return cls(tuple(map(Location, (*outputs, *allowed))), tuple(Location(uri).root for uri in told))

    @contextmanager
    def open(self, path: str, *, has_hash: bool = False) -> Iterator[io.BufferedReader]:
        """Open what the path names, as a file that begins and ends with the medium.

        Raises Reject: path_outside, file_missing, file_unreadable, also where the file ends before the range
        does. `has_hash` says that the caller compares what it reads with the hash of the row.
        """
        try:
            reference = MediaReference.parse(path)
            uri = Location(reference.uri).public_uri
            stream = open_item(self._root_of(uri, has_hash=has_hash), uri)
        except (ValueError, ConfigError) as error:  # ConfigError: of a scheme that nobody opens
            raise Reject(Reason.FILE_UNREADABLE, str(error)) from error
        with stream:
            if reference.n_bytes is None:
                yield stream
            else:
                yield io.BufferedReader(_Stretch(stream, path, reference.first_byte, reference.n_bytes))

    def image_bytes(self, image: Image, info: ImageInfo | None) -> bytes:
        """Return the image's bytes, from the row or from where it lies.

        Raises Reject as `open`; file_too_large; medium_changed where other bytes lie there than `info` tells.
        """
        if image.bytes is not None:
            return image.bytes
        if not image.path:
            raise Reject(Reason.FILE_MISSING, "neither bytes nor a path")
        with self.open(image.path, has_hash=info is not None) as stream:
            content = _whole(stream, image.path)
        if info is not None and hashlib.sha256(content).hexdigest() != info.sha256:
            detail = f"{printable(image.path)}: its bytes are not those of its sha256"
            raise Reject(Reason.MEDIUM_CHANGED, detail)
        return content

    def copy(self, path: str, target: IO[bytes]) -> None:
        """Copy the medium a piece at a time: a video need not fit into memory. Raises as `open`."""
        with self.open(path) as stream:
            shutil.copyfileobj(stream, target, 1 << 20)

    def _root_of(self, uri: str, *, has_hash: bool) -> Location:
        for root in (*self.own, *self.told) if has_hash else self.own:
            inside = uri.startswith(root.public_uri.rstrip("/") + "/") and ".." not in uri.split("/")
            if inside or uri == root.public_uri:
                return root
        where = "the corpus or its inputs" if has_hash else "the corpus, and no hash tells what it is"
        raise Reject(
            Reason.PATH_OUTSIDE,
            f"{printable(uri)} does not lie in {where}; where you trust who made the corpus, allow its "
            "folder: --media-root FOLDER",
        )


def _recorded_inputs(output: str) -> Iterator[str]:
    """Yield what the configurations of the runs that made the corpus name as inputs."""
    for run in read_runs(output):
        yield from _inputs_in(run.config)


def _inputs_in(config: dict[str, Any]) -> Iterator[str]:
    for key, value in config.items():
        if isinstance(value, dict):
            yield from _inputs_in(value)
        elif key in _INPUTS:
            named = value if isinstance(value, list) else [value]
            yield from (uri for uri in named if isinstance(uri, str))


def _whole(stream: io.BufferedReader, path: str) -> bytes:
    parts, n_bytes = [], 0
    while part := stream.read(BUFFER_BYTES):
        n_bytes += len(part)
        if n_bytes > _MAX_IMAGE_BYTES:
            raise Reject(Reason.FILE_TOO_LARGE, f"{printable(path)} has more than {_MAX_IMAGE_BYTES} bytes")
        parts.append(part)
    return b"".join(parts)


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
