"""Inputs that grow, change and vanish under a corpus: what a run does, and that nothing else moves."""

import shutil
from functools import partialmethod

import pytest

from tests.disturbed import shard_bytes
from tests.pipelines.runtime.remaking import make, rows, touched
from tests.pipelines.toys import one_operator, two_tables, write_files
from vlcorpus.catalogs.reports.stats import stats
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import InputsChanged
from vlcorpus.stages.stage import Chain


def test_new_files_make_new_partitions_and_nothing_else_is_touched(folder, tmp_path):
    output = tmp_path / "out"
    assert make(one_operator(folder), output) == ["samples/0", "samples/1", "samples/2"]
    before = touched(output)
    (folder / "0003a.txt").write_text("between")
    (folder / "z.txt").write_text("behind")
    assert make(one_operator(folder), output) == ["samples/3"]
    after = touched(output)
    manifest = str(output / "lines/samples/_table.json")
    assert {path for path in before if before[path] != after[path]} == {manifest}
    make(one_operator(folder), tmp_path / "at_once")
    assert rows(output) == rows(tmp_path / "at_once")


def test_a_run_on_unchanged_inputs_touches_no_file(folder, tmp_path):
    make(two_tables(folder), tmp_path / "out")
    before = touched(tmp_path / "out")
    assert make(two_tables(folder), tmp_path / "out") == []
    assert touched(tmp_path / "out") == before


def test_a_table_follows_the_one_it_is_made_of(folder, tmp_path):
    output = tmp_path / "out"
    make(two_tables(folder), output)
    (folder / "new.txt").write_text("late")
    assert make(two_tables(folder), output) == ["lines/3", "samples/3"]
    (folder / "0001.txt").write_text("another line")
    assert make(two_tables(folder), output, "remake") == ["lines/0", "samples/0"]
    make(two_tables(folder), tmp_path / "at_once")
    assert rows(output) == rows(tmp_path / "at_once")


def test_a_changed_and_a_vanished_input_are_named_and_the_run_is_refused(folder, tmp_path):
    output = tmp_path / "out"
    make(one_operator(folder), output)
    before = touched(output)
    (folder / "0001.txt").write_text("another line")
    (folder / "0009.txt").unlink()
    with pytest.raises(InputsChanged, match=r"1 of its inputs changed: 0001\.txt; .* vanished: 0009\.txt"):
        make(one_operator(folder), output)
    assert touched(output) == before


def test_keep_goes_on_with_what_was_committed(folder, tmp_path):
    output = tmp_path / "out"
    make(one_operator(folder), output)
    before = shard_bytes(output)
    (folder / "0001.txt").write_text("another line")
    (folder / "0009.txt").unlink()
    (folder / "new.txt").write_text("late")
    assert make(one_operator(folder), output, "keep") == ["samples/3"]
    assert before.items() <= shard_bytes(output).items()


def test_remake_makes_only_the_partitions_that_hold_them(folder, tmp_path):
    output = tmp_path / "out"
    make(one_operator(folder), output)
    (folder / "0001.txt").write_text("another line")
    for number in (8, 9):
        (folder / f"000{number}.txt").unlink()
    assert make(one_operator(folder), output, "remake") == ["samples/0", "samples/2"]
    make(one_operator(folder), tmp_path / "at_once")
    assert rows(output) == rows(tmp_path / "at_once")
    assert make(one_operator(folder), output) == []


def test_a_run_killed_between_its_plan_and_its_partitions_goes_on_as_planned(folder, tmp_path):
    output = tmp_path / "out"
    make(one_operator(folder), output)
    (folder / "0000a.txt").write_text("first")
    (folder / "0001.txt").write_text("another line")
    pipeline = one_operator(folder)
    plan_table("lines", pipeline.samples, str(output), "remake").prepare()  # and then it is killed
    assert TableStore(str(output / "lines/samples")).committed() == [1, 2]
    (folder / "0000b.txt").write_text("second")
    plan = plan_table("lines", one_operator(folder).samples, str(output))
    assert [[item.key for item in partition.items] for partition in plan.pending] == [
        ["0000.txt", "0001.txt", "0002.txt", "0003.txt"],
        ["0000a.txt"],
        ["0000b.txt"],
    ]
    assert plan.refusal is None
    assert make(one_operator(folder), output) == ["samples/0", "samples/3", "samples/4"]
    make(one_operator(folder), tmp_path / "at_once")
    assert rows(output) == rows(tmp_path / "at_once")


