"""What the C library keeps of freed memory, for a process that once held more than it will need for long."""

import ctypes

_malloc_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; other C libraries keep less


def trim_heap() -> None:
    """Return freed memory to the system."""
    if _malloc_trim is not None:
        _malloc_trim(0)
