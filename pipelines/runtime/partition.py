"""What happens to one partition: read, pass the stages, write the shard, commit. Both executors call this."""

import contextlib
import os
import socket
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from vlcorpus.catalogs.sources.source import Partition, Source
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, through
from vlcorpus.pipelines.runtime.isolation import CRASHES_BEFORE_ISOLATION, through_isolated
from vlcorpus.schemas.errors import EnvironmentFailure, StageBug, VlcorpusError
from vlcorpus.schemas.machine_faults import stage_remedy
from vlcorpus.schemas.row import Row
from vlcorpus.stages.stage import NEVER, Stage

ATTEMPTS_BEFORE_GIVING_UP = 6
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def now() -> str:
    """Return the time as UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class TableTask:
    """What every worker of a table's run knows. Small: it travels with each task."""

    store: TableStore
    source: Source
    stages: tuple[Stage, ...]
    row_type: type
    run_id: str
    fingerprint: str


@dataclass
class Attempt:
    """One try at one partition, carried from operator to operator."""

    partition: Partition
    number: int = 1  # how many tries began with this one; the earlier ones died without a word
    started: str = field(default_factory=now)
    ledger: Ledger = field(default_factory=Ledger)
    wall_s: float = 0.0
    cpu_s: float = 0.0

    @property
    def label(self) -> str:
        return self.partition.label

    @contextlib.contextmanager
    def clocked(self) -> Iterator[None]:
        """Add the time spent in the block to the attempt's."""
        wall, cpu = time.monotonic(), _cpu_seconds()
        try:
            yield
        finally:
            self.wall_s += time.monotonic() - wall
            self.cpu_s += max(0.0, _cpu_seconds() - cpu)


def run_partition(
    task: TableTask,
    partition: Partition,
    stopped: "Future[None]" = NEVER,
    reading: Callable[[int, int], None] | None = None,
) -> Commit:
    """Do the whole partition in this process, its stages being open.

    Rows stream: memory holds one row group. `reading` is told how many rows of the partition were read. When
    `stopped` is done, raises CancelledError and leaves nothing.
    """
    if done := already_done(task, partition):
        return done
    attempt = begin(task, partition)
    with death_noted(task, attempt):
        rows = read(task, attempt)
        if reading is not None:
            rows = _told(rows, attempt, reading)
        return finish(task, attempt, advance(task.stages, rows, attempt, stopped))


def already_done(task: TableTask, partition: Partition) -> Commit | None:
    """Return the commit of what was finished before: a lost node makes Ray ask for it again."""
    commit = task.store.log.get_loose(partition.index)
    if commit and (commit.fingerprint, commit.made_of) == (task.fingerprint, partition.made_of):
        return commit
    return None


def begin(task: TableTask, partition: Partition) -> Attempt:
    """Note that a try begins. The note outlives a worker that dies, and so counts its deaths.

    Whoever kills the driver kills its workers too, and says nothing of the partition: given up is only what
    killed its workers in one run.
    """
    before = task.store.attempts.begin(partition.index, task.run_id)
    if before >= ATTEMPTS_BEFORE_GIVING_UP:
        deaths = task.store.attempts.n_of_run(partition.index, before, task.run_id)
        if deaths >= ATTEMPTS_BEFORE_GIVING_UP:
            task.store.attempts.end(partition.index, before + 1)
            raise StageBug(
                f"{task.store.uri}, {partition.label}: killed its worker {deaths} times, also with "
                "its rows in processes of their own. It dies while reading, or the machine has too little "
                "memory: look at the worker's log, then run again to go on."
            )
    return Attempt(partition, number=before + 1)


@contextlib.contextmanager
def death_noted(task: TableTask, attempt: Attempt) -> Iterator[None]:
    """Take the note back when the try ends with an exception: the worker lives, so it was no crash."""
    try:
        yield
    except BaseException:
        task.store.attempts.end(attempt.partition.index, attempt.number)
        raise


def read(task: TableTask, attempt: Attempt) -> Iterator[Row]:
    return from_source(task.source.name, task.source.rows(attempt.partition), attempt.ledger)


def _told(rows: Iterable[Row], attempt: Attempt, reading: Callable[[int, int], None]) -> Iterator[Row]:
    books = attempt.ledger.entries[0]  # the source's books
    for row in rows:
        reading(attempt.partition.index, books.counts.rows_in)
        yield row


def advance(
    stages: tuple[Stage, ...], rows: Iterable[Row], attempt: Attempt, stopped: "Future[None]" = NEVER
) -> Iterator[Row]:
    """Pass the rows through open stages, in processes of their own after repeated crashes."""
    on_cpu = all(stage.resources.gpus == 0 for stage in stages)
    if stages and on_cpu and attempt.number > CRASHES_BEFORE_ISOLATION:
        return through_isolated(stages, rows, attempt.ledger)
    return through(stages, rows, attempt.ledger, stopped)


def finish(task: TableTask, attempt: Attempt, rows: Iterable[Row]) -> Commit:
    """Pull the rows, write data, then rejects, then the commit."""
    index, n_tokens = attempt.partition.index, 0

    def counted() -> Iterator[Row]:
        nonlocal n_tokens
        for row in rows:
            n_tokens += getattr(row, "n_tokens", 0)
            yield row

    with attempt.clocked():
        data = task.store.write_data(index, task.row_type, counted())
        rejects = task.store.write_rejects(index, attempt.ledger.rejections())
    commit = Commit(
        partition=index,
        run_id=task.run_id,
        fingerprint=task.fingerprint,
        data=data,
        rejects=rejects,
        stages=attempt.ledger.counts(),
        reasons=attempt.ledger.reasons(),
        tokens=n_tokens,
        started=attempt.started,
        ended=now(),
        wall_s=round(attempt.wall_s, 3),
        cpu_s=round(attempt.cpu_s, 3),
        attempts=attempt.number,
        host=socket.gethostname(),
        made_of=attempt.partition.made_of,
    )
    task.store.commit(commit)
    return commit


def as_failure(error: Exception, where: str) -> VlcorpusError:
    """Return what ends the run: the error itself when it is one of ours, or a sentence around it."""
    if isinstance(error, VlcorpusError):
        return error
    remedy = stage_remedy(error) or ("Mend it" if isinstance(error, OSError) else None)
    if remedy:
        return EnvironmentFailure(
            f"{where}: {type(error).__name__}: {error}. {remedy}, then run again to go on."
        )
    return StageBug(f"{where}: this should not happen.\n" + "".join(traceback.format_exception(error)))


def _cpu_seconds() -> float:
    """Return CPU seconds of this process and its children, dead and alive: stages may work in children."""
    return sum(os.times()[:4]) + sum(map(_cpu_of, _children("self")))


def _cpu_of(pid: str) -> float:
    """Return CPU seconds of a living process and of its children; of one that just ended, 0."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    ticks = sum(map(int, fields[11:15]))  # utime, stime, cutime, cstime: numbers 14 to 17 in proc(5)
    return ticks / _TICKS_PER_S + sum(map(_cpu_of, _children(pid)))


def _children(pid: str) -> list[str]:
    # Each thread lists the children it started. (psutil would read every process of the machine.)
    found = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += listing.read_text(encoding="utf-8").split()
    return found
