"""A file is read patiently: what another try may cure is tried again, the rest becomes a reason."""

import errno
import io
import os

import pytest

from vlcorpus.catalogs.sources import reading
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.reading import (
    as_reject,
    http_status,
    is_transient,
    open_item,
    persist,
    read_whole,
)
from vlcorpus.schemas.errors import EnvironmentFailure, Reject


class ServerBusy(Exception):
    """What fsspec backends raise: an exception tree of their own, with an HTTP status on it."""

    status = 503


class NotAllowed(Exception):
    status = 403


@pytest.fixture
def waits(monkeypatch):
    """Return the waits that were slept, without sleeping."""
    slept = []
    monkeypatch.setattr(reading.time, "sleep", slept.append)
    return slept


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"0123456789")
    (tmp_path / "empty.pdf").write_bytes(b"")
    return Location(str(tmp_path))


def failing(*errors: Exception):
    """Return a function that raises each error once, then answers."""
    left = list(errors)

    def attempt() -> str:
        if left:
            raise left.pop(0)
        return "answer"

    return attempt


@pytest.mark.parametrize(
    ("error", "transient"),
    [
        (OSError("When reading 'k': AWS Error SLOW_DOWN during GetObject operation: slow down"), True),
        (OSError("When reading 'k': AWS Error NETWORK_CONNECTION during GetObject: curlCode: 28"), True),
        (OSError("When reading 'k': AWS Error UNKNOWN (HTTP status 502) during GetObject"), True),
        (OSError("When reading 'timed out.pdf': AWS Error ACCESS_DENIED during GetObject"), False),
        (OSError("When reading 'k': AWS Error UNKNOWN (HTTP status 400) during GetObject"), False),
        (FileNotFoundError(errno.ENOENT, "no such file", "timeout.pdf"), False),
        (OSError(errno.ESTALE, "stale handle"), True),
        (OSError(errno.EIO, "input/output error"), False),
        (ServerBusy(), True),
        (NotAllowed(), False),
        (ValueError("timeout"), False),
    ],
)
def test_what_another_try_may_cure(error, transient):
    assert is_transient(error) == transient


@pytest.mark.parametrize("n_errors", [0, 1, 3])
def test_what_is_transient_is_tried_four_times(waits, n_errors):
    assert persist(failing(*[TimeoutError()] * n_errors)) == "answer"
    assert len(waits) == n_errors
    assert waits == sorted(waits)


def test_a_fourth_failure_is_raised(waits):
    with pytest.raises(TimeoutError):
        persist(failing(*[TimeoutError()] * 4))
    assert len(waits) == 3


def test_whoever_let_the_first_attempt_wait_for_long_is_not_asked_again(waits, monkeypatch):
    monkeypatch.setattr(reading, "PATIENCE_S", -1.0)  # any attempt takes longer
    with pytest.raises(TimeoutError):
        persist(failing(TimeoutError()))
    assert waits == []


def test_what_no_try_can_cure_is_raised_at_once(waits):
    with pytest.raises(PermissionError):
        persist(failing(PermissionError()))
    assert waits == []


@pytest.mark.parametrize(
    ("error", "reason", "retryable"),
    [
        (FileNotFoundError("x"), "file_missing", False),
        (PermissionError(errno.EACCES, "x"), "file_unreadable", False),
        (ConnectionResetError("x"), "file_unreadable", True),
        (ServerBusy(), "file_unreadable", True),
        (NotAllowed(), "file_unreadable", False),
    ],
)
def test_why_a_file_could_not_be_read(error, reason, retryable):
    reject = as_reject(error, "s3://b/a")
    assert (reject.reason, reject.retryable) == (reason, retryable)
    assert reject.detail.startswith("s3://b/a: ")


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOMEM, errno.EIO, errno.ENOLCK, errno.EAGAIN])
def test_a_machine_that_is_exhausted_or_broken_stops_the_run(number):
    with pytest.raises(EnvironmentFailure, match=r"a\.pdf: .*, then run again"):
        as_reject(OSError(number, "x"), "a.pdf")


def test_a_mistake_in_the_code_is_no_reason():
    with pytest.raises(KeyError):
        as_reject(KeyError("x"), "a.pdf")


def test_a_status_is_found_on_the_error_or_on_its_response():
    error = ValueError()
    assert http_status(error) is None
    error.response = NotAllowed()
    assert http_status(error) == 403


def test_a_stream_reads_from_where_it_was_sought(folder):
    with open_item(folder, f"{folder.path}/a.pdf") as stream:
        stream.seek(-3, io.SEEK_END)
        assert stream.read() == b"789"
        stream.seek(2)
        assert (stream.read(3), stream.tell()) == (b"234", 5)


@pytest.mark.parametrize("listed", [0, 3, 10, 99])
def test_a_file_that_changed_since_the_listing_is_read_as_it_is(folder, listed):
    assert read_whole(folder, f"{folder.path}/a.pdf", listed, 100) == b"0123456789"


@pytest.mark.parametrize(("limit", "fits"), [(10, True), (9, False)])
def test_both_sides_of_the_limit(folder, limit, fits):
    if fits:
        assert len(read_whole(folder, f"{folder.path}/a.pdf", 10, limit)) == 10
    else:
        with pytest.raises(Reject, match="file_too_large"):
            read_whole(folder, f"{folder.path}/a.pdf", 10, limit)


@pytest.mark.parametrize(("name", "reason"), [("gone.pdf", "file_missing"), ("empty.pdf", "file_empty")])
def test_what_is_not_there_or_empty_is_told(folder, name, reason):
    with pytest.raises(Reject, match=reason):
        read_whole(folder, f"{folder.path}/{name}", 1, 100)


def test_a_fifo_is_not_waited_for(folder):
    os.mkfifo(f"{folder.path}/pipe")
    with pytest.raises(Reject, match="not a file but a fifo"):
        open_item(folder, f"{folder.path}/pipe")
