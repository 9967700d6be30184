"""What Ray reads from the environment is said aloud, before it is imported."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import grpc
import pytest

from tests.silent_server import silent_server
from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.pipelines.runtime.ray_environment import job_id, private_folder, require_head
from vlcorpus.schemas.errors import EnvironmentFailure


def prepared(address: str, **environment: str) -> dict[str, str]:
    """Return the environment of Ray as a fresh process has it after `prepare`."""
    program = (
        "import json, os, sys\n"
        "from vlcorpus.pipelines.runtime.ray_environment import prepare\n"
        "prepare(sys.argv[1] or None)\n"
        "assert 'ray' not in sys.modules\n"
        "print(json.dumps({k: v for k, v in os.environ.items() if k.startswith('RAY_')}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, address], env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_a_cluster_of_our_own_takes_a_token_of_its_own():
    one, other = prepared(""), prepared("")
    assert one["RAY_AUTH_MODE"] == "token"
    assert len(one["RAY_AUTH_TOKEN"]) == 64
    assert one["RAY_AUTH_TOKEN"] != other["RAY_AUTH_TOKEN"]


def test_a_cluster_that_runs_has_its_own_mode():
    assert "RAY_AUTH_MODE" not in prepared("10.0.0.1:6379")


def test_what_the_user_says_stays():
    found = prepared("", RAY_AUTH_MODE="disabled", RAY_USAGE_STATS_ENABLED="1")
    assert (found["RAY_AUTH_MODE"], found["RAY_USAGE_STATS_ENABLED"]) == ("disabled", "1")
    assert "RAY_AUTH_TOKEN" not in found


def test_nothing_is_reported_to_anybody():
    assert prepared("")["RAY_USAGE_STATS_ENABLED"] == "0"


@pytest.mark.parametrize(
    ("config", "found"),
    [("{}", None), ('{"metadata": {"job_submission_id": "vlcorpus-1"}}', "vlcorpus-1"), (None, None)],
)
def test_a_process_knows_the_job_that_it_drives(monkeypatch, config, found):
    if config is None:
        monkeypatch.delenv("RAY_JOB_CONFIG_JSON_ENV_VAR", raising=False)
    else:
        monkeypatch.setenv("RAY_JOB_CONFIG_JSON_ENV_VAR", config)
    assert job_id() == found


def test_the_folder_of_a_cluster_is_the_users_alone(tmp_path):
    folder = private_folder(str(tmp_path))
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    assert private_folder(str(tmp_path)).stat().st_mode & 0o777 == 0o700


def test_a_folder_that_somebody_else_made_is_refused(tmp_path, monkeypatch):
    folder = private_folder(str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    folder.rename(tmp_path / "vlcorpus-12345")
    with pytest.raises(EnvironmentFailure, match="not a folder of yours"):
        private_folder(str(tmp_path))


@pytest.mark.parametrize(
    "make", [lambda path: path.symlink_to(path.parent), lambda path: path.write_text("")]
)
def test_a_link_or_a_file_in_its_place_is_refused(tmp_path, make):
    make(tmp_path / f"vlcorpus-{os.getuid()}")
    with pytest.raises(EnvironmentFailure, match="not a folder of yours"):
        private_folder(str(tmp_path))


@pytest.mark.parametrize("address", ["127.0.0.1:9", "ray://127.0.0.1:9", "127.0.0.1:head"])
def test_a_cluster_that_does_not_answer_is_told_at_once(address):
    with pytest.raises(EnvironmentFailure, match=r"no Ray cluster answers: .*Name its head as host:6379"):
        require_head(address)


def test_one_that_is_silent_is_told_too(monkeypatch):
    monkeypatch.setattr(ray_environment, "ANSWER_S", 0.2)
    with (
        silent_server() as head,
        pytest.raises(EnvironmentFailure, match="no Ray cluster answers: timed out"),
    ):
        require_head(f"127.0.0.1:{head.port}")


def test_one_that_answers_is_taken_and_auto_is_searched_for():
    head = grpc.server(ThreadPoolExecutor(1))
    port = head.add_insecure_port("127.0.0.1:0")
    head.start()
    require_head(f"127.0.0.1:{port}")
    head.stop(None).wait()
    require_head("auto")
