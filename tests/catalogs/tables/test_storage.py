"""A file appears whole or not at all, on a local disk and elsewhere."""

import errno
import os
import pickle

import pytest

from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure


@pytest.fixture(params=["local", "memory"])
def storage(request, tmp_path):
    uri = str(tmp_path / "root") if request.param == "local" else f"memory:/{tmp_path}"
    yield Storage(uri)
    Storage(uri).delete("")


def leave_half_written(storage: Storage, name: str, error: BaseException) -> None:
    with storage.open_write(name) as stream:
        stream.write(b"half")
        raise error


def test_what_is_written_is_read(storage):
    storage.write("a/b/c.bin", b"\x00content")
    assert storage.read("a/b/c.bin") == b"\x00content"
    assert storage.exists("a/b/c.bin")
    assert storage.exists("a")
    assert not storage.exists("a/b/d.bin")


@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt(), GeneratorExit()])
def test_after_an_exception_there_is_no_file(storage, error):
    with pytest.raises(type(error)):
        leave_half_written(storage, "a/b", error)
    assert not storage.exists("a/b")
    assert storage.names("a") == []
    assert storage.sweep_temporaries("a") == 0


def test_after_an_exception_the_old_content_stands(storage):
    storage.write("a", b"old")
    with pytest.raises(ValueError, match="bug"):
        leave_half_written(storage, "a", ValueError("bug"))
    assert storage.read("a") == b"old"


def test_writing_again_replaces(storage):
    storage.write("a", b"old and longer")
    storage.write("a", b"new")
    assert storage.read("a") == b"new"


def test_a_file_is_not_seen_before_it_is_whole(storage):
    with storage.open_write("folder/a") as stream:
        stream.write(b"x")
        assert not storage.exists("folder/a")
        assert storage.names("folder") == []
    assert storage.names("folder") == ["a"]


def test_names_are_the_files_of_one_folder_sorted(storage):
    for name in ("b.json", "a.json", "c.txt", "deeper/d.json"):
        storage.write(f"folder/{name}", b"")
    assert storage.names("folder") == ["a.json", "b.json", "c.txt"]
    assert storage.names("folder", ".json") == ["a.json", "b.json"]
    assert storage.folders("folder") == ["deeper"]
    assert storage.names("nowhere") == []
    assert storage.folders("nowhere") == []


def test_delete_takes_files_and_folders_and_does_not_mind_nothing(storage):
    storage.write("folder/a", b"")
    storage.write("folder/b", b"")
    storage.delete("folder/a")
    assert storage.names("folder") == ["b"]
    storage.delete("folder")
    storage.delete("folder")
    assert not storage.exists("folder/b")


def test_what_a_killed_writer_left_is_swept(tmp_path):
    storage = Storage(str(tmp_path))
    storage.write("data/a", b"")
    (tmp_path / "data" / "b.123-ff.tmp").write_bytes(b"half")
    assert storage.names("data") == ["a"]
    assert storage.sweep_temporaries("data") == 1
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["a"]


def test_two_writers_of_one_name_do_not_touch_each_other(tmp_path):
    storage = Storage(str(tmp_path))
    with storage.open_write("a") as first, storage.open_write("a") as second:
        first.write(b"first")
        second.write(b"second")
    assert storage.read("a") == b"first"  # the one that ends last


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_says_what_to_do(storage, code):
    with pytest.raises(EnvironmentFailure, match=r"a: the disk is full.*Free space"):
        leave_half_written(storage, "a", OSError(code, "full"))
    assert not storage.exists("a")


def test_another_error_of_the_disk_is_not_called_a_full_disk(storage):
    with pytest.raises(OSError, match="broken"):
        leave_half_written(storage, "a", OSError(errno.EIO, "broken"))


def test_at_is_a_storage_deeper_down(storage):
    storage.at("x", "y").write("a", b"1")
    assert storage.read("x/y/a") == b"1"


def test_a_storage_travels_as_its_uri(storage):
    storage.write("a", b"1")
    assert pickle.loads(pickle.dumps(storage)).read("a") == b"1"
    assert pickle.loads(pickle.dumps(storage)) == storage


def test_home_and_relative_paths_are_resolved(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Storage("~/corpus").write("a", b"1")
    assert Storage("corpus").read("a") == b"1"


def test_an_unknown_scheme_says_what_to_use():
    with pytest.raises(ConfigError, match="nonsense://x"):
        Storage("nonsense://x").exists("a")


@pytest.mark.parametrize(("code", "works"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_file_system_may_have_no_fsync_but_a_fault_of_the_disk_is_one(code, works, tmp_path, monkeypatch):
    def no_fsync(descriptor):
        raise OSError(code, "no fsync")

    monkeypatch.setattr(os, "fsync", no_fsync)
    storage = Storage(str(tmp_path))
    if works:
        storage.write("a", b"content")
        assert storage.read("a") == b"content"
    else:
        with pytest.raises(OSError, match="no fsync"):
            storage.write("a", b"content")
        assert storage.names() == []


@pytest.mark.parametrize("uri", ["https://example.org/a", "http://user:secret@example.org/a"])
def test_an_address_of_the_web_is_refused_without_its_secrets(uri):
    with pytest.raises(ConfigError, match=r"://example\.org/a: addresses of the web .*Download") as caught:
        Storage(uri).exists()
    assert "secret" not in str(caught.value)


def test_only_an_empty_folder_is_deleted(storage):
    storage.write("a/b", b"1")
    storage.delete_empty("a")
    assert storage.exists("a/b")
    storage.delete("a/b")
    storage.delete_empty("a")
    assert not storage.exists("a")
    storage.delete_empty("a")


def test_a_file_is_told_from_a_folder(storage):
    storage.write("a/b", b"1")
    assert [storage.is_file(name) for name in ("a/b", "a", "c")] == [True, False, False]
