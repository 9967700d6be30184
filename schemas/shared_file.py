"""Bytes that a child in the sandbox reads, in a file without a name: neither process holds them in memory."""

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
