"""A run is shown by what was committed: rarely in a log, often on a terminal."""

import io
from dataclasses import replace

import pytest

from tests.pipelines.toys import two_tables, write_files
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.shards import ShardFacts
from vlcorpus.pipelines.cli import progress
from vlcorpus.pipelines.cli.progress import Progress
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.runtime.run import RunOptions, Watcher, run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch):
    """Return a clock that a test moves."""
    now = [1000.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def plan(tmp_path):
    pipeline = two_tables(write_files(tmp_path / "in", [f"line {n}" for n in range(12)]))
    return plan_table("toy", pipeline.tables()[0], str(tmp_path / "out"))


def commit(rows: int = 40, rejects: int = 2) -> Commit:
    facts = [ShardFacts(n, 1, "x") for n in (rows, rejects)]
    return Commit(0, "run", "f", facts[0], facts[1], [], tokens=400)


def test_a_table_says_what_it_will_do(plan, clock):
    shown = Progress(io.StringIO())
    shown.table_begins(plan, "local")
    said = shown.stream.getvalue()
    assert said.startswith("lines: 12 inputs (")
    assert f"in {len(plan.partitions)} partitions; local executor" in said


def test_a_log_has_a_line_every_ten_seconds_and_one_at_the_end(plan, clock):
    shown = Progress(io.StringIO())
    shown.table_begins(plan, "local")
    for _ in range(3):
        clock[0] += 4
        shown.committed(commit())
    shown.table_ends(plan)
    lines = shown.stream.getvalue().splitlines()[1:]
    assert [line.split(",")[0] for line in lines] == ["lines: 1/3 partitions", "lines: 3/3 partitions"]


def test_speed_and_time_left_follow_from_what_is_done(plan, clock):
    shown = Progress(io.StringIO())
    shown.table_begins(plan, "local")
    clock[0] += 20
    shown.committed(commit())
    (_, line) = shown.stream.getvalue().splitlines()
    assert line == "lines: 1/3 partitions, 40 rows, 2 rejects, 2.0 rows/s, 20 tokens/s, 40s left"


def test_a_terminal_has_one_line_that_moves(plan, clock):
    shown = Progress(Terminal())
    shown.table_begins(plan, "local")
    for _ in range(2):
        clock[0] += 1
        shown.committed(commit())
    shown.table_ends(plan)
    moving = shown.stream.getvalue().split("\n", 1)[1]
    assert moving.count("\r\x1b[K") == 3
    assert moving.count("\n") == 1
    assert moving.endswith("\n")


def test_a_table_with_nothing_to_do_shows_nothing_more(plan, clock):
    shown = Progress(io.StringIO())
    shown.table_begins(plan, "local")
    shown.table_ends(plan)
    assert len(shown.stream.getvalue().splitlines()) == 1


def test_rows_are_told_inside_a_partition(plan, clock):
    shown = Progress(io.StringIO())
    shown.table_begins(plan, "local")
    clock[0] += 12
    shown.reading(0, 3)
    (_, line) = shown.stream.getvalue().splitlines()
    assert line.startswith("lines: 0/3 partitions and 3 rows of the next, 0 rows, 0 rejects, 0.2 rows/s")
    assert line.endswith(", 36s left")  # 3 of 12 rows took 12 s


def test_what_is_committed_is_under_way_no_more(plan, clock):
    shown = Progress(Terminal())
    shown.table_begins(plan, "local")
    clock[0] += 1
    shown.reading(0, 4)
    clock[0] += 1
    shown.committed(commit())
    assert " of the next" not in shown.stream.getvalue().rpartition("\r")[2]


def test_a_small_partition_at_the_end_takes_as_long_as_it_is_small(tmp_path, clock):
    pipeline = two_tables(write_files(tmp_path / "in", [f"line {n}" for n in range(9)]))  # 4, 4 and 1
    shown = Progress(io.StringIO())
    shown.table_begins(plan_table("toy", pipeline.tables()[0], str(tmp_path / "out")), "local")
    for index in range(2):
        clock[0] += 20
        shown.committed(replace(commit(), partition=index))
    assert shown.stream.getvalue().splitlines()[-1].endswith(", 5s left")


def test_the_local_executor_tells_what_it_reads(tmp_path):
    class Seen(Watcher):
        def reading(self, partition, n_rows):
            told.append((partition, n_rows))

    told: list = []
    folder = write_files(tmp_path / "in", [f"line {n}" for n in range(5)])
    run(two_tables(folder), str(tmp_path / "out"), RunOptions("local"), config={}, watcher=Seen())
    assert told[:5] == [(0, 1), (0, 2), (0, 3), (0, 4), (1, 1)]