@pytest.mark.parametrize("step", ["list", "manifest", "commit"])
def test_a_plan_that_is_killed_half_way_is_found_again(step, folder, tmp_path, monkeypatch):
    output = tmp_path / "out"
    make(one_operator(folder), output)
    (folder / "0001.txt").write_text("another line")
    (folder / "new.txt").write_text("late")
    broken = {"list": "create", "manifest": "drop", "commit": "write_data"}[step]
    with monkeypatch.context() as patch:
        patch.setattr(TableStore, broken, _killed)
        with pytest.raises(KeyboardInterrupt):
            make(one_operator(folder), output, "remake")
    assert make(one_operator(folder), output, "remake") == ["samples/0", "samples/3"]
    make(one_operator(folder), tmp_path / "at_once")
    assert rows(output) == rows(tmp_path / "at_once")


def _killed(*_):
    raise KeyboardInterrupt


def test_another_folder_beside_the_first_is_no_other_table(folder, tmp_path):
    output, more = tmp_path / "out", write_files(tmp_path / "more", ["a", "b"])
    make(one_operator(folder), output)
    for number in (0, 1):
        (more / f"000{number}.txt").rename(more / f"more{number}.txt")
    chain = one_operator(folder).samples.chain
    source = type(chain.source)(
        inputs=(str(more), str(folder)), patterns=("*.txt",), source="lines", license="CC0-1.0",
        files_per_partition=4,
    )  # fmt: skip
    both = Pipeline("lines", Table("samples", Chain(source, chain.stages)))
    assert make(both, output) == ["samples/3"]


@pytest.mark.ray
@pytest.mark.usefixtures("ray_cluster")
def test_ray_and_local_grow_to_shards_equal_to_the_byte(tmp_path):
    folder = write_files(tmp_path / "in", [f"line {n}" for n in range(6)])
    for step in ("first", "grown", "changed"):
        if step == "grown":
            (folder / "0000a.txt").write_text("late")
        if step == "changed":
            (folder / "0004.txt").write_text("another")
        for executor in ("local", "ray"):
            options = RunOptions(executor, on_change="remake")
            run(two_tables(folder), str(tmp_path / executor), options, config={})
        assert shard_bytes(tmp_path / "ray") == shard_bytes(tmp_path / "local")
    assert sorted(shard_bytes(tmp_path / "ray"))[0] == "lines/lines/data/part-00000.parquet"


def test_what_stats_count_follows_although_rows_are_indexed(folder, tmp_path, monkeypatch):
    """Inputs are added, one changes and one vanishes; the index takes up what is new, from two shards on."""
    output, table = tmp_path / "out", tmp_path / "out/lines/samples"
    monkeypatch.setattr(TableStore, "index_rows", partialmethod(TableStore.index_rows, least=2))
    (folder / "none.txt").write_text("")
    make(two_tables(folder), output)
    assert [len(list(table.glob(f"index/{kind}/*"))) for kind in ("data", "rejects")] == [1, 0]
    assert list((output / "lines/lines").glob("index/*/*")) == []  # one shard of rejections, and no samples
    for change in range(3):
        (folder / f"z{change}.txt").write_text("more\n" * 30)
        (folder / f"000{change}.txt").write_text("other")
        (folder / f"000{change + 5}.txt").unlink()
        make(two_tables(folder), output, "remake")
        with_index = stats([str(output)], tmp_path / "cards")
        shutil.move(table / "index", tmp_path / "index")
        assert stats([str(output)], tmp_path / "cards") == with_index
        assert f" {len(rows(output))} samples (" in f" {with_index.splitlines()[1]}"
        shutil.move(tmp_path / "index", table / "index")
