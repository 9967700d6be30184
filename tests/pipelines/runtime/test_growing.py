"""Inputs that grow, change and vanish under a corpus: what a run does, and that nothing else moves."""

import io
import shutil
import tarfile
from dataclasses import dataclass
from functools import partialmethod
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.tar_pairs import END, sample
from tests.pipelines.toys import ToSample, one_operator, shard_bytes, two_tables, write_files
from vlcorpus.catalogs.reports.stats import stats
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.warc import Warcs
from vlcorpus.catalogs.sources.webdataset import WebDataset
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.runtime.run import RunOptions, Watcher, run
from vlcorpus.pipelines.steps.step import Step, index_of, items_of, one_by_one
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import InputsChanged
from vlcorpus.schemas.file import FileRow
from vlcorpus.stages.stage import Chain

LOCAL = RunOptions("local")


class Seen(Watcher):
    """Notes what was made, `table/partition`."""

    def __init__(self):
        self.made: list[str] = []
        self._table = ""

    def table_begins(self, plan, executor):
        self._table = plan.table.name

    def committed(self, commit):
        self.made.append(f"{self._table}/{commit.partition}")


def make(pipeline: Pipeline, output: Path, on_change: str = "refuse") -> list[str]:
    seen = Seen()
    run(pipeline, str(output), RunOptions("local", on_change=on_change), config={}, watcher=seen)
    return seen.made


def rows(output: Path, table: str = "samples") -> list:
    store = TableStore(str(next(output.glob(f"*/{table}"))))
    found = [row for index in store.committed() for row in store.rows(index)]
    return sorted(found, key=lambda row: row.id)


def touched(output: Path, pattern: str = "[!_]*/**/*") -> dict[str, tuple[int, bytes]]:
    """Return time and content of every file of every table, or of those that `pattern` names."""
    files = (path for path in output.glob(pattern) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}\nmore {n}" for n in range(10)])


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


# Global steps


@dataclass(slots=True, kw_only=True)
class Longest:
    length: int


@dataclass(slots=True, kw_only=True)
class IsLongest:
    id: str
    longest: bool


@dataclass(frozen=True)
class FindLongest(Step):
    """One task over all."""

    lines: TableStore

    def read(self, partition):
        items = [item for item in items_of(self.lines, partition.items) if item.n_rows]
        yield Longest(length=max(len(row.content) for i in items for row in self.lines.rows(index_of(i))))


@dataclass(frozen=True)
class Mark(Step):
    """A decision on each row, in its partitions."""

    lines: TableStore
    longest: TableStore

    def partitions(self, items):
        return one_by_one(items, self.lines, whole=(self.longest,))

    def read(self, partition):
        (longest,) = self.longest.rows(0)
        for row in self.lines.rows(partition.index):
            yield IsLongest(id=row.id, longest=len(row.content) == longest.length)


def with_global_steps(folder: Path) -> Pipeline:
    lines = two_tables(folder).samples.upstreams[0]
    longest = Table("longest", Over(FindLongest, lines), row=Longest)
    marks = Table("marks", Over(Mark, lines, longest), row=IsLongest)
    return Pipeline("lines", Table("samples", lines >> ToSample()), reports=(marks,))


def test_a_global_step_sees_that_its_table_grew_and_what_depends_on_it_follows(folder, tmp_path):
    output = tmp_path / "out"
    make(with_global_steps(folder), output)
    assert make(with_global_steps(folder), output) == []
    (folder / "new.txt").write_text("short")
    # The longest line is the same: the step is made again, the decisions on old rows are not.
    assert make(with_global_steps(folder), output) == ["lines/3", "longest/0", "marks/3", "samples/3"]
    (folder / "z.txt").write_text("longer than every other")
    made = make(with_global_steps(folder), output)
    assert made == ["lines/4", "longest/0", *(f"marks/{n}" for n in range(5)), "samples/4"]
    make(with_global_steps(folder), tmp_path / "at_once")
    assert [row.longest for row in rows(output, "marks")] == [
        row.longest for row in rows(tmp_path / "at_once", "marks")
    ]


def test_a_step_that_was_made_of_fewer_shards_is_told_by_its_plan(folder, tmp_path):
    output = tmp_path / "out"
    make(with_global_steps(folder), output)
    (folder / "new.txt").write_text("short")
    make(two_tables(folder), output)
    longest = next(table for table in with_global_steps(folder).tables() if table.name == "longest")
    plan = plan_table("lines", longest, str(output))
    assert (plan.outdated, [partition.index for partition in plan.pending]) == ({0}, [0])


# Limits, and inputs of every kind


def limited(pipeline: Pipeline, limit: int | None) -> Pipeline:
    (table,) = pipeline.tables()
    source = Limited(table.chain.source, limit) if limit else table.chain.source
    return Pipeline(pipeline.name, Table(table.name, Chain(source, table.stages), table.row))


