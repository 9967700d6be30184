"""The runtime in this process: commits, resume, refusal, budget, lock."""

import json
import os
from dataclasses import replace

import pytest

from tests.disturbed import shard_bytes
from tests.pipelines.toys import ToSample, one_operator, source, two_tables, write_files
from vlcorpus.catalogs.query.ask import ask
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.output import by_name, tables_under
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.local import partitions_in_hand, run_local
from vlcorpus.pipelines.runtime.partition import TableTask, begin
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.runtime.run import RunOptions, Watcher, choose_executor, run
from vlcorpus.schemas.errors import (
    ConfigError,
    ErrorBudgetExceeded,
    FingerprintMismatch,
    InputsChanged,
    RefusedError,
    StageBug,
)
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.stage import Resources

LOCAL = RunOptions(executor="local")


class Seen(Watcher):
    def __init__(self):
        self.partitions = []

    def committed(self, commit):
        self.partitions.append(commit.partition)


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}\nmore {n}" for n in range(10)])


def test_a_run_commits_every_partition_and_records_itself(folder, tmp_path):
    run(one_operator(folder), str(tmp_path / "out"), LOCAL, config={"seed": 3})
    table = TableStore(str(tmp_path / "out/lines/samples"))
    assert table.committed() == [0, 1, 2]
    assert [commit.rows for commit in table.commits()] == [8, 8, 4]
    (record,) = read_runs(str(tmp_path / "out"))
    assert (record.status, record.seed, list(record.tables)) == ("succeeded", 3, ["samples"])
    assert {commit.run_id for commit in table.commits()} == {record.run_id}


def test_a_second_run_does_only_what_is_missing(folder, tmp_path):
    output = tmp_path / "out"
    run(one_operator(folder), str(output), LOCAL, config={})
    before = shard_bytes(output)
    (output / "lines/samples/commits/part-00001.json").unlink()
    (output / "lines/samples/data/part-00001.parquet").write_bytes(b"half a shard")
    seen = Seen()
    run(one_operator(folder), str(output), LOCAL, config={}, watcher=seen)
    assert seen.partitions == [1]
    assert shard_bytes(output) == before


def test_two_outputs_of_one_input_are_equal_to_the_byte(folder, tmp_path):
    for name in ("a", "b"):
        run(one_operator(folder), str(tmp_path / name), LOCAL, config={})
    assert shard_bytes(tmp_path / "a") == shard_bytes(tmp_path / "b")


def test_a_table_of_another_configuration_is_refused_and_fresh_starts_over(folder, tmp_path):
    output = str(tmp_path / "out")
    run(one_operator(folder), output, LOCAL, config={})
    with pytest.raises(FingerprintMismatch, match=r"suffix: \"\" → \"!\""):
        run(one_operator(folder, suffix="!"), output, LOCAL, config={})
    run(one_operator(folder, suffix="!"), output, RunOptions("local", fresh=True), config={})
    assert next(TableStore(f"{output}/lines/samples").rows(0)).messages[1].content[0].text == "line 0!"


def test_one_table_and_what_is_made_of_it_is_made_again(folder, tmp_path):
    output = tmp_path / "out"
    run(two_tables(folder), str(output), LOCAL, config={})
    before = {path: path.stat().st_mtime_ns for path in output.glob("*/*/commits/*")}
    run(two_tables(folder), str(output), RunOptions("local", fresh_from="samples"), config={})
    made_again = {path.parent.parent.name for path, at in before.items() if path.stat().st_mtime_ns != at}
    assert made_again == {"samples"}
    with pytest.raises(ConfigError, match=r"no such table; there are: lines, samples"):
        run(two_tables(folder), str(output), RunOptions("local", fresh_from="line"), config={})


def state_of(output) -> dict[str, bytes]:
    """Return every file of an output but the lock."""
    files = (path for path in output.rglob("*") if path.is_file() and path.name != "_lock")
    return {str(path.relative_to(output)): path.read_bytes() for path in files}


def test_what_would_be_refused_is_refused_before_anything_is_made_deleted_or_recorded(folder, tmp_path):
    def three_tables(suffix: str) -> Pipeline:
        lines = two_tables(folder).samples.upstreams[0]
        texts = Table("texts", lines >> ToSample(suffix))
        return Pipeline("lines", Table("samples", texts >> ToSample()))

    output = tmp_path / "out"
    run(three_tables(""), str(output), LOCAL, config={})
    (folder / "0010.txt").write_text("another")  # there is something to do for `lines`
    before = state_of(output)
    for options in (LOCAL, RunOptions("local", fresh_from="samples")):
        with pytest.raises(FingerprintMismatch, match=r"(?s)lines/texts was .*fresh-from texts"):
            run(three_tables("!"), str(output), options, config={})
        assert state_of(output) == before
    os.utime(folder / "0000.txt", (1, 1))
    with pytest.raises(InputsChanged):
        run(three_tables(""), str(output), RunOptions("local", fresh_from="samples"), config={})
    assert state_of(output) == before


