"""Which visual cluster each image of a table lies in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import find_clusters, held_bytes, n_clusters
from vlcorpus.pipelines.steps.columns import batch, read_columns
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, HEX_ID_BYTES, Cost, look_flops, per_row
from vlcorpus.pipelines.steps.step import Step, one_by_one
from vlcorpus.schemas.clusters import VisualMember
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.schemas.vectors import unpack
from vlcorpus.stages.dedup.centroids import PROBED, nearest_clusters


@dataclass(frozen=True)
class AssignClusters(Step):
    """The cluster of each row of `table`, in its order and partitions; -1 where there are no clusters."""

    table: TableStore
    centroids: TableStore
    column: str

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        flops = look_flops(n_clusters(n), d, PROBED)
        cost = per_row(n, read=2 * d + HEX_ID_BYTES, written=DECISION_BYTES, flops=flops)
        return replace(cost, task_bytes=cost.task_bytes + held_bytes(n, d))

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items, self.table, whole=(self.centroids,))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        item, *_ = partition.items
        if not item.n_rows:
            return
        rows = read_columns(self.table, item, "id", self.column)
        if clusters := find_clusters(self.centroids):
            cluster, similarity = nearest_clusters(unpack(rows[self.column]), clusters.centroids, 1)
        else:  # a pool beside an input of which nothing is left
            cluster, similarity = np.full((len(rows), 1), -1), np.zeros((len(rows), 1))
        yield batch(
            VisualMember, id=rows["id"], cluster=cluster[:, 0], similarity=np.minimum(similarity[:, 0], 1)
        )
