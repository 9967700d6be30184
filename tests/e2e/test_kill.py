"""Kill it, fill its disk, start it twice.

One more run gives what an undisturbed run gives, nothing lost or doubled.
"""

import os
import random
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.disturbed import busy_workers, differences, killed, shard_bytes
from tests.patience import PATIENCE_S
from tests.pipelines.toys import one_operator, write_files
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import EnvironmentFailure, TableLocked

SECONDS_PER_FILE = "0.05"
FILES = 40  # ten partitions of four files


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}\nboom\n" + "x" * 2000 for n in range(FILES)])


@pytest.fixture
def undisturbed(folder, tmp_path):
    run(
        one_operator(folder, seconds_per_file=float(SECONDS_PER_FILE)),
        str(tmp_path / "calm"),
        RunOptions("local"),
        config={},
    )
    return tmp_path / "calm"


def start(folder: Path, output: Path, executor: str, seconds: str = SECONDS_PER_FILE) -> subprocess.Popen:
    command = [sys.executable, "-m", "tests.e2e.driver", str(folder), str(output), executor, seconds]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def wait_for_commits(output: Path, n: int, process: subprocess.Popen, within_s: float = PATIENCE_S) -> None:
    until = time.monotonic() + within_s
    while len(list(output.glob("lines/samples/commits/*.json"))) < n:
        assert process.poll() is None, f"the run ended before it was disturbed: {process.stderr.read()}"
        assert time.monotonic() < until, f"no {n} commits within {within_s} s"
        time.sleep(0.01)


def finish(folder: Path, output: Path, executor: str) -> None:
    process = start(folder, output, executor)
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, errors


def test_a_driver_killed_again_and_again_loses_and_doubles_nothing(folder, undisturbed, tmp_path):
    output, dice = tmp_path / "out", random.Random(7)
    done = 0
    while done < 9:
        process = start(folder, output, "local")
        wait_for_commits(output, done + 1, process)
        time.sleep(dice.uniform(0, 0.3))
        process.kill()
        process.wait()
        process.stderr.close()
        done = len(list(output.glob("lines/samples/commits/*.json")))
    finish(folder, output, "local")
    assert differences(output, undisturbed) == []


@pytest.mark.ray
@pytest.mark.usefixtures("no_cluster")
def test_a_killed_ray_driver_takes_its_cluster_along_and_the_next_run_goes_on(folder, undisturbed, tmp_path):
    output = tmp_path / "out"
    process = start(folder, output, "ray")
    wait_for_commits(output, 3, process)
    # Ray's two agents only watch, and take a minute to notice; what may write must go at once.
    family = [p for p in psutil.Process(process.pid).children(recursive=True) if "Agent" not in p.name()]
    process.kill()
    process.wait()
    process.stderr.close()
    assert 3 <= len(TableStore(f"{output}/lines/samples").committed()) < 10
    _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive, f"the killed driver left {[p.name() for p in alive]}"
    finish(folder, output, "ray")
    assert differences(output, undisturbed) == []


@pytest.mark.ray
@pytest.mark.usefixtures("no_cluster")
def test_a_killed_worker_is_replaced_in_the_same_run(folder, undisturbed, tmp_path):
    output, slowly = tmp_path / "out", "0.3"
    process = start(folder, output, "ray", slowly)
    wait_for_commits(output, 2, process)
    assert kill_busy_workers(process.pid, output)
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, errors
    # Another speed is another fingerprint, which commits name; rows are the same.
    assert shard_bytes(output) == shard_bytes(undisturbed)
    assert any(commit.attempts == 2 for commit in TableStore(f"{output}/lines/samples").commits())


def kill_busy_workers(driver: int, output: Path) -> int:
    """Kill every Ray worker at work, while one is in the middle of a partition; return how many."""
    notes: set[Path] = set()
    while not notes & (notes := set(output.glob("lines/samples/attempts/*"))):
        time.sleep(0.2)
    return sum(map(killed, busy_workers(driver)))


def test_a_second_run_on_the_same_output_is_refused_and_harms_nothing(folder, undisturbed, tmp_path):
    output = tmp_path / "out"
    first = start(folder, output, "local")
    wait_for_commits(output, 1, first)
    second = start(folder, output, "local")
    _, errors = second.communicate(timeout=PATIENCE_S)
    assert second.returncode == TableLocked.exit_code
    assert f"process {first.pid}" in errors
    _, errors = first.communicate(timeout=PATIENCE_S)
    assert first.returncode == 0, errors
    assert differences(output, undisturbed) == []


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 160 kB: room for a few partitions."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip(
            "mounting a small disk takes root and the right to mount: THE FULL DISK IS NOT TESTED HERE"
        )
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_stops_the_run_with_a_clear_error_and_room_lets_it_go_on(
    folder, undisturbed, tmp_path, small_disk
):
    process = start(folder, small_disk, "local")
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == EnvironmentFailure.exit_code
    assert "the disk is full" in errors
    assert "run again" in errors
    committed = TableStore(f"{small_disk}/lines/samples").committed()
    assert 0 < len(committed) < 10
    (small_disk / "filler").write_bytes(b"")
    with suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as filler:
        while filler.write(b"x" * 4096):  # not a byte is left: also then the next run says it in our words
            pass
    again = start(folder, small_disk, "local")
    _, errors = again.communicate(timeout=PATIENCE_S)
    assert again.returncode == EnvironmentFailure.exit_code, errors
    assert "the disk is full" in errors
    (small_disk / "filler").unlink()
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    finish(folder, small_disk, "local")
    assert differences(small_disk, undisturbed) == []
