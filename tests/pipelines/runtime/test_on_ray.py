"""The Ray executor does exactly what the local one does, and survives what kills it."""

import pyarrow.parquet as pq
import pytest

from tests.disturbed import shard_bytes
from tests.pipelines.toys import one_operator, two_operators, two_tables, write_files
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import EnvironmentFailure, StageBug

pytestmark = [pytest.mark.ray, pytest.mark.usefixtures("ray_cluster")]

LINES = [f"line {n}\nmore {n}" for n in range(12)] + ["boom\nfine", ""]


@pytest.mark.parametrize("pipeline", [one_operator, two_operators, two_tables])
def test_ray_and_local_give_shards_equal_to_the_byte(pipeline, tmp_path):
    folder = write_files(tmp_path / "in", LINES)
    for executor in ("local", "ray"):
        run(pipeline(folder), str(tmp_path / executor), RunOptions(executor), config={})
    local = shard_bytes(tmp_path / "local")
    assert len(local) >= 5
    assert shard_bytes(tmp_path / "ray") == local


@pytest.mark.parametrize("pipeline", [one_operator, two_operators])
def test_a_row_that_kills_its_worker_is_found_and_rejected(pipeline, tmp_path):
    folder = write_files(tmp_path / "in", [*LINES[:6], "good\ndie\nalso good", *LINES[6:10]])
    run(pipeline(folder), str(tmp_path / "out"), RunOptions("ray"), config={})
    table = TableStore(str(tmp_path / "out/lines/samples"))
    commits = list(table.commits())
    assert [commit.reasons for commit in commits] == [{}, {"crash": 1}, {}]
    assert commits[1].attempts == 3
    kept = [row.source_key for row in table.rows(1)]
    # Only the line that kills is lost, not its file: lines 0 and 2 of file 6 go on.
    assert kept == [
        f"{n:04d}.txt#line={line}"
        for n, line in [(4, 0), (4, 1), (5, 0), (5, 1), (6, 0), (6, 2), (7, 0), (7, 1)]
    ]
    (reject,) = pq.read_table(tmp_path / "out/lines/samples/rejects/part-00001.parquet").to_pylist()
    assert (reject["source_key"], reject["stage"]) == ("0006.txt#line=1", "Obey")
    assert "SIGKILL" in reject["detail"]


def test_a_table_goes_through_in_windows_and_none_is_lost(tmp_path, monkeypatch):
    folder = write_files(tmp_path / "in", LINES)
    run(two_operators(folder), str(tmp_path / "local"), RunOptions("local"), config={})
    monkeypatch.setattr("vlcorpus.pipelines.runtime.on_ray.WINDOW", 3)
    monkeypatch.setattr("vlcorpus.pipelines.runtime.on_ray.WINDOW_PER_CPU", 1)
    run(two_operators(folder), str(tmp_path / "ray"), RunOptions("ray"), config={})
    assert shard_bytes(tmp_path / "ray") == shard_bytes(tmp_path / "local")


def test_a_window_is_long_beside_what_runs_at_once():
    from vlcorpus.pipelines.runtime.on_ray import windows

    assert [len(window) for window in windows(list(range(4500)), 2)] == [2000, 2000, 500]
    assert [len(window) for window in windows(list(range(4500)), 100)] == [3200, 1300]
    assert list(windows([], 2)) == []


def test_a_bug_in_a_worker_stops_the_run_with_our_message(tmp_path):
    folder = write_files(tmp_path / "in", ["fine", "bug"])
    with pytest.raises(StageBug, match="the line said bug"):
        run(one_operator(folder), str(tmp_path / "out"), RunOptions("ray"), config={})


def test_a_fault_of_the_machine_stops_the_run_and_its_partition_is_not_committed(tmp_path):
    folder = write_files(tmp_path / "in", ["fine", "full"])
    with pytest.raises(EnvironmentFailure, match=r"row 0001.txt#line=0: MemoryError: .*more memory"):
        run(one_operator(folder), str(tmp_path / "out"), RunOptions("ray"), config={})
    assert TableStore(str(tmp_path / "out/lines/samples")).committed() == []
