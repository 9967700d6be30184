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

A commit counts where the file has its name, its form, and the fingerprint and a partition of the table. Every
other file, and a checkpoint of which one page is damaged, is told of and counts for nothing.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.tables.checkpoints import Checkpoints, name_of
from vlcorpus.catalogs.tables.commits import COMMITS, Commit
from vlcorpus.catalogs.tables.control_files import Damage, DamagedFile, read_control_file
from vlcorpus.catalogs.tables.storage import Storage

LOOSE = "commits"
KEPT_LOOSE = 500  # ours: so many JSON files are read in a tenth of a second
_BATCH_ROWS = 1024  # commits that are objects at a time
_IO_THREADS = 16  # object stores answer in tens of milliseconds; commits are many and small
_LOOKS = 5  # a reader beside a writer
_NAME_OF_LOOSE = re.compile(r"part-[0-9]{5,18}\.json")
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
class Owner:
    """The table whose commits they are."""

    fingerprint: str
    end: int | None  # the numbers of its partitions are below it; None: the table does not say

    def objection(self, partition: int, fingerprint: str) -> str | None:
        """Return why a commit is none of the table's."""
        if fingerprint != self.fingerprint:
            return "it was made by another configuration, or is of another table"
        if self.end is not None and partition >= self.end:
            return f"the table has no partition {partition}"
        return None

    def owns(self, commits: pa.Table) -> pa.ChunkedArray:
        owned = pc.equal(commits["fingerprint"], self.fingerprint)
        return owned if self.end is None else pc.and_(owned, pc.less(commits["partition"], self.end))


