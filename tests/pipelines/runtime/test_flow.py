from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace

import pytest

from tests.factories import file_row, rejection
from tests.pipelines.toys import Obey, SplitLines
from vlcorpus.pipelines.runtime.flow import IMAGES_PER_REASON, Ledger, from_source, through
from vlcorpus.schemas.errors import EnvironmentFailure, Reject, StageBug
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.stage import NEVER, ModelUsage, RowStage, Stage


def run(rows, *stages):
    ledger = Ledger()
    kept = list(through(stages, from_source("Test", rows, ledger), ledger))
    return kept, ledger


def test_every_row_is_booked_in_every_stage():
    rows = [file_row("a", b"one\nboom\ntwo"), file_row("b", b""), rejection("c", "file_missing")]
    kept, ledger = run(rows, SplitLines(), Obey())
    assert [row.source_key for row in kept] == ["a#line=0", "a#line=2"]
    counts = [(c.rows_in, c.rows_kept, c.rows_rejected, c.rows_out, c.rejects) for c in ledger.counts()]
    assert counts == [(3, 2, 1, 2, 1), (2, 1, 1, 3, 1), (3, 2, 1, 2, 1)]
    assert ledger.reasons() == {"error:ValueError": 1, "file_missing": 1, "text_too_short": 1}


def test_a_data_exception_becomes_a_rejection_with_its_traceback():
    _, ledger = run([file_row("a", b"boom")], Obey())
    (found,) = ledger.rejections()
    assert (found.stage, found.reason) == ("Obey", "error:ValueError")
    assert "the line said boom" in found.detail
    assert "Traceback" in found.detail


def test_a_programming_error_stops_the_run_and_names_the_row():
    with pytest.raises(StageBug, match=r"stage Obey, row a: NotImplementedError"):
        run([file_row("a", b"bug")], Obey())


@dataclass(frozen=True)
class Lose(RowStage):
    def each(self, row):
        return []


def test_a_stage_that_loses_a_row_stops_the_run():
    with pytest.raises(StageBug, match="lost row a"):
        run([file_row("a")], Lose())


@dataclass(frozen=True)
class FullDisk(RowStage):
    def each(self, row):
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_not_the_rows_fault():
    with pytest.raises(EnvironmentFailure, match="No space left"):
        run([file_row("a")], FullDisk())


@dataclass(frozen=True)
class HalfGood(RowStage):
    """Yield a row, reject a derived one, then fail: a document of which one page was read."""

    def each(self, row):
        yield replace(row, content=b"page")
        yield Rejection.of(row, self.name, Reject("page_broken"))
        raise Reject("pdf_broken", "rest unreadable")


def test_a_row_that_fails_after_a_part_went_on_counts_as_kept_and_its_rejects_are_written():
    kept, ledger = run([file_row("a")], HalfGood())
    counts = ledger.counts()[1]
    assert len(kept) == 1
    assert (counts.rows_in, counts.rows_kept, counts.rows_rejected, counts.rejects) == (1, 1, 0, 2)


def test_only_the_first_rejections_of_a_reason_keep_their_image():
    rows = [replace(rejection(str(n)), image=Image(bytes=b"png")) for n in range(IMAGES_PER_REASON + 3)]
    _, ledger = run(rows)
    assert [r.image is not None for r in ledger.rejections()] == [True] * IMAGES_PER_REASON + [False] * 3


@dataclass(frozen=True)
class LookAhead(Stage):
    """Hold every row back until the last one is known, then let go of all but those of `lost`."""

    lost: str = ""
    rejected: str = ""

    def __call__(self, rows):
        for row in list(rows):
            if row.source_key == self.rejected:
                yield Rejection.of(row, self.name, Reject("file_empty"))
            elif row.source_key != self.lost:
                yield row


def test_rows_that_a_stage_holds_back_are_booked_when_they_go_on_or_are_rejected():
    kept, ledger = run([file_row(key) for key in "abcd"], LookAhead(rejected="b"))
    assert [row.source_key for row in kept] == ["a", "c", "d"]
    counts = ledger.counts()[1]
    assert (counts.rows_in, counts.rows_kept, counts.rows_rejected, counts.rows_out) == (4, 3, 1, 3)


@pytest.mark.parametrize("lost", ["a", "c"])
def test_a_stage_that_holds_a_row_back_and_loses_it_stops_the_run(lost):
    with pytest.raises(StageBug, match=f"LookAhead lost 1 rows, the first is {lost}:"):
        run([file_row(key) for key in "abcd"], LookAhead(lost=lost))


@dataclass(frozen=True)
class Pairs(Stage):
    """Let every row go on, and yield or reject one more of every two: a sequence of a document's pages."""

    reject_pairs: bool = False

    def __call__(self, rows):
        before = None
        for row in rows:
            yield row
            if before is not None:
                pair = replace(row, id=f"{before.id}+{row.id}", source_key="pair")
                yield Rejection.of(pair, self.name, Reject("file_empty")) if self.reject_pairs else pair
            before = row if before is None else None


@pytest.mark.parametrize("reject_pairs", [False, True])
def test_a_row_made_of_several_is_one_more_and_takes_none_away(reject_pairs):
    kept, ledger = run([file_row(key) for key in "abcde"], Pairs(reject_pairs))
    counts = ledger.counts()[1]
    assert (counts.rows_in, counts.rows_kept, counts.rows_rejected) == (5, 5, 0)
    assert (counts.rows_out, counts.rejects) == ((5, 2) if reject_pairs else (7, 0))
    assert len(kept) == counts.rows_out


class Waited(Iterator):
    """Rows that somebody waits for, two requests for each of them: no stage of ours makes it."""

    def __init__(self, rows):
        self.stopped, self.usage, self._rows = NEVER, ModelUsage(), iter(rows)

    def __next__(self):
        if self.stopped.done():
            raise CancelledError
        row = next(self._rows)
        self.usage.requests += 2
        return row


@dataclass(frozen=True)
class Wait(Stage):
    def __call__(self, rows):
        return Waited(rows)


def test_what_a_stage_of_any_kind_spent_is_booked():
    _, ledger = run([file_row(key) for key in "abc"], Wait(), Obey())
    assert [counts.requests for counts in ledger.counts()] == [0, 6, 0]


def test_a_stage_of_any_kind_that_waits_is_told_to_stop():
    stopped: Future[None] = Future()
    ledger = Ledger()
    rows = through((Wait(),), from_source("Test", [file_row("a")], ledger), ledger, stopped)
    stopped.set_result(None)
    with pytest.raises(CancelledError):
        next(rows)
