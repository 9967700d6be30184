"""One writer per output, whoever dies."""

import errno
import fcntl
import subprocess
import sys

import pytest

from vlcorpus.pipelines.runtime.lock import sole_writer
from vlcorpus.schemas.errors import EnvironmentFailure, TableLocked


def test_a_second_writer_is_told_who_the_first_is(tmp_path):
    output = str(tmp_path / "out")
    with sole_writer(output), pytest.raises(TableLocked, match=r"process \d+ on "), sole_writer(output):
        pass


def test_the_next_one_may_write(tmp_path):
    for _ in range(2):
        with sole_writer(str(tmp_path)):
            pass
    assert (tmp_path / "_lock").read_bytes() == b""


def test_an_error_frees_it(tmp_path):
    with pytest.raises(ZeroDivisionError), sole_writer(str(tmp_path)):
        raise ZeroDivisionError
    with sole_writer(str(tmp_path)):
        pass


def test_a_process_that_dies_frees_it(tmp_path):
    program = (
        "import os, sys\n"
        "from vlcorpus.pipelines.runtime.lock import sole_writer\n"
        "with sole_writer(sys.argv[1]):\n    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == -9
    assert (tmp_path / "_lock").read_text().startswith("process ")
    with sole_writer(str(tmp_path)):
        pass


def test_two_outputs_have_two_writers(tmp_path):
    with sole_writer(str(tmp_path / "a")), sole_writer(str(tmp_path / "b")):
        pass


def test_an_object_store_has_no_lock(tmp_path):
    uri = f"memory:/{tmp_path}"
    with sole_writer(uri), sole_writer(uri):
        pass


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOSYS])
def test_where_there_are_no_locks_it_is_said_and_the_run_goes_on(code, tmp_path, monkeypatch, caplog):
    def no_lock(file, operation):
        raise OSError(code, "no locks here")

    monkeypatch.setattr(fcntl, "flock", no_lock)
    with sole_writer(str(tmp_path)):
        pass
    assert "has no locks" in caplog.text


def test_a_place_that_cannot_be_written_is_named():
    with (
        pytest.raises(EnvironmentFailure, match=r"/proc/nowhere: cannot be written"),
        sole_writer("/proc/nowhere"),
    ):
        pass
