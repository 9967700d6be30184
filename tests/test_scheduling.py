"""Which of xdist's workers gets which test."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HOOKS = (
    "from tests.conftest import pytest_collection_modifyitems, pytest_xdist_make_scheduler\n"
    "def pytest_configure(config):\n"
    "    config.addinivalue_line('markers', 'ray')\n"
    "    config.addinivalue_line('markers', 'browser')\n"
)
FILE = """
import os, pathlib, pytest, time
def note(name):
    pathlib.Path(name).write_text(os.environ["PYTEST_XDIST_WORKER"])
    time.sleep(0.05)
@pytest.mark.ray
def test_ray(): note("ray-{n}")
@pytest.mark.browser
def test_browser(): note("browser-{n}")
def test_one(): note("file{n}-1")
def test_other(): note("file{n}-2")
"""


def test_a_group_and_the_rest_of_a_file_go_to_one_worker_each(tmp_path):
    (tmp_path / "conftest.py").write_text(HOOKS)
    for n in range(4):
        (tmp_path / f"test_{n}.py").write_text(FILE.format(n=n))
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, "--confcutdir", tmp_path, tmp_path],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "16 passed" in done.stdout, done.stdout + done.stderr
    workers = defaultdict(set)
    for path in tmp_path.glob("*-*"):
        workers[path.name.split("-")[0]].add(path.read_text())
    assert all(len(of) == 1 for of in workers.values()), workers
    assert workers["ray"] != workers["browser"]
