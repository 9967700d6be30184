"""Bring together the vectors that are to be compared: each goes to its cluster's bucket, and to a second one.

The map side of a shuffle: a task reads some partitions, and writes one shard in which every bucket is a row
group. Source of the second cluster: reference/facts.md, where it finds 99 of 100 pairs instead of 95.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from catalogs.sources.source import Item, Partition
from catalogs.table import TableStore
from pipelines.steps.columns import batch, packed_ids, parse_ids, positions, read_columns
from pipelines.steps.step import Step, by_rows, items_of
from pipelines.steps.train_centroids import Clusters, read_clusters
from schemas.dedup import BucketRow
from schemas.vectors import column, unpack
from stages.dedup.centroids import nearest_clusters

MAP_ROWS = 250_000  # ours: 256 MB of 512 numbers, and as much of guests
MAX_MAPS = 1000  # ours: every bucket's task opens every shard
CLUSTERS_LOOKED_AT = 2


@dataclass(frozen=True)
class FillBuckets(Step):
    """`score` names the columns whose product says who stays of two duplicates."""

    table: TableStore
    clusters: TableStore
    column: str
    score: tuple[str, ...]

    def partitions(self, items: list[Item]) -> list[Partition]:
        items = items_of(self.table, items)
        n_rows = sum(item.n_rows for item in items)
        return by_rows(items, max(MAP_ROWS, n_rows // MAX_MAPS))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = [item for item in partition.items if item.n_rows]
        if not items:
            return
        clusters = read_clusters(self.clusters)
        shards = [_Shard.read(self, item, clusters) for item in items]
        whole = _Shard(*(np.concatenate(parts) for parts in zip(*(s.arrays() for s in shards), strict=True)))
        del shards
        yield from whole.by_bucket(clusters)


@dataclass(frozen=True)
class _Shard:
    """Rows of some partitions."""

    vectors: np.ndarray  # (n, d) float16
    nearest: np.ndarray  # (n, CLUSTERS_LOOKED_AT) int32, -1 for none
    positions: np.ndarray
    ids: np.ndarray  # (n, 16) uint8
    scores: np.ndarray

    @classmethod
    def read(cls, step: FillBuckets, item: Item, clusters: Clusters) -> "_Shard":
        rows = read_columns(step.table, item, "id", step.column, *step.score)
        vectors = unpack(rows[step.column])
        scores = np.prod([rows[name].to_numpy().astype(np.float64) for name in step.score], axis=0)
        nearest, _ = nearest_clusters(vectors, clusters.centroids, CLUSTERS_LOOKED_AT)
        return cls(vectors, nearest, positions(item), parse_ids(rows["id"]), scores)

    def arrays(self) -> tuple[np.ndarray, ...]:
        return self.vectors, self.nearest, self.positions, self.ids, self.scores

    def by_bucket(self, clusters: Clusters) -> Iterator[pa.RecordBatch]:
        """Yield a batch per bucket, its rows by cluster."""
        cluster = self.nearest.ravel()
        bucket = np.where(cluster >= 0, clusters.bucket[cluster], -1)
        order = np.lexsort((cluster, bucket))
        starts = np.searchsorted(bucket[order], np.arange(clusters.n_buckets + 1))
        for number in range(clusters.n_buckets):
            entries = order[starts[number] : starts[number + 1]]
            if not len(entries):
                continue
            row = entries // self.nearest.shape[1]
            yield batch(
                BucketRow,
                bucket=np.full(len(row), number),
                cluster=cluster[entries],
                own=entries % self.nearest.shape[1] == 0,
                position=self.positions[row],
                id=packed_ids(self.ids[row]),
                score=self.scores[row],
                vector=column(self.vectors[row]),
            )
