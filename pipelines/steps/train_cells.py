"""The upper cells in which clusters are made and looked for, of a few vectors of all partitions."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import cut_buckets, n_clusters, sample_size
from vlcorpus.pipelines.steps.columns import batch, sample_vectors
from vlcorpus.pipelines.steps.cost import OPEN_S, Cost, n_partitions
from vlcorpus.pipelines.steps.step import Step, items_of, n_rows_of
from vlcorpus.schemas.dedup import Cell
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.schemas.vectors import column, unpack
from vlcorpus.stages.dedup.centroids import (
    ITERATIONS,
    MAX_POINTS,
    n_cells,
    n_trained,
    nearest_cells,
    train_cells,
)

FROM_PARTITION = 16  # ours: vectors of a partition at least, if any, so that fewer are opened
SAMPLED_ROWS = 125_000  # ours: vectors that a task trains on, 128 MB of 512 numbers
MAX_TASKS = 16  # ours: every task that looks for clusters opens what each of them made


@dataclass(frozen=True)
class TrainCells(Step):
    """One task, of 256 vectors for each of √k cells; `seed` decides which."""

    table: TableStore
    column: str
    members: int | None = None  # members of a cluster, about; default: by the number of vectors
    seed: int = 0

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        cells = n_cells(n_clusters(n, self.members))
        sample = min(n, MAX_POINTS * cells)
        opened = min(n_partitions(n), sample / FROM_PARTITION)
        n_bytes = sample * 2 * d
        return Cost.of(
            tasks=1,
            rows=sample,
            flops=sample * 2 * d * cells * (1 + ITERATIONS),
            read=n_bytes,
            written=cells * 2 * d,
            held=4 * n_bytes,
            spent_s=opened * OPEN_S,
        )

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = items_of(self.table, partition.items)
        n_rows = n_rows_of(*items)
        if not n_rows:
            return
        n_sampled = sample_size(n_rows, self.members)
        k = n_trained(n_clusters(n_rows, self.members), n_sampled)
        wanted = min(n_rows, MAX_POINTS * n_cells(k))
        sample = sample_vectors(
            self.table, items, self.column, wanted / n_rows, seed=self.seed, least=FROM_PARTITION
        )
        upper = train_cells(sample, k, seed=self.seed)
        size = np.bincount(nearest_cells(upper, sample), minlength=len(upper)) * (n_rows / len(sample))
        yield batch(
            Cell,
            cell=np.arange(len(upper)),
            size=size,
            task=cut_buckets(size, n_tasks(n_sampled)),
            vector=column(upper),
        )


def n_tasks(n_sampled: int) -> int:
    """Return how many tasks train clusters on so many vectors."""
    return min(MAX_TASKS, ceil(n_sampled / SAMPLED_ROWS))


@dataclass(frozen=True)
class Cells:
    """A committed table of cells, of which there is at least one."""

    task: np.ndarray  # (c,) int32: the task that makes clusters of each
    vectors: np.ndarray  # (c, d) float32
    n_rows: int  # how many rows the table has that is clustered

    @property
    def n_tasks(self) -> int:
        return int(self.task.max()) + 1

    @classmethod
    def find(cls, table: TableStore) -> "Cells | None":
        """Return what `TrainCells` committed; None where there was nothing to cluster."""
        if not table.commit_of(0).rows:
            return None
        with table.open_shard(0) as shard:
            rows = shard.read(["size", "task", "vector"])
        n_rows = round(float(rows["size"].to_numpy().sum(dtype=np.float64)))
        return cls(rows["task"].to_numpy(), unpack(rows["vector"]).astype(np.float32), n_rows)
