"""What becomes of a partition where a file is missing: an input's absence is a row's, ours ends the run."""

import errno
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import ImageFont

from tests.disturbed import shard_bytes
from tests.factories import file_row
from tests.pipelines.toys import ToSample, one_operator, source, write_files
from tests.referenced import read_referenced
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.flow import Ledger
from vlcorpus.pipelines.runtime.isolation import through_isolated
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.file import FileRow
from vlcorpus.stages.stage import RowStage

LOCAL = RunOptions("local")


@dataclass(frozen=True)
class ReadTemplate(RowStage):
    """Append what a file of its own package says, to the row that says so."""

    template: str

    def each(self, row: FileRow) -> FileRow:
        if row.content == b"template":
            row.content = Path(self.template).read_bytes()
        return row


@dataclass(frozen=True)
class LoadFont(RowStage):
    font: str

    def each(self, row: FileRow) -> FileRow:
        ImageFont.truetype(self.font, 12)
        return row


@dataclass(frozen=True)
class ReadMedium(RowStage):
    """Read the medium that a row names by its path, as media by reference are."""

    def each(self, row: FileRow) -> FileRow:
        row.content = read_referenced(row.content.decode())
        return row


FAULTS = {
    "memory": MemoryError("no room for 8 GB"),
    "disk": OSError(errno.EIO, "Input/output error"),
    "locks": OSError(errno.ENOLCK, "No locks available"),
    "handles": OSError(errno.EMFILE, "Too many open files"),
    "processes": BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"),
    "threads": RuntimeError("can't start new thread"),
}


@dataclass(frozen=True)
class NeedMachine(RowStage):
    """Fail as the file `fault` says, as long as it is there, at the row that says so."""

    fault: str

    def each(self, row: FileRow) -> FileRow:
        if row.content == b"heavy" and Path(self.fault).exists():
            raise FAULTS[Path(self.fault).read_text(encoding="utf-8")]
        return row


def through(folder: Path, stage: RowStage) -> Pipeline:
    return Pipeline("lines", Table("samples", source(folder) >> stage >> ToSample()))


def made(output: Path) -> list[str]:
    table = output / "lines/samples"
    return [p.name for kind in ("data", "rejects", "commits") for p in (table / kind).glob("*")]


def test_a_missing_file_of_a_stage_stops_the_run_and_commits_nothing_of_its_partition(tmp_path):
    folder = write_files(tmp_path / "in", ["good", "template", "good"])
    template, output = tmp_path / "template.txt", tmp_path / "out"
    with pytest.raises(EnvironmentFailure) as stopped:
        run(through(folder, ReadTemplate(str(template))), str(output), LOCAL, config={})
    said = str(stopped.value)
    assert "stage ReadTemplate, row 0001.txt: FileNotFoundError" in said  # where
    assert str(template) in said  # what
    assert "install its package again" in said  # what to do
    assert "run again" in said
    assert made(output) == []
    template.write_text("found")
    run(through(folder, ReadTemplate(str(template))), str(output), LOCAL, config={})
    (commit,) = TableStore(str(output / "lines/samples")).commits()
    assert (commit.rows, commit.n_rejects) == (3, 0)


def test_so_does_a_missing_font(tmp_path):
    folder = write_files(tmp_path / "in", ["good"])
    with pytest.raises(EnvironmentFailure, match=r"stage LoadFont, row 0000.txt: .*cannot open resource"):
        run(through(folder, LoadFont(str(tmp_path / "font.ttf"))), str(tmp_path / "out"), LOCAL, config={})
    assert made(tmp_path / "out") == []


@pytest.mark.parametrize("kind", FAULTS)
def test_so_does_a_fault_of_the_machine_and_later_all_is_as_if_it_had_not_been(tmp_path, kind):
    folder = write_files(tmp_path / "in", ["light", "light", "light", "light", "light", "heavy"])
    fault, output = tmp_path / "fault", tmp_path / "out"
    pipeline = through(folder, NeedMachine(str(fault)))
    fault.write_text(kind)
    with pytest.raises(EnvironmentFailure, match=r"stage NeedMachine, row 0005.txt: .*then run again"):
        run(pipeline, str(output), LOCAL, config={})
    assert TableStore(str(output / "lines/samples")).committed() == [0]
    assert [name for name in made(output) if "00001" in name] == []
    fault.unlink()
    run(pipeline, str(output), LOCAL, config={})
    run(pipeline, str(tmp_path / "at_once"), LOCAL, config={})
    assert shard_bytes(output) == shard_bytes(tmp_path / "at_once")


def test_such_a_fault_passes_through_the_process_in_which_rows_are_isolated(tmp_path):
    (tmp_path / "fault").write_text("memory")
    rows = [file_row("0.txt", b"light"), file_row("1.txt", b"heavy")]
    with pytest.raises(EnvironmentFailure, match=r"row 1\.txt: MemoryError"):
        list(through_isolated((NeedMachine(str(tmp_path / "fault")),), rows, Ledger()))


def test_an_input_that_vanished_since_it_was_listed_is_a_reject(tmp_path):
    folder = write_files(tmp_path / "in", ["good", "gone"])
    pipeline = one_operator(folder)
    pipeline.samples.chain.source.items()  # listed once per object
    (folder / "0001.txt").unlink()
    run(pipeline, str(tmp_path / "out"), LOCAL, config={})
    (commit,) = TableStore(str(tmp_path / "out/lines/samples")).commits()
    assert (commit.rows, commit.reasons) == (1, {"file_missing": 1})


def test_so_is_a_medium_that_a_row_names_and_a_stage_cannot_read(tmp_path):
    (tmp_path / "there.txt").write_text("good")
    (tmp_path / "folder").mkdir()
    named = [tmp_path / name for name in ("there.txt", "gone.txt", "folder")]
    folder = write_files(tmp_path / "in", [str(path) for path in named])
    run(
        through(folder, ReadMedium()),
        str(tmp_path / "out"),
        LOCAL,
        config={},
    )
    (commit,) = TableStore(str(tmp_path / "out/lines/samples")).commits()
    assert (commit.rows, commit.reasons) == (1, {"file_missing": 1, "file_unreadable": 1})
