"""The same run as a Ray job: on a head that runs, and on a laptop where no Ray runs."""

import socket
import subprocess
import sys

import pytest

from tests.disturbed import shard_bytes
from tests.e2e.test_documents import vlcorpus
from tests.patience import PATIENCE_S
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.cli import submission
from vlcorpus.pipelines.documents.demo import draw
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, TableLocked

pytestmark = pytest.mark.ray


@pytest.fixture
def pdfs(tmp_path):
    draw(tmp_path / "in")
    return tmp_path / "in"


@pytest.mark.usefixtures("no_cluster")
def test_a_laptop_without_ray_submits_to_a_cluster_of_its_own(pdfs, tmp_path):
    common = ["documents", "-i", pdfs, "--license", "CC0-1.0"]
    vlcorpus("run", *common, "-o", tmp_path / "run", "--executor", "local")
    printed = vlcorpus("submit", *common, "-o", tmp_path / "job")
    assert "submitted vlcorpus-documents-" in printed
    assert "10 samples" in printed  # the job's log
    assert shard_bytes(tmp_path / "job") == shard_bytes(tmp_path / "run")
    (record,) = read_runs(str(tmp_path / "job"))
    assert record.ray_job_id == submission.job_name("documents", str(tmp_path / "job")) + "-1"


def test_a_running_head_takes_the_job_refuses_a_second_and_goes_on_after_a_failure(pdfs, tmp_path, ray_head):
    output = str(tmp_path / "out")
    arguments = ["documents", "--input", str(pdfs), "--output", output]
    slow = [*arguments, "--set", "dpi=300"]
    job = submission.submit(ray_head, "documents", output, slow, None)
    with pytest.raises(TableLocked, match=job.id):
        submission.submit(ray_head, "documents", output, slow, None)
    log = []
    assert submission.wait(job, log.append) == "SUCCEEDED", "".join(log)

    # Another configuration for the same output: that job fails with our message, and a next one goes on.
    failing = submission.submit(ray_head, "documents", output, arguments, None)
    log = []
    assert submission.wait(failing, log.append) == "FAILED"
    assert "dpi" in "".join(log)
    again = submission.submit(ray_head, "documents", output, [*arguments, "--fresh", "--yes"], None)
    assert submission.wait(again, log.append) == "SUCCEEDED", "".join(log)
    assert TableStore(f"{output}/documents/samples").committed() == [0]


def test_an_address_where_nobody_answers_is_a_configuration_error(tmp_path):
    with pytest.raises(ConfigError, match=r"127\.0\.0\.1:9"):
        submission.submit(submission.Head("http://127.0.0.1:9"), "documents", str(tmp_path), [], None)


@pytest.fixture
def ray_head(ray_cluster):
    """Return a head that takes jobs: on a busy machine that is a while after it has started."""
    from ray.job_submission import JobSubmissionClient

    head = submission.Head(f"http://{ray_cluster.dashboard}", sys.executable, ray_cluster.address)
    submission.send(JobSubmissionClient(head.address), entrypoint="true")
    return head


class Starting:
    """A job server whose agent runs after some tries."""

    def __init__(self, *answers: str):
        self.answers = list(answers)

    def submit_job(self, **job):
        if self.answers:
            raise RuntimeError(self.answers.pop(0))
        self.took = job


def test_a_head_that_has_just_started_is_asked_again(monkeypatch):
    monkeypatch.setattr(submission, "POLL_S", 0)
    head = Starting("500: No available agent to submit job", "500: No available agent to submit job")
    submission.send(head, entrypoint="true")
    assert head.took == {"entrypoint": "true"}


def test_the_port_of_another_cluster_is_waited_for_and_then_named(monkeypatch):
    monkeypatch.setattr(submission, "AGENT_S", 0)
    with socket.create_server(("", 0)) as other:
        monkeypatch.setattr(submission, "AGENT_PORT", other.getsockname()[1])
        with pytest.raises(EnvironmentFailure, match="--address"):
            submission._wait_for_agent_port()
    submission._wait_for_agent_port()


def test_a_head_that_refuses_is_asked_once():
    head = Starting("400: bad", "400: worse")
    with pytest.raises(RuntimeError, match="bad"):
        submission.send(head, entrypoint="true")
    assert head.answers == ["400: worse"]


def test_ray_job_submit_itself_takes_our_command(pdfs, tmp_path, ray_head):
    """What an operator without our command line on the laptop would type."""
    command = [
        sys.executable,
        "-m",
        "ray.scripts.scripts",
        "job",
        "submit",
        "--address",
        ray_head.address,
        "--",
        sys.executable,
        "-m",
        "vlcorpus.pipelines.cli.main",
        "run",
        "documents",
        "--input",
        pdfs,
        "--output",
        tmp_path / "out",
        "--executor",
        "ray",
        "--ray-address",
        "auto",
    ]
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert TableStore(f"{tmp_path}/out/documents/samples").committed() == [0]
