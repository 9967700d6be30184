"""Was memory refused? Decoders that meet the limit of their process often say that the image is broken.

The C library leaves ENOMEM in `errno` when an allocation fails, and leaves it alone when one succeeds. So
what stands there behind a failed decode tells the two apart, in the one thread of a sandbox's child: where
there are several arenas to allocate from (`schemas/sandbox.py` gives it one), the first may refuse what the
next one gives. Source: POSIX.1-2017, "errno" and "malloc"; glibc manual, "Memory Allocation Tunables".
"""

import ctypes
import errno
from functools import cache


def forget_refused_memory() -> None:
    _errno()[0] = 0


def was_refused_memory() -> bool:
    """Say whether an allocation failed since `forget_refused_memory`, also one that was done without."""
    return _errno()[0] == errno.ENOMEM


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.__errno_location.restype = ctypes.POINTER(ctypes.c_int)
    return library


def _errno() -> "ctypes._Pointer[ctypes.c_int]":
    """Return where `errno` of this thread lies: `ctypes.get_errno` gives a copy of its own."""
    location: ctypes._Pointer[ctypes.c_int] = _library().__errno_location()
    return location