def test_fresh_shows_what_it_deletes_and_may_be_told_not_to(folder, tmp_path):
    def refuse(deletions):
        shown.extend((deletion.store.name, deletion.n_rows) for deletion in deletions)
        raise RefusedError("no")

    shown: list = []
    output = tmp_path / "out"
    run(two_tables(folder), str(output), LOCAL, config={})
    before = state_of(output)
    with pytest.raises(RefusedError):
        run(two_tables(folder), str(output), RunOptions("local", fresh=True, approve=refuse), config={})
    assert shown == [("lines", 20), ("samples", 20)]
    assert state_of(output) == before


def test_where_nothing_lies_fresh_asks_nothing(folder, tmp_path):
    def never(deletions):
        raise AssertionError(deletions)

    run(two_tables(folder), str(tmp_path / "out"), RunOptions("local", fresh=True, approve=never), config={})
    assert by_name(tables_under(str(tmp_path / "out"))).keys() == {"lines", "samples"}


def test_a_run_record_names_every_table_from_the_start(tmp_path):
    folder = write_files(tmp_path / "in", ["bug"])
    with pytest.raises(StageBug):
        run(two_tables(folder), str(tmp_path / "out"), LOCAL, config={})
    assert list(read_runs(str(tmp_path / "out"))[0].tables) == ["lines", "samples"]


def test_too_many_rejects_stop_the_run_and_keep_what_was_committed(tmp_path):
    folder = write_files(tmp_path / "in", ["\n".join(["good"] + ["boom"] * 99)] * 8)
    with pytest.raises(ErrorBudgetExceeded, match=r"error:ValueError"):
        run(one_operator(folder), str(tmp_path / "out"), LOCAL, config={})
    assert TableStore(str(tmp_path / "out/lines/samples")).committed() == [0]
    assert read_runs(str(tmp_path / "out"))[0].status == "failed"


def test_a_bug_in_a_stage_stops_the_run_without_counting_as_a_crash(tmp_path):
    folder = write_files(tmp_path / "in", ["fine", "bug"])
    with pytest.raises(StageBug, match="the line said bug"):
        run(one_operator(folder), str(tmp_path / "out"), LOCAL, config={})
    assert not list((tmp_path / "out/lines/samples/attempts").iterdir())


def test_a_pipeline_of_two_tables_gives_the_same_samples_as_one(folder, tmp_path):
    run(one_operator(folder), str(tmp_path / "one"), LOCAL, config={})
    run(two_tables(folder), str(tmp_path / "two"), LOCAL, config={})
    one, two = (TableStore(str(tmp_path / name / "lines/samples")) for name in ("one", "two"))
    assert [row for i in range(3) for row in one.rows(i)] == [row for i in range(3) for row in two.rows(i)]
    assert TableStore(str(tmp_path / "two/lines/lines")).manifest().row == "file/1"


def test_every_input_that_cannot_be_read_stands_among_the_rejects(tmp_path):
    folder = write_files(tmp_path / "in", ["good", ""])
    run(one_operator(folder), str(tmp_path / "out"), LOCAL, config={})
    (commit,) = TableStore(str(tmp_path / "out/lines/samples")).commits()
    assert commit.reasons == {"file_empty": 1}
    assert [(c.stage, c.rows_in, c.rows_out) for c in commit.stages][:2] == [
        ("Files", 2, 1),
        ("SplitLines", 1, 1),
    ]


def test_a_missing_input_is_a_configuration_error(tmp_path):
    with pytest.raises(ConfigError):
        run(one_operator(tmp_path / "nowhere"), str(tmp_path / "out"), LOCAL, config={})


def test_a_table_made_by_a_later_layout_is_not_touched(folder, tmp_path):
    output = tmp_path / "out"
    run(one_operator(folder), str(output), LOCAL, config={})
    manifest = output / "lines/samples/_table.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"layout": 99}))
    with pytest.raises(ConfigError, match="layout 99"):
        run(one_operator(folder), str(output), LOCAL, config={})


def test_an_output_of_the_former_layout_is_not_written_to(folder, tmp_path):
    output = tmp_path / "out"
    run(one_operator(folder), str(output), LOCAL, config={})
    (output / "lines/samples").rename(output / "samples")
    with pytest.raises(FingerprintMismatch, match=r"earlier version.*can be read.*another --output"):
        run(one_operator(folder), str(output), LOCAL, config={})
    assert not (output / "lines/samples").exists()


