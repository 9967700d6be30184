"""Run records, `<output>/_runs/<run_id>.json`: who ran what, when, with which code and configuration."""

import hashlib
import json
import secrets
import socket
import subprocess
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Self

from vlcorpus.catalogs.tables.control_files import Damage, DamagedFile, decoded, read_control_file
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import RUNS
from vlcorpus.schemas.public_text import public

# Whose version may change what a shard holds.
PACKAGES = (
    "vlcorpus",
    "ray",
    "pyarrow",
    "numpy",
    "pillow",
    "pymupdf",
    "opencv-python-headless",
    "skia-python",
    "rdkit",
    "isal",
    "vllm",
)
_CODE = Path(__file__).resolve().parents[2]


class RunStatus(StrEnum):
    RUNNING = "running"  # or killed without a chance to say so
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # the user stopped it


@dataclass(slots=True, kw_only=True)
class RunRecord:
    """Times are UTC in ISO 8601; `tables` maps a table's name to its fingerprint."""

    run_id: str
    pipeline: str
    command: list[str]
    config: dict
    config_sha256: str
    git_commit: str | None  # None outside a checkout
    versions: dict[str, str]
    seed: int | None
    executor: str  # local | ray
    started: str
    ended: str | None = None
    status: RunStatus = RunStatus.RUNNING
    error: str | None = None
    host: str
    ray_job_id: str | None = None
    tables: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Raises ValueError for what is no run record."""
        return decoded(content, cls)


def begin_run(
    output: str,
    *,
    pipeline: str,
    command: list[str],
    config: dict,
    seed: int | None,
    executor: str,
    tables: dict[str, str] | None = None,
    ray_job_id: str | None = None,
) -> RunRecord:
    """Write and return the record of a run that starts now. `config` holds only what JSON can say.

    Keys and passwords in it, and in the command, are left out: a record travels with the corpus.
    """
    config = public(config)
    now = datetime.now(UTC)
    record = RunRecord(
        run_id=f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}",
        pipeline=pipeline,
        command=public(command),
        config=config,
        config_sha256=hashlib.sha256(json.dumps(config, sort_keys=True).encode()).hexdigest(),
        git_commit=_git_commit(),
        versions=_versions(),
        seed=seed,
        executor=executor,
        started=_iso(now),
        host=socket.gethostname(),
        ray_job_id=ray_job_id,
        tables=tables or {},
    )
    write_run(output, record)
    return record


def end_run(output: str, record: RunRecord, status: RunStatus, error: str | None = None) -> RunRecord:
    """Write and return `record` as it ended, now."""
    ended = replace(record, status=status, error=public(error), ended=_iso(datetime.now(UTC)))
    write_run(output, ended)
    return ended


def write_run(output: str, record: RunRecord) -> None:
    Storage(output).write(f"{RUNS}/{record.run_id}.json", record.to_json())


def read_runs(output: str) -> list[RunRecord]:
    """Return the runs of an output directory, the oldest first; tell of a record that is damaged."""
    runs, damages = _scan(output)
    for damage in damages:
        damage.tell()
    return runs


def damaged_runs(output: str) -> list[Damage]:
    """Return the files among the run records that are none."""
    return _scan(output)[1]


def _scan(output: str) -> tuple[list[RunRecord], list[Damage]]:
    files, runs, damages = Storage(output), [], []
    for name in (f"{RUNS}/{name}" for name in files.names(RUNS)):
        try:
            run = read_control_file(files, name, RunRecord)
        except DamagedFile as damaged:
            damages.append(damaged.damage)
            continue
        if name != f"{RUNS}/{run.run_id}.json":
            damages.append(Damage(files, name, "it is not the record of the run of its name"))
        else:
            runs.append(run)
    return runs, damages


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _versions() -> dict[str, str]:
    found = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue  # an extra that is not installed
    return found


def _git_commit() -> str | None:
    """Return the commit of the checkout this code is in, not of a repository around an installation."""
    command = ["git", "-C", str(_CODE), "rev-parse", "--show-toplevel", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.split()
    return lines[1] if done.returncode == 0 and Path(lines[0]) == _CODE else None
