"""The child's side of `schemas/sandbox.py`: sets its own limits, then answers one request after the other.

Run as `python -m …sandbox_child REQUESTS_FD REPLIES_FD PARENT_PID MODULE:FUNCTION MEMORY_BYTES`.
"""

import ctypes
import faulthandler
import os
import pickle
import resource
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.named import find_named

HEADER = struct.Struct("<Q")  # bytes of the pickle that follows
READY, REPLY, DONE, FAILED = range(4)

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
STDERR_BYTES = 1 << 20  # a flood of messages must not fill the disk; what does not fit is lost
# A child that once grew beyond this part of its limit is not used again, because the next request would find
# less room in it than in a fresh one: what a document gets must not depend on its predecessors.
RETIRE_FRACTION = 1 / 3


def main(requests_fd: int, replies_fd: int, parent: int, target: str, memory_bytes: int) -> None:
    _die_with(parent)
    _limit(memory_bytes)
    faulthandler.enable()
    with os.fdopen(requests_fd, "rb") as requests, os.fdopen(replies_fd, "wb") as replies:
        retire_bytes = memory_bytes * RETIRE_FRACTION
        try:
            function = find_named(target)
        except Exception as error:  # whatever it is, the parent must see it: it would have met it itself
            _reply(replies, FAILED, _portable(error), retire_bytes)
            return
        _reply(replies, READY, None, retire_bytes)
        while header := requests.read(HEADER.size):
            request, cpu_s, step_cpu_s = pickle.loads(requests.read(HEADER.unpack(header)[0]))  # noqa: S301 written by our own process
            os.truncate(sys.stderr.fileno(), 0)
            os.lseek(sys.stderr.fileno(), 0, os.SEEK_SET)
            _serve(function, request, cpu_s, step_cpu_s, replies, retire_bytes)


def _serve(
    function: Callable, request: Any, cpu_s: float, step_cpu_s: float, replies: BinaryIO, retire_bytes: float
) -> None:
    deadline_s = time.process_time() + cpu_s
    _arm(min(cpu_s, step_cpu_s))
    kind, value = DONE, None
    try:
        for reply in function(request):
            _reply(replies, REPLY, reply, retire_bytes)
            _arm(min(deadline_s - time.process_time(), step_cpu_s))
    except Exception as error:  # every error of the target is the caller's to judge
        kind, value = FAILED, _portable(error)
    signal.setitimer(signal.ITIMER_PROF, 0)
    _reply(replies, kind, value, retire_bytes)


def _reply(replies: BinaryIO, kind: int, value: Any, retire_bytes: float) -> None:
    peak_bytes = _peak_rss_bytes()
    message = (kind, value, time.process_time(), peak_bytes, peak_bytes > retire_bytes)
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    replies.write(HEADER.pack(len(body)))
    replies.write(body)
    replies.flush()


def _peak_rss_bytes() -> int:
    """Return the high-water mark of this process. (`ru_maxrss` starts at the parent's.)"""
    with open("/proc/self/status", "rb") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(b"VmHWM")) * 1024


def _arm(cpu_s: float) -> None:
    """End the process by SIGPROF after so many CPU seconds from now.

    The timer counts what RLIMIT_CPU counts, but in milliseconds instead of seconds, and can be set again.
    """
    signal.setitimer(signal.ITIMER_PROF, max(cpu_s, 0.001))


def _die_with(parent: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the line above
        sys.exit(1)


def _limit(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (STDERR_BYTES, STDERR_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in (signal.SIGPROF, signal.SIGSEGV, signal.SIGABRT):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGPROF})


def _portable(error: Exception) -> Exception:
    """Return `error` as the parent can raise it, with the child's traceback as a note."""
    if isinstance(error, Reject):
        return error
    trace = "".join(traceback.format_exception(error))
    try:
        error = pickle.loads(pickle.dumps(error))  # noqa: S301 written by our own process
    except Exception:  # an exception class may break pickle in any way it likes
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.add_note(f"In the sandbox:\n{trace}")
    return error


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
