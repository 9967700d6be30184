"""A job's name lets one writer at an output; tests/e2e/test_submit.py hands real jobs to a real head."""

import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.silent_server import silent_server
from vlcorpus.pipelines.cli.submission import (
    Head,
    _next_name,
    files_to_pack,
    head,
    job_name,
    job_server,
    packed,
    require_answer,
)
from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.schemas.errors import ConfigError, TableLocked


@dataclass(frozen=True)
class Status:
    terminal: bool

    def is_terminal(self) -> bool:
        return self.terminal


@dataclass(frozen=True)
class Listed:
    submission_id: str | None
    status: Status


class Jobs:
    """What a job server lists: a name and whether the job has ended."""

    def __init__(self, **jobs: bool):
        self._jobs = [Listed(name.replace("_", "-"), Status(ended)) for name, ended in jobs.items()]

    def list_jobs(self) -> list[Listed]:
        return [*self._jobs, Listed(None, Status(False))]


@pytest.mark.parametrize(
    ("jobs", "name"),
    [
        ({}, "vlcorpus-x-1"),
        ({"vlcorpus_x_1": True}, "vlcorpus-x-2"),
        ({"vlcorpus_x_9": True, "vlcorpus_x_10": True}, "vlcorpus-x-11"),
        ({"vlcorpus_y_3": False}, "vlcorpus-x-1"),
    ],
)
def test_each_try_has_a_number_of_its_own(jobs, name):
    assert _next_name(Jobs(**jobs), "vlcorpus-x", "out") == name


def test_while_a_try_runs_another_is_refused_and_told_how_to_stop_it():
    with pytest.raises(TableLocked, match="ray job stop vlcorpus-x-2"):
        _next_name(Jobs(vlcorpus_x_1=True, vlcorpus_x_2=False), "vlcorpus-x", "out")


def test_one_output_has_one_name_however_it_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {job_name("documents", output) for output in ("out", "./out/", f"{tmp_path}/out", "x/../out")}
    assert len(names) == 1
    assert names.pop().startswith("vlcorpus-documents-")


@pytest.mark.parametrize("other", ["out2", "s3://bucket/out"])
def test_another_output_or_pipeline_has_another_name(other):
    assert job_name("documents", "out") != job_name("documents", other)
    assert job_name("documents", "out") != job_name("captions", "out")


def test_an_address_that_is_given_comes_before_rays_own_variable(monkeypatch):
    monkeypatch.delenv("RAY_API_SERVER_ADDRESS", raising=False)
    assert job_server(None) is None
    monkeypatch.setenv("RAY_API_SERVER_ADDRESS", "http://b:8265")
    assert job_server(None) == "http://b:8265"
    assert job_server("http://a:8265") == "http://a:8265"


def test_at_an_address_no_cluster_is_started():
    with head("http://a:8265") as found:
        assert found == Head("http://a:8265")


def test_code_and_configuration_are_packed_and_no_secret(tmp_path):
    shipped = ["pkg/steps.py", "config.yaml", "pyproject.toml", "prompts/ask.txt", "pkg/tokens.py"]
    shipped += ["pkg/tokenizers/words.py", "pkg/tokenizer.yaml"]
    kept = [
        ".env", ".git/config", ".aws/credentials", "id_rsa", "server.pem", "secrets.yaml", "api_key.txt",
        "credentials.toml", "service-account.json", "data/a.parquet", ".venv/lib/x.py", "out/y.py",
        "__pycache__/z.py", "private/a.py",
    ]  # fmt: skip
    for name in (*shipped, *kept):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("canary")
    (tmp_path / "link.txt").symlink_to("id_rsa")
    assert files_to_pack(tmp_path) == sorted(map(Path, shipped))
    with packed(tmp_path) as folder:
        there = [path for path in Path(folder).rglob("*") if path.is_file()]
        assert sorted(path.relative_to(folder) for path in there) == sorted(map(Path, shipped))
    with packed(None) as folder:
        assert folder is None


def test_a_job_server_that_takes_connections_and_is_silent_is_told(monkeypatch):
    monkeypatch.setattr(ray_environment, "ANSWER_S", 0.2)
    with silent_server() as server, pytest.raises(ConfigError, match="no job server answers: timed out"):
        require_answer(f"http://127.0.0.1:{server.port}")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "https://127.0.0.1:9"])
def test_one_that_is_not_there_is_told(address):
    with pytest.raises(ConfigError, match=r"no job server answers: .*refused"):
        require_answer(address)


def test_a_refusal_is_an_answer_and_an_address_of_ray_is_rays_to_find(tmp_path):
    with HTTPServer(("127.0.0.1", 0), Refuses) as server:
        threading.Thread(target=server.handle_request).start()
        require_answer(f"http://127.0.0.1:{server.server_port}")
    require_answer("auto")


class Refuses(BaseHTTPRequestHandler):
    """Wants a token of everybody."""

    def do_GET(self) -> None:
        self.send_error(401)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""
