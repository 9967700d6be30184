"""A note is there from the begin of an attempt until its outcome is known."""

import pytest

from vlcorpus.catalogs.tables.attempts import Attempts
from vlcorpus.catalogs.tables.storage import Storage


@pytest.fixture(params=["local", "memory"])
def attempts(request, tmp_path):
    files = Storage(str(tmp_path) if request.param == "local" else f"memory:/{tmp_path}")
    yield Attempts(files)
    files.delete("")


def test_attempts_of_a_run_are_told_from_those_of_others(attempts):
    for number, run_id in enumerate(("first", "second", "second")):
        assert attempts.begin(7, run_id) == number
    assert [attempts.n_of_run(7, 3, name) for name in ("first", "second", "third")] == [1, 2, 0]
    assert attempts.n_of_run(7, 2, "second") == 1


def test_what_ended_is_no_more_counted(attempts):
    for _ in range(3):
        attempts.begin(7)
    attempts.begin(8)
    attempts.end(7, 3)
    assert (attempts.begin(7), attempts.begin(8)) == (0, 1)
