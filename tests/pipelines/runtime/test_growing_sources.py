"""Limits that grow, and inputs of every kind: files, tars and their pieces, WARCs, Parquet."""

import io
import tarfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.tar_pairs import END, sample
from tests.disturbed import shard_bytes
from tests.pipelines.runtime.remaking import Seen, make, rows, touched
from tests.pipelines.toys import one_operator, write_files
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.warc import Warcs
from vlcorpus.catalogs.sources.webdataset import WebDataset
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.file import FileRow
from vlcorpus.stages.stage import Chain


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
        run(pipeline(30_000), str(tmp_path / "out"), RunOptions("local"), config={}, watcher=Interrupted())
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
