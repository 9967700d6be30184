"""Rows of one parent come together, lazily, and none is lost when something goes wrong."""

from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from itertools import chain, islice

import pytest

from tests.factories import file_row
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, through
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.stages.group_stage import GroupStage
from vlcorpus.stages.stage import Stage


@dataclass(frozen=True)
class CountAhead(GroupStage):
    """Write behind each row how many of its group were seen before the first went on; fail at `bad`."""

    ahead: int = 2
    bad: str = ""

    def parent(self, row):
        return row.source_key[0]

    def each_group(self, rows):
        first = list(islice(rows, self.ahead))
        for row in chain(first, rows):
            if row.source_key == self.bad:
                raise ValueError(f"cannot read {self.bad}")
            yield replace(row, content=str(len(first)).encode())


def run(keys, *stages):
    ledger = Ledger()
    rows = from_source("Test", [file_row(key) for key in keys], ledger)
    return list(through(stages, rows, ledger)), ledger


def test_neighbours_of_one_parent_are_a_group():
    kept, ledger = run(["a1", "a2", "a3", "b1", "c1", "c2"], CountAhead())
    assert [(row.source_key, row.content) for row in kept] == [
        ("a1", b"2"),
        ("a2", b"2"),
        ("a3", b"2"),
        ("b1", b"1"),
        ("c1", b"2"),
        ("c2", b"2"),
    ]
    counts = ledger.counts()[1]
    assert (counts.rows_in, counts.rows_kept, counts.rows_out, counts.rejects) == (6, 6, 6, 0)


def test_no_more_rows_are_taken_than_the_stage_asks_for():
    taken = []
    rows = (taken.append(key) or file_row(key) for key in ("a1", "a2", "a3", "a4"))
    out = CountAhead(ahead=2)(rows)
    next(out)
    assert taken == ["a1", "a2"]


@pytest.mark.parametrize(
    ("bad", "kept"), [("a1", ["b1"]), ("a2", ["a1", "b1"]), ("a4", ["a1", "a2", "a3", "b1"])]
)
def test_what_is_left_of_a_group_that_fails_is_rejected_and_the_next_group_goes_on(bad, kept):
    rows, ledger = run(["a1", "a2", "a3", "a4", "b1"], CountAhead(bad=bad))
    assert [row.source_key for row in rows] == kept
    found = list(ledger.rejections())
    assert [one.source_key for one in found] == [key for key in ("a1", "a2", "a3", "a4") if key not in kept]
    assert {one.reason for one in found} == {"error:ValueError"}
    counts = ledger.counts()[1]
    assert counts.rows_in == counts.rows_kept + counts.rows_rejected == 5


@dataclass(frozen=True)
class Fail(Stage):
    """Let one row go on, then raise."""

    error: type[Exception]

    def __call__(self, rows):
        yield next(iter(rows))
        raise self.error("stop")


@pytest.mark.parametrize("error", [EnvironmentFailure, CancelledError, KeyError])
def test_what_a_stage_before_it_raises_is_not_the_rows_fault(error):
    with pytest.raises(error, match="stop"):
        run(["a1", "a2"], Fail(error), CountAhead())
