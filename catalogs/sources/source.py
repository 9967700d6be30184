"""The contract of a source: it lists itself, splits the list into partitions, and reads one partition.

The split depends on the listing alone, never on the number of workers: the same input gives the same
partitions, and partition 42 of a resumed run is partition 42 of the first one.
"""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property

import pyarrow as pa

from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Upstream, YieldedT_co


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a source lists: a file, a row group, a WARC, a committed shard."""

    key: str  # relative to the source's root, unique in the source
    uri: str  # where it lies, without credentials
    n_bytes: int
    stamp: str = ""  # changes when the content does: modification time, etag, sha256
    n_rows: int | None = None  # rows and rejections it yields, where the listing knows it
    input: int = 0  # which of the source's inputs it was found in


@dataclass(frozen=True, slots=True)
class Partition:
    """The unit of work, of retry, of resume and of commit."""

    index: int
    items: tuple[Item, ...]

    @property
    def n_bytes(self) -> int:
        return sum(item.n_bytes for item in self.items)

    @property
    def label(self) -> str:
        """Return a name for messages: `partition 42 (a.pdf … z.pdf)`."""
        keys = [item.key for item in self.items]
        return f"partition {self.index} ({keys[0] if len(keys) == 1 else f'{keys[0]} … {keys[-1]}'})"


@dataclass(frozen=True)
class Source(ABC, Upstream[YieldedT_co]):
    """Where raw inputs come from. Its fields are its parameters, and all of it that travels to a worker."""

    @property
    def name(self) -> str:
        """Return what stands as the stage of the rejections it makes."""
        return type(self).__name__

    def items(self) -> list[Item]:
        """Return everything there is, sorted by key. Listed once per object.

        Raises ConfigError where there is nothing to read.
        """
        return list(self._listing)

    @cached_property
    def _listing(self) -> list[Item]:
        return self.list_items()

    @abstractmethod
    def list_items(self) -> list[Item]:
        """Make the listing that `items` keeps."""

    @abstractmethod
    def partitions(self, items: list[Item]) -> list[Partition]:
        """Split the listing. Deterministic; knows nothing of workers."""

    def licences(self) -> dict[str, str]:
        """Return what is said of the licences of sources whose rows it reads, by their names."""
        return {}

    def memory_bytes(self, partitions: list[Partition]) -> int:
        """Return what reading one of them may hold, for a scheduler to reserve; 0 where it is little."""
        return 0

    @abstractmethod
    def read(self, partition: Partition) -> Iterator[YieldedT_co | Rejection | pa.RecordBatch]:
        """Yield the rows of a partition one by one; an item that cannot be read is a Rejection.

        A source of decisions, behind which no stage stands, yields Arrow batches of them, a row group each.
        """

    @abstractmethod
    def parameters(self) -> dict:
        """Return, in JSON's types, the parameters that decide what is read and how it is split."""

    def describe(self) -> dict:
        """Return the source's part of the table's fingerprint: parameters, and a digest of what it lists."""
        items = self.items()
        return {
            "kind": self.name,
            **self.parameters(),
            "n_items": len(items),
            "n_bytes": sum(item.n_bytes for item in items),
            "listing_sha256": listing_digest(items),
        }

    def __getstate__(self) -> dict:
        return {f.name: getattr(self, f.name) for f in fields(self)}


def listing_digest(items: Iterable[Item]) -> str:
    """Return the sha256 of keys, sizes, stamps and row counts: another one means that the input changed."""
    digest = hashlib.sha256()
    for item in items:
        digest.update(json.dumps([item.key, item.n_bytes, item.stamp, item.n_rows]).encode() + b"\n")
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
