"""Bring together the vectors that clusters are trained on: each goes to the task of its cell.

The map side of a shuffle, as `FillBuckets` is: a task reads some partitions, and writes a row group per task.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import n_clusters, sample_size
from vlcorpus.pipelines.steps.columns import batch, draw_vectors
from vlcorpus.pipelines.steps.cost import Cost
from vlcorpus.pipelines.steps.fill_buckets import map_tasks, n_maps
from vlcorpus.pipelines.steps.step import Step, items_of
from vlcorpus.pipelines.steps.train_cells import Cells
from vlcorpus.schemas.dedup import SampledVector
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.schemas.vectors import column
from vlcorpus.stages.dedup.centroids import n_cells, nearest_cells


@dataclass(frozen=True)
class SampleCells(Step):
    """64 vectors of each cluster, or `MAX_SAMPLE` of all, each with its cell."""

    table: TableStore
    cells: TableStore
    column: str
    members: int | None = None
    seed: int = 0

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        sample, tasks = sample_size(n, self.members), n_maps(n)
        n_bytes = sample * 2 * d
        return Cost.of(
            tasks=tasks,
            rows=sample,
            flops=sample * 2 * d * n_cells(n_clusters(n, self.members)),
            read=n_bytes,
            written=n_bytes,
            held=2 * n_bytes / tasks,
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        return map_tasks(items_of(self.table, items), items_of(self.cells, items))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        cells = Cells.find(self.cells)
        if cells is None:
            return
        items = items_of(self.table, partition.items)
        fraction = sample_size(cells.n_rows, self.members) / cells.n_rows
        drawn = draw_vectors(self.table, items, self.column, fraction, seed=self.seed + 1)
        # A partition at a time: the bits of a product may depend on how many vectors are multiplied.
        found = [(nearest_cells(cells.vectors, vectors), vectors) for _, _, vectors in drawn]
        if not found:
            return
        cell, vectors = (np.concatenate(part) for part in zip(*found, strict=True))
        del found
        order = np.argsort(cell, kind="stable")
        task = cells.task[cell[order]]
        for number in range(cells.n_tasks):
            mine = order[task == number]
            if len(mine):
                yield batch(
                    SampledVector,
                    task=np.full(len(mine), number),
                    cell=cell[mine],
                    vector=column(vectors[mine]),
                )
