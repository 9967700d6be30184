"""What its region means for each row: how much it weighs, and how many captions are wanted of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from catalogs.sources.source import Item, Partition
from catalogs.table import TableStore
from pipelines.steps.columns import batch, read_columns, read_whole
from pipelines.steps.step import Step, items_of, one_by_one
from schemas.regions import Place, Region, RegionRequest


@dataclass(frozen=True)
class RegionFacts:
    """The table of regions, and what is requested of them, by region."""

    density: np.ndarray
    weight: np.ndarray
    sparse: np.ndarray
    budget: np.ndarray
    views: np.ndarray

    @classmethod
    def read(cls, regions: TableStore, requests: TableStore | None = None) -> "RegionFacts":
        """Read what one task committed; without rows, there are no regions."""
        names = ("density", "weight", "sparse", "budget")
        rows = read_whole(regions, Region, *names)
        views = np.zeros(len(rows), np.int32)
        if requests:
            wanted = read_whole(requests, RegionRequest, "region", "views")
            views[wanted["region"].to_numpy()] = wanted["views"].to_numpy()
        return cls(*(rows[name].to_numpy() for name in names), views)


@dataclass(frozen=True)
class PlaceRows(Step):
    """The place of each row of `members`, in its order and partitions."""

    members: TableStore
    regions: TableStore
    requests: TableStore

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items_of(self.members, items))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        (item,) = partition.items
        if not item.n_rows:
            return
        facts = RegionFacts.read(self.regions, self.requests)
        rows = read_columns(self.members, item, "id", "region", "similarity")
        region = rows["region"].to_numpy()
        yield batch(
            Place,
            id=rows["id"],
            region=region,
            similarity=rows["similarity"],
            density=facts.density[region],
            weight=facts.weight[region],
            sparse=facts.sparse[region],
            views=facts.views[region],
        )
