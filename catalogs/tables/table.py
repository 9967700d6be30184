"""A table on disk: partitions of Parquet, their rejects and their commits, under one fingerprint.

<table>/_table.json                   what the table is: pipeline, row type, fingerprint
<table>/partitions/00000000.parquet   which inputs lie in which partition, of a table of inputs
<table>/data/part-00042.parquet       rows
<table>/rejects/part-00042.parquet    rows that left early
<table>/commits/part-00042.json       the truth: this partition is done
<table>/checkpoints/00000007.parquet  the same of many partitions: catalogs/tables/commit_log.py
<table>/index/…                       light columns of many rows, a cache: catalogs/tables/row_index.py
<table>/attempts/part-00042.1         an attempt began: catalogs/tables/attempts.py
<table>/damaged/                      control files that were set aside: catalogs/tables/control_files.py
"""

import json
import logging
import re
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from shutil import rmtree as delete_folder

import pyarrow.compute as pc
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.attempts import ATTEMPTS, Attempts
from vlcorpus.catalogs.tables.checkpoints import CHECKPOINTS
from vlcorpus.catalogs.tables.commit_log import LOOSE, CommitLog, Owner, part
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.control_files import DAMAGED, Damage, DamagedFile, read_control_file
from vlcorpus.catalogs.tables.row_index import KEPT_OUT, RowIndex
from vlcorpus.catalogs.tables.shards import ShardFacts, write_shard
from vlcorpus.catalogs.tables.storage import Storage, split_options
from vlcorpus.schemas.arrow import from_record
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row_types import find_row_type
from vlcorpus.schemas.sample import Sample

log = logging.getLogger(__name__)

LAYOUT = 2  # bump when files move or change their meaning
READABLE = (1, LAYOUT)  # layout 1 holds import paths for names, and no list of partitions
MANIFEST = "_table.json"
RUNS = "_runs"
DELETED = "_deleted-"  # names of tables begin with it whose deletion was not finished
PARTITIONS = "partitions"  # the list of them: catalogs/sources/partition_list.py
NAME = re.compile(r"[a-z0-9_-]+")  # names of tables and of domains: they are names in SQL too
_LEFT_INDICES_OUT = ("JoinRows", "WantViews")  # sources whose tables have fewer partitions than indices


@dataclass(frozen=True)
class Manifest:
    """What a table directory belongs to."""

    pipeline: str
    table: str
    row: str  # name and version of the row's type, `sample/1`; in layout 1 an import path
    fingerprint: str
    describes: dict  # what the fingerprint is the hash of
    n_partitions: int
    layout: int = LAYOUT
    index_end: int | None = None  # the indices of partitions are below it; None: made before it was told

    def to_json(self) -> bytes:
        return json.dumps(self.__dict__, indent=1, ensure_ascii=False).encode()

    def row_type(self) -> type:
        """Return the dataclass of the rows. Raises ConfigError where this installation does not have it."""
        return find_row_type(self.row)

    def owner(self) -> Owner:
        """Return whose the commits beside it must be."""
        kind = self.describes.get("source", {}).get("kind")
        untold = None if kind in _LEFT_INDICES_OUT else self.n_partitions
        return Owner(self.fingerprint, self.index_end if self.index_end is not None else untold)


