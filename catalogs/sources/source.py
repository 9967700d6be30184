"""The contract of a source: it lists itself, splits the list into partitions, and reads one partition.

The split depends on the listing alone, never on the number of workers: the same input gives the same partitions, and
partition 42 of a resumed run is partition 42 of the first one.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.rejection import Rejection
from schemas.row import Row


@dataclass(frozen=True)
class Item:
    """One thing that a source lists: a file, a row group, a WARC, a committed shard."""

    key: str  # relative to the source's root, unique in the source
    uri: str  # where to read it
    n_bytes: int
    stamp: str = ""  # changes when the content does: modification time, etag, sha256
    n_rows: int | None = None  # where the listing knows it


@dataclass(frozen=True)
class Partition:
    """The unit of work, of retry, of resume and of commit."""

    index: int
    items: tuple[Item, ...]

    @property
    def n_bytes(self) -> int:
        return sum(item.n_bytes for item in self.items)


class Source(ABC):
    """Where raw inputs come from."""

    @abstractmethod
    def items(self) -> list[Item]:
        """List everything, sorted by key. Raises ConfigError where there is nothing to read."""

    @abstractmethod
    def partitions(self, items: list[Item]) -> list[Partition]:
        """Split the listing. Deterministic; knows nothing of workers."""

    @abstractmethod
    def read(self, partition: Partition) -> Iterator[Row | Rejection]:
        """Yield the rows of a partition one by one; an item that cannot be read is a Rejection, not an exception."""

    @abstractmethod
    def describe(self) -> dict:
        """Return the parameters that decide what is read: the source's part of the table's fingerprint."""


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
