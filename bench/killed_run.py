"""A run that is to be killed: whether it is in the middle of work, and what it said."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

POLL_S = 0.01
PATIENCE_S = 900.0


@dataclass(frozen=True)
class KilledRun:
    process: subprocess.Popen
    output: Path
    log: Path
    before: frozenset[str]  # traces of work that were there when it began
    alone: bool  # what it started is left to notice that it died

    def kill(self) -> None:
        """SIGKILL it, with all that it started unless it is killed alone."""
        with suppress(ProcessLookupError):
            (os.kill if self.alone else os.killpg)(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def is_at_work(self) -> bool:
        """Say whether it holds the lock and has begun a partition."""
        return self._holds_the_lock() and not traces(self.output) <= self.before

    def is_deleting(self) -> bool:
        """Say whether it holds the lock and deletes a table."""
        return self._holds_the_lock() and any(self.output.glob("*/_deleted-*"))

    def _holds_the_lock(self) -> bool:
        lock, holder = self.output / "_lock", f"process {self.process.pid} "
        return lock.exists() and lock.read_text(encoding="utf-8").startswith(holder) and not self.has_ended

    def wait_for(self, what: Callable[[], bool]) -> bool:
        """Wait until it is so; False where the run ended before."""
        until = time.monotonic() + PATIENCE_S
        while not (is_so := what()) and not self.has_ended:
            if time.monotonic() > until:
                raise SystemExit(f"{self.output}: nothing for {PATIENCE_S:.0f} s. It said:\n{self.said()}")
            time.sleep(POLL_S)
        return is_so

    def wait(self) -> int:
        return self.process.wait(PATIENCE_S)

    def said(self) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8").splitlines()[-20:])


def begin(command: list[str], output: Path, *, alone: bool) -> KilledRun:
    """Start a run in a process group of its own; what it says goes into a log beside the output."""
    log = output.with_name(f"{output.name}.log")
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
    return KilledRun(process, output, log, traces(output), alone)


def traces(output: Path) -> frozenset[str]:
    """Return what shows that partitions were begun: notes of attempts, and commits, with their times."""
    found = set()
    for path in [*output.glob("*/*/attempts/*"), *output.glob("*/*/commits/*.json")]:
        with suppress(FileNotFoundError):
            found.add(f"{path} {path.stat().st_mtime_ns}")
    return frozenset(found)
