"""Trees are walked to the end: loops of links, folders without permission, what is no file."""

import errno
import os

import pyarrow.fs as pafs
import pytest

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.tree import ArrowTree, FsspecTree, LocalTree, tree_of


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "a.pdf").write_bytes(b"12")
    (tmp_path / "b/c/d.pdf").write_bytes(b"123")
    return tmp_path


def names(entries, folder) -> list[str]:
    return sorted(os.path.relpath(entry.path, folder) for entry in entries)


@pytest.mark.parametrize("tree", [LocalTree(), ArrowTree(pafs.LocalFileSystem())], ids=["local", "arrow"])
def test_every_file_below_is_listed_once_with_its_size(tree, folder):
    entries = list(tree.walk(str(folder)))
    assert names(entries, folder) == ["a.pdf", "b/c/d.pdf"]
    assert {entry.n_bytes for entry in entries} == {2, 3}
    assert all(entry.stamp for entry in entries)


@pytest.mark.parametrize("tree", [LocalTree(), ArrowTree(pafs.LocalFileSystem())], ids=["local", "arrow"])
def test_children_are_files_and_folders(tree, folder):
    found = {os.path.basename(entry.path): entry.is_folder for entry in tree.children(str(folder))}
    assert found == {"a.pdf": False, "b": True}


@pytest.mark.parametrize("tree", [LocalTree(), ArrowTree(pafs.LocalFileSystem())], ids=["local", "arrow"])
def test_what_is_not_there_has_no_entry(tree, folder):
    assert tree.entry(f"{folder}/none") is None
    assert tree.entry(f"{folder}/b").is_folder


def test_a_loop_of_links_ends_and_the_real_name_comes_first(folder):
    (folder / "b/up").symlink_to(folder)
    (folder / "alias").symlink_to(folder / "b")
    assert names(LocalTree().walk(str(folder)), folder) == ["a.pdf", "b/c/d.pdf"]


def test_a_linked_folder_outside_is_listed_under_the_link(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "e.pdf").write_bytes(b"1")
    (folder / "link").symlink_to(elsewhere)
    assert "link/e.pdf" in names(LocalTree().walk(str(folder)), folder)


def test_what_cannot_be_read_is_listed_all_the_same(folder):
    (folder / "broken").symlink_to(folder / "nowhere")
    (folder / "itself").symlink_to(folder / "itself")
    os.mkfifo(folder / "pipe")
    entries = {os.path.basename(entry.path): entry for entry in LocalTree().walk(str(folder))}
    assert {"broken", "itself", "pipe"} <= set(entries)
    assert entries["broken"].stamp == "FileNotFoundError"
    assert entries["pipe"].stamp == "special"
    assert LocalTree().entry(f"{folder}/broken") is not None


def test_a_folder_that_cannot_be_listed_ends_in_a_slash(folder):
    (entry,) = LocalTree().walk(f"{folder}/a.pdf")
    assert (entry.path, entry.stamp) == (f"{folder}/a.pdf/", "NotADirectoryError")
    assert list(LocalTree().children(f"{folder}/a.pdf")) == [entry]


@pytest.mark.parametrize("name", ["scandir", "stat"])
def test_a_fault_of_the_machine_is_no_entry(folder, monkeypatch, name):
    def fail(path):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(OSError, match="Too many open files"):
        list(LocalTree().walk(str(folder)))


def test_a_changed_file_has_another_stamp(folder):
    before = LocalTree().entry(f"{folder}/a.pdf").stamp
    os.utime(folder / "a.pdf", ns=(1, 1))
    assert LocalTree().entry(f"{folder}/a.pdf").stamp != before


@pytest.mark.parametrize(("uri", "tree"), [("/a", LocalTree), ("memory://a", FsspecTree)])
def test_the_tree_of_a_location(uri, tree):
    assert isinstance(tree_of(Location(uri)), tree)
