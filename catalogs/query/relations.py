"""The small relations under the views: tables, commits, runs and prompts of any number of outputs."""

import json
import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from vlcorpus.catalogs.query.duckdb_files import CommittedFiles
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.licences import read_licences
from vlcorpus.catalogs.tables.prompts import read_prompts
from vlcorpus.catalogs.tables.runs import RunRecord, read_runs
from vlcorpus.catalogs.tables.storage import Storage, split_options
from vlcorpus.catalogs.tables.table import MANIFEST, Manifest, TableStore, tables_under
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.sample import Sample


@dataclass(slots=True, kw_only=True)
class TableLine:
    output: str
    table_name: str
    pipeline: str
    row_type: str
    fingerprint: str
    describes: str  # JSON
    n_partitions: int
    n_committed: int


@dataclass(slots=True, kw_only=True)
class ReasonLine:
    reason: str
    n: int


@dataclass(slots=True, kw_only=True)
class StageLine:
    stage: str
    rows_in: int
    rows_kept: int
    rows_rejected: int
    rows_out: int
    rejects: int


@dataclass(slots=True, kw_only=True)
class CommitLine:
    output: str
    table_name: str
    pipeline: str
    partition: int
    run_id: str
    fingerprint: str
    rows: int
    rejects: int
    tokens: int
    reasons: list[ReasonLine]
    stages: list[StageLine]
    data_path: str | None
    data_bytes: int
    data_sha256: str | None
    rejects_path: str | None
    rejects_bytes: int
    rejects_sha256: str | None
    started: str
    ended: str
    wall_s: float
    cpu_s: float
    attempts: int
    host: str


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


class Relations:
    """What the views stand on, collected from the outputs."""

    def __init__(self, opened: CommittedFiles, leave_out: Collection[str]):
        self._leave_out = leave_out
        self._opened = opened
        self._tables: list[TableLine] = []
        self._commits: list[CommitLine] = []
        self._runs: list[RunLine] = []
        self._prompts: list[PromptLine] = []
        self._licences: list[LicenceLine] = []
        self.sample_paths: list[str] = []
        self.reject_paths: list[str] = []
        self.tables: dict[str, list[tuple[type, str]]] = {}  # row type and path of each shard, by table

    def named(self) -> Iterator[tuple[str, type, list]]:
        yield "tables", TableLine, self._tables
        yield "commits", CommitLine, self._commits
        yield "runs", RunLine, self._runs
        yield "prompts", PromptLine, self._prompts
        yield "licences", LicenceLine, self._licences

    def add(self, output: str) -> None:
        for table in existing_tables(output):
            manifest = table.manifest()
            commits = list(table.commits())
            self._tables.append(_table_line(output, manifest, len(commits)))
            for commit in commits:
                data, rejects = self._paths(table, commit, manifest.row_type())
                self._commits.append(_commit_line(output, manifest, commit, data, rejects))
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

    def _paths(self, table: TableStore, commit: Commit, row_type: type) -> tuple[str | None, str | None]:
        """Return the paths of a commit's data and rejects as people know them; note them for the views."""
        data = rejects = None
        if commit.data:
            data, asked = self._opened.add(table.files, table.data_path(commit.partition), commit.data.bytes)
            if data not in self._leave_out:
                self.tables.setdefault(table.name, []).append((row_type, asked))
                if issubclass(row_type, Sample):
                    self.sample_paths.append(asked)
        if commit.rejects:
            name = table.rejects_path(commit.partition)
            rejects, asked = self._opened.add(table.files, name, commit.rejects.bytes)
            if rejects not in self._leave_out:
                self.reject_paths.append(asked)
        return data, rejects


def existing_tables(output: str) -> list[TableStore]:
    """Return the tables of an output that must be there; it may be empty."""
    if not Storage(output).exists():
        raise ConfigError(f"{output}: no such directory. Name the output directory of a run.")
    return tables_under(output)


def run_root(output: str) -> str:
    """Return where the runs of `output` are recorded: beside the table, when `output` names a single one."""
    if not Storage(output).exists(MANIFEST):
        return output
    address, options = split_options(output)
    return (posixpath.dirname(address.rstrip("/")) or ".") + options


def _table_line(output: str, manifest: Manifest, n_committed: int) -> TableLine:
    return TableLine(
        output=output,
        table_name=manifest.table,
        pipeline=manifest.pipeline,
        row_type=manifest.row,
        fingerprint=manifest.fingerprint,
        describes=_json(manifest.describes),
        n_partitions=manifest.n_partitions,
        n_committed=n_committed,
    )


def _commit_line(
    output: str, manifest: Manifest, commit: Commit, data_path: str | None, rejects_path: str | None
) -> CommitLine:
    data, rejects = commit.data, commit.rejects
    return CommitLine(
        output=output,
        table_name=manifest.table,
        pipeline=manifest.pipeline,
        partition=commit.partition,
        run_id=commit.run_id,
        fingerprint=commit.fingerprint,
        rows=commit.rows,
        rejects=commit.n_rejects,
        tokens=commit.tokens,
        reasons=[ReasonLine(reason=reason, n=n) for reason, n in commit.reasons.items()],
        stages=list(commit.stages),
        data_path=data_path,
        data_bytes=data.bytes if data else 0,
        data_sha256=data.sha256 if data else None,
        rejects_path=rejects_path,
        rejects_bytes=rejects.bytes if rejects else 0,
        rejects_sha256=rejects.sha256 if rejects else None,
        started=commit.started,
        ended=commit.ended,
        wall_s=commit.wall_s,
        cpu_s=commit.cpu_s,
        attempts=commit.attempts,
        host=commit.host,
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
