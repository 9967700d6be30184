"""Pass rows through stages and keep the books: how many went in, went on, left, and why."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

from catalogs.commits import StageCounts
from schemas.rejection import Rejection
from schemas.row import Row
from stages.stage import Stage

PICTURES_PER_REASON = 8  # of a stage in one partition: enough to look at, too few to weigh


@dataclass
class StageBooks:
    """What happened in one stage (or in the source) to the rows of one partition."""

    counts: StageCounts
    rejections: list[Rejection] = field(default_factory=list)
    _seen: Counter = field(default_factory=Counter)

    def reject(self, rejection: Rejection) -> None:
        """Book a rejection.

        Only the first few of a reason keep their picture, so that memory stays bounded.
        """
        self._seen[rejection.reason] += 1
        if self._seen[rejection.reason] > PICTURES_PER_REASON:
            rejection.image = None
        self.rejections.append(rejection)
        self.counts.rejects += 1

    def add(self, other: "StageBooks") -> None:
        """Take over the books of the same stage for other rows of the partition."""
        for rejection in other.rejections:
            self.reject(rejection)
        for name in (f.name for f in fields(StageCounts) if f.name not in ("stage", "rejects")):
            setattr(self.counts, name, getattr(self.counts, name) + getattr(other.counts, name))


@dataclass
class Ledger:
    """The books of one partition: entry 0 is the source, then one entry per stage, in order."""

    entries: list[StageBooks] = field(default_factory=list)

    def enter(self, stage: str) -> StageBooks:
        self.entries.append(StageBooks(StageCounts(stage)))
        return self.entries[-1]

    def counts(self) -> list[StageCounts]:
        return [entry.counts for entry in self.entries]

    def rejections(self) -> Iterator[Rejection]:
        """Yield stage by stage, so that any grouping of stages into operators gives the same shard."""
        for entry in self.entries:
            yield from entry.rejections

    def reasons(self) -> dict[str, int]:
        """Return rejects by reason, the most frequent first."""
        tally = Counter(rejection.reason for rejection in self.rejections())
        return dict(sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def from_source(name: str, rows: Iterable[Row | Rejection], ledger: Ledger) -> Iterator[Row]:
    """Book what a source yields: every item it read is one row in."""
    return _booked(rows, ledger.enter(name))  # entered now, not at the first row: the ledger keeps the order


def _booked(rows: Iterable[Row | Rejection], books: StageBooks) -> Iterator[Row]:
    for row in rows:
        books.counts.rows_in += 1
        if isinstance(row, Rejection):
            books.counts.rows_rejected += 1
            books.reject(row)
        else:
            books.counts.rows_kept += 1
            books.counts.rows_out += 1
            yield row


def through(stages: Iterable[Stage], rows: Iterable[Row], ledger: Ledger) -> Iterator[Row]:
    """Compose the stages lazily: a row leaves the last stage before its neighbour enters the first."""
    for stage in stages:
        rows = _through_one(stage, rows, ledger.enter(stage.name))
    return iter(rows)


def _through_one(stage: Stage, rows: Iterable[Row], books: StageBooks) -> Iterator[Row]:
    counts = books.counts
    kept: bool | None = None  # did a row made of the input in hand go on? None before the first input

    def settle() -> None:
        if kept is not None:
            counts.rows_kept += kept
            counts.rows_rejected += not kept

    def feed() -> Iterator[Row]:
        nonlocal kept
        for row in rows:
            settle()
            kept = False
            counts.rows_in += 1
            yield row

    for out in stage(feed()):
        if isinstance(out, Rejection):
            books.reject(out)
        else:
            counts.rows_out += 1
            kept = True
            yield out
    settle()


@contextlib.contextmanager
def opened(stages: Iterable[Stage]) -> Iterator[None]:
    """Open the stages, and close those that opened, the last one first."""
    with contextlib.ExitStack() as stack:
        for stage in stages:
            stage.open()
            stack.callback(stage.close)
        yield
