"""Which clusters are nearest to each cluster: k² comparisons, in blocks of clusters."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import find_clusters, n_clusters
from vlcorpus.pipelines.steps.columns import batch
from vlcorpus.pipelines.steps.cost import Cost
from vlcorpus.pipelines.steps.step import Step
from vlcorpus.schemas.clusters import NearClusters
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.stages.clusters.density import NEIGHBOURS
from vlcorpus.stages.clusters.neighbours import Neighbours, neighbours

# Clusters of a task: as many as FAISS 1.15 multiplies at a time, so that a block has the bits that it has in
# the whole (of vectors of 32 numbers or more; of shorter ones the last bits of a distance differ).
BLOCK = 4096
NEAR_BYTES = 100  # what a cluster takes in a shard: ten numbers and distances


@dataclass(frozen=True)
class FindNeighbours(Step):
    """A task per block of clusters; the last one takes what is left, up to two blocks."""

    centroids: TableStore

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        k = n_clusters(n)
        tasks = n_blocks(k)
        return Cost.of(
            tasks=tasks,
            rows=k,
            flops=2 * d * k * k,
            read=tasks * k * 2 * d,
            written=k * NEAR_BYTES,
            held=10 * k * d,  # the vectors as read, as float32, and FAISS's copy
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        found = find_clusters(self.centroids)
        tasks = n_blocks(len(found.centroids.lower)) if found else 1
        return [Partition(block, tuple(items)) for block in range(tasks)]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        found = find_clusters(self.centroids)
        if found is None:
            return
        centroids = found.centroids.lower
        k, start = len(centroids), partition.index * BLOCK
        stop = start + BLOCK if partition.index + 1 < n_blocks(k) else k
        near = neighbours(centroids, NEIGHBOURS, start, stop)
        yield batch(
            NearClusters,
            cluster=np.arange(start, stop),
            others=_lists(near.number, pa.int64()),
            distances=_lists(near.distance, pa.float32()),
        )


def n_blocks(k: int) -> int:
    return max(1, k // BLOCK)


def read_neighbours(table: TableStore) -> Neighbours:
    """Return what `FindNeighbours` committed of clusters of which there is at least one."""
    parts = []
    for index in sorted(table.committed()):
        with table.open_shard(index) as shard:
            rows = shard.read(["others", "distances"])
        flat = [rows[name].combine_chunks().flatten().to_numpy() for name in ("others", "distances")]
        parts.append([values.reshape(len(rows), len(values) // len(rows)) for values in flat])
    return Neighbours(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def _lists(values: np.ndarray, of: pa.DataType) -> pa.Array:
    """Return (n, m) as n lists of m."""
    n, m = values.shape
    offsets = pa.array(np.arange(n + 1) * m, pa.int32())
    return pa.ListArray.from_arrays(offsets, pa.array(values.ravel(), of))
