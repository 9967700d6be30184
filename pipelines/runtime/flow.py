"""Pass rows through stages and keep the books: how many went in, went on, left, and why."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import asdict, dataclass, field, fields
from typing import TypeAlias

import pyarrow as pa

from vlcorpus.catalogs.tables.commits import StageCounts
from vlcorpus.pipelines.runtime.held_rejections import HeldRejections
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row
from vlcorpus.stages.stage import NEVER, Stage, Stoppable

SourceItem: TypeAlias = Row | Rejection | pa.RecordBatch
IMAGES_PER_REASON = 8  # rejects of a stage and reason whose image a partition keeps: enough to look at


@dataclass
class StageBooks:
    """What happened in one stage (or in the source) to the rows of one partition."""

    counts: StageCounts
    rejections: HeldRejections = field(default_factory=HeldRejections)
    seen: Counter[str] = field(default_factory=Counter)  # rejections by reason

    def reject(self, rejection: Rejection) -> None:
        """Book a rejection.

        Only the first few of a reason keep their image, so that memory stays bounded.
        """
        self.seen[rejection.reason] += 1
        if self.seen[rejection.reason] > IMAGES_PER_REASON:
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
        tally: Counter[str] = Counter()
        for entry in self.entries:
            tally.update(entry.seen)
        return dict(sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def from_source(name: str, rows: Iterable[SourceItem], ledger: Ledger) -> Iterator[Row | pa.RecordBatch]:
    """Book what a source yields: every item it read is one row in, every row of an Arrow batch too."""
    return _booked(rows, ledger.enter(name))  # entered now, not at the first row: the ledger keeps the order


def _booked(rows: Iterable[SourceItem], books: StageBooks) -> Iterator[Row | pa.RecordBatch]:
    for row in rows:
        n = len(row) if isinstance(row, pa.RecordBatch) else 1
        books.counts.rows_in += n
        if isinstance(row, Rejection):
            books.counts.rows_rejected += 1
            books.reject(row)
        else:
            books.counts.rows_kept += n
            books.counts.rows_out += n
            yield row


def through(
    stages: Iterable[Stage], rows: Iterable[Row], ledger: Ledger, stopped: "Future[None]" = NEVER
) -> Iterator[Row]:
    """Compose the stages lazily: a row leaves the last stage before its neighbour enters the first.

    Raises CancelledError at the next row, or at once where a model is waited for, when `stopped` is done.
    """
    for stage in stages:
        rows = _through_one(stage, rows, ledger.enter(stage.name), stopped)
    return iter(rows)


def _through_one(
    stage: Stage, rows: Iterable[Row], books: StageBooks, stopped: "Future[None]"
) -> Iterator[Row]:
    """Book what the stage makes of each row.

    What it yields belongs to the row it pulled last. A row for which it yields nothing before the next one is
    held back (the first pages of a document, to tell its kind): it goes on, or is rejected, under its own id.
    """
    counts = books.counts
    held: dict[str, str] = {}  # id and key of the rows that are held back
    last: Row | None = None
    kept: bool | None = None  # did a row made of `last` go on? None before there was any word of it

    def settle(went_on: bool) -> None:
        counts.rows_kept += went_on
        counts.rows_rejected += not went_on

    def settle_last() -> None:
        if last is None:
            return
        if kept is None:
            held[last.id] = last.source_key
        else:
            settle(kept)

    def feed() -> Iterator[Row]:
        nonlocal last, kept
        for row in rows:
            if stopped.done():
                raise CancelledError
            settle_last()
            last, kept = row, None
            counts.rows_in += 1
            yield row

    made = stage(feed())
    if isinstance(made, Stoppable):
        made.stopped = stopped
    for out in made:
        went_on = not isinstance(out, Rejection)
        if held.pop(out.id, None) is not None:
            settle(went_on)
        else:
            kept = went_on or bool(kept)
        if went_on:
            counts.rows_out += 1
            yield out
        else:
            books.reject(out)
    settle_last()
    if isinstance(made, Stoppable):
        for name, value in asdict(made.usage).items():
            setattr(counts, name, value)
    if held:
        raise StageBug(
            f"{stage.name} lost {len(held)} rows, the first is {next(iter(held.values()))}: "
            "a row that a stage holds back must go on or be rejected under its own id"
        )


@contextlib.contextmanager
def opened(stages: Iterable[Stage]) -> Iterator[None]:
    """Open the stages, and close those that opened, the last one first."""
    with contextlib.ExitStack() as stack:
        for stage in stages:
            stage.open()
            stack.callback(stage.close)
        yield
