"""Rows to generate: there is no input, only how many, and the seed."""

from collections.abc import Iterator
from dataclasses import dataclass

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.schemas.numbered import NumberedRow

BLOCK_ROWS = 1024  # ours: a few seconds of work, and some tens of megabytes of images


@dataclass(frozen=True, kw_only=True)
class RowNumbers(Source[NumberedRow]):
    """Blocks of row numbers, each a partition, as many as hold `n_rows`; `Limited` cuts the last one.

    Blocks have the same numbers whatever `n_rows` is, so that a table that is to have more rows gets more
    partitions, and keeps those it has.
    """

    source: str  # the name that rows carry
    domain: str
    seed: int
    n_rows: int
    license: str | None = None
    block_rows: int = BLOCK_ROWS

    def list_items(self) -> list[Item]:
        return [
            Item(
                key=f"{self.seed}/{start:012d}",
                uri=f"{self.domain}:{self.seed}",
                n_bytes=0,
                n_rows=self.block_rows,
            )
            for start in range(0, self.n_rows, self.block_rows)
        ]

    def partitions(self, items: list[Item]) -> list[Partition]:
        return [Partition(index, (item,)) for index, item in enumerate(items)]

    def read(self, partition: Partition) -> Iterator[NumberedRow]:
        for item in partition.items:
            start = int(item.key.rpartition("/")[2])
            for number in range(start, start + self.block_rows):
                yield NumberedRow.origin(
                    self.source,
                    f"{self.seed}/{number}",
                    self.license,
                    domain=self.domain,
                    seed=self.seed,
                    number=number,
                )

    def licences(self) -> dict[str, str | None]:
        return {self.source: self.license}

    def parameters(self) -> dict:
        return {
            "source": self.source,
            "domain": self.domain,
            "seed": self.seed,
            "block_rows": self.block_rows,
        }
