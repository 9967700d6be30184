"""Hand a run to a Ray cluster as a job, under a name that lets only one writer at a table at a time.

The name is a hash of the output and the number of the try. While one try runs, another is refused; two who
submit at the same moment choose the same number, and Ray takes only one job of a name. (A name cannot be used
again at once: the supervisor of the finished job lives on for a moment, and takes the new job along.)
"""

import contextlib
import hashlib
import os
import re
import shlex
import shutil
import socket
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, TableLocked, VlcorpusError

if TYPE_CHECKING:
    from ray.job_submission import JobSubmissionClient

POLL_S = 1.0
AGENT_PORT = 52365  # Ray's default; `ray.init` takes no other
AGENT_S = 120  # ours: from a head's start to its agent's, on a busy machine
# What a job may need of the folder it is given. All else stays: keys, `.env`, data, caches.
PACKED = (".py", ".pyi", ".toml", ".yaml", ".yml", ".sql", ".txt", ".md")
_SECRET = re.compile(r"secret|credential|passw|token(?!iz)|api_?key|private", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """A cluster's job server, the Python by which its nodes run us, and the cluster that a job joins.

    "auto" is the cluster of the node the job runs on, by Ray's own search: of several on one machine, any.
    """

    address: str
    python: str = "python"
    cluster: str = "auto"


@dataclass(frozen=True)
class Job:
    """A submitted run."""

    id: str
    address: str


def job_name(pipeline: str, output: str) -> str:
    """Return the name of an output's jobs, without the number of the try."""
    where = output if "://" in output else str(Path(output).expanduser().resolve())
    return f"vlcorpus-{pipeline}-{hashlib.sha256(where.rstrip('/').encode()).hexdigest()[:12]}"


def job_server(address: str | None) -> str | None:
    """Return the address that was given or that Ray's own variable names; None: there is no cluster yet."""
    return address or os.environ.get("RAY_API_SERVER_ADDRESS")


@contextlib.contextmanager
def head(address: str | None) -> Iterator[Head]:
    """Give the job server at `address`; None: start a cluster on this machine."""
    if address:
        yield Head(address)
        return
    ray_environment.prepare(None)
    from vlcorpus.pipelines.runtime.on_ray import local_cluster

    _wait_for_agent_port()
    with local_cluster(workers=None, dashboard=True) as cluster:
        yield Head(f"http://{cluster.dashboard}", sys.executable, cluster.address)


def _wait_for_agent_port() -> None:
    """Wait for the port of the agent that takes jobs: a cluster that was just killed holds it for a moment.

    Raises EnvironmentFailure where another cluster keeps it.
    """
    until = time.monotonic() + AGENT_S
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("", AGENT_PORT))
                return
            except OSError:
                if time.monotonic() > until:
                    raise EnvironmentFailure(
                        f"port {AGENT_PORT} is taken, by which a Ray cluster of this machine takes jobs. "
                        "Stop the other cluster, or name its job server with --address."
                    ) from None
        time.sleep(POLL_S)


def submit(head: Head, pipeline: str, output: str, arguments: list[str], working_dir: Path | None) -> Job:
    """Start `vlcorpus run` with `arguments` as a job.

    Raises TableLocked when a job is at work on the output, ConfigError when the address does not answer.
    """
    from ray.job_submission import JobSubmissionClient

    require_answer(head.address)
    try:
        client = JobSubmissionClient(head.address)
    except (ConnectionError, RuntimeError) as error:
        raise _no_job_server(head.address, error) from None
    name = _next_name(client, job_name(pipeline, output), output)
    run = [
        head.python,
        "-m",
        "vlcorpus.pipelines.cli.main",
        "run",
        *arguments,
        "--executor",
        "ray",
        "--ray-address",
        head.cluster,
    ]
    try:
        with packed(working_dir) as folder:
            send(
                client,
                entrypoint=shlex.join(run),
                submission_id=name,
                runtime_env={"working_dir": folder} if folder else {},
                metadata={"pipeline": pipeline, "output": output},
            )
    except RuntimeError as error:
        if "already exists" in str(error):
            raise _locked(name, output) from None
        raise VlcorpusError(f"{head.address} did not take the job: {error}") from None
    return Job(name, head.address)


def require_answer(address: str) -> None:
    """Raise ConfigError where nobody speaks HTTP at the address: Ray's client itself would wait for ever."""
    if not address.startswith(("http://", "https://")):  # "auto", or a cluster by its Ray address
        return
    try:
        urllib.request.urlopen(address, timeout=ray_environment.ANSWER_S).close()  # noqa: S310 http or https
    except urllib.error.HTTPError as refusal:  # an answer, such as that a token is wanted
        refusal.close()
    except (OSError, HTTPException) as error:
        raise _no_job_server(address, getattr(error, "reason", error)) from None


def _no_job_server(address: str, why: object) -> ConfigError:
    return ConfigError(
        f"--address {address}: no job server answers: {why}. Name the head's, as http://head:8265."
    )


@contextlib.contextmanager
def packed(working_dir: Path | None) -> Iterator[str | None]:
    """Give a copy of what of a folder is shipped: code, configuration and text, and nothing hidden or secret.

    Ray sends its working directory to the cluster whole, where whoever has access to it can read it.
    """
    if working_dir is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="vlcorpus-submit-") as folder:
        for path in files_to_pack(working_dir):
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(working_dir / path, target)
        yield folder


def files_to_pack(working_dir: Path) -> list[Path]:
    """Return the paths below the folder that are shipped, sorted. No link is followed."""
    found = []
    for folder, folders, names in os.walk(working_dir):
        folders[:] = [name for name in folders if _may_go(name) and name not in ("out", "build", "dist")]
        paths = (Path(folder, name) for name in names if _may_go(name) and name.endswith(PACKED))
        found += [path.relative_to(working_dir) for path in paths if not path.is_symlink()]
    return sorted(found)


def _may_go(name: str) -> bool:
    return not (
        name.startswith(".") or name == "__pycache__" or (_SECRET.search(name) and not name.endswith(".py"))
    )


def send(client: "JobSubmissionClient", **job: Any) -> None:
    """Submit a job. A head that has just started is asked again until the agent that takes jobs runs.

    Raises RuntimeError with what the server answered.
    """
    until = time.monotonic() + AGENT_S
    while True:
        try:
            client.submit_job(**job)
            return
        except RuntimeError as error:
            if "No available agent" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(POLL_S)


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


def _next_name(client: "JobSubmissionClient", name: str, output: str) -> str:
    tries = [0]
    for job in client.list_jobs():
        submission_id = job.submission_id or ""
        stem, _, number = submission_id.rpartition("-")
        if stem != name:
            continue
        if not job.status.is_terminal():
            raise _locked(submission_id, output)
        tries.append(int(number))
    return f"{name}-{max(tries) + 1}"


def _locked(name: str, output: str) -> TableLocked:
    return TableLocked(
        f"{output} is being written by the job {name}. Wait for it (`vlcorpus status`), or stop it "
        f"(`ray job stop {name}`), then submit again to go on."
    )
