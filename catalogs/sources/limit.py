"""The first rows of a source: a trial before a run on all, and for a look at a few."""

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice

import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import YieldedT_co

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limited(Source[YieldedT_co]):
    """The first `limit` rows and rejections of `inner`, by key: the same for any number of workers.

    The listing is cut, and of its last item only a piece is taken. A later run with another limit, or with
    none, goes on behind that piece, so a limit is no parameter of the table. An item that does not say how
    many rows it holds (a WARC, a page, a tar without a ledger) is read for that when it is listed, as far
    as rows are still wanted: what a limited run reads of such items it reads twice.
    """

    inner: Source[YieldedT_co]
    limit: int

    def __post_init__(self) -> None:
        if self.limit < 1:
            raise ConfigError(
                f"limit={self.limit}: a limit is at least 1 row. Leave it out to read everything."
            )

    @property
    def name(self) -> str:
        return self.inner.name

    def list_items(self) -> list[Item]:
        return self.admit(self.everything(), [])

    def everything(self) -> list[Item]:
        return self.inner.items()

    def admit(self, fresh: list[Item], held: list[Item]) -> list[Item]:
        """Return the first of the `fresh` items, the last one cut, that make up the limit beside `held`."""
        wanted = self.limit
        admitted: list[Item] = []
        for item in held:
            if not wanted:
                return []
            wanted -= self._cut(item, wanted)[1]
        for item in fresh:
            if not wanted:
                break
            piece, n_rows = self._cut(item, wanted)
            admitted.append(piece)
            wanted -= n_rows
        return admitted

    def partitions(self, items: list[Item]) -> list[Partition]:
        return self.inner.partitions(items)

    def recut(self, pieces: list[Item]) -> list[Item | None]:
        return self.inner.recut(pieces)

    def memory_bytes(self, partitions: list[Partition]) -> int:
        return self.inner.memory_bytes(partitions)

    def read(self, partition: Partition) -> Iterator[YieldedT_co | Rejection | pa.RecordBatch]:
        return self.inner.rows(partition)

    def licences(self) -> dict[str, str | None]:
        return self.inner.licences()

    def parameters(self) -> dict:
        return self.inner.parameters()

    def _cut(self, item: Item, wanted: int) -> tuple[Item, int]:
        """Return the piece of an item with at most `wanted` rows and rejections, and how many these are."""
        n_rows = self._count(item, wanted) if item.n_rows is None else item.n_rows
        if n_rows < wanted or item.n_rows == wanted:
            return replace(item, n_rows=n_rows), n_rows
        return replace(item, n_rows=wanted, stop=item.first_row + wanted), wanted

    def _count(self, item: Item, wanted: int) -> int:
        """Return how many rows and rejections an item gives, by reading it; at most `wanted`.

        Raises EnvironmentFailure where another run may find more.
        """
        n_rows = 0
        with closing(self.inner.rows(Partition(0, (item,)))) as rows:
            for row in islice(rows, wanted):
                n_rows += 1
                if isinstance(row, Rejection) and row.retryable:
                    raise EnvironmentFailure(f"{row.detail}. The limit counts its rows: run again.")
        log.info("%s: %d rows, counted for the limit", item.key, n_rows)
        return n_rows
