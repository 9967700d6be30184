"""Open an item for reading, patiently: what another try may cure is tried again, the rest becomes a reason.

A stream from here raises `Reject` and nothing else for a file that cannot be read, so every source has one
`except`.
"""

import errno
import io
import os
import random
import re
import stat
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.reasons import Reason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

T = TypeVar("T")

WAITS_S = (0.5, 2.0, 8.0)  # pauses between four attempts; then it is left to another run
PATIENCE_S = 20.0  # ours: after so long no attempt begins: whoever takes connections and is silent stays so
BUFFER_BYTES = 8 << 20  # one request to an object store: about 100 ms of latency against 100 ms of transfer
_TRANSIENT_STATUS = {408, 425, 429, 500, 502, 503, 504}
_TRANSIENT_ERRNOS = {errno.ETIMEDOUT, errno.ECONNRESET, errno.ECONNREFUSED, errno.ESTALE, errno.EAGAIN}
# pyarrow says in words what its C++ clients met.
# Source: aws-sdk-cpp CoreErrors.h, google-cloud-cpp StatusCode.
_TRANSIENT_WORDS = re.compile(
    r"NETWORK_CONNECTION|SLOW_DOWN|SERVICE_UNAVAILABLE|INTERNAL_FAILURE|THROTTLING|REQUEST_TIMEOUT|REQUEST_EXPIRED"
    r"|UNAVAILABLE|DEADLINE_EXCEEDED|curlCode|timed? ?out|connection (?:was )?(?:reset|closed)"
    r"|HTTP (?:status|response code:?) (?:408|429|5\d\d)",
    re.IGNORECASE,
)
_JITTER = random.Random()  # an own one: threads would take numbers from a seeded `random` of somebody else
_QUOTED = re.compile(r"'[^']*'")  # a key in a message may itself be called timeout.pdf


def open_item(location: Location, uri: str) -> io.BufferedReader:
    """Open the file at the public `uri` in `location`: buffered, seekable where the filesystem is.

    Raises Reject, here and when it is read: file_missing, file_unreadable; path_outside where a link in a
    folder leads out of it. Raises EnvironmentFailure where
    the machine is at fault: it has no more file handles or memory, or its disk fails.
    """
    path = location.path_of(uri)
    if location.is_local:
        _require_inside(path, location.path)
        return io.BufferedReader(_SteadyStream(lambda: _open_regular(path), uri))
    return io.BufferedReader(_SteadyStream(lambda: location.fs.open_input_file(path), uri), BUFFER_BYTES)


def read_whole(location: Location, uri: str, n_bytes: int, max_bytes: int) -> bytes:
    """Return the content of a file that was listed with `n_bytes`; it may have changed since.

    Raises Reject: file_empty, file_too_large, and what `open_item` raises.
    """
    with open_item(location, uri) as stream:
        content = stream.read(min(n_bytes, max_bytes) + 1)  # no more: a buffer as large as asked for is made
        while n_bytes < len(content) <= max_bytes and (more := stream.read(BUFFER_BYTES)):
            content += more
    if not content:
        raise Reject(Reason.FILE_EMPTY, f"{printable(uri)} has 0 bytes")
    if len(content) > max_bytes:
        raise too_large(uri, f"more than {max_bytes}", max_bytes)
    return content


def too_large(uri: str, n_bytes: int | str, max_bytes: int) -> Reject:
    return Reject(
        Reason.FILE_TOO_LARGE,
        f"{printable(uri)} has {n_bytes} bytes, the limit is max_file_bytes={max_bytes}",
    )


def persist(attempt: Callable[[], T]) -> T:
    """Return what `attempt` returns; repeat it while its error is transient, with growing waits."""
    begun = time.monotonic()
    for wait_s in WAITS_S:
        try:
            return attempt()
        except Exception as error:  # every fsspec backend has an exception tree of its own
            if not is_transient(error) or time.monotonic() - begun > PATIENCE_S:
                raise
        time.sleep(wait_s * _JITTER.uniform(0.5, 1))
    return attempt()


def is_transient(error: Exception) -> bool:
    """Say whether another try may succeed without a change: a timeout, a broken connection, 429, 5xx."""
    if isinstance(error, TimeoutError | ConnectionError) or http_status(error) in _TRANSIENT_STATUS:
        return True
    if not isinstance(error, OSError):
        return False
    if error.errno is not None:
        return error.errno in _TRANSIENT_ERRNOS
    return bool(_TRANSIENT_WORDS.search(_QUOTED.sub("", str(error))))


