"""One writer per output directory. The kernel frees the lock of a process that dies, however it dies."""

import contextlib
import errno
import fcntl
import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.errors import EnvironmentFailure, TableLocked

log = logging.getLogger(__name__)

LOCK = "_lock"
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP}


@contextlib.contextmanager
def sole_writer(output: str) -> Iterator[None]:
    """Hold the output for this process, or raise TableLocked, which names the holder.

    Object stores have no locks: there `vlcorpus submit` keeps a second writer out by the name of its job.
    """
    storage = Storage(output)
    if not storage.is_local:
        yield
        return
    with _opened(Path(storage.path(LOCK)), output) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise TableLocked(
                f"{output} is being written by {holder}. Wait for it, or stop it, then run again to go on."
            ) from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            log.warning("%s: its file system has no locks: see to it that no second run writes there", output)
        file.truncate(0)
        # The name is for people. On a full disk the first real write says what is wrong, not this one.
        with contextlib.suppress(OSError):
            os.write(file.fileno(), f"process {os.getpid()} on {socket.gethostname()}\n".encode())
        yield
        file.truncate(0)


def _opened(path: Path, output: str) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise EnvironmentFailure(
            f"{output}: cannot be written: {error.strerror}. Choose another --output, or mend permissions."
        ) from error
