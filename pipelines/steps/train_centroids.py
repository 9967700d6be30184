"""Make clusters of the vectors of a table, inside some cells: k-means over a sample of their vectors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import n_clusters, sample_size
from vlcorpus.pipelines.steps.columns import batch, read_bucket
from vlcorpus.pipelines.steps.cost import GROUP_FOOTER_BYTES, Cost
from vlcorpus.pipelines.steps.fill_buckets import n_maps
from vlcorpus.pipelines.steps.step import Step, items_of, n_rows_of
from vlcorpus.pipelines.steps.train_cells import Cells, n_tasks
from vlcorpus.schemas.dedup import Centroid
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.schemas.vectors import column, unpack
from vlcorpus.stages.dedup.centroids import ITERATIONS, n_trained, train_inside

HELD = 2.5  # times the bytes of a task's vectors: as read, as an array, and as float32 where a cell is large


@dataclass(frozen=True)
class TrainCentroids(Step):
    """A task per run of cells: it reads the vectors that were drawn of them, and nothing else."""

    version: ClassVar[str] = "2"

    cells: TableStore
    sampled: TableStore
    members: int | None = None  # members of a cluster, about; default: by the number of vectors
    seed: int = 0

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        k, sample = n_clusters(n, self.members), sample_size(n, self.members)
        tasks = n_tasks(sample)
        n_bytes = sample * 2 * d
        return Cost.of(
            tasks=tasks,
            rows=sample,
            flops=sample * 2 * d * k**0.5 * ITERATIONS,
            read=n_bytes + n_maps(n) * tasks * tasks * GROUP_FOOTER_BYTES,
            written=k * 2 * d,
            held=HELD * n_bytes / tasks,
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        cells = Cells.find(self.cells)
        return [Partition(task, tuple(items)) for task in range(cells.n_tasks if cells else 1)]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        cells = Cells.find(self.cells)
        if cells is None:
            return
        items = [item for item in items_of(self.sampled, partition.items) if item.n_rows]
        n_sampled = n_rows_of(*items)
        rows = read_bucket(self.sampled, items, partition.index)
        cell, vectors = rows["cell"].to_numpy(), unpack(rows["vector"])
        del rows
        order = np.argsort(cell, kind="stable")
        share = n_trained(n_clusters(cells.n_rows, self.members), n_sampled) / n_sampled
        upper = np.flatnonzero(cells.task == partition.index)
        start, stop = (np.searchsorted(cell[order], upper, side) for side in ("left", "right"))
        lower, size = zip(
            *(
                train_inside(cells.vectors, c, vectors[order[low:high]], share, seed=self.seed)
                for c, low, high in zip(upper.tolist(), start, stop, strict=True)
            ),
            strict=True,
        )
        of_all = np.float32(cells.n_rows / n_sampled)
        yield _batch(True, upper, np.array([part.sum() for part in size]) * of_all, cells.vectors[upper])
        cell = np.repeat(upper, list(map(len, lower)))
        yield _batch(False, cell, np.concatenate(size) * of_all, np.concatenate(lower))


def _batch(upper: bool, cell: np.ndarray, size: np.ndarray, vectors: np.ndarray) -> pa.RecordBatch:
    return batch(Centroid, upper=np.full(len(cell), upper), cell=cell, size=size, vector=column(vectors))
