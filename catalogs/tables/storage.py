"""Files under one root, on a local disk or any pyarrow/fsspec URI, each written whole or not at all.

Local: temporary name, fsync, rename, fsync of the folder. Object store: one PUT, which is atomic by itself.
"""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

import pyarrow.fs as pafs

from vlcorpus.catalogs.tables.filesystem import filesystem, without_credentials
from vlcorpus.schemas.errors import EnvironmentFailure

_TEMPORARY = ".tmp"
_NO_FSYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}


def join(uri: str, *names: str) -> str:
    """Return the URI of what lies under `uri`. Options (`?endpoint_override=…`) stay at its end."""
    address, options = split_options(uri)
    return "/".join([address.rstrip("/"), *names]) + options


def split_options(uri: str) -> tuple[str, str]:
    """Return a URI's address and its options with their question mark. A local path has none."""
    if "://" not in uri:
        return uri, ""
    address, mark, options = uri.partition("?")
    return address, mark + options


@dataclass(frozen=True)
class Storage:
    """Everything under `uri`. Paths are relative, with `/`."""

    uri: str

    @cached_property
    def _located(self) -> tuple[pafs.FileSystem, str]:
        return filesystem(self.uri)

    @property
    def fs(self) -> pafs.FileSystem:
        return self._located[0]

    @property
    def is_local(self) -> bool:
        return isinstance(self.fs, pafs.LocalFileSystem)

    def __getstate__(self) -> dict:
        return {"uri": self.uri}

    def path(self, *parts: str) -> str:
        """Return the path inside `fs`."""
        return "/".join([self._located[1].rstrip("/"), *(p.strip("/") for p in parts if p)])

    def shown(self, *parts: str) -> str:
        """Return the path, or the URI without credentials and options, as people are told it."""
        if self.is_local:
            return self.path(*parts)
        address = without_credentials(split_options(self.uri)[0])
        return "/".join([address.rstrip("/"), *(p.strip("/") for p in parts if p)])

    def at(self, *parts: str) -> "Storage":
        return Storage(join(self.uri, *parts))

    def exists(self, name: str = "") -> bool:
        return self.fs.get_file_info(self.path(name)).type != pafs.FileType.NotFound

    def is_file(self, name: str = "") -> bool:
        return self.fs.get_file_info(self.path(name)).is_file

    def read(self, name: str) -> bytes:
        with self.fs.open_input_stream(self.path(name)) as stream:
            return stream.read()

    def names(self, folder: str = "", suffix: str = "") -> list[str]:
        """Return the sorted names of the files directly in `folder`; none where there is no such folder."""
        return sorted(n for n in self._names(folder) if n.endswith(suffix) and not n.endswith(_TEMPORARY))

    def _names(self, folder: str) -> list[str]:
        if self.is_local:  # a hundred thousand names, without asking for the size of each file
            try:
                with os.scandir(self.path(folder)) as entries:
                    return [entry.name for entry in entries if entry.is_file()]
            except FileNotFoundError:
                return []
        selector = pafs.FileSelector(self.path(folder), allow_not_found=True)
        return [f.base_name for f in self.fs.get_file_info(selector) if f.type == pafs.FileType.File]

    def sizes(self, folder: str) -> dict[str, int]:
        """Return the sizes in bytes of the files directly in `folder` by their names: one listing."""
        if self.is_local:
            try:
                with os.scandir(self.path(folder)) as entries:
                    return {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}
            except FileNotFoundError:
                return {}
        selector = pafs.FileSelector(self.path(folder), allow_not_found=True)
        found = self.fs.get_file_info(selector)
        return {f.base_name: f.size or 0 for f in found if f.type == pafs.FileType.File}

    def folders(self, folder: str = "") -> list[str]:
        selector = pafs.FileSelector(self.path(folder), allow_not_found=True)
        return sorted(
            f.base_name for f in self.fs.get_file_info(selector) if f.type == pafs.FileType.Directory
        )

    def delete(self, name: str) -> None:
        """Delete a file or a folder; nothing happens where there is none."""
        info = self.fs.get_file_info(self.path(name))
        if info.type == pafs.FileType.Directory:
            self.fs.delete_dir(info.path)
        elif info.type == pafs.FileType.File:
            self.fs.delete_file(info.path)

    def move(self, name: str, to: str) -> None:
        """Give a file or a folder another name; a file that has that name already is replaced."""
        target = self.path(to)
        self.fs.create_dir(target.rpartition("/")[0], recursive=True)
        self.fs.move(self.path(name), target)

    def delete_empty(self, name: str = "") -> None:
        """Delete a folder in which nothing lies."""
        selector = pafs.FileSelector(self.path(name), allow_not_found=True)
        if self.exists(name) and not self.fs.get_file_info(selector):
            self.fs.delete_dir(self.path(name))

    def write(self, name: str, content: bytes) -> None:
        with self.open_write(name) as stream:
            stream.write(content)

    def mark(self, name: str, content: bytes = b"") -> None:
        """Create a small file. It need not survive a power cut, so it does not wait for the disk."""
        if self.is_local:
            target = Path(self.path(name))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        else:
            self.write(name, content)

    @contextmanager
    def open_write(self, name: str) -> Iterator[IO[bytes]]:
        """Open `name` for writing. It appears, whole, when the block ends; after an exception it does not.

        Raises EnvironmentFailure when the disk is full.
        """
        try:
            with self._open_local(name) if self.is_local else self._open_remote(name) as stream:
                yield stream
        except OSError as error:
            if error.errno in _DISK_FULL:
                raise EnvironmentFailure(
                    f"{self.shown(name)}: the disk is full. Nothing half-written stays. "
                    "Free space, then run again."
                ) from error
            raise

    @contextmanager
    def _open_local(self, name: str) -> Iterator[IO[bytes]]:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        # The process id keeps two attempts at one partition (a slow node and its replacement) out of each
        # other's file.
        temporary = target.with_name(f"{target.name}.{os.getpid()}-{time.monotonic_ns():x}{_TEMPORARY}")
        try:
            with temporary.open("wb") as stream:
                yield stream
                stream.flush()
                _fsync(stream.fileno())
            temporary.rename(target)
            _fsync_folder(target.parent)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    @contextmanager
    def _open_remote(self, name: str) -> Iterator[IO[bytes]]:
        # Spooled first, so that an exception half-way uploads nothing.
        import shutil
        import tempfile

        with tempfile.SpooledTemporaryFile(max_size=64 << 20) as spool:
            yield spool
            spool.seek(0)
            target = self.path(name)
            self.fs.create_dir(target.rsplit("/", 1)[0], recursive=True)
            with self.fs.open_output_stream(target) as stream:
                shutil.copyfileobj(spool, stream, 8 << 20)

    def sweep_temporaries(self, folder: str) -> int:
        """Delete what killed writers left in `folder`; return how many files.

        Call it while holding the lock.
        """
        left = [name for name in self._names(folder) if name.endswith(_TEMPORARY)]
        for name in left:
            self.fs.delete_file(self.path(folder, name))
        return len(left)


def _fsync_folder(folder: Path) -> None:
    """Make the rename itself durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _fsync(descriptor)
    finally:
        os.close(descriptor)


def _fsync(descriptor: int) -> None:
    """Wait for the disk, where the file system can: some have no fsync, or none of folders."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FSYNC:
            raise
