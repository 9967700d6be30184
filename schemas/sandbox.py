"""A child process that does dangerous work under limits of CPU, memory and time, and may die of it.

A C library that meets a hostile file can spin, eat all memory or crash, and no Python signal handler runs
meanwhile. So the work runs in a child that the kernel limits. The child serves thousands of requests; a new
one starts after a death. Replies stream one by one: what was answered before a death is kept. The limits
protect the run, they are no security boundary. Linux only.

    sandbox = Sandbox("vlcorpus.stages.documents.pdf.pymupdf_reader:read", Limits(cpu_s=12, step_cpu_s=4))
    for reply in sandbox.run(request):  # SandboxDied: cpu_limit, out_of_memory, wall_limit or crash
        ...

The child is no fork: callers are Ray workers with threads, and a forked child would inherit their held locks.
"""

import errno
import fcntl
import os
import pickle
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sandbox_child import DONE, FAILED, HEADER, READY, REPLY

# ours: requests that a child serves. Its start is 0.2 s of CPU, and what its C code leaks ends with it.
MAX_REQUESTS = 2000
PIPE_BYTES = 1 << 20  # the most an unprivileged process may ask for: a page image crosses in one write
START_WALL_S = 120.0  # importing the target on a loaded machine
# A child is one of many. With a thread per core, numpy alone would reserve gigabytes of its address space,
# and the C library as much with an arena per thread; on the one arena stages/media/refused_memory.py relies.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
# What C libraries print before they die of a failed allocation.
MEMORY_WORDS = ("MemoryError", "bad_alloc", "out of memory", "Cannot allocate memory")


@dataclass(frozen=True)
class Limits:
    """What one request may use. `step_…` limits hold from one reply to the next."""

    cpu_s: float = 15.0
    step_cpu_s: float = 15.0
    step_wall_s: float = 120.0  # ours: a stuck child, not a slow one; the CPU limits end those
    memory_bytes: int = 1_400_000_000  # address space of the child


@dataclass(slots=True)
class ChildUsage:
    """What the requests of a sandbox cost, restarts included."""

    cpu_s: float = 0.0
    peak_rss_bytes: int = 0  # memory of the largest child, as of its last reply
    n_requests: int = 0
    n_starts: int = 0


class Sandbox:
    """Runs `target`, a generator function named `module:function`, in a limited child process.

    Safe to use from several threads: each running request holds a child of its own.
    """

    def __init__(self, target: str, limits: Limits = Limits()):
        self.target = target
        self.limits = limits
        self.usage = ChildUsage()
        self._idle: list[_Child] = []

    def run(self, request: Any, *, cpu_s: float | None = None) -> Generator[Any, None, float]:
        """Yield what `target(request)` yields; return the CPU seconds it used.

        `cpu_s` replaces `limits.cpu_s`. Raises what the target raises, SandboxDied when a limit or a crash
        ended the child, EnvironmentFailure when no child starts.
        """
        child = self._take()
        is_busy = True  # until it has told all, or died
        self.usage.n_requests += 1
        try:
            child.send((request, self.limits.cpu_s if cpu_s is None else cpu_s, self.limits.step_cpu_s))
            while True:
                kind, value, used_s = child.receive(self.limits.step_wall_s)
                if kind == REPLY:
                    yield value
                    continue
                self._note(used_s, child.peak_rss_bytes)
                is_full = _is_full(value)
                spent = child.retired or child.n_served >= MAX_REQUESTS or is_full
                if not spent:
                    self._idle.append(child)
                else:
                    child.end()
                is_busy = False
                if is_full:
                    raise _out_of_memory(self.limits, str(value), used_s)
                if kind == FAILED:
                    raise value
                return used_s
        except _ChildDied as death:
            died = child.bury(self.limits, killed=death.killed)
            self._note(died.cpu_s, child.peak_rss_bytes)
            is_busy = False
            raise died from None
        finally:
            if is_busy:  # the caller did not want the rest of the replies
                died = child.bury(self.limits, killed=True)
                self._note(died.cpu_s, child.peak_rss_bytes)

    def warm_up(self) -> None:
        """Start a child, if none is idle. Raises what importing the target raises."""
        self._idle.append(self._take())

    def close(self) -> None:
        """End every idle child."""
        while self._idle:
            self._idle.pop().end()

    def __del__(self) -> None:
        self.close()

    def _take(self) -> "_Child":
        while self._idle:
            child = self._idle.pop()
            if child.usable():
                return child
        _require_memory(self.target, self.limits.memory_bytes)
        self.usage.n_starts += 1
        return _Child(self.target, self.limits.memory_bytes)

    def _note(self, used_s: float, peak_rss_bytes: int) -> None:
        self.usage.cpu_s += used_s
        self.usage.peak_rss_bytes = max(self.usage.peak_rss_bytes, peak_rss_bytes)