def http_status(error: Exception) -> int | None:
    """Return the HTTP status that a client library (aiohttp, gcsfs, requests) left on its exception."""
    holders = (error, getattr(error, "response", None))
    statuses = (
        getattr(holder, name, None) for holder in holders for name in ("status", "code", "status_code")
    )
    return next((int(s) for s in map(str, statuses) if s.isdecimal()), None)


def as_reject(error: Exception, uri: str) -> Reject:
    """Return the reason why the file could not be read; re-raise an error that is not about the file.

    Raises EnvironmentFailure where the machine is at fault.
    """
    if remedy := machine_remedy(error):
        raise EnvironmentFailure(
            f"{printable(uri)}: {type(error).__name__}: {error}. {remedy}, then run again to go on."
        ) from error
    detail = f"{printable(uri)}: {type(error).__name__}: {printable(str(error))}"
    if isinstance(error, FileNotFoundError) or http_status(error) in (404, 410):
        return Reject(Reason.FILE_MISSING, detail)
    if isinstance(error, OSError) or http_status(error) is not None:
        return Reject(Reason.FILE_UNREADABLE, detail, retryable=is_transient(error))
    raise error


def _require_inside(path: str, root: str) -> None:
    """Refuse a link that leaves its input: who packed the folder may not choose among the user's other files.

    What the user names is the user's choice, be it a link or not.
    """
    if path == root:
        return
    end, inside = os.path.realpath(path), os.path.realpath(root)
    if os.path.commonpath((end, inside)) != inside:
        raise Reject(
            Reason.PATH_OUTSIDE,
            f"{printable(path)} is a link that leaves the input; name what it leads to as an input itself",
        )


def _open_regular(path: str) -> io.FileIO:
    """Open a local file if it is one: opening a fifo would wait for its writer for ever."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return open(descriptor, "rb", buffering=0)
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(
            errno.EISDIR, "a folder that could not be listed; make it readable, then run again"
        )
    raise OSError(errno.EINVAL, f"not a file but a {_SPECIAL.get(stat.S_IFMT(mode), 'special file')}")


_SPECIAL = {stat.S_IFIFO: "fifo", stat.S_IFSOCK: "socket", stat.S_IFCHR: "device", stat.S_IFBLK: "device"}


class _File(Protocol):
    """What is asked of a file as the filesystem opens it, Python's own or Arrow's."""

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def readinto(self, buffer: "WriteableBuffer", /) -> int: ...

    def close(self) -> None: ...


class _SteadyStream(io.RawIOBase):
    """A file read by position, so that a connection that breaks is opened again where it broke."""

    def __init__(self, open_file: Callable[[], _File], uri: str):
        self._open_file, self._uri = open_file, uri
        self._file: _File | None = None
        self._position = 0  # where the reader stands
        self._reached = 0  # where the file stands; only where they differ it is told to seek: some cannot
        self._patiently(lambda file: None)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_CUR:
            offset += self._position
        elif whence == io.SEEK_END:
            self._reached = self._patiently(lambda file: file.seek(0, io.SEEK_END))
            offset += self._reached
        self._position = offset
        return offset

    def readinto(self, buffer: "WriteableBuffer") -> int:
        return self._patiently(lambda file: self._read_here(file, buffer))

    def close(self) -> None:
        self._drop()
        super().close()

    def _read_here(self, file: _File, buffer: "WriteableBuffer") -> int:
        if self._reached != self._position:
            file.seek(self._position)
            self._reached = self._position
        n_read = file.readinto(buffer)
        self._position = self._reached = self._position + n_read
        return n_read

    def _patiently(self, act: Callable[[_File], T]) -> T:
        try:
            return persist(lambda: self._once(act))
        except Exception as error:
            # An exception of the filesystem's own tree; `as_reject` re-raises what is not about the file.
            raise as_reject(error, self._uri) from error

    def _once(self, act: Callable[[_File], T]) -> T:
        try:
            if self._file is None:
                self._file, self._reached = self._open_file(), 0
            return act(self._file)
        except Exception:
            self._drop()
            raise

    def _drop(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()
