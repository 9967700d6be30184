"""The files DuckDB cannot open by itself: shards of object stores, and empty shards made in memory."""

import glob
import io
import threading
from datetime import UTC, datetime
from functools import cache

import fsspec
import pyarrow as pa

from vlcorpus.catalogs.tables.shards import write_shard
from vlcorpus.catalogs.tables.storage import Storage, join

SCHEME = "vlcorpus://"  # what DuckDB asks us for, instead of its own disk access


def asked_for(path: str) -> str:
    """Return the path to ask DuckDB for, of a committed file that people know by `path`."""
    return SCHEME + path if "://" in path else glob.escape(path)


class CommittedFiles(fsspec.AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A filesystem for `connection.register_filesystem`.

    The wheel holds no `httpfs`, and installing it is a download. A remote shard is asked for as `vlcorpus://`
    before its own URI; its size is the commit's, so that nothing is listed.
    """

    protocol = "vlcorpus"
    cachable = False

    def __init__(self) -> None:
        super().__init__()
        self._remote: dict[str, tuple[Storage, str, int]] = {}
        self._made: dict[str, bytes] = {}

    def add(self, files: Storage, name: str, n_bytes: int) -> tuple[str, str]:
        """Return the path of a committed file for people, and the one to ask DuckDB for."""
        if files.is_local:
            return files.path(name), asked_for(files.path(name))
        uri = join(files.uri, name)
        self._remote[uri] = files, name, n_bytes
        return uri, asked_for(uri)

    def empty(self, row_type: type) -> str:
        self._made[row_type.__name__] = _empty_shard(row_type)
        return SCHEME + row_type.__name__

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return path.removeprefix(SCHEME)

    def glob(self, path: str, **_: object) -> list[str]:
        return [self._strip_protocol(path)]

    def info(self, path: str, **_: object) -> dict:
        name = self._strip_protocol(path)
        size = len(self._made[name]) if name in self._made else self._remote[name][2]
        return {"name": name, "size": size, "type": "file"}

    def modified(self, path: str) -> datetime:
        return datetime(2000, 1, 1, tzinfo=UTC)  # committed files do not change under a connection

    def _open(self, path: str, mode: str = "rb", **_: object) -> io.IOBase:
        name = self._strip_protocol(path)
        if name in self._made:
            return io.BytesIO(self._made[name])
        files, relative, n_bytes = self._remote[name]
        return _SharedFile(files.fs.open_input_file(files.path(relative)), n_bytes)


class _SharedFile(io.RawIOBase):
    """A file whose position belongs to the thread.

    DuckDB seeks and then reads, on one handle from several threads: with one position for all, a thread would
    read where another has just gone to.
    """

    def __init__(self, file: pa.NativeFile, n_bytes: int):
        self._file = file
        self._n_bytes = n_bytes
        self._here = threading.local()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return getattr(self._here, "at", 0)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self.tell(), io.SEEK_END: self._n_bytes}[whence]
        self._here.at = start + offset
        return self._here.at

    def read(self, size: int = -1) -> bytes:
        left = self._n_bytes - self.tell()
        content = self._file.read_at(left if size < 0 else min(size, left), self.tell())
        self._here.at = self.tell() + len(content)
        return content

    def close(self) -> None:
        self._file.close()
        super().close()


@cache
def _empty_shard(row_type: type) -> bytes:
    out = io.BytesIO()
    write_shard(out, row_type, [])
    return out.getvalue()
