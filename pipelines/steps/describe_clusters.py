"""Where images are many and where they are few: a row per visual cluster."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import find_clusters, n_clusters
from vlcorpus.pipelines.steps.columns import batch, read_columns
from vlcorpus.pipelines.steps.cost import Cost
from vlcorpus.pipelines.steps.find_neighbours import NEAR_BYTES, read_neighbours
from vlcorpus.pipelines.steps.step import Step, items_of
from vlcorpus.pipelines.steps.tally_clusters import (
    EXEMPLARS,
    TALLY_BYTES,
    TALLY_COLUMNS,
    Tally,
    tallied_rows,
)
from vlcorpus.schemas.clusters import VisualCluster
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.stages.clusters.density import densities
from vlcorpus.stages.clusters.map_layout import map_layout
from vlcorpus.stages.clusters.weights import budgets, weights


@dataclass(frozen=True)
class DescribeClusters(Step):
    """One task: it adds up what was counted of each cluster, and sees all clusters at once."""

    tallies: TableStore
    centroids: TableStore
    neighbours: TableStore
    max_size_ratio: float
    min_distance_ratio: float
    max_weight: float
    target_fraction: float

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        k = n_clusters(n)
        counted = tallied_rows(n)
        return Cost.of(
            tasks=1,
            rows=counted * EXEMPLARS,
            flops=2 * d * d * k,
            read=counted * TALLY_BYTES + k * (2 * d + NEAR_BYTES),
            written=k * 400,
            held=k * 6 * d,
        )

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        clusters = find_clusters(self.centroids)
        if clusters is None:
            return
        centroids = clusters.centroids.lower
        tally = Tally(len(centroids))
        for item in items_of(self.tallies, partition.items):
            if item.n_rows:
                tally.join(read_columns(self.tallies, item, *TALLY_COLUMNS))
        n, spread = tally.n, tally.spread()
        measures = densities(
            n,
            spread,
            read_neighbours(self.neighbours),
            max_size_ratio=self.max_size_ratio,
            min_distance_ratio=self.min_distance_ratio,
        )
        # A cluster of the sample to which no row is nearest is empty, not sparse.
        sparse = measures.sparse & (tally.n_found > 0)
        place = map_layout(centroids)
        exemplars, where = tally.exemplars()
        yield batch(
            VisualCluster,
            cluster=np.arange(len(centroids)),
            n_found=tally.n_found,
            n=n,
            spread=spread,
            isolation=measures.isolation,
            density=measures.density,
            sparse=sparse,
            weight=weights(measures.density, max_weight=self.max_weight),
            budget=budgets(n, sparse, target_fraction=self.target_fraction),
            x=place[:, 0],
            y=place[:, 1],
            exemplars=pa.array(exemplars, pa.list_(pa.string())),
            positions=pa.array(where, pa.list_(pa.int64())),
        )
