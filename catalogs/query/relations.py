"""The small relations under the views: tables, commits, runs and prompts of any number of outputs."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.query.commit_lines import commit_lines, has_todays_schema, no_commit_lines
from vlcorpus.catalogs.query.duckdb_files import CommittedFiles
from vlcorpus.catalogs.tables.licences import read_licences
from vlcorpus.catalogs.tables.output import run_root, tables_under
from vlcorpus.catalogs.tables.prompts import read_prompts
from vlcorpus.catalogs.tables.runs import RunRecord, read_runs
from vlcorpus.catalogs.tables.storage import Storage, split_options
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.schemas.arrow import record_batch
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample


@dataclass(slots=True, kw_only=True)
class TableLine:
    output: str
    table_name: str
    path: str  # path below the output, `documents/samples`
    pipeline: str
    row_type: str
    fingerprint: str
    describes: str  # JSON
    n_partitions: int
    n_committed: int


@dataclass(slots=True, kw_only=True)
class RunLine:
    output: str
    run_id: str
    pipeline: str
    command: str
    config: str  # JSON
    config_sha256: str
    git_commit: str | None
    versions: str  # JSON
    seed: int | None
    executor: str
    started: str
    ended: str | None
    status: str
    error: str | None
    host: str
    ray_job_id: str | None
    tables: str  # JSON


@dataclass(slots=True, kw_only=True)
class PromptLine:
    output: str
    prompt_sha256: str
    text: str


@dataclass(slots=True, kw_only=True)
class LicenceLine:
    output: str
    source: str
    license: str
    formerly: list[str]


@dataclass
class Shards:
    """The files under a view."""

    row_types: set[type] = field(default_factory=set)
    paths: list[str] = field(default_factory=list)  # written the way DuckDB is asked for them
    differ: bool = False  # some lack a column of today, or have others

    def add(self, row_type: type, paths: list[str], differ: bool) -> None:
        self.row_types.add(row_type)
        self.paths += paths
        self.differ |= differ

    def join(self, other: "Shards") -> None:
        """Take over the files of another view."""
        self.differ |= other.differ or bool(self.paths and self.row_types != other.row_types)
        self.row_types |= other.row_types
        self.paths += other.paths


class Relations:
    """What the views stand on, collected from the outputs."""

    def __init__(self, opened: CommittedFiles, leave_out: Collection[str]):
        self._leave_out = leave_out
        self._opened = opened
        self._tables: list[TableLine] = []
        self._commits: list[pa.Table] = []
        self._runs: list[RunLine] = []
        self._prompts: list[PromptLine] = []
        self._licences: list[LicenceLine] = []
        self.folders: set[str] = set()  # those of the tables that lie on this machine's disks
        self.samples = Shards()
        self.rejects = Shards()
        self.tables: dict[tuple[str, str], Shards] = {}  # keys are domain and name

    def domains(self) -> list[str]:
        return sorted({domain for domain, _ in self.tables})

    def named(self) -> Iterator[tuple[str, pa.Table]]:
        yield "commits", pa.concat_tables(self._commits) if self._commits else no_commit_lines()
        for name, line_type, lines in (
            ("tables", TableLine, self._tables),
            ("runs", RunLine, self._runs),
            ("prompts", PromptLine, self._prompts),
            ("licences", LicenceLine, self._licences),
        ):
            yield name, pa.Table.from_batches([record_batch(line_type, lines)])

    def add(self, output: str) -> None:
        for table in existing_tables(output):
            manifest, commits = table.manifest(), table.log.read()
            if table.files.is_local:
                self.folders.add(table.files.path())
            for damage in table.absent().values():
                damage.tell()
            self._tables.append(_table_line(output, table, manifest, len(commits)))
            data = self._paths(table, commits, "data", manifest.row_type(), manifest.pipeline)
            rejects = self._paths(table, commits, "rejects", Rejection, manifest.pipeline)
            self._commits.append(commit_lines(output, manifest, commits, data, rejects))
        root = run_root(output)
        self._runs += [_run_line(output, run) for run in read_runs(root)]
        self._prompts += [
            PromptLine(output=output, prompt_sha256=sha256, text=text)
            for sha256, text in read_prompts(root).items()
        ]
        self._licences += [
            LicenceLine(output=output, source=source, license=said.license, formerly=list(said.formerly))
            for source, said in read_licences(root).items()
        ]

    def _paths(
        self,
        table: TableStore,
        commits: pa.Table,
        kind: Literal["data", "rejects"],
        row_type: type,
        domain: str,
    ) -> list[str | None]:
        """Return the paths of the commits' files as people know them; note them for the views."""
        name_of = table.data_path if kind == "data" else table.rejects_path
        partitions = commits["partition"].to_pylist()
        sizes = pc.struct_field(commits[kind], "bytes").to_pylist()
        paths: list[str | None] = [None] * len(partitions)
        found = []
        for number, (partition, n_bytes) in enumerate(zip(partitions, sizes, strict=True)):
            if n_bytes is not None:
                paths[number], asked = self._opened.add(table.files, name_of(partition), n_bytes)
                if paths[number] not in self._leave_out:
                    found.append(asked)
        differ = bool(found) and not has_todays_schema(table, commits, kind, row_type)
        if kind == "rejects":
            self.rejects.add(row_type, found, differ)
            return paths
        self.tables.setdefault((domain, table.name), Shards()).add(row_type, found, differ)
        if issubclass(row_type, Sample):
            self.samples.add(row_type, found, differ)
        return paths


def existing_tables(output: str) -> list[TableStore]:
    """Return the tables of an output that must be there; it may be empty."""
    if not Storage(output).exists():
        raise ConfigError(f"{output}: no such directory. Name the output directory of a run.")
    return tables_under(output)


def _table_line(output: str, table: TableStore, manifest: Manifest, n_committed: int) -> TableLine:
    below = len(split_options(output)[0].rstrip("/")) + 1
    return TableLine(
        output=output,
        table_name=manifest.table,
        path=split_options(table.uri)[0][below:].rstrip("/"),
        pipeline=manifest.pipeline,
        row_type=manifest.row,
        fingerprint=manifest.fingerprint,
        describes=_json(manifest.describes),
        n_partitions=manifest.n_partitions,
        n_committed=n_committed,
    )


def _run_line(output: str, run: RunRecord) -> RunLine:
    return RunLine(
        output=output,
        run_id=run.run_id,
        pipeline=run.pipeline,
        command=" ".join(run.command),
        config=_json(run.config),
        config_sha256=run.config_sha256,
        git_commit=run.git_commit,
        versions=_json(run.versions),
        seed=run.seed,
        executor=run.executor,
        started=run.started,
        ended=run.ended,
        status=run.status,
        error=run.error,
        host=run.host,
        ray_job_id=run.ray_job_id,
        tables=_json(run.tables),
    )


def _json(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False)