def as_rows(source: Source, row: type) -> Pipeline:
    return Pipeline("toy", Table("samples", Chain(source, ()), row))


def files(folder: Path) -> Pipeline:
    write_files(folder, [f"line {n}" for n in range(12)])
    return one_operator(folder)


def tars(folder: Path, *names: str) -> Pipeline:
    folder.mkdir(exist_ok=True)
    for tar in names or ("a", "b"):
        with tarfile.open(folder / f"{tar}.tar", "w") as archive:
            for number in range(4):
                for ending, content in (("jpg", b"image"), ("txt", f"{tar}{number}".encode())):
                    member = tarfile.TarInfo(f"{number}.{ending}")
                    member.size = len(content)
                    archive.addfile(member, io.BytesIO(content))
    return as_rows(WebDataset(inputs=(str(folder),), source="tars", tars_per_partition=1), PairRow)


def warcs(folder: Path, *names: str) -> Pipeline:
    folder.mkdir(exist_ok=True)
    for warc in names or ("a", "b"):
        (folder / f"{warc}.warc").write_bytes(b"".join(_record(f"http://{warc}/{n}") for n in range(4)))
    return as_rows(Warcs(inputs=(str(folder),), source="warcs"), FileRow)


def _record(uri: str) -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF {uri}".encode()
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\n"
    head += "Content-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def parquet(folder: Path, *names: str) -> Pipeline:
    folder.mkdir(exist_ok=True)
    for name in names or ("a", "b"):
        table = pa.table({"content": pa.array([f"{name}{n}".encode() for n in range(4)])})
        pq.write_table(table, folder / f"{name}.parquet", row_group_size=3)
    return as_rows(ParquetBytes(inputs=(str(folder),), source="p", groups_per_partition=1), FileRow)


@pytest.mark.parametrize("kind", [files, tars, warcs, parquet])
def test_a_limit_grows_to_a_larger_one_and_to_everything(kind, tmp_path):
    pipeline = kind(tmp_path / "in")
    output = tmp_path / "out"
    for limit, expected in ((3, 3), (5, 5), (4, 5)):
        before = touched(output, "*/samples/data/*")
        make(limited(pipeline, limit), output)
        assert len(rows(output)) == expected
        assert before.items() <= touched(output, "*/samples/data/*").items()
    make(pipeline, output)
    make(kind(tmp_path / "in"), tmp_path / "at_once") if kind is files else make(
        pipeline, tmp_path / "at_once"
    )
    assert rows(output) == rows(tmp_path / "at_once")
    assert make(pipeline, output) == []


@pytest.mark.parametrize(("kind", "made"), [(tars, 1), (warcs, 1), (parquet, 2)])
def test_new_containers_make_new_partitions(kind, made, tmp_path):
    output = tmp_path / "out"
    n_before = len(make(kind(tmp_path / "in", "a", "c"), output))
    before = shard_bytes(output)
    pipeline = kind(tmp_path / "in", "b")
    assert make(pipeline, output) == [f"samples/{n_before + n}" for n in range(made)]
    assert before.items() <= shard_bytes(output).items()
    make(pipeline, tmp_path / "at_once")
    assert rows(output) == rows(tmp_path / "at_once")


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


class Interrupted(Seen):
    """Ends the run behind its third commit, as a signal does."""

    def committed(self, commit):
        super().committed(commit)
        if len(self.made) == 3:
            raise KeyboardInterrupt


def test_a_run_that_ends_inside_a_tar_goes_on_with_its_other_pieces(tmp_path):
    def pipeline(piece_bytes: int) -> Pipeline:
        source = WebDataset(inputs=(str(tmp_path / "in"),), source="tars", piece_bytes=piece_bytes)
        return as_rows(source, PairRow)

    (tmp_path / "in").mkdir()
    content = b"".join(sample(f"{number:03d}", image=bytes(3000)) for number in range(40)) + END
    (tmp_path / "in/a.tar").write_bytes(content)
    with pytest.raises(KeyboardInterrupt):
        run(pipeline(30_000), str(tmp_path / "out"), LOCAL, config={}, watcher=Interrupted())
    made = make(pipeline(30_000), tmp_path / "out")
    assert made == [f"samples/{index}" for index in range(3, 3 + len(made))]
    assert len(made) > 2
    make(pipeline(30_000), tmp_path / "at_once")
    assert shard_bytes(tmp_path / "out") == shard_bytes(tmp_path / "at_once")
    make(pipeline(1 << 40), tmp_path / "whole")
    assert rows(tmp_path / "out") == rows(tmp_path / "whole")
    assert make(pipeline(1 << 40), tmp_path / "out") == make(pipeline(30_000), tmp_path / "whole") == []
    plan = plan_table("toy", pipeline(30_000).samples, str(tmp_path / "out"))
    assert (plan.n_items, plan.n_bytes) == (1, len(content))
