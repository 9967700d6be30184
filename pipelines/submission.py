"""Hand a run to a Ray cluster as a job, under a name that lets only one writer at a table at a time.

The submission id is a hash of the output: Ray refuses a second job of the same name. A finished job of that
name is deleted first, so the same command goes on after a failure.
"""

import contextlib
import hashlib
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines.runtime import ray_environment
from schemas.errors import ConfigError, TableLocked, VlcorpusError

POLL_S = 1.0
# What the job does not need, or must not carry: Ray zips the working directory into the head's memory.
EXCLUDES = [".git", ".venv", "out", "**/__pycache__", ".pytest_cache", ".hypothesis", "build", "dist"]


@dataclass(frozen=True)
class Job:
    """A submitted run."""

    id: str
    address: str


def submission_id(pipeline: str, output: str) -> str:
    """Return the job's name: the same for every run that would write to `output`."""
    where = output if "://" in output else str(Path(output).expanduser().resolve())
    return f"vlcorpus-{pipeline}-{hashlib.sha256(where.rstrip('/').encode()).hexdigest()[:12]}"


@contextlib.contextmanager
def head(address: str | None) -> Iterator[str]:
    """Give the address of a cluster's job server; start a cluster on this machine where none is named."""
    if address := address or os.environ.get("RAY_API_SERVER_ADDRESS"):
        yield address
        return
    ray_environment.prepare(None)
    from pipelines.runtime.on_ray import local_cluster

    with local_cluster(workers=None, dashboard=True) as context:
        yield f"http://{context.dashboard_url}"


def submit(address: str, pipeline: str, output: str, arguments: list[str], working_dir: Path | None) -> Job:
    """Start `vlcorpus run` with `arguments` as a job.

    Raises TableLocked when a job is at work on the output, ConfigError when the address does not answer.
    """
    from ray.job_submission import JobSubmissionClient

    try:
        client = JobSubmissionClient(address)
    except (ConnectionError, RuntimeError) as error:
        raise ConfigError(
            f"--address {address}: {error}. Name the head's job server, as http://head:8265."
        ) from None
    name = submission_id(pipeline, output)
    _clear_finished(client, name, output)
    runtime_env = {"env_vars": {"RAY_DATA_DISABLE_PROGRESS_BARS": "1"}}
    if working_dir:
        runtime_env |= {"working_dir": str(working_dir), "excludes": EXCLUDES}
    python = (
        "python"
        if working_dir is None or ("://" in address and "127.0.0.1" not in address)
        else sys.executable
    )
    command = [python, "-m", "pipelines.cli", "run", *arguments, "--executor", "ray", "--ray-address", "auto"]
    try:
        client.submit_job(
            entrypoint=shlex.join(command),
            submission_id=name,
            runtime_env=runtime_env,
            metadata={"pipeline": pipeline, "output": output},
        )
    except RuntimeError as error:
        if "already exists" in str(error):
            raise _locked(name, output) from None
        raise VlcorpusError(f"{address} did not take the job: {error}") from None
    return Job(name, address)


def wait(job: Job, show: Callable[[str], None]) -> str:
    """Show the job's log as it grows; return its final status: SUCCEEDED, FAILED or STOPPED."""
    from ray.job_submission import JobStatus, JobSubmissionClient

    client = JobSubmissionClient(job.address)
    shown = 0
    while True:
        status = client.get_job_status(job.id)
        log = client.get_job_logs(job.id)
        show(log[shown:])
        shown = len(log)
        if status in (JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.STOPPED):
            return status.value
        time.sleep(POLL_S)


def _clear_finished(client, name: str, output: str) -> None:
    known = {job.submission_id: job.status for job in client.list_jobs()}
    if name not in known:
        return
    if not known[name].is_terminal():
        raise _locked(name, output)
    client.delete_job(name)


def _locked(name: str, output: str) -> TableLocked:
    return TableLocked(
        f"{output} is being written by the job {name}. Wait for it (`vlcorpus status`), or stop it "
        f"(`ray job stop {name}`), then submit again to go on."
    )
