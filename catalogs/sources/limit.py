"""The first rows of a source, for a look at a few before a run on all."""

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limited(Source):
    """The first `limit` rows and rejections of `inner`, by key: the same for any number of workers.

    The listing is cut, and its last item stands for the rows that are still wanted. An item that does not say
    how many rows it holds (a WARC, a page, a tar without a ledger) is read for that when it is listed, as far
    as rows are still wanted: what a limited run reads of such items it reads twice.
    """

    inner: Source
    limit: int

    def __post_init__(self):
        if self.limit < 1:
            raise ConfigError(
                f"limit={self.limit}: a limit is at least 1 row. Leave it out to read everything."
            )

    @property
    def name(self) -> str:
        return self.inner.name

    def list_items(self) -> list[Item]:
        kept, wanted = [], self.limit
        for item in self.inner.items():
            if not wanted:
                break
            n_rows = self._count(item, wanted) if item.n_rows is None else min(item.n_rows, wanted)
            kept.append(replace(item, n_rows=n_rows))
            wanted -= n_rows
        return kept

    def partitions(self, items: list[Item]) -> list[Partition]:
        return self.inner.partitions(items)

    def read(self, partition: Partition) -> Iterator[Row | Rejection]:
        """Yield the first rows of each item's share; a partition's items together hold its share."""
        share = sum(item.n_rows or 0 for item in partition.items)
        with closing(self.inner.read(partition)) as rows:
            yield from islice(rows, share)

    def licences(self) -> dict[str, str]:
        return self.inner.licences()

    def parameters(self) -> dict:
        return {**self.inner.parameters(), "limit": self.limit}

    def _count(self, item: Item, wanted: int) -> int:
        """Return how many rows and rejections an item gives, by reading it; at most `wanted`.

        Raises EnvironmentFailure where another run may find more.
        """
        n_rows = 0
        with closing(self.inner.read(Partition(0, (item,)))) as rows:
            for row in islice(rows, wanted):
                n_rows += 1
                if isinstance(row, Rejection) and row.retryable:
                    raise EnvironmentFailure(f"{row.detail}. The limit counts its rows: run again.")
        log.info("%s: %d rows, counted for the limit", item.key, n_rows)
        return n_rows