def test_several_domains_share_an_output_and_touch_their_own_tables_only(folder, tmp_path):
    output = tmp_path / "out"
    run(one_operator(folder), str(output), LOCAL, config={})
    other = replace(one_operator(folder, suffix="!"), name="others")
    before = shard_bytes(output)
    run(other, str(output), LOCAL, config={})
    run(other, str(output), RunOptions("local", fresh=True), config={})
    assert before.items() < shard_bytes(output).items()
    counted = connect([str(output)]).execute(
        "select (select count(*) from samples), (select count(*) from lines.samples),"
        " (select count(*) from others.samples)"
    )
    n = sum(commit.rows for commit in TableStore(f"{output}/lines/samples").commits())
    assert counted.fetchall() == [(2 * n, n, n)]
    with pytest.raises(ConfigError, match=r"Views: .*samples.* lines\.samples, others\.samples"):
        ask(connect([str(output)]), "select * from nothing", {})
    assert sorted(by_name(tables_under(str(output)))) == ["lines.samples", "others.samples"]


@pytest.mark.parametrize(
    ("options", "n_pending", "executor"),
    [
        (RunOptions("auto", workers=2), 1, "local"),
        (RunOptions("auto", workers=2), 8, "ray"),
        (RunOptions("auto", workers=1), 8, "local"),
        (RunOptions("auto", ray_address="auto"), 1, "ray"),
        (RunOptions("ray"), 1, "ray"),
    ],
)
def test_auto_takes_ray_where_it_pays(options, n_pending, executor):
    assert choose_executor(options, n_pending) == executor


def test_partitions_with_a_reject_for_a_reason_are_made_again_on_demand(tmp_path):
    folder = write_files(tmp_path / "in", ["good"] * 4 + ["good", "boom"] + ["good"] * 4)
    output = str(tmp_path / "out")
    run(one_operator(folder), output, LOCAL, config={})
    before, seen = shard_bytes(tmp_path / "out"), Seen()
    run(one_operator(folder), output, RunOptions("local", retry=("no_such_reason",)), config={}, watcher=seen)
    assert seen.partitions == []
    run(
        one_operator(folder),
        output,
        RunOptions("local", retry=("error:ValueError",)),
        config={},
        watcher=seen,
    )
    assert seen.partitions == [1]
    assert shard_bytes(tmp_path / "out") == before


def test_drivers_that_are_killed_inside_a_partition_are_no_reason_to_give_it_up(folder, tmp_path):
    calm, output = tmp_path / "calm", tmp_path / "out"
    run(one_operator(folder), str(calm), LOCAL, config={})
    table = TableStore(str(output / "lines/samples"))
    for number in range(9):
        assert table.attempts.begin(1, f"run-{number}") == number  # what a killed driver leaves behind
    run(one_operator(folder), str(output), LOCAL, config={})
    assert shard_bytes(output) == shard_bytes(calm)
    assert table.files.names("attempts") == []


def test_a_partition_that_kills_its_workers_in_one_run_is_given_up(folder, tmp_path):
    table = TableStore(str(tmp_path / "out/lines/samples"))
    partition = Partition(0, ())
    task = TableTask(table, source(folder), (), Sample, "this-run", "f")
    for _ in range(6):
        begin(task, partition)
    with pytest.raises(StageBug, match="killed its worker 6 times"):
        begin(task, partition)


def test_a_file_that_is_replaced_while_the_run_is_at_work_is_noticed(folder, tmp_path):
    pipeline, output = one_operator(folder), str(tmp_path / "out")
    plan = plan_table("lines", pipeline.samples, output)
    plan.prepare()
    (folder / "0004.txt").write_text("line 9\nmore 9")  # its size stays the same
    reasons = [commit.reasons for commit in run_local(plan.task("r"), plan.partitions)]
    assert reasons == [{}, {"file_unreadable": 1}, {}]
    with connect([output]) as connection:
        (told,) = connection.execute("select detail, retryable from rejects").fetchall()
    assert told == (f"{folder}/0004.txt was replaced between listing and reading", True)
    with pytest.raises(InputsChanged, match=r"1 of its inputs changed: 0004\.txt"):
        run(one_operator(folder), output, LOCAL, config={})


@pytest.mark.parametrize(
    ("needs", "n"),
    [
        ([], 1),
        ([Resources()], 1),
        ([Resources(), Resources(gpus=1, partitions=4, engine="one")], 4),
        ([Resources(gpus=1, partitions=4, engine="one")] * 2, 4),  # two roles of one engine
        ([Resources(gpus=1, partitions=4, engine=name) for name in ("one", "two")], 8),
    ],
)
def test_each_engine_has_its_partitions_in_hand(needs, n):
    assert partitions_in_hand(needs) == n
