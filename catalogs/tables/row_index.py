"""The row index of a table: the light columns of its rows in few files, so that statistics open no shard.

    <table>/index/data/<sha256>.parquet      rows of many shards, each whole
    <table>/index/rejects/<sha256>.parquet   rejections of many shards, each whole

It is a cache, and no part of what a corpus says. The metadata of a file tell which shards it holds, by
partition and sha256, and a shard counts where the commit of its partition names the same sha256. So what was
taken back, made again or repaired is never answered with its former rows. Shards that no file holds are
opened, as all are where there is no index. A file is named by the hash of its content: damage shows, and a
damaged file is passed over.

Only the one writer that has the lock adds files, each whole or not at all, and none is ever rewritten. A file
of which less than half still counts is deleted, and the shards of that half are read again, into a new one.
So the index stays below twice its size, and a shard costs about a millisecond, once or twice.
"""

import hashlib
import io
import json
import logging
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.commit_log import part
from vlcorpus.catalogs.tables.light_columns import LIGHT, Kind, read_light_rows
from vlcorpus.catalogs.tables.storage import Storage

log = logging.getLogger(__name__)

INDEX = "index"
KEPT_OUT = 500  # ours: so many shards are opened in half a second
_FILE_ROWS = 100_000  # ours: some megabytes, and all of a file is in memory at a time
_YIELDED_ROWS = 10_000  # ours: some megabytes
_BATCH = 32  # shards whose rows are read side by side
_IO_THREADS = 16  # object stores answer in tens of milliseconds
_SHARDS = b"shards"  # metadata of a file: a JSON object, sha256 by partition
_Shards = dict[int, str]  # sha256 by partition