class SandboxDied(Reject):
    """The child died of this request. `cpu_s` is what it had used."""

    cpu_s: float = 0.0


class _ChildDied(Exception):
    def __init__(self, *, killed: bool):
        self.killed = killed  # whether we killed it, because it was silent for too long


class _Child:
    """One child process and the pipes to it."""

    def __init__(self, target: str, memory_bytes: int):
        self.owner = os.getpid()
        self.n_served = 0
        self.peak_rss_bytes = 0
        self.retired = False
        self._cpu_at_start_s = 0.0  # CPU seconds, in the child's own count, when the request in hand began
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the child)
        to_read, self._requests = os.pipe()
        self._replies, to_write = os.pipe()
        for fd in (self._requests, self._replies):
            os.set_blocking(fd, False)
            with suppress(PermissionError):  # the user's pipes may be limited: then slower, not wrong
                fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        command = [sys.executable, "-m", "vlcorpus.schemas.sandbox_child", str(to_read), str(to_write)]
        command += [str(self.owner), target, str(memory_bytes)]
        start = _spawner(self.owner).submit(_spawn, command, (to_read, to_write), self._stderr)
        self._process = start.result()
        os.close(to_read)
        os.close(to_write)
        self._await_ready(target)

    def _await_ready(self, target: str) -> None:
        try:
            kind, value, _ = self.receive(START_WALL_S)
        except _ChildDied as death:
            died = self.bury(Limits(), killed=death.killed)
            raise EnvironmentFailure(
                f"sandbox: no child could start for {target}: {died}. "
                "Raise memory_bytes, or run it by hand to see why."
            ) from None
        if _is_full(value):
            self.end()
            raise EnvironmentFailure(
                f"sandbox: {target} cannot be imported in the memory allowed: raise memory_bytes"
            )
        if kind != READY:
            self.end()
            raise value

    def usable(self) -> bool:
        """Say whether an idle child still lives and is ours (a fork of this process must not share it)."""
        if self.owner == os.getpid() and self._process.poll() is None:
            return True
        self.end()
        return False

    def send(self, message: Any) -> None:
        """Write one request. The child reads it whole before it answers, so neither waits for the other."""
        body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        for view in (memoryview(HEADER.pack(len(body))), memoryview(body)):
            while view:
                self._wait(self._requests, select.POLLOUT, START_WALL_S)
                try:
                    view = view[os.write(self._requests, view) :]
                except BrokenPipeError:
                    raise _ChildDied(killed=False) from None

    def receive(self, wall_s: float) -> tuple[int, Any, float]:
        """Return the kind of the next reply, its value, and the CPU seconds of the request so far."""
        deadline = time.monotonic() + wall_s
        (n_bytes,) = HEADER.unpack(self._read(HEADER.size, deadline))
        kind, value, cpu_s, self.peak_rss_bytes, self.retired = pickle.loads(self._read(n_bytes, deadline))  # noqa: S301 written by our own process
        used_s = cpu_s - self._cpu_at_start_s
        if kind in (READY, DONE, FAILED):
            self._cpu_at_start_s = cpu_s
            self.n_served += 1
        return kind, value, used_s

    def bury(self, limits: Limits, *, killed: bool) -> SandboxDied:
        """Kill and reap the child; return why it died and what its last request cost."""
        used_s = 0.0
        # A run that ends with an error leaves us to the garbage collector, which may take the child first.
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)  # also when it died: it is a zombie until reaped
            _, status, rusage = os.wait4(self._process.pid, 0)
            self._process.returncode = os.waitstatus_to_exitcode(status)
            used_s = max(0.0, rusage.ru_utime + rusage.ru_stime - self._cpu_at_start_s)
        words = "" if self._stderr.closed else self._last_words()
        self._close()
        died = _cause_of_death(self._process.returncode, words, limits, killed)
        died.cpu_s = used_s
        return died

    def end(self) -> None:
        """Let an idle child go. A child of the process that we were forked from is not ours to end."""
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()
        else:
            self._process.returncode = 0
        self._close()

    def _read(self, n_bytes: int, deadline: float) -> bytearray:
        data = bytearray(n_bytes)
        view = memoryview(data)
        while view:
            self._wait(self._replies, select.POLLIN, deadline - time.monotonic())
            n_read = os.readv(self._replies, [view])
            if not n_read:
                raise _ChildDied(killed=False)
            view = view[n_read:]
        return data

    def _wait(self, fd: int, event: int, wall_s: float) -> None:
        poll = select.poll()
        poll.register(fd, event)
        if not poll.poll(max(0.0, wall_s) * 1000):
            raise _ChildDied(killed=True)

    def _last_words(self) -> str:
        size = self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, size - 2000))
        return self._stderr.read().decode(errors="replace").strip()

    def _close(self) -> None:
        for fd in (self._requests, self._replies):
            os.close(fd)
        self._stderr.close()