@dataclass(frozen=True)
class TableStore:
    """Read and write the table at `uri`."""

    uri: str

    @cached_property
    def files(self) -> Storage:
        return Storage(self.uri)

    @cached_property
    def log(self) -> CommitLog:
        return CommitLog(self.files, self._owner)

    def __getstate__(self) -> dict:
        return {"uri": self.uri}

    @property
    def name(self) -> str:
        return split_options(self.uri)[0].rstrip("/").rsplit("/", 1)[-1]

    def manifest(self) -> Manifest:
        """Return what the table is. Raises ConfigError where there is no table."""
        found = self.find_manifest()
        if found is None:
            raise ConfigError(
                f"{self.uri}: there is no table. Run the pipeline that makes it, or name another folder."
            )
        return found

    def find_manifest(self) -> Manifest | None:
        """Return what the table is, or None where nothing was made yet; tell of one that is damaged.

        Raises ConfigError for a table of another layout.
        """
        try:
            return self._manifest()
        except DamagedFile as damaged:
            damaged.damage.tell()
            return None

    def damages(self) -> list[Damage]:
        """Return its control files that vouch for nothing. The list of partitions looks after itself."""
        try:
            manifest = self._manifest()
        except DamagedFile as damaged:
            return [damaged.damage]
        has_commits = self.files.names(LOOSE) or self.files.names(CHECKPOINTS)
        if manifest is None:
            return [Damage(self.files, MANIFEST, "it is not there, and commits are")] if has_commits else []
        return self.log.damages()

    def set_aside_damages(self) -> int:
        """Put away what `damages` returns; return how many files. Only for the holder of the lock."""
        try:
            self._manifest()
        except DamagedFile as damaged:
            damaged.damage.set_aside()
            return 1
        return self.log.set_aside_damages()

    def _manifest(self) -> Manifest | None:
        if not self.files.exists(MANIFEST):
            return None
        manifest = read_control_file(self.files, MANIFEST, Manifest)
        if manifest.layout not in READABLE:
            raise ConfigError(
                f"{self.uri}: made with table layout {manifest.layout}, this version reads up to {LAYOUT}. "
                "Use the version that made it."
            )
        for name in (manifest.pipeline, manifest.table):
            if not NAME.fullmatch(name):
                raise DamagedFile(Damage(self.files, MANIFEST, "a name in it is not of a-z, 0-9, _ and -"))
        return manifest

    def _owner(self) -> Owner | None:
        manifest = self.find_manifest()
        return manifest.owner() if manifest else None

    def committed(self) -> list[int]:
        """Return the indices of the committed partitions, ascending."""
        return self.log.read(("partition",))["partition"].to_pylist()

    def commits(self) -> Iterator[Commit]:
        """Yield the commits by partition."""
        return self.log.commits()

    def commit_of(self, index: int) -> Commit:
        """Return the commit of a partition. Raises ConfigError where it is not committed."""
        found = self.find_commit(index)
        if found is None:
            raise ConfigError(f"{self.uri}: partition {index} is not committed")
        return found

    def find_commit(self, index: int) -> Commit | None:
        return self.log.get(index)

    def made_of(self) -> dict[int, str]:
        """Return by committed partition the digest of what it was made of."""
        columns = self.log.read(("partition", "made_of"))
        return dict(zip(columns["partition"].to_pylist(), columns["made_of"].to_pylist(), strict=True))

    def rejected_for(self, reasons: Collection[str]) -> set[int]:
        """Return the committed partitions that hold a reject for one of the reasons."""
        commits = self.log.read(("partition", "reasons"))
        lines = zip(commits["partition"].to_pylist(), commits["reasons"].to_pylist(), strict=True)
        return {index for index, counted in lines if any(n["n"] and n["reason"] in reasons for n in counted)}

    def absent(self) -> dict[int, Damage]:
        """Return the committed partitions that have a file which is gone or cut, and say which and how.

        The two folders are listed; no file is opened.
        """
        commits = self.log.read(("partition", "data", "rejects"))
        found: dict[int, Damage] = {}
        for kind, path in (("rejects", self.rejects_path), ("data", self.data_path)):
            sizes = self.files.sizes(kind)
            told = pc.struct_field(commits[kind], "bytes").to_pylist()
            for index, n_bytes in zip(commits["partition"].to_pylist(), told, strict=True):
                if n_bytes is None or n_bytes == (size := sizes.get(f"{part(index)}.parquet")):
                    continue
                how = "it is gone" if size is None else f"{size:,} bytes, its commit says {n_bytes:,}"
                found[index] = Damage(self.files, path(index), how)
        return found

    def data_path(self, index: int) -> str:
        return f"data/{part(index)}.parquet"

    def rejects_path(self, index: int) -> str:
        return f"rejects/{part(index)}.parquet"

    def rows(self, index: int, *, batch_rows: int = 64) -> Iterator:
        """Yield the committed rows of a partition as their dataclass, a few at a time in memory."""
        commit = self.find_commit(index)
        if commit is not None and commit.data is not None:
            yield from self.shard_rows(index, batch_rows=batch_rows)

    def shard_rows(self, index: int, *, batch_rows: int = 64) -> Iterator:
        """Yield the rows of a partition that is known to have a shard."""
        row_type = self.manifest().row_type()
        with self.open_shard(index) as shard:
            for batch in shard.iter_batches(batch_size=batch_rows):
                for record in batch.to_pylist():
                    yield from_record(row_type, record)

    @contextmanager
    def open_shard(self, index: int) -> Iterator[pq.ParquetFile]:
        """Open the committed shard of a partition that has rows, to read columns of it as Arrow.

        Raises EnvironmentFailure where it is not there, or not as it was: the table is damaged.
        """
        try:
            with self.files.fs.open_input_file(self.files.path(self.data_path(index))) as stream:
                yield pq.ParquetFile(stream)
        except (OSError, ValueError) as error:  # gone; no Parquet (ArrowInvalid), no UTF-8
            raise EnvironmentFailure(
                f"{self.files.shown(self.data_path(index))}: the shard is committed but cannot be read: "
                f"{error}. Check {self.files.shown()} with `vlcorpus verify`; restore it or make the table "
                "again."
            ) from error

    def create(self, manifest: Manifest) -> None:
        self.files.write(MANIFEST, manifest.to_json())

    @property
    def attempts(self) -> Attempts:
        return Attempts(self.files)

    def write_data(self, index: int, row_type: type, rows: Iterable) -> ShardFacts | None:
        return self._write(self.data_path(index), row_type, rows)

    def write_rejects(self, index: int, rejects: Iterable[Rejection]) -> ShardFacts | None:
        return self._write(self.rejects_path(index), Rejection, rejects)

    def commit(self, commit: Commit) -> None:
        """Make the partition true. Data and rejects must be written."""
        self.log.write(commit)
        self.attempts.end(commit.partition, commit.attempts)

    def drop(self, partitions: Collection[int]) -> None:
        """Take partitions back: first the commits, so that nothing ever vouches for a shard that is gone."""
        self.log.drop(partitions)
        for index in partitions:
            self.files.delete(self.data_path(index))
            self.files.delete(self.rejects_path(index))

    @property
    def indexes(self) -> tuple[RowIndex, RowIndex]:
        """Return the indexes of the rows that statistics count; of rows that are no samples, one is empty."""
        return RowIndex(self.files, "data"), RowIndex(self.files, "rejects")

    def index_rows(self, row_type: type, least: int = KEPT_OUT) -> None:
        """Add rows of shards to an index that lacks so many of them. Call it while holding the lock."""
        commits = self.log.read(("partition", "data", "rejects"))
        for index in self.indexes:
            if index.kind == "rejects" or issubclass(row_type, Sample):
                index.extend(commits, least)

    def delete(self) -> None:
        """Delete the table, commits and all. Killed at any point, nothing is left that another run adopts.

        On a local disk it is out of the way at once, under a name that `sweep_deleted` looks for. An object
        store has no such step: there the commits go first, and the manifest after them.
        """
        if not self.files.exists():
            return
        if self.files.is_local:
            here = self.files.path()
            away = here.removesuffix(self.name) + f"{DELETED}{self.name}-{time.time_ns():x}"
            self.files.fs.move(here, away)
            delete_folder(away)
            return
        for name in (LOOSE, CHECKPOINTS, MANIFEST, ""):
            self.files.delete(name)

    def sweep_temporaries(self) -> int:
        """Delete half-written files of killed writers; return how many. Call it while holding the lock.

        A writer that is still alive then fails to rename its file, and so does not commit.
        """
        folders = ["", PARTITIONS, "data", "rejects", LOOSE, CHECKPOINTS, ATTEMPTS]
        folders += [index.folder for index in self.indexes]
        return sum(map(self.files.sweep_temporaries, folders))

    def sweep(self) -> int:
        """Delete all that is not committed, notes of attempts too, and what is of no use in the indexes.

        Return how many files. Not for the start of a run: a worker of a driver that was killed may be about
        to commit.
        """
        swept = self.sweep_temporaries()
        committed = set(map(part, self.committed()))
        for folder in ("data", "rejects", ATTEMPTS, DAMAGED):
            for name in self.files.names(folder):
                if name.split(".")[0] not in committed:
                    self.files.delete(f"{folder}/{name}")
                    swept += 1
        commits = self.log.read(("partition", "data", "rejects"))
        return swept + sum(index.sweep(commits) for index in self.indexes)

    def _write(self, name: str, row_type: type, rows: Iterable) -> ShardFacts | None:
        """Write a shard, or make sure that there is none where there are no rows."""
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            self.files.delete(name)
            return None
        with self.files.open_write(name) as stream:
            return write_shard(stream, row_type, chain([first], rows))
