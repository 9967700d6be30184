"""The row that kills its process is found; every other row goes on, and the books add up."""

import os
from dataclasses import dataclass

import pytest

from tests.factories import file_row
from tests.pipelines.toys import Obey, SplitLines
from vlcorpus.pipelines.runtime.flow import Ledger
from vlcorpus.pipelines.runtime.isolation import through_isolated
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class Exit(RowStage):
    """End the process with the code that the row names."""

    def each(self, row):
        if row.content.isdigit():
            os._exit(int(row.content))
        return row


def survive(stages, *contents: bytes):
    rows = [file_row(f"{n}.txt", content) for n, content in enumerate(contents)]
    ledger = Ledger()
    kept = list(through_isolated(stages, rows, ledger))
    return [row.content for row in kept], list(ledger.rejections()), ledger.counts()


def test_of_rows_that_kill_each_is_rejected_alone():
    kept, rejections, counts = survive((Obey(),), b"a", b"die", b"b", b"die")
    assert kept == [b"a", b"b"]
    assert [(r.source_key, r.reason, r.stage) for r in rejections] == [
        ("1.txt", "crash", "Obey"),
        ("3.txt", "crash", "Obey"),
    ]
    assert "SIGKILL" in rejections[0].detail
    (obey,) = counts
    assert (obey.rows_in, obey.rows_kept, obey.rows_rejected) == (4, 2, 2)


def test_only_the_line_that_kills_is_lost_and_not_its_file():
    kept, (rejection,), counts = survive((SplitLines(), Obey()), b"a\ndie\nb")
    assert kept == [b"a", b"b"]
    assert (rejection.source_key, rejection.stage) == ("0.txt#line=1", "Obey")
    split, obey = counts
    assert split.rows_out == obey.rows_in == 3


def test_what_an_error_rejects_is_rejected_here_too():
    kept, (rejection,), _ = survive((Obey(),), b"a", b"boom")
    assert (kept, rejection.reason) == ([b"a"], "error:ValueError")


def test_an_exit_is_told_by_its_code():
    _, (rejection,), _ = survive((Exit(),), b"7")
    assert "exit code 7" in rejection.detail


def test_a_mistake_in_the_code_stops_the_run():
    with pytest.raises(Exception, match="the line said bug"):
        survive((Obey(),), b"bug")


def test_no_rows_start_no_process():
    assert survive((Obey(),))[:2] == ([], [])