def _cause_of_death(code: int, words: str, limits: Limits, killed: bool) -> SandboxDied:
    if killed:
        return SandboxDied(Reason.WALL_LIMIT, f"no reply within {limits.step_wall_s:g} s", retryable=True)
    if code == -signal.SIGPROF:
        return SandboxDied(Reason.CPU_LIMIT, f"{limits.step_cpu_s:g} CPU s a step, {limits.cpu_s:g} in all")
    if code == -signal.SIGKILL or any(word in words for word in MEMORY_WORDS):
        return _out_of_memory(limits, words)
    cause = signal.Signals(-code).name if code < 0 else f"exit status {code}"
    return SandboxDied(Reason.CRASH, f"{cause}: {words}")


def _require_memory(target: str, memory_bytes: int) -> None:
    """Raise EnvironmentFailure where this process may not give a child as much memory as its limit says."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most != resource.RLIM_INFINITY and most < memory_bytes:
        raise EnvironmentFailure(
            f"sandbox: {target} may use {memory_bytes / 1e9:.1f} GB, and this process is limited to "
            f"{most / 1e9:.1f} GB. Raise its limit (ulimit -v), then run again."
        )


def _is_full(value: Any) -> bool:
    """Say whether a reply is the error of a child that met its limit of memory."""
    return isinstance(value, MemoryError) or (isinstance(value, OSError) and value.errno == errno.ENOMEM)


def _out_of_memory(limits: Limits, words: str, cpu_s: float = 0.0) -> SandboxDied:
    died = SandboxDied(Reason.OUT_OF_MEMORY, f"limit {limits.memory_bytes / 1e9:.1f} GB: {words[-500:]}")
    died.cpu_s = cpu_s
    return died


def _spawn(command: list[str], fds: tuple[int, int], stderr: Any) -> subprocess.Popen:
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=stderr,  # what a library prints must not mix with the replies
        stderr=stderr,
        pass_fds=fds,
        env={**os.environ, **ONE_THREAD, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"},
    )


@cache
def _spawner(owner: int) -> ThreadPoolExecutor:
    """Return the thread that starts children, one per process.

    The kernel ties a child's death signal to the *thread* that started it; this one lives as long as we do.
    """
    return ThreadPoolExecutor(1, thread_name_prefix=f"sandbox-spawner-{owner}")
