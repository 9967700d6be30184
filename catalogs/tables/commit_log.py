"""The commits of a table: one JSON file each while they are new, a Parquet checkpoint of all that are older.

    <table>/commits/part-00042.json          written by a worker, the moment the partition is done
    <table>/checkpoints/00000007.parquet     all commits up to a moment; the newest one counts

What is true is the newest checkpoint, and the JSON files of partitions it does not hold. Only the one writer
that has the lock compacts: it writes a new checkpoint, whole or not at all, and then deletes the older ones.
The JSON files it covers stay as long as workers are at work (by them a worker that is asked again sees that
the partition is done) and are deleted at the next start, or at the end of the table. To take commits back,
a checkpoint without them is written first; then their JSON files go. Killed at any point, every partition
is either committed as it was or not committed. A reader lists the JSON files before it opens the checkpoint:
what is compacted in between, it finds there; what is deleted under its hands makes it look again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.commits import COMMITS, Commit, as_commits
from vlcorpus.catalogs.tables.storage import Storage

LOOSE = "commits"
CHECKPOINTS = "checkpoints"
KEPT_LOOSE = 500  # ours: so many JSON files are read in a tenth of a second
_GROUP_ROWS = 4096  # rows of a checkpoint that are read to look one commit up
_BATCH_ROWS = 1024  # commits that are objects at a time
_IO_THREADS = 16  # object stores answer in tens of milliseconds; commits are many and small
_LOOKS = 5  # a reader beside a writer
_Found = TypeVar("_Found")


def part(index: int) -> str:
    """Return the name of a partition's files: a function of its index, so that a retry overwrites.

    Names of a hundred thousand and more are longer: partitions are sorted by number, never by name.
    """
    return f"part-{index:05d}"


def index_of_name(name: str) -> int:
    """Return the partition that a file or an item `…part-00042…` is named for."""
    return int(name.rpartition("part-")[2].split(".")[0])


@dataclass(frozen=True)
class CommitLog:
    """The commits in the folder of a table."""

    files: Storage

    def read(self, columns: Collection[str] = COMMITS.names) -> pa.Table:
        """Return columns of all commits, by partition."""
        return self._look(lambda: self._read(tuple(columns)))

    def batches(self, columns: Collection[str] = COMMITS.names) -> Iterator[pa.Table]:
        """Yield columns of all commits, some thousands at a time, in no order of partitions."""
        stream, fresh = self._look(self._opened)
        if stream is not None:
            with stream:
                for batch in pq.ParquetFile(stream).iter_batches(_GROUP_ROWS, columns=list(columns)):
                    yield as_commits(pa.Table.from_batches([batch]))
        if len(fresh):
            yield fresh.select(list(columns))

    def commits(self) -> Iterator[Commit]:
        """Yield the commits by partition, few of them in memory as objects."""
        for batch in self.read().to_batches(_BATCH_ROWS):
            yield from map(Commit.from_record, batch.to_pylist())

    def get(self, index: int) -> Commit | None:
        """Return the commit of one partition; of a checkpoint, only its neighbours are read."""
        return self._look(lambda: self.get_loose(index) or self._get_old(index))

    def get_loose(self, index: int) -> Commit | None:
        """Return the commit of a partition that was to be made by this run, and so is in no checkpoint."""
        name = _loose(index)
        return Commit.from_json(self.files.read(name)) if self.files.exists(name) else None

    def write(self, commit: Commit) -> None:
        self.files.write(_loose(commit.partition), commit.to_json())

    def compact(self, least: int = KEPT_LOOSE) -> int:
        """Write a checkpoint where at least so many commits are in none; return how many were.

        Their JSON files stay. Only the holder of the lock may call this, and what follows.
        """
        loose, newest = self._loose(), self._newest()
        old = self._checkpoint(newest, COMMITS.names)
        fresh = sorted(loose - set(old["partition"].to_pylist()))
        if not fresh or len(fresh) < least:
            return 0
        self._write(newest, pa.concat_tables([old, self._as_table(fresh)]).sort_by("partition"))
        return len(fresh)

    def sweep(self) -> int:
        """Delete the JSON files that a checkpoint covers, and older checkpoints; return how many files.

        Call it while no worker is at work.
        """
        newest = self._newest()
        covered = set(self._checkpoint(newest, ("partition",))["partition"].to_pylist())
        old = [name for name in self._checkpoints() if name != _checkpoint(newest)]
        return self._delete([*map(_loose, self._loose() & covered), *old])

    def drop(self, partitions: Collection[int]) -> None:
        """Take commits back, for good: first out of the checkpoint, then as files."""
        newest, gone = self._newest(), pa.array(sorted(partitions), pa.int64())
        old = self._checkpoint(newest, COMMITS.names)
        stays = old.filter(pc.invert(pc.is_in(old["partition"], gone)))
        if len(stays) < len(old):
            self._write(newest, stays)
        self._delete(map(_loose, partitions))

    def _read(self, columns: tuple[str, ...]) -> pa.Table:
        loose = self._loose()
        wanted = tuple(dict.fromkeys(("partition", *columns)))
        old = self._checkpoint(self._newest(), wanted)
        fresh = sorted(loose - set(old["partition"].to_pylist()))
        if not fresh:
            return old.select(columns)  # in order, as it was written
        together = pa.concat_tables([old, self._as_table(fresh).select(wanted)])
        return together.sort_by("partition").select(columns)

    def _opened(self) -> tuple[pa.NativeFile | None, pa.Table]:
        """Return the newest checkpoint, open, and the commits that are in none."""
        loose, newest = self._loose(), self._newest()
        covered = set(self._checkpoint(newest, ("partition",))["partition"].to_pylist())
        fresh = self._as_table(sorted(loose - covered))
        stream = self.files.fs.open_input_file(self.files.path(_checkpoint(newest))) if newest >= 0 else None
        return stream, fresh

    def _get_old(self, index: int) -> Commit | None:
        found = self._checkpoint(self._newest(), COMMITS.names, pc.field("partition") == index)
        return Commit.from_record(found.to_pylist()[0]) if found.num_rows else None

    def _as_table(self, partitions: list[int]) -> pa.Table:
        with ThreadPoolExecutor(_IO_THREADS) as pool:
            contents = pool.map(lambda index: self.files.read(_loose(index)), partitions)
            records = [Commit.from_json(content).to_record() for content in contents]
        return pa.Table.from_pylist(records, schema=COMMITS)

    def _loose(self) -> set[int]:
        return {index_of_name(name) for name in self.files.names(LOOSE, ".json")}

    def _checkpoints(self) -> list[str]:
        return [f"{CHECKPOINTS}/{name}" for name in self.files.names(CHECKPOINTS, ".parquet")]

    def _newest(self) -> int:
        """Return the number of the newest checkpoint, -1 where there is none."""
        return max((int(name.rpartition("/")[2].split(".")[0]) for name in self._checkpoints()), default=-1)

    def _checkpoint(
        self, number: int, columns: Collection[str], filters: pc.Expression | None = None
    ) -> pa.Table:
        if number < 0:
            return COMMITS.empty_table().select(list(columns))
        with self.files.fs.open_input_file(self.files.path(_checkpoint(number))) as stream:
            found = pq.read_table(stream, columns=list(columns), filters=filters, pre_buffer=False)
        return as_commits(found)

    def _write(self, newest: int, commits: pa.Table) -> None:
        """Write the next checkpoint, by partition; then, and only then, delete those before it."""
        former = self._checkpoints()
        with self.files.open_write(_checkpoint(newest + 1)) as stream:
            pq.write_table(commits, stream, row_group_size=_GROUP_ROWS, compression="zstd")
        self._delete(former)

    def _delete(self, names: Iterable[str]) -> int:
        with ThreadPoolExecutor(_IO_THREADS) as pool:
            return len(list(pool.map(self.files.delete, names)))

    def _look(self, look: Callable[[], _Found]) -> _Found:
        """Look again where the writer has just deleted what it had compacted."""
        for _ in range(_LOOKS - 1):
            try:
                return look()
            except FileNotFoundError:
                continue
        return look()


def _loose(index: int) -> str:
    return f"{LOOSE}/{part(index)}.json"


def _checkpoint(number: int) -> str:
    return f"{CHECKPOINTS}/{number:08d}.parquet"
