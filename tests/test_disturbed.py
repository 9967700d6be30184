"""What a killed run left is told from what an undisturbed one makes, down to a byte."""

import shutil
import subprocess
import sys

import psutil
import pytest

from tests.disturbed import busy_workers, differences, killed
from tests.pipelines.toys import one_operator, write_files
from vlcorpus.pipelines.runtime.run import RunOptions, run


@pytest.fixture(scope="module")
def calm(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calm")
    write_files(folder / "in", [f"line {n}\nboom" for n in range(10)])
    run(one_operator(folder / "in"), str(folder / "out"), RunOptions("local"), config={})
    return folder


def test_two_runs_of_one_input_do_not_differ(calm, tmp_path):
    run(one_operator(calm / "in"), str(tmp_path / "out"), RunOptions("local"), config={})
    assert differences(tmp_path / "out", calm / "out") == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda table: (table / "data/part-00001.parquet").write_bytes(b"x"), "data/part-00001.parquet"),
        (lambda table: (table / "rejects/part-00001.parquet").unlink(), "rejects/part-00001.parquet"),
        (
            lambda table: (table / "data/part-00001.7-a.tmp").touch(),
            "data/part-00001.7-a.tmp",
        ),
        (lambda table: (table / "attempts/part-00001.1").touch(), "attempts/part-00001.1"),
        (lambda table: (table.parent / "_deleted-samples-1").write_text(""), "_deleted-samples-1"),
    ],
)
def test_a_file_more_less_or_otherwise_is_named(fault, told, calm, tmp_path):
    output = shutil.copytree(calm / "out", tmp_path / "out")
    (output / "lines/samples/attempts").mkdir(exist_ok=True)
    fault(output / "lines/samples")
    (name,) = differences(output, calm / "out")
    assert name.endswith(told)


def test_a_commit_that_says_otherwise_of_its_rows_is_named(calm, tmp_path):
    output = shutil.copytree(calm / "out", tmp_path / "out")
    commit = output / "lines/samples/commits/part-00001.json"
    commit.write_text(commit.read_text().replace('"rows_in": 4', '"rows_in": 5'))
    assert differences(output, calm / "out") == ["commit 1 of samples"]


def test_a_process_is_killed_once_and_is_no_worker_of_ray():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    process = psutil.Process(child.pid)
    assert busy_workers() == []
    assert killed(process)
    child.wait()
    assert not killed(process)
