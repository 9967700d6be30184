"""Bytes that a child in the sandbox reads, in a file without a name: neither process holds them in memory."""

import mmap
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def shared_file(content: bytes) -> Iterator[str]:
    """Yield a path at which children of this process can open `content` while the block runs.

    The file is gone with this process, however that ends. Linux only.
    """
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        del content  # this frame lives as long as the block
        yield f"/proc/{os.getpid()}/fd/{file.fileno()}"


@contextmanager
def mapped(path: str) -> Iterator[memoryview]:
    """Yield the bytes of a file that is not empty. The system reads a part when somebody looks at it."""
    with (
        open(path, "rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
        memoryview(content) as view,
    ):
        yield view
