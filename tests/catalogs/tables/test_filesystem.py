"""Where a path or a URI leads to, and how long S3 that says nothing is waited for."""

import time

import pyarrow.fs as pafs
import pytest

from tests.patience import PATIENCE_S
from tests.silent_server import silent_server
from vlcorpus.catalogs.tables import filesystem as module
from vlcorpus.catalogs.tables.filesystem import filesystem, without_credentials
from vlcorpus.schemas.errors import ConfigError

S3 = "s3://key:secret@bucket/x?scheme=http&region=eu-west-1&endpoint_override=127.0.0.1:"


def test_a_path_is_the_local_disk_and_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fs, path = filesystem("x")
    assert isinstance(fs, pafs.LocalFileSystem)
    assert path == str(tmp_path / "x")


def test_any_other_scheme_is_left_to_fsspec():
    fs, path = filesystem("memory://a/b")
    assert (fs.handler.fs.protocol, path) == ("memory", "/a/b")


@pytest.mark.parametrize("uri", ["https://user:secret@example.org/x", "nobody://x"])
def test_what_nobody_opens_is_told_without_secrets(uri):
    with pytest.raises(ConfigError) as told:
        filesystem(uri)
    assert "secret" not in str(told.value)


def test_credentials_are_cut_out():
    assert without_credentials("s3://key:secret@bucket/x") == "s3://bucket/x"


def test_s3_that_takes_connections_and_is_silent_is_given_up_after_three_tries(monkeypatch):
    monkeypatch.setattr(module, "S3_ANSWER_S", 1.0)
    with silent_server() as server:
        fs, path = filesystem(f"{S3}{server.port}")
        begun = time.monotonic()
        with pytest.raises(OSError, match="NETWORK_CONNECTION"):
            fs.get_file_info(path)
        assert len(server.taken) == module.S3_TRIES == 3
    assert time.monotonic() - begun < PATIENCE_S / 2


def test_what_a_uri_says_of_s3_stays():
    _, (options,) = filesystem(f"{S3}9")[0].__reduce__()
    said = {"access_key": "key", "secret_key": "secret", "region": "eu-west-1", "scheme": "http"}
    limits = {"connect_timeout": module.S3_CONNECT_S, "request_timeout": module.S3_ANSWER_S}
    assert options.items() >= {**said, **limits, "endpoint_override": "127.0.0.1:9"}.items()


@pytest.mark.parametrize("option", module._LEFT_OUT_OF_A_COPY)
def test_what_no_copy_would_keep_leaves_s3_as_it_is(option):
    _, (options,) = filesystem(f"{S3}9&{option}false")[0].__reduce__()
    assert options["request_timeout"] == -1  # pyarrow's own


@pytest.mark.parametrize(("said", "limit_s"), [("", module.GS_TRIES_S), ("&retry_limit_seconds=7", 7)])
def test_googles_storage_is_tried_for_half_a_minute_or_as_long_as_its_uri_says(said, limit_s):
    fs, path = filesystem(f"gs://anonymous@bucket/x?scheme=http&endpoint_override=127.0.0.1:9{said}")
    _, (options,) = fs.__reduce__()
    assert (options["retry_time_limit"].total_seconds(), options["anonymous"], path) == (
        limit_s,
        True,
        "bucket/x",
    )