@dataclass(frozen=True)
class CommitLog:
    """The commits in the folder of a table. `owner` says, after the listing, whose they must be."""

    files: Storage
    owner: Callable[[], Owner | None] = lambda: None

    @cached_property
    def _checkpoints(self) -> Checkpoints:
        return Checkpoints(self.files)

    def read(self, columns: Collection[str] = COMMITS.names) -> pa.Table:
        """Return columns of all commits, by partition."""
        return self._look(lambda: self._read(tuple(columns)))

    def batches(self, columns: Collection[str] = COMMITS.names) -> Iterator[pa.Table]:
        """Yield columns of all commits, some thousands at a time, in no order of partitions."""
        old, fresh = self._look(self._opened)
        for batch in chain(old, (fresh,)):
            if len(batch):
                yield batch.select(list(columns))

    def commits(self) -> Iterator[Commit]:
        """Yield the commits by partition, few of them in memory as objects."""
        for batch in self.read().to_batches(_BATCH_ROWS):
            yield from map(Commit.from_record, batch.to_pylist())

    def get(self, index: int) -> Commit | None:
        """Return the commit of one partition; of a checkpoint, only its neighbours are read."""
        return self._look(lambda: self._get_loose(index, self.owner()) or self._get_old(index))

    def get_loose(self, index: int) -> Commit | None:
        """Return the commit of a partition that was to be made by this run, and so is in no checkpoint.

        Whose it is, the caller looks at.
        """
        return self._get_loose(index, None)

    def write(self, commit: Commit) -> None:
        self.files.write(_loose(commit.partition), commit.to_json())

    def damages(self) -> list[Damage]:
        """Return the files that are no commits of the table, or vouch for nothing."""
        return self._look(self._damages)

    def set_aside_damages(self) -> int:
        """Put away what `damages` returns; return how many there were. Only for the holder of the lock."""
        damages, newest = self.damages(), self._newest()
        if name_of(newest) in {damage.name for damage in damages}:
            old = self._old(newest, COMMITS.names)
            if len(old):  # sound, with commits of others in it
                self._write(newest, old)
            else:  # older ones first: what was dropped since must not come back
                for name in sorted(self._checkpoints.names()):
                    Damage(self.files, name, "").set_aside()
        for damage in damages:
            damage.set_aside()
        return len(damages)

    def compact(self, least: int = KEPT_LOOSE) -> int:
        """Write a checkpoint where at least so many commits are in none; return how many were.

        Their JSON files stay. Only the holder of the lock may call this, and what follows.
        """
        loose, newest = self._loose(), self._newest()
        old = self._old(newest, COMMITS.names)
        fresh = self._as_table(sorted(loose - _partitions(old)))
        if not len(fresh) or len(fresh) < least:
            return 0
        self._write(newest, pa.concat_tables([old, fresh]).sort_by("partition"))
        return len(fresh)

    def sweep(self) -> int:
        """Delete the JSON files that a checkpoint covers, and older checkpoints; return how many files.

        Call it while no worker is at work.
        """
        newest = self._newest()
        covered = _partitions(self._old(newest, ("partition",)))
        old = [name for name in self._checkpoints.names() if name != name_of(newest)]
        return self._delete([*map(_loose, self._loose() & covered), *old])

    def drop(self, partitions: Collection[int]) -> None:
        """Take commits back, for good: first out of the checkpoint, then as files."""
        newest, gone = self._newest(), pa.array(sorted(partitions), pa.int64())
        old = self._old(newest, COMMITS.names)
        stays = old.filter(pc.invert(pc.is_in(old["partition"], gone)))
        if len(stays) < len(old):
            self._write(newest, stays)
        self._delete(map(_loose, partitions))

    def _read(self, columns: tuple[str, ...]) -> pa.Table:
        loose = self._loose()
        wanted = tuple(dict.fromkeys(("partition", *columns)))
        old = self._old(self._newest(), wanted)
        fresh = sorted(loose - _partitions(old))
        if not fresh:
            return old.select(columns)  # its order is that in which it was written
        together = pa.concat_tables([old, self._as_table(fresh).select(wanted)])
        return together.sort_by("partition").select(columns)

    def _opened(self) -> tuple[Iterator[pa.Table], pa.Table]:
        """Return the commits of the newest checkpoint, batch by batch, and those that are in none."""
        loose, newest, owner = self._loose(), self._newest(), self.owner()
        covered: set[int] = set()
        old: Iterator[pa.Table] = iter(())
        try:
            for batch in self._checkpoints.pages(newest):  # all of it is sound, or none of it counts
                covered |= _partitions(self._owned(batch, owner))
            pages = self._checkpoints.pages(newest)
            first = next(pages, COMMITS.empty_table())  # opened now: what is open can be deleted
            old = (self._owned(batch, owner) for batch in chain((first,), pages))
        except DamagedFile as damaged:
            covered = set()
            damaged.damage.tell()
        return old, self._as_table(sorted(loose - covered))

    def _get_loose(self, index: int, owner: Owner | None) -> Commit | None:
        found = self._judged(index, owner) if self.files.exists(_loose(index)) else None
        if isinstance(found, Damage):
            found.tell()
            return None
        return found

    def _get_old(self, index: int) -> Commit | None:
        found = self._old(self._newest(), COMMITS.names, pc.field("partition") == index)
        return Commit.from_record(found.to_pylist()[0]) if found.num_rows else None

    def _as_table(self, partitions: list[int]) -> pa.Table:
        """Return the commits that are in JSON files, those that can be believed."""
        found, damages = self._fresh(partitions)
        for damage in damages:
            damage.tell()
        return pa.Table.from_pylist([commit.to_record() for commit in found], schema=COMMITS)

    def _fresh(self, partitions: Iterable[int]) -> tuple[list[Commit], list[Damage]]:
        owner = self.owner()
        with ThreadPoolExecutor(_IO_THREADS) as pool:
            found = list(pool.map(lambda index: self._judged(index, owner), partitions))
        commits = [one for one in found if isinstance(one, Commit)]
        return commits, [one for one in found if isinstance(one, Damage)]

    def _judged(self, index: int, owner: Owner | None) -> Commit | Damage:
        name = _loose(index)
        try:
            commit = read_control_file(self.files, name, Commit)
        except DamagedFile as damaged:
            return damaged.damage
        if commit.partition != index:
            return Damage(self.files, name, f"it is the commit of partition {commit.partition}")
        why = owner.objection(index, commit.fingerprint) if owner else None
        return Damage(self.files, name, why) if why else commit

    def _damages(self) -> list[Damage]:
        names, newest = self.files.names(LOOSE), self._newest()
        found = [
            Damage(self.files, f"{LOOSE}/{name}", "it is not named as a commit is")
            for name in names
            if not _is_loose(name)
        ]
        found += self._checkpoints.strays()
        covered: set[int] = set()
        owner, n_foreign = self.owner(), 0
        try:
            for batch in self._checkpoints.pages(newest):
                owned = self._owned(batch, owner)
                covered |= _partitions(owned)
                n_foreign += len(batch) - len(owned)
        except DamagedFile as damaged:
            covered, n_foreign = set(), 0
            found.append(damaged.damage)
        if n_foreign:
            why = f"{n_foreign:,} of its commits are of another table or configuration"
            found.append(Damage(self.files, name_of(newest), why))
        return found + self._fresh(sorted(self._loose() - covered))[1]

    def _loose(self) -> set[int]:
        return {index_of_name(name) for name in self.files.names(LOOSE, ".json") if _is_loose(name)}

    def _newest(self) -> int:
        """Return the number of the newest checkpoint, -1 where there is none."""
        return self._checkpoints.newest()

    def _old(self, number: int, columns: Collection[str], filters: pc.Expression | None = None) -> pa.Table:
        """Return columns of the table's commits in a checkpoint, by partition; none where it is damaged."""
        wanted = list(dict.fromkeys(("partition", "fingerprint", *columns)))
        try:
            found = self._checkpoints.read(number, wanted, filters)
        except DamagedFile as damaged:
            damaged.damage.tell()
            return COMMITS.empty_table().select(list(columns))
        return self._owned(found, self.owner()).select(list(columns))

    def _owned(self, commits: pa.Table, owner: Owner | None) -> pa.Table:
        return commits.filter(owner.owns(commits)) if owner else commits

    def _write(self, newest: int, commits: pa.Table) -> None:
        self._checkpoints.write(newest, commits, self._delete)

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


def _partitions(commits: pa.Table) -> set[int]:
    return set(commits["partition"].to_pylist())


def _is_loose(name: str) -> bool:
    return bool(_NAME_OF_LOOSE.fullmatch(name)) and f"{part(index_of_name(name))}.json" == name


def _loose(index: int) -> str:
    return f"{LOOSE}/{part(index)}.json"
