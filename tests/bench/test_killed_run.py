"""A kill counts where the run holds the lock and has begun a partition; before and after it does not."""

import sys

import pytest

from bench.killed_run import KilledRun, begin
from tests.pipelines.toys import write_files
from vlcorpus.schemas.errors import ConfigError


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}" for n in range(40)])


def started(folder, output, seconds_per_file: str) -> KilledRun:
    driver = ["tests.e2e.driver", str(folder), str(output), "local", seconds_per_file]
    return begin([sys.executable, "-m", *driver], output, alone=False)


def test_a_run_is_killed_in_the_middle_of_work_and_not_after_its_end(folder, tmp_path):
    output = tmp_path / "out"
    run = started(folder, output, "600")
    assert not run.is_at_work()
    assert run.wait_for(run.is_at_work)
    assert not run.is_deleting()
    run.kill()
    assert (run.process.returncode, run.has_ended) == (-9, True)
    assert not run.is_at_work()  # the lock still has its name
    other = started(folder, tmp_path / "other", "0")
    assert other.wait() == 0
    assert not other.wait_for(other.is_at_work)
    other.kill()
    assert other.process.returncode == 0


def test_a_run_that_fails_says_why(tmp_path):
    run = started(tmp_path / "nowhere", tmp_path / "out", "0")
    assert run.wait() == ConfigError.exit_code
    assert "nowhere" in run.said()
