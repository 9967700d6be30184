"""Parquet of others is decoded in a child process whose memory ends: no footer says how large a value is.

A file of some KB may mean a value of two gigabytes (Zstandard), or a list of a million times the same
megabyte (a dictionary), and Arrow makes what it means before anybody can look.
Source: Apache Parquet format, "Data Pages" and "Encodings".
"""

import atexit
import math
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import Any

from vlcorpus.schemas.sandbox import Limits, Sandbox

# The child's address space: what its imports take; a page of a thousand images of 1 MB, as it is stored and
# decoded, for some writers put so many rows in one; and six copies of the largest file that is read: the page
# as it is stored and decoded, Arrow's value, Python's, and two on the way to the parent.
_IDLE_BYTES = 1_000_000_000
_PAGES_BYTES = 2_000_000_000
_COPIES = 6
_STEP_CPU_S = 60.0  # ours, for one row: a page of 2 GB takes two seconds
_STEP_WALL_S = 900.0  # ours: a server that is busy is asked again, for minutes


def decode(target: str, request: Any, max_file_bytes: int) -> Iterator[Any]:
    """Yield what the generator function `target`, named `module:function`, yields of `request` in the child.

    Raises what it raises, and SandboxDied, a Reject, where that takes more memory or time than is allowed.
    """
    memory_bytes = _IDLE_BYTES + _PAGES_BYTES + _COPIES * max_file_bytes
    with closing(_sandbox(target, memory_bytes).run(request)) as replies:
        yield from replies


@cache
def _sandbox(target: str, memory_bytes: int) -> Sandbox:
    """Return the children of this process, which serve one partition after the other."""
    limits = Limits(
        cpu_s=math.inf, step_cpu_s=_STEP_CPU_S, step_wall_s=_STEP_WALL_S, memory_bytes=memory_bytes
    )
    sandbox = Sandbox(target, limits)
    atexit.register(sandbox.close)
    return sandbox
