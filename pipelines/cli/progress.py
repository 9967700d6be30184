"""Show a run to a person: one line that moves on a terminal, one line every ten seconds in a log."""

import sys
import time
from dataclasses import dataclass, field
from threading import Lock
from typing import TextIO

from vlcorpus.catalogs.query.quantities import human_bytes, human_duration
from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.pipelines.runtime.planning import TablePlan
from vlcorpus.pipelines.runtime.run import Watcher

TERMINAL_EVERY_S = 0.2
LOG_EVERY_S = 10.0


@dataclass
class Progress(Watcher):
    """Partitions, rows, rejects, rows/s, tokens/s and time left, taken from commits and from what is read.

    Partitions differ in size, so the time left follows from the work that is done: rows where it is known how
    many there are, else bytes. Rows of partitions under way are told by the local executor.
    """

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _plan: TablePlan | None = None
    _work: dict[int, int] = field(default_factory=dict)  # keys are the partitions that are to be made
    _by_rows: bool = False  # what `_work` counts
    _under_way: dict[int, int] = field(default_factory=dict)  # number of rows that were read, by partition
    _done: int = 0
    _done_work: int = 0
    _rows: int = 0
    _rejects: int = 0
    _tokens: int = 0
    _began: float = 0.0
    _shown: float = 0.0
    _shown_done: int = 0
    _writing: Lock = field(default_factory=Lock)  # partitions may be read by several threads

    def table_begins(self, plan: TablePlan, executor: str) -> None:
        self._plan, self._began, self._shown = plan, time.monotonic(), 0.0
        self._by_rows = _are_counted(plan.pending)
        self._work, self._under_way = _work_of(plan.pending, self._by_rows), {}
        self._done = self._done_work = self._rows = self._rejects = self._tokens = 0
        already = f", {len(plan.committed)} committed before" if plan.committed else ""
        self._line(
            f"{plan.table.name}: {plan.n_items:,} inputs ({human_bytes(plan.n_bytes)}) in "
            f"{len(plan.partitions):,} partitions{already}; {executor} executor"
        )

    def reading(self, partition: int, n_rows: int) -> None:
        self._under_way[partition] = n_rows
        self._show_at_times(since=max(self._began, self._shown))

    def committed(self, commit: Commit) -> None:
        self._under_way.pop(commit.partition, None)
        self._done += 1
        self._done_work += self._work.get(commit.partition, 0)
        self._rows += commit.rows
        self._rejects += commit.n_rejects
        self._tokens += commit.tokens
        self._show_at_times(since=self._shown)

    def table_ends(self, plan: TablePlan) -> None:
        if self._done and (self.stream.isatty() or self._done != self._shown_done):
            self._show()
        if self._done and self.stream.isatty():
            self.stream.write("\n")

    def _show_at_times(self, since: float) -> None:
        pause = TERMINAL_EVERY_S if self.stream.isatty() else LOG_EVERY_S
        if time.monotonic() - since >= pause and self._writing.acquire(blocking=False):
            try:
                self._show()
            finally:
                self._writing.release()

    def _show(self) -> None:
        if self._plan is None:
            return
        self._shown, self._shown_done = time.monotonic(), self._done
        elapsed = max(self._shown - self._began, 1e-6)
        under_way = sum(self._under_way.copy().values())
        read = f" and {under_way:,} rows of the next" if under_way else ""
        speed = (self._rows + under_way) / elapsed
        text = (
            f"{self._plan.table.name}: {self._done}/{len(self._plan.pending)} partitions{read}, "
            f"{self._rows:,} rows, {self._rejects:,} rejects, {speed:,.1f} rows/s, "
            f"{self._tokens / elapsed:,.0f} tokens/s{self._left(elapsed)}"
        )
        if self.stream.isatty():
            self.stream.write(f"\r\x1b[K{text}")
            self.stream.flush()
        else:
            self._line(text)

    def _left(self, elapsed: float) -> str:
        """Say how long the rest takes; nothing before there is anything to go by."""
        done = self._done_work
        if self._by_rows:
            done += sum(min(n, self._work.get(index, 0)) for index, n in self._under_way.copy().items())
        if not done:
            return ""
        return f", {human_duration((sum(self._work.values()) - done) * elapsed / done)} left"

    def _line(self, text: str) -> None:
        self.stream.write(text + "\n")
        self.stream.flush()


def _are_counted(partitions: list[Partition]) -> bool:
    """Say whether it is known of every partition how many rows it has."""
    return all(item.n_rows is not None for partition in partitions for item in partition.items)


def _work_of(partitions: list[Partition], by_rows: bool) -> dict[int, int]:
    """Return by index how much work each partition is, in rows, else in bytes; at least 1."""
    return {
        partition.index: sum((item.n_rows or 0) if by_rows else item.n_bytes for item in partition.items) or 1
        for partition in partitions
    }
