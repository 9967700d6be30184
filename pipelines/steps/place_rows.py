"""What its cluster means for each row: how much it weighs, and how many captions are wanted of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, read_columns, read_whole
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, Cost, per_row
from vlcorpus.pipelines.steps.step import Step, one_by_one
from vlcorpus.schemas.clusters import ClusterRequest, VisualCluster, VisualPlace
from vlcorpus.stages.clusters.weights import weights


@dataclass(frozen=True)
class ClusterFacts:
    """The table of clusters, by cluster."""

    n_found: np.ndarray
    n: np.ndarray
    density: np.ndarray
    sparse: np.ndarray
    budget: np.ndarray

    @classmethod
    def read(cls, clusters: TableStore) -> "ClusterFacts":
        rows = read_whole(clusters, VisualCluster, "n_found", "n", "density", "sparse", "budget")
        return cls(*(rows[name].to_numpy() for name in rows.column_names))


@dataclass(frozen=True)
class Places:
    """What a cluster means for its rows when it is filled, by cluster."""

    density: np.ndarray
    weight: np.ndarray
    sparse: np.ndarray
    views: np.ndarray

    @classmethod
    def read(cls, clusters: TableStore, requests: TableStore, max_weight: float) -> "Places":
        facts = ClusterFacts.read(clusters)
        asked = read_whole(requests, ClusterRequest, "cluster", "from_pool", "views")
        filled, views = (np.zeros(len(facts.n), np.int32) for _ in range(2))
        filled[asked["cluster"].to_numpy()] = asked["from_pool"].to_numpy()
        views[asked["cluster"].to_numpy()] = asked["views"].to_numpy()
        density = facts.density * (facts.n + filled) / np.maximum(1, facts.n)
        return cls(density, weights(density, max_weight=max_weight), facts.sparse, views)


@dataclass(frozen=True)
class PlaceRows(Step):
    """The place of each row of `members`, in its order and partitions."""

    members: TableStore
    clusters: TableStore
    requests: TableStore
    max_weight: float

    def cost(self, n: int, d: int) -> Cost:
        return per_row(n, read=DECISION_BYTES, written=DECISION_BYTES)

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items, self.members, whole=(self.clusters, self.requests))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        item, *_ = partition.items
        if not item.n_rows:
            return
        places = Places.read(self.clusters, self.requests, self.max_weight)
        rows = read_columns(self.members, item, "id", "cluster", "similarity")
        cluster = rows["cluster"].to_numpy()
        yield batch(
            VisualPlace,
            id=rows["id"],
            cluster=cluster,
            similarity=rows["similarity"],
            density=places.density[cluster],
            weight=places.weight[cluster],
            sparse=places.sparse[cluster],
            views=places.views[cluster],
        )
