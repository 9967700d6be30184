"""A table of vectors for tests of global steps: topics, and in each some vectors that are nearly equal."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.pipelines.runtime.dag import Table
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.stage import Chain


@dataclass(slots=True, kw_only=True)
class VectorRow(Row):
    size: int
    vector: bytes


@dataclass(frozen=True)
class Planted(Source):
    """`sizes[p]` rows in partition p. Every fifth row is a near copy of the row before it."""

    sizes: tuple[int, ...]
    dimensions: int = 32
    topics: int = 12
    cosine: float = 0.97

    def list_items(self) -> list[Item]:
        return [Item(key=f"{n:05d}", uri="", n_bytes=0, n_rows=size) for n, size in enumerate(self.sizes)]

    def partitions(self, items: list[Item]) -> list[Partition]:
        return [Partition(n, (item,)) for n, item in enumerate(items)]

    def parameters(self) -> dict:
        return {"sizes": list(self.sizes), "cosine": self.cosine}

    def read(self, partition: Partition) -> Iterator[VectorRow]:
        start = sum(self.sizes[: partition.index])
        for number, vector in enumerate(self.vectors()[start : start + self.sizes[partition.index]], start):
            yield VectorRow.origin(
                "planted", f"{number:06d}", None, size=1 + number % 7, vector=pack(vector[None])[0]
            )

    def vectors(self) -> np.ndarray:
        """Return all vectors, (n, d) float32 of length 1."""
        rng = np.random.default_rng(7)
        n = sum(self.sizes)
        topics = unit(rng.standard_normal((self.topics, self.dimensions)))
        noise = 0.15 * rng.standard_normal((n, self.dimensions))
        own = unit(topics[rng.integers(self.topics, size=n)] + noise)
        away = rng.standard_normal((n, self.dimensions))
        for row in range(4, n, 5):
            off = away[row] - (away[row] @ own[row - 1]) * own[row - 1]
            own[row] = self.cosine * own[row - 1] + (1 - self.cosine**2) ** 0.5 * off / np.linalg.norm(off)
        return own.astype(np.float32)


def planted(*sizes: int, **options) -> Table:
    return Table("rows", Chain(Planted(sizes, **options), ()), row=VectorRow)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
