"""What its region means for each row: how much it weighs, and how many captions are wanted of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, read_columns, read_whole
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, Cost, per_row
from vlcorpus.pipelines.steps.step import Step, items_of, one_by_one
from vlcorpus.schemas.clusters import Place, Region, RegionRequest
from vlcorpus.stages.clusters.weights import weights


@dataclass(frozen=True)
class RegionFacts:
    """The table of regions, by region."""

    n: np.ndarray
    density: np.ndarray
    sparse: np.ndarray
    budget: np.ndarray

    @classmethod
    def read(cls, regions: TableStore) -> "RegionFacts":
        rows = read_whole(regions, Region, "n", "density", "sparse", "budget")
        return cls(*(rows[name].to_numpy() for name in rows.column_names))


@dataclass(frozen=True)
class Places:
    """What a region means for its rows when it is filled, by region."""

    density: np.ndarray
    weight: np.ndarray
    sparse: np.ndarray
    views: np.ndarray

    @classmethod
    def read(cls, regions: TableStore, requests: TableStore, max_weight: float) -> "Places":
        facts = RegionFacts.read(regions)
        asked = read_whole(requests, RegionRequest, "region", "from_pool", "views")
        filled, views = (np.zeros(len(facts.n), np.int32) for _ in range(2))
        filled[asked["region"].to_numpy()] = asked["from_pool"].to_numpy()
        views[asked["region"].to_numpy()] = asked["views"].to_numpy()
        density = facts.density * (facts.n + filled) / np.maximum(1, facts.n)
        return cls(density, weights(density, max_weight=max_weight), facts.sparse, views)


@dataclass(frozen=True)
class PlaceRows(Step):
    """The place of each row of `members`, in its order and partitions."""

    members: TableStore
    regions: TableStore
    requests: TableStore
    max_weight: float

    def cost(self, n: int, d: int) -> Cost:
        return per_row(n, read=DECISION_BYTES, written=DECISION_BYTES)

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items_of(self.members, items))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        (item,) = partition.items
        if not item.n_rows:
            return
        places = Places.read(self.regions, self.requests, self.max_weight)
        rows = read_columns(self.members, item, "id", "region", "similarity")
        region = rows["region"].to_numpy()
        yield batch(
            Place,
            id=rows["id"],
            region=region,
            similarity=rows["similarity"],
            density=places.density[region],
            weight=places.weight[region],
            sparse=places.sparse[region],
            views=places.views[region],
        )
