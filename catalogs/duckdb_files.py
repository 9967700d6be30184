"""The files DuckDB cannot open by itself: shards of object stores, and empty shards made in memory."""

import glob
import io
from datetime import UTC, datetime
from functools import cache

import fsspec

from catalogs.shards import write_shard
from catalogs.storage import Storage, join

SCHEME = "vlcorpus://"  # what DuckDB asks us for, instead of its own disk access


class CommittedFiles(fsspec.AbstractFileSystem):
    """A filesystem for `connection.register_filesystem`.

    The wheel holds no `httpfs`, and installing it is a download. A remote shard is asked for as `vlcorpus://`
    before its own URI; its size is the commit's, so that nothing is listed.
    """

    protocol = "vlcorpus"
    cachable = False

    def __init__(self):
        super().__init__()
        self._remote: dict[str, tuple[Storage, str, int]] = {}
        self._made: dict[str, bytes] = {}

    def add(self, files: Storage, name: str, n_bytes: int) -> tuple[str, str]:
        """Return the path of a committed file for people, and the one to ask DuckDB for."""
        if files.is_local:
            return files.path(name), glob.escape(files.path(name))
        uri = join(files.uri, name)
        self._remote[uri] = files, name, n_bytes
        return uri, SCHEME + uri

    def empty(self, row_type: type) -> str:
        self._made[row_type.__name__] = _empty_shard(row_type)
        return SCHEME + row_type.__name__

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return path.removeprefix(SCHEME)

    def glob(self, path: str, **_) -> list[str]:
        return [self._strip_protocol(path)]

    def info(self, path: str, **_) -> dict:
        name = self._strip_protocol(path)
        size = len(self._made[name]) if name in self._made else self._remote[name][2]
        return {"name": name, "size": size, "type": "file"}

    def modified(self, path: str) -> datetime:
        return datetime(2000, 1, 1, tzinfo=UTC)  # committed files do not change under a connection

    def _open(self, path: str, mode: str = "rb", **_):
        name = self._strip_protocol(path)
        if name in self._made:
            return io.BytesIO(self._made[name])
        files, relative, _ = self._remote[name]
        return files.fs.open_input_file(files.path(relative))


@cache
def _empty_shard(row_type: type) -> bytes:
    out = io.BytesIO()
    write_shard(out, row_type, [])
    return out.getvalue()
