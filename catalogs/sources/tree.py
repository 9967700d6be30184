"""Walk a tree of files, on the local disk or on an object store, without losing or hanging on anything.

A link to a folder is followed, and every real folder is listed once, under its own name before that of a
link: a loop of links ends. What cannot be read (a broken link, a fifo, a folder without permission) is listed
all the same, so that reading it makes a rejection.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pyarrow.fs as pafs

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.reading import persist
from vlcorpus.schemas.machine_faults import machine_remedy

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_STAMPS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a folder that a tree holds."""

    path: str
    n_bytes: int = 0
    stamp: str = ""
    is_folder: bool = False


class Tree(Protocol):
    def entry(self, path: str) -> Entry | None:
        """Return what lies at `path`, None where nothing does."""

    def children(self, folder: str) -> Iterator[Entry]:
        """Yield what lies directly in `folder`."""

    def walk(self, folder: str) -> Iterator[Entry]:
        """Yield every file under `folder`, in any order."""


def tree_of(location: Location) -> Tree:
    if location.is_local:
        return LocalTree()
    if isinstance(location.fs, pafs.PyFileSystem):
        return FsspecTree(location.fs)
    return ArrowTree(location.fs)


class LocalTree:
    """`os.scandir`, because pyarrow refuses names that are no UTF-8."""

    def entry(self, path: str) -> Entry | None:
        return _local_entry(path) if os.path.lexists(path) else None

    def children(self, folder: str) -> Iterator[Entry]:
        try:
            names = [entry.path for entry in os.scandir(folder)]
        except OSError as error:
            return iter([_unlistable(folder, error)])
        return map(_local_entry, names)

    def walk(self, folder: str) -> Iterator[Entry]:
        seen: set[tuple[int, int]] = set()
        folders = [folder]
        links: list[str] = []
        while folders or links:
            current = folders.pop() if folders else links.pop(links.index(min(links)))
            try:
                status = os.stat(current)
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
                entries = list(os.scandir(current))
            except OSError as error:
                yield _unlistable(current, error)
                continue
            for entry in entries:
                if not _is_folder(entry):
                    yield _local_entry(entry.path)
                elif entry.is_symlink():
                    links.append(entry.path)
                else:
                    folders.append(entry.path)


def _unlistable(folder: str, error: OSError) -> Entry:
    """Return the entry of a folder that cannot be listed: it ends in a slash, reading it is rejected."""
    return _unreadable(folder + "/", error)


def _unreadable(path: str, error: OSError) -> Entry:
    """Return an entry that a reading will reject; raise the error where the machine is at fault."""
    if machine_remedy(error):
        raise error
    return Entry(path, stamp=type(error).__name__)


def _is_folder(entry: os.DirEntry) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: listed, and rejected when it is read
        return False


def _local_entry(path: str) -> Entry:
    try:
        status = os.stat(path)
    except OSError as error:
        return _unreadable(path, error)
    if stat.S_ISREG(status.st_mode):
        return Entry(path, status.st_size, str(status.st_mtime_ns))
    return Entry(path, stamp="special", is_folder=stat.S_ISDIR(status.st_mode))


@dataclass(frozen=True)
class ArrowTree:
    """A filesystem of pyarrow's own."""

    fs: pafs.FileSystem

    def entry(self, path: str) -> Entry | None:
        return _arrow_entry(persist(lambda: self.fs.get_file_info(path)))

    def children(self, folder: str) -> Iterator[Entry]:
        return self._select(pafs.FileSelector(folder, allow_not_found=True))

    def walk(self, folder: str) -> Iterator[Entry]:
        entries = self._select(pafs.FileSelector(folder, recursive=True, allow_not_found=True))
        return (entry for entry in entries if not entry.is_folder)

    def _select(self, selector: pafs.FileSelector) -> Iterator[Entry]:
        for found in persist(lambda: self.fs.get_file_info(selector)):
            if entry := _arrow_entry(found):
                yield entry


def _arrow_entry(found: pafs.FileInfo) -> Entry | None:
    if found.type == pafs.FileType.NotFound:
        return None
    if found.type == pafs.FileType.Directory:
        return Entry(found.path, is_folder=True)
    return Entry(found.path, found.size or 0, str(found.mtime_ns or ""))


@dataclass(frozen=True)
class FsspecTree:
    """A filesystem of fsspec, asked directly: pyarrow's wrapper drops the etags."""

    fs: pafs.PyFileSystem

    def entry(self, path: str) -> Entry | None:
        try:
            return _fsspec_entry(persist(lambda: self._fsspec.info(path)))
        except FileNotFoundError:
            return None

    def children(self, folder: str) -> Iterator[Entry]:
        return map(_fsspec_entry, persist(lambda: self._fsspec.ls(folder, detail=True)))

    def walk(self, folder: str) -> Iterator[Entry]:
        found = persist(lambda: self._fsspec.find(folder, detail=True))
        return (_fsspec_entry(info) for info in found.values())

    @property
    def _fsspec(self) -> "AbstractFileSystem":
        return self.fs.handler.fs


def _fsspec_entry(info: dict) -> Entry:
    if info["type"] == "directory":
        return Entry(info["name"].rstrip("/"), is_folder=True)
    stamp = next((str(info[name]) for name in _STAMPS if info.get(name) is not None), "")
    return Entry(info["name"], info.get("size") or 0, stamp)