@dataclass(frozen=True)
class RowIndex:
    """The index of the shards of one kind, in the folder of a table."""

    files: Storage
    kind: Kind

    @property
    def folder(self) -> str:
        return f"{INDEX}/{self.kind}"

    def rows(self, shards: _Shards) -> Iterator[pa.Table]:
        """Yield the rows of those of the shards that the index holds, each shard whole and once.

        They come some thousands at a time.
        """
        left = dict(shards)
        for name in self._names():
            if (content := self._content(name)) is None:
                continue
            wanted = list(_counting(self._held(io.BytesIO(content)) or {}, left))
            for partition in wanted:
                del left[partition]
            for batch in pq.ParquetFile(io.BytesIO(content)).iter_batches(_YIELDED_ROWS) if wanted else ():
                rows = pa.Table.from_batches([batch])
                yield rows.filter(_among(rows, wanted))

    def extend(self, commits: pa.Table, least: int = KEPT_OUT) -> int:
        """Add the rows of shards where so many are not in the index; return how many were added.

        `commits` are all of the table: their `partition` and the column of this kind. Only the holder of the
        lock may call this, and what follows.
        """
        shards, names = committed_shards(commits, self.kind), self._names()
        with ThreadPoolExecutor(_IO_THREADS) as pool:
            held = dict(zip(names, pool.map(self._held_by, names), strict=True))
        kept = {name for name in names if _is_kept(held[name], shards)}
        lacking = shards.keys() - {index for name in kept for index in _counting(held[name] or {}, shards)}
        if not lacking or len(lacking) < least:
            return 0
        for name in names:
            if name not in kept and held[name] is not None:
                self.files.delete(name)
        return self._add(commits.filter(_among(commits, lacking)))

    def sweep(self, commits: pa.Table) -> int:
        """Delete files that are damaged, of another version, or count too little; return how many."""
        shards = committed_shards(commits, self.kind)
        names = self._names()
        for name in names:
            content = self._content(name)
            if content is None or not _is_kept(self._held(io.BytesIO(content)), shards):
                self.files.delete(name)
        return len(names) - len(self._names())

    def _add(self, commits: pa.Table) -> int:
        n_shards = 0
        for shards, rows in _as_files(self._read_shards(commits)):
            out = io.BytesIO()
            with pq.ParquetWriter(out, rows.schema, compression="zstd", write_statistics=False) as writer:
                writer.write_table(rows)
                writer.add_key_value_metadata({_SHARDS: json.dumps(shards)})
            content = out.getvalue()
            self.files.write(f"{self.folder}/{_digest(content)}.parquet", content)
            n_shards += len(shards)
        return n_shards

    def _read_shards(self, commits: pa.Table) -> Iterator[tuple[_Shards, pa.Table]]:
        """Yield which shards were read, a few at a time, and their rows."""
        with ThreadPoolExecutor(_IO_THREADS) as pool:
            for batch in commits.select(["partition", self.kind]).to_batches(_BATCH):
                few = batch.to_pylist()
                read = zip(few, pool.map(self._read, few), strict=True)
                found = [(commit, rows) for commit, rows in read if rows is not None]
                if found:  # kept as one piece: a table of a single row takes ten kilobytes
                    shards = {commit["partition"]: commit[self.kind]["sha256"] for commit, _ in found}
                    yield shards, pa.concat_tables([rows for _, rows in found]).combine_chunks()

    def _read(self, commit: dict[str, Any]) -> pa.Table | None:
        """Return the rows of a shard; None where it is damaged, which `verify` and whoever opens it tell."""
        try:
            return read_light_rows(self.files, self.kind, commit["partition"], commit[self.kind])
        except (OSError, pa.ArrowException) as error:
            name = f"{self.kind}/{part(commit['partition'])}.parquet"
            log.warning("%s: stays out of the row index: %s", self.files.shown(name), error)
            return None

    def _names(self) -> list[str]:
        return [f"{self.folder}/{name}" for name in self.files.names(self.folder, ".parquet")]

    def _content(self, name: str) -> bytes | None:
        """Return a file whole; None where it is damaged, or was deleted just now by a writer."""
        try:
            content = self.files.read(name)
            if name.endswith(f"/{_digest(content)}.parquet"):
                return content
            problem = "its content is not what was written"
        except FileNotFoundError:
            return None
        except OSError as error:
            problem = str(error)
        log.warning(
            "%s: %s. Its shards are opened instead. `vlcorpus clean` deletes it, and a run makes it anew.",
            self.files.shown(name),
            problem,
        )
        return None

    def _held_by(self, name: str) -> _Shards | None:
        """Return what a file says that it holds, without reading the rows; None where it cannot be read.

        It may be a fault of the network: `sweep`, which looks at all of a file, deletes what is damaged.
        """
        try:
            with self.files.fs.open_input_file(self.files.path(name)) as stream:
                return self._held(stream)
        except OSError:
            return None

    def _held(self, file: io.BytesIO | pa.NativeFile) -> _Shards | None:
        """Return the shards of an index file: none where it is of another version, None of no such file."""
        try:
            found = pq.ParquetFile(file)
            said = found.metadata.metadata.get(_SHARDS, b"{}")
            shards = {int(partition): sha256 for partition, sha256 in json.loads(said).items()}
        except (OSError, ValueError, pa.ArrowException):
            return None
        return shards if found.schema_arrow.equals(LIGHT[self.kind]) else {}


def committed_shards(commits: pa.Table, kind: Kind) -> _Shards:
    """Return the sha256 of each shard by its partition. A partition without rows has none."""
    there = commits.filter(pc.is_valid(commits[kind]))
    sha256 = pc.struct_field(there[kind], "sha256")
    return dict(zip(there["partition"].to_pylist(), sha256.to_pylist(), strict=True))


def _among(rows: pa.Table, partitions: Collection[int]) -> pa.ChunkedArray:
    return pc.is_in(rows["partition"], pa.array(sorted(partitions), pa.int64()))


def _counting(held: _Shards, committed: _Shards) -> Iterator[int]:
    """Yield the partitions of which a file holds the shard that is committed."""
    return (partition for partition, sha256 in held.items() if committed.get(partition) == sha256)


def _is_kept(held: _Shards | None, committed: _Shards) -> bool:
    if not held:
        return False
    return 2 * len(list(_counting(held, committed))) >= len(held)


def _as_files(pieces: Iterator[tuple[_Shards, pa.Table]]) -> Iterator[tuple[_Shards, pa.Table]]:
    """Join pieces until they have the rows of a file."""
    shards: _Shards = {}
    tables: list[pa.Table] = []
    n_rows = 0
    for of_piece, rows in pieces:
        shards |= of_piece
        tables.append(rows)
        n_rows += len(rows)
        if n_rows >= _FILE_ROWS:
            yield shards, pa.concat_tables(tables)
            shards, tables, n_rows = {}, [], 0
    if shards:
        yield shards, pa.concat_tables(tables)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
