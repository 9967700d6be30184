"""Bring together the vectors that are to be compared: each goes to its cluster's bucket, and to a second one.

The map side of a shuffle: a task reads some partitions, and writes one shard in which every bucket is a row
group. Source of the second cluster: docs/measurements.md §2, where it finds 99 of 100 pairs instead of 95.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import ClassVar

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import Clusters, held_bytes, n_clusters, read_clusters
from vlcorpus.pipelines.steps.columns import batch, packed_ids, parse_ids, positions, read_columns
from vlcorpus.pipelines.steps.cost import BUCKET_BYTES, HEX_ID_BYTES, Cost, look_flops
from vlcorpus.pipelines.steps.step import Step, by_rows, items_of, n_rows_of
from vlcorpus.schemas.dedup import BucketRow
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.schemas.row import ID_BYTES
from vlcorpus.schemas.vectors import column, unpack
from vlcorpus.stages.dedup.centroids import PROBED, nearest_clusters

MAP_ROWS = 125_000  # ours: 128 MB of 512 numbers
MAX_MAPS = 1000  # ours: every bucket's task opens every shard
CLUSTERS_LOOKED_AT = 2


def n_maps(n_rows: int) -> int:
    return ceil(n_rows / max(MAP_ROWS, n_rows // MAX_MAPS))


def map_tasks(rows: list[Item], whole: list[Item]) -> list[Partition]:
    """Return the tasks over the partitions of a table; each of them reads the items `whole` too."""
    tasks = by_rows(rows, max(MAP_ROWS, n_rows_of(*rows) // MAX_MAPS))
    return [replace(task, items=(*task.items, *whole)) for task in tasks]


@dataclass(frozen=True)
class FillBuckets(Step):
    """`score` names the columns whose product says who stays of two duplicates."""

    version: ClassVar[str] = "2"

    table: TableStore
    clusters: TableStore
    column: str
    score: tuple[str, ...]
    signature: str | None = None  # a column of numbers: rows that differ in it are never duplicates
    words: str | None = None  # a column of `content_words`: two fillings of one template are no duplicates

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        tasks = n_maps(n)
        return Cost.of(
            tasks=tasks,
            rows=CLUSTERS_LOOKED_AT * n,
            flops=n * look_flops(n_clusters(n), d, PROBED),
            read=n * (2 * d + HEX_ID_BYTES),
            written=CLUSTERS_LOOKED_AT * n * (2 * d + BUCKET_BYTES),
            held=1.5 * n / tasks * 2 * d + held_bytes(n, d),
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        return map_tasks(items_of(self.table, items), items_of(self.clusters, items))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = [item for item in items_of(self.table, partition.items) if item.n_rows]
        if items:
            clusters = read_clusters(self.clusters)
            rows = self._rows(items, clusters)
            yield from rows.by_bucket(clusters)

    def _rows(self, items: list[Item], clusters: Clusters) -> "_Rows":
        rows = _Rows.empty(n_rows_of(*items), clusters.centroids.lower.shape[1])
        end = 0
        for item in items:
            guards = [name for name in (self.signature, self.words) if name]
            part = read_columns(self.table, item, "id", self.column, *self.score, *guards)
            here = slice(end, end := end + n_rows_of(item))
            rows.vectors[here] = unpack(part[self.column])
            nearest, _ = nearest_clusters(rows.vectors[here], clusters.centroids, CLUSTERS_LOOKED_AT)
            rows.nearest[here] = nearest
            rows.positions[here] = positions(item)
            rows.ids[here] = parse_ids(part["id"])
            rows.signatures[here] = part[self.signature].to_numpy() if self.signature else 0
            rows.words[here] = part[self.words].to_pylist() if self.words else b""
            rows.scores[here] = np.prod([part[name].to_numpy().astype(float) for name in self.score], axis=0)
        return rows


@dataclass(frozen=True)
class _Rows:
    """Rows of some partitions."""

    vectors: np.ndarray  # (n, d) float16
    nearest: np.ndarray  # (n, CLUSTERS_LOOKED_AT) int32, -1 for none
    positions: np.ndarray  # (n,) int64
    ids: np.ndarray  # (n, 16) uint8
    scores: np.ndarray  # (n,) float32
    signatures: np.ndarray  # (n,) uint64
    words: np.ndarray  # (n,) bytes, as objects

    @classmethod
    def empty(cls, n: int, d: int) -> "_Rows":
        return cls(
            np.empty((n, d), np.float16),
            np.empty((n, CLUSTERS_LOOKED_AT), np.int32),
            np.empty(n, np.int64),
            np.empty((n, ID_BYTES), np.uint8),
            np.empty(n, np.float32),
            np.empty(n, np.uint64),
            np.full(n, b"", object),
        )

    def by_bucket(self, clusters: Clusters) -> Iterator[pa.RecordBatch]:
        """Yield a batch per bucket, its rows by cluster."""
        cluster = self.nearest.ravel()
        bucket = np.where(cluster >= 0, clusters.bucket[cluster], -1)
        order = np.lexsort((cluster, bucket))
        borders = np.searchsorted(bucket[order], np.arange(clusters.n_buckets + 1))
        for number, (start, end) in enumerate(pairwise(borders)):
            entries = order[start:end]
            if not len(entries):
                continue
            row, level = np.divmod(entries, CLUSTERS_LOOKED_AT)
            yield batch(
                BucketRow,
                bucket=np.full(len(row), number),
                cluster=cluster[entries],
                own=level == 0,
                position=self.positions[row],
                id=packed_ids(self.ids[row]),
                score=self.scores[row],
                signature=self.signatures[row],
                words=self.words[row],
                vector=column(self.vectors[row]),
            )
