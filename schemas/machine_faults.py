"""Errors that are the machine's or its installation's, and what a person can do about them.

A rejection is committed and stays. So an error that no row caused must never become one: it ends the run, and
nothing of its partition is committed.
"""

import errno
import os
import re

_MEMORY = "Use a machine with more memory, or fewer workers"
_LIMITS = "Raise the limit of this machine (ulimit -n, ulimit -u), or use fewer workers"
_ROOM = "Make room there"
_DISK = "Mend the disk or the file system that it lies on"
_INSTALLATION = "Put back what is missing (install its package again), or give this user the right to it"

_REMEDIES = {
    errno.ENOMEM: _MEMORY,
    errno.EAGAIN: _LIMITS,  # a fork fails so where there are too many processes
    errno.EMFILE: _LIMITS,
    errno.ENFILE: _LIMITS,
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EIO: _DISK,
    errno.ENOLCK: _DISK,
    errno.EROFS: _DISK,
}
_NO_INSTALLATION = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EACCES, errno.EPERM, errno.ENOEXEC)
_NO_THREAD = "can't start new thread"  # CPython's RuntimeError
_NO_FONT = "cannot open resource"  # FreeType's words for a file that is not there, which Pillow repeats

_ASKED = re.compile(r"alloc of size (\d+)")  # Arrow's words


def machine_remedy(error: BaseException) -> str | None:
    """Return what to do where the machine is at fault, whatever it was working on; None for other errors."""
    if isinstance(error, MemoryError):
        return None if _asks_for_too_much(error) else _MEMORY
    if isinstance(error, OSError):
        return _REMEDIES.get(error.errno or 0)
    return _LIMITS if isinstance(error, RuntimeError) and str(error) == _NO_THREAD else None


def stage_remedy(error: BaseException) -> str | None:
    """Return what to do where the machine or its installation is at fault, and not the row of a stage.

    A stage works on bytes in memory, and opens an input that a row names by `open_item`, which makes a
    `Reject` of what is wrong with it. So a file that is not there is one of ours: of a package, a font.
    """
    if remedy := machine_remedy(error):
        return remedy
    is_missing = isinstance(error, FileNotFoundError | PermissionError)
    if isinstance(error, OSError) and (
        is_missing or error.errno in _NO_INSTALLATION or str(error) == _NO_FONT
    ):
        return _INSTALLATION
    return None


def _asks_for_too_much(error: MemoryError) -> bool:
    """Say whether more was asked for than the machine has: a damaged file claims to be so large."""
    asked = _ASKED.search(str(error))
    return asked is not None and int(asked[1]) > os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
