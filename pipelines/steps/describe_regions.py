"""Where pictures are many and where they are few: a row per visual region."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, parse_ids, positions, read_columns
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, Cost
from vlcorpus.pipelines.steps.step import Step, index_of, items_of
from vlcorpus.pipelines.steps.train_centroids import n_clusters, read_clusters
from vlcorpus.schemas.clusters import Region
from vlcorpus.stages.clusters.density import densities
from vlcorpus.stages.clusters.map_layout import map_layout
from vlcorpus.stages.clusters.weights import budgets, weights

EXEMPLARS = 6
MERGED_ROWS = 1_000_000  # ours: candidates for exemplars held before the best are kept


@dataclass(frozen=True)
class DescribeRegions(Step):
    """One task: it reads two numbers of every row, and holds a few per region."""

    members: TableStore
    duplicates: TableStore  # of the same rows
    clusters: TableStore
    few: float
    far: float
    max_weight: float
    target_fraction: float

    def cost(self, n: int, d: int) -> Cost:
        k = n_clusters(n)
        n_bytes = n * (DECISION_BYTES + 1)
        return Cost.of(tasks=1, rows=n, flops=2 * d * k * k, read=n_bytes, written=k * 400, held=k * 6 * d)

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        clusters = read_clusters(self.clusters)
        if clusters is None:
            return
        centroids = clusters.centroids.lower
        tally = Tally(len(centroids))
        for item in items_of(self.members, partition.items):
            if item.n_rows:
                tally.add(
                    item, self._kept(item), read_columns(self.members, item, "id", "region", "similarity")
                )
        n, spread = tally.n, tally.spread()
        measures = densities(n, spread, centroids, few=self.few, far=self.far)
        sparse = measures.sparse & (
            tally.n_found > 0
        )  # not a cluster of the sample's that nothing is near to
        place = map_layout(centroids)
        exemplars, where = tally.exemplars()
        yield batch(
            Region,
            region=np.arange(len(centroids)),
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
    """What is counted of `k` regions, partition by partition."""

    def __init__(self, k: int):
        self.n_found = np.zeros(k, np.int64)
        self.n = np.zeros(k, np.int64)
        self._distance = np.zeros(k)
        self._held: list[tuple[np.ndarray, ...]] = []  # region, distance, position, id of rows that stay

    def add(self, item: Item, keep: np.ndarray, rows: pa.Table) -> None:
        region, distance = rows["region"].to_numpy(), 1 - rows["similarity"].to_numpy().astype(np.float64)
        self.n_found += np.bincount(region, minlength=len(self.n))
        self.n += np.bincount(region[keep], minlength=len(self.n))
        self._distance += np.bincount(region[keep], distance[keep], len(self.n))
        ids = parse_ids(rows["id"])
        self._held.append((region[keep], distance[keep], positions(item)[keep], ids[keep]))
        if sum(len(region) for region, *_ in self._held) > MERGED_ROWS:
            self._merge()

    def spread(self) -> np.ndarray:
        """Return the mean distance to the centroid; 0 where no row stays."""
        return self._distance / np.maximum(1, self.n)

    def exemplars(self) -> tuple[list[list[str]], list[list[int]]]:
        """Return ids and positions of the nearest rows of each region, the nearest first."""
        if not self._held:
            return [[] for _ in self.n], [[] for _ in self.n]
        self._merge()
        ((region, _, position, ids),) = self._held
        cuts = np.searchsorted(region, np.arange(1, len(self.n)))
        names = [[id.tobytes().hex() for id in part] for part in np.split(ids, cuts)]
        return names, [part.tolist() for part in np.split(position, cuts)]

    def _merge(self) -> None:
        """Keep the nearest rows of each region; of equals the first position."""
        region, distance, position, ids = (np.concatenate(part) for part in zip(*self._held, strict=True))
        order = np.lexsort((position, distance, region))
        first = np.searchsorted(region[order], np.arange(len(self.n)))
        nearest = order[np.arange(len(order)) - first[region[order]] < EXEMPLARS]
        self._held = [(region[nearest], distance[nearest], position[nearest], ids[nearest])]
