"""Show a run to a person: one line that moves on a terminal, one line every ten seconds in a log."""

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

from vlcorpus.catalogs.query.quantities import human_bytes, human_duration
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.pipelines.runtime.planning import TablePlan
from vlcorpus.pipelines.runtime.run import Watcher

TERMINAL_EVERY_S = 0.2
LOG_EVERY_S = 10.0


@dataclass
class Progress(Watcher):
    """Partitions, rows, rejects, rows/s, tokens/s and time left, all taken from commits."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _plan: TablePlan | None = None
    _done: int = 0
    _rows: int = 0
    _rejects: int = 0
    _tokens: int = 0
    _began: float = 0.0
    _shown: float = 0.0
    _shown_done: int = 0

    def table_begins(self, plan: TablePlan, executor: str) -> None:
        self._plan, self._began, self._shown = plan, time.monotonic(), 0.0
        self._done = self._rows = self._rejects = self._tokens = 0
        already = f", {len(plan.committed)} committed before" if plan.committed else ""
        self._line(
            f"{plan.table.name}: {plan.n_items:,} inputs ({human_bytes(plan.n_bytes)}) in "
            f"{len(plan.partitions):,} partitions{already}; {executor} executor"
        )

    def committed(self, commit: Commit) -> None:
        self._done += 1
        self._rows += commit.rows
        self._rejects += commit.n_rejects
        self._tokens += commit.tokens
        pause = TERMINAL_EVERY_S if self.stream.isatty() else LOG_EVERY_S
        if time.monotonic() - self._shown >= pause:
            self._show()

    def table_ends(self, plan: TablePlan) -> None:
        if self._done and (self.stream.isatty() or self._done != self._shown_done):
            self._show()
        if self._done and self.stream.isatty():
            self.stream.write("\n")

    def _show(self) -> None:
        if self._plan is None:  # no table has begun: there is nothing to show
            return
        self._shown, self._shown_done = time.monotonic(), self._done
        elapsed = max(self._shown - self._began, 1e-6)
        left = (len(self._plan.pending) - self._done) * elapsed / self._done
        text = (
            f"{self._plan.table.name}: {self._done}/{len(self._plan.pending)} partitions, "
            f"{self._rows:,} rows, {self._rejects:,} rejects, {self._rows / elapsed:,.1f} rows/s, "
            f"{self._tokens / elapsed:,.0f} tokens/s, {human_duration(left)} left"
        )
        if self.stream.isatty():
            self.stream.write(f"\r\x1b[K{text}")
            self.stream.flush()
        else:
            self._line(text)

    def _line(self, text: str) -> None:
        self.stream.write(text + "\n")
        self.stream.flush()
