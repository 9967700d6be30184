"""Which visual region each picture of a table lies in."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from catalogs.sources.source import Item, Partition
from catalogs.table import TableStore
from pipelines.steps.columns import batch, read_columns
from pipelines.steps.step import Step, items_of, one_by_one
from pipelines.steps.train_centroids import read_clusters
from schemas.regions import Member
from schemas.vectors import unpack
from stages.dedup.centroids import nearest_clusters


@dataclass(frozen=True)
class AssignRegions(Step):
    """The region of each row of `table`, in its order and partitions."""

    table: TableStore
    clusters: TableStore
    column: str

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items_of(self.table, items))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        (item,) = partition.items
        clusters = read_clusters(self.clusters)
        if not item.n_rows or clusters is None:
            return
        rows = read_columns(self.table, item, "id", self.column)
        region, similarity = nearest_clusters(unpack(rows[self.column]), clusters.centroids, 1)
        yield batch(Member, id=rows["id"], region=region[:, 0], similarity=np.minimum(similarity[:, 0], 1))
