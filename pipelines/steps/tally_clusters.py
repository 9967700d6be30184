"""Count the images of each cluster, and find those nearest to its centroid: partial sums over partitions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import find_clusters, n_clusters
from vlcorpus.pipelines.steps.columns import batch, hex_ids, parse_ids, positions, read_columns
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, Cost
from vlcorpus.pipelines.steps.step import Step, by_rows, index_of, items_of, n_rows_of
from vlcorpus.schemas.clusters import ClusterTally
from vlcorpus.schemas.row import ID_BYTES

EXEMPLARS = 6
MERGED_ROWS = 1_000_000  # ours: candidates for exemplars held before the best are kept
TALLY_ROWS = 1_000_000  # ours: rows of a task, a second
MAX_TALLIES = 16  # ours: each may have a row for every cluster, and one task adds them up
TALLY_BYTES = 240  # what a cluster takes in a shard: mostly ids of exemplars
TALLY_COLUMNS = ("cluster", "n_found", "n", "distance", "exemplars", "positions", "distances")


@dataclass(frozen=True)
class TallyClusters(Step):
    """A task per run of partitions: it reads two numbers of every row, and holds a few per cluster."""

    members: TableStore
    duplicates: TableStore  # decisions on the same rows
    centroids: TableStore

    def cost(self, n: int, d: int) -> Cost:
        return Cost.of(
            tasks=n_tallies(n),
            rows=n,
            read=n * (DECISION_BYTES + 1),
            written=tallied_rows(n) * TALLY_BYTES,
            held=n_clusters(n) * 6 * d,
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        members = items_of(self.members, items)
        decided = {index_of(item): item for item in items_of(self.duplicates, items)}
        centroids = items_of(self.centroids, items)
        n_rows = n_rows_of(*members)
        tasks = by_rows(members, max(TALLY_ROWS, -(-n_rows // MAX_TALLIES)))
        return [
            replace(task, items=(*task.items, *(decided[index_of(item)] for item in task.items), *centroids))
            for task in tasks
        ]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        clusters = find_clusters(self.centroids)
        items = [item for item in items_of(self.members, partition.items) if item.n_rows]
        if clusters is None or not items:
            return
        tally = Tally(len(clusters.centroids.lower))
        for item in items:
            keep = read_columns(self.duplicates, item, "keep")["keep"].to_numpy()
            tally.add(item, keep, read_columns(self.members, item, "id", "cluster", "similarity"))
        yield tally.rows()


def n_tallies(n_rows: int) -> int:
    return max(1, min(MAX_TALLIES, -(-n_rows // TALLY_ROWS)))


def tallied_rows(n_rows: int) -> int:
    """Return how many rows all tallies have at most."""
    return min(n_rows, n_tallies(n_rows) * n_clusters(n_rows))


class Tally:
    """What is counted of `k` clusters, partition by partition or tally by tally.

    Distances are differences of 1 and a float32, so their sums are exact in any order.
    """

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
        self._hold(cluster[keep], distance[keep], positions(item)[keep], ids[keep])

    def join(self, rows: pa.Table) -> None:
        """Add what another tally counted: `TALLY_COLUMNS` of it."""
        cluster, n_found, n, distance = (rows[name].to_numpy() for name in TALLY_COLUMNS[:4])
        self.n_found[cluster] += n_found
        self.n[cluster] += n
        self._distance[cluster] += distance
        each = np.repeat(cluster, pc.list_value_length(rows["positions"]).to_numpy())
        distances, position = (pc.list_flatten(rows[name]).to_numpy() for name in ("distances", "positions"))
        self._hold(each, distances, position, parse_ids(pc.list_flatten(rows["exemplars"])))

    def rows(self) -> pa.RecordBatch:
        """Return what was counted of each cluster that has a row."""
        found = np.flatnonzero(self.n_found)
        if not self._held:
            self._hold(*_NOTHING)
        self._merge()
        ((cluster, distance, position, ids),) = self._held
        offsets = pa.array(np.append(np.searchsorted(cluster, found), len(cluster)), pa.int32())
        return batch(
            ClusterTally,
            cluster=found,
            n_found=self.n_found[found],
            n=self.n[found],
            distance=self._distance[found],
            exemplars=pa.ListArray.from_arrays(offsets, hex_ids(ids)),
            positions=pa.ListArray.from_arrays(offsets, pa.array(position)),
            distances=pa.ListArray.from_arrays(offsets, pa.array(distance)),
        )

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

    def _hold(self, *rows: np.ndarray) -> None:
        self._held.append(rows)
        if sum(len(cluster) for cluster, *_ in self._held) > MERGED_ROWS:
            self._merge()

    def _merge(self) -> None:
        """Keep the nearest rows of each cluster; of equals the first position."""
        cluster, distance, position, ids = (np.concatenate(part) for part in zip(*self._held, strict=True))
        order = np.lexsort((position, distance, cluster))
        first = np.searchsorted(cluster[order], np.arange(len(self.n)))
        nearest = order[np.arange(len(order)) - first[cluster[order]] < EXEMPLARS]
        self._held = [(cluster[nearest], distance[nearest], position[nearest], ids[nearest])]


_NOTHING = (np.empty(0, np.int32), np.empty(0), np.empty(0, np.int64), np.empty((0, ID_BYTES), np.uint8))
