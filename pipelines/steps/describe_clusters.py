"""Where images are many and where they are few: a row per visual cluster."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, parse_ids, positions, read_columns
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, Cost
from vlcorpus.pipelines.steps.find_neighbours import NEAR_BYTES, read_neighbours
from vlcorpus.pipelines.steps.step import Step, index_of, items_of
from vlcorpus.pipelines.steps.train_centroids import find_clusters, n_clusters
from vlcorpus.schemas.clusters import VisualCluster
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.stages.clusters.density import densities
from vlcorpus.stages.clusters.map_layout import map_layout
from vlcorpus.stages.clusters.weights import budgets, weights

EXEMPLARS = 6
MERGED_ROWS = 1_000_000  # ours: candidates for exemplars held before the best are kept


@dataclass(frozen=True)
class DescribeClusters(Step):
    """One task: it reads two numbers of every row, and holds a few per cluster."""

    members: TableStore
    duplicates: TableStore  # decisions on the same rows
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
        n_bytes = n * (DECISION_BYTES + 1) + k * (2 * d + NEAR_BYTES)
        return Cost.of(tasks=1, rows=n, flops=2 * d * d * k, read=n_bytes, written=k * 400, held=k * 6 * d)

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        clusters = find_clusters(self.centroids)
        if clusters is None:
            return
        centroids = clusters.centroids.lower
        tally = Tally(len(centroids))
        for item in items_of(self.members, partition.items):
            if item.n_rows:
                tally.add(
                    item, self._kept(item), read_columns(self.members, item, "id", "cluster", "similarity")
                )
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

    def _kept(self, item: Item) -> np.ndarray:
        with self.duplicates.open_shard(index_of(item)) as shard:
            return shard.read(["keep"])["keep"].to_numpy()


class Tally:
    """What is counted of `k` clusters, partition by partition."""

    def __init__(self, k: int):
        self.n_found = np.zeros(k, np.int64)
        self.n = np.zeros(k, np.int64)
        self._distance = np.zeros(k)
        self._held: list[tuple[np.ndarray, ...]] = []  # cluster, distance, position, id of rows that stay

    def add(self, item: Item, keep: np.ndarray, rows: pa.Table) -> None:
        cluster, distance = rows["cluster"].to_numpy(), 1 - rows["similarity"].to_numpy().astype(np.float64)
        self.n_found += np.bincount(cluster, minlength=len(self.n))
        self.n += np.bincount(cluster[keep], minlength=len(self.n))
        self._distance += np.bincount(cluster[keep], distance[keep], len(self.n))
        ids = parse_ids(rows["id"])
        self._held.append((cluster[keep], distance[keep], positions(item)[keep], ids[keep]))
        if sum(len(cluster) for cluster, *_ in self._held) > MERGED_ROWS:
            self._merge()

    def spread(self) -> np.ndarray:
        """Return the mean distance to the centroid; 0 where no row stays."""
        return self._distance / np.maximum(1, self.n)

    def exemplars(self) -> tuple[list[list[str]], list[list[int]]]:
        """Return ids and positions of the nearest rows of each cluster, the nearest first."""
        if not self._held:
            return [[] for _ in self.n], [[] for _ in self.n]
        self._merge()
        ((cluster, _, position, ids),) = self._held
        cuts = np.searchsorted(cluster, np.arange(1, len(self.n)))
        names = [[id.tobytes().hex() for id in part] for part in np.split(ids, cuts)]
        return names, [part.tolist() for part in np.split(position, cuts)]

    def _merge(self) -> None:
        """Keep the nearest rows of each cluster; of equals the first position."""
        cluster, distance, position, ids = (np.concatenate(part) for part in zip(*self._held, strict=True))
        order = np.lexsort((position, distance, cluster))
        first = np.searchsorted(cluster[order], np.arange(len(self.n)))
        nearest = order[np.arange(len(order)) - first[cluster[order]] < EXEMPLARS]
        self._held = [(cluster[nearest], distance[nearest], position[nearest], ids[nearest])]
