"""A small real pipeline for tests of the runtime: text files to samples; a line says how it fares."""

import os
import signal
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from tests.factories import sample
from vlcorpus.catalogs.sources.files import Files
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.keep import Keep
from vlcorpus.stages.stage import Resources, RowStage


@dataclass(frozen=True)
class SplitLines(RowStage):
    """One row per line of a file."""

    seconds_per_file: float = 0.0

    def each(self, row: FileRow):
        time.sleep(self.seconds_per_file)
        lines = row.content.decode().splitlines()
        if not any(lines):
            raise Reject("text_too_short", "no line")
        for number, line in enumerate(lines):
            yield FileRow.derived(row, f"line={number}", uri=row.uri, content=line.encode())


@dataclass(frozen=True)
class Obey(RowStage):
    """Do what the line says: `boom` raises, `die` kills the worker, `bug` is a mistake in the code.

    `full` is what a machine without memory raises.
    """

    def each(self, row: FileRow) -> FileRow:
        match row.content:
            case b"boom":
                raise ValueError("the line said boom")
            case b"die":
                os.kill(os.getpid(), signal.SIGKILL)
            case b"bug":
                raise NotImplementedError("the line said bug")
            case b"full":
                raise MemoryError("the line said full")
        return row


@dataclass(frozen=True)
class ToSample(RowStage):
    """One sample per line."""

    suffix: str = ""

    def each(self, row: FileRow) -> Sample:
        made = sample(answer=row.content.decode() + self.suffix)
        return replace(made, id=row.id, source=row.source, source_key=row.source_key, license=row.license)


@dataclass(frozen=True)
class ToSampleApart(ToSample):
    """The same with other resources, so that Ray gives it an operator of its own."""

    resources: ClassVar[Resources] = Resources(cpus=0.5)


@dataclass(frozen=True)
class ToSampleOnGpu(ToSample):
    """The same on a GPU, as far as the scheduler knows: Ray gives it an actor."""

    resources: ClassVar[Resources] = Resources(cpus=0.5, gpus=1)


@dataclass(frozen=True)
class SplitLinesOnHalfAGpu(SplitLines):
    resources: ClassVar[Resources] = Resources(cpus=0.5, gpus=0.5, partitions=2)


@dataclass(frozen=True)
class ToSampleOnHalfAGpu(ToSample):
    resources: ClassVar[Resources] = Resources(cpus=0.5, gpus=0.5, partitions=2)


@dataclass(frozen=True)
class ToSampleOnTwoGpus(ToSample):
    resources: ClassVar[Resources] = Resources(cpus=0.5, gpus=2)


def source(folder: Path) -> Files:
    return Files(
        inputs=(str(folder),), patterns=("*.txt",), source="lines", license="CC0-1.0", files_per_partition=4
    )


def one_operator(folder: Path, *, suffix: str = "", seconds_per_file: float = 0.0) -> Pipeline:
    chain = source(folder) >> SplitLines(seconds_per_file) >> Obey() >> ToSample(suffix)
    return Pipeline("lines", Table("samples", chain))


def two_operators(folder: Path) -> Pipeline:
    return Pipeline("lines", Table("samples", source(folder) >> SplitLines() >> Obey() >> ToSampleApart()))


def three_operators(folder: Path) -> Pipeline:
    """Return CPU → GPU → CPU: tasks, an actor, tasks."""
    chain = source(folder) >> SplitLines() >> ToSampleOnGpu() >> Keep(answer_is_boom)
    return Pipeline("lines", Table("samples", chain))


def two_on_a_gpu(folder: Path) -> Pipeline:
    """Return two actors, each on half a GPU, and tasks between them."""
    chain = source(folder) >> SplitLinesOnHalfAGpu() >> Obey() >> ToSampleOnHalfAGpu()
    return Pipeline("lines", Table("samples", chain))


def two_gpus_at_once(folder: Path) -> Pipeline:
    """Return an actor that wants two GPUs of one node."""
    return Pipeline("lines", Table("samples", source(folder) >> SplitLines() >> ToSampleOnTwoGpus()))


def answer_is_boom(row: Sample) -> str | None:
    return "boom" if row.messages[1].content[0].text == "boom" else None


def two_tables(folder: Path) -> Pipeline:
    lines = Table("lines", source(folder) >> SplitLines() >> Obey(), row=FileRow)
    return Pipeline("lines", Table("samples", lines >> ToSample()))


def write_files(folder: Path, contents: list[str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(contents):
        (folder / f"{number:04d}.txt").write_text(content)
    return folder
