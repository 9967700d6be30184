"""The contract of a source: it lists itself, splits the list into partitions, and reads one partition.

The split depends on the listing alone, never on the number of workers: the same input gives the same
partitions. A source whose list grows keeps the partitions it has: `catalogs/sources/growth.py`.
"""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import groupby, islice

import pyarrow as pa

from vlcorpus.schemas.needs import Need
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Upstream, YieldedT_co


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a source lists (a file, a row group, a WARC, a committed shard), or a piece of one.

    Limits, and sources of large items, cut an item into pieces: `first_row` and `stop` say which of its rows
    and rejections are meant.
    """

    key: str  # relative to the source's root, unique in the source
    uri: str  # where it lies, without credentials
    n_bytes: int
    stamp: str = ""  # changes when the content does: modification time, etag, sha256
    n_rows: int | None = None  # rows and rejections it yields, where the listing knows it
    input: int = 0  # which of the source's inputs it was found in
    first_row: int = 0  # the rows before it belong to another piece
    stop: int | None = None  # the row before which the piece ends; None: it ends with the item
    first_byte: int = 0  # where a piece begins that can be read from there; 0: read from the item's beginning

    def as_read(self) -> "Item":
        """Return what is read for the sake of this piece: the item from its `first_byte` on, or all of it.

        It has at least the rows up to the end of the piece.
        """
        if self.first_byte:
            return replace(self, stop=None)
        n_rows = None if self.n_rows is None else self.first_row + self.n_rows
        return replace(self, first_row=0, stop=None, n_rows=n_rows)


@dataclass(frozen=True, slots=True)
class Partition:
    """The unit of work, of retry, of resume and of commit."""

    index: int
    items: tuple[Item, ...]

    @property
    def n_bytes(self) -> int:
        return sum(item.n_bytes for item in self.items)

    @property
    def made_of(self) -> str:
        """Return a digest of the items: a commit keeps it, so that it shows when they are others now."""
        return listing_digest(self.items)

    @property
    def label(self) -> str:
        """Return a name for messages: `partition 42 (a.pdf … z.pdf)`."""
        keys = [item.key for item in self.items]
        named = f" ({keys[0] if len(keys) == 1 else f'{keys[0]} … {keys[-1]}'})" if keys else ""
        return f"partition {self.index}{named}"


@dataclass(frozen=True)
class Source(ABC, Upstream[YieldedT_co]):
    """Where raw inputs come from. Its fields are its parameters, and all of it that travels to a worker."""

    @property
    def name(self) -> str:
        """Return what stands as the stage of the rejections it makes."""
        return type(self).__name__

    @property
    def needs(self) -> tuple[Need, ...]:
        """Return the packages of extras and the programs that it uses, under its parameters."""
        return ()

    def items(self) -> list[Item]:
        """Return what is to be read, sorted by key. Listed once per object.

        Raises ConfigError where there is nothing to read.
        """
        return list(self._listing)

    @cached_property
    def _listing(self) -> list[Item]:
        return self.list_items()

    @abstractmethod
    def list_items(self) -> list[Item]:
        """Make the listing that `items` keeps."""

    def everything(self) -> list[Item]:
        """Return all there is, also beyond a limit."""
        return self.items()

    def admit(self, fresh: list[Item], held: list[Item]) -> list[Item]:
        """Return those of the `fresh` items that are to be read when the table has `held` already."""
        return fresh

    @abstractmethod
    def partitions(self, items: list[Item]) -> list[Partition]:
        """Split the listing. Deterministic; knows nothing of workers."""

    def recut(self, pieces: list[Item]) -> list[Item | None]:
        """Return pieces of an item that is another now, as they are best read; None for one that is left out.

        All pieces of the item that are listed come, by their rows; together they have the same rows after it.
        """
        return list(pieces)

    def licences(self) -> dict[str, str | None]:
        """Return by their names the licences of sources whose rows it reads; None where nothing is said."""
        return {}

    def memory_bytes(self, partitions: list[Partition]) -> int:
        """Return what reading one of them may hold, for a scheduler to reserve; 0 where it is little."""
        return 0

    @abstractmethod
    def read(self, partition: Partition) -> Iterator[YieldedT_co | Rejection | pa.RecordBatch]:
        """Yield the rows of a partition one by one; an item that cannot be read is a Rejection.

        A source of decisions, behind which no stage stands, yields Arrow batches of them, a row group each.
        The items reach to their ends, and have a `first_row` only where the source gave them a `first_byte`:
        of pieces of items, `rows` takes what is theirs.
        """

    def rows(self, partition: Partition) -> Generator[YieldedT_co | Rejection | pa.RecordBatch]:
        """Yield the rows of a partition that may hold pieces of items.

        A piece without a `first_byte` is read from the beginning of its item, for only there it is known what
        its rows are; what lies before it is passed over.
        """
        for is_read_as_it_is, items in groupby(partition.items, key=lambda item: item == item.as_read()):
            if is_read_as_it_is:
                yield from self.read(Partition(partition.index, tuple(items)))
                continue
            for item in items:
                read = item.as_read()
                stop = None if item.stop is None else item.stop - read.first_row
                with closing(self.rows(Partition(partition.index, (read,)))) as found:
                    yield from islice(found, item.first_row - read.first_row, stop)

    @abstractmethod
    def parameters(self) -> dict:
        """Return, in JSON's types, the parameters that decide what an item's rows are.

        Which items there are is none of them: a source may grow.
        """

    def describe(self) -> dict:
        """Return the source's part of the table's fingerprint."""
        return {"kind": self.name, **self.parameters()}

    def __getstate__(self) -> dict:
        return {f.name: getattr(self, f.name) for f in fields(self)}


def listing_digest(items: Iterable[Item]) -> str:
    """Return the sha256 of keys, sizes, stamps and rows: another one means that the input changed."""
    digest = hashlib.sha256()
    for item in items:
        told = [item.key, item.n_bytes, item.stamp, item.n_rows, item.first_row, item.stop]
        digest.update(json.dumps(told).encode() + b"\n")
    return digest.hexdigest()


def split(items: Iterable[Item], *, max_items: int, max_bytes: int) -> list[Partition]:
    """Cut the listing, in order, into partitions of at most `max_items` items and `max_bytes` bytes.

    An item larger than `max_bytes` is a partition of its own.
    """
    groups: list[list[Item]] = []
    n_bytes = 0
    for item in items:
        if not groups or len(groups[-1]) == max_items or n_bytes + item.n_bytes > max_bytes:
            groups.append([])
            n_bytes = 0
        groups[-1].append(item)
        n_bytes += item.n_bytes
    return [Partition(index, tuple(group)) for index, group in enumerate(groups)]
