"""How evenly images cover the clusters: as found, after dedup, with weights, and with what was filled in.

Dedup on captions alone should keep the clusters of images; weights and fills should even them out. Source:
Qwen3-VL report §3.2.1, which says the former; requirements DED-5.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import draw_vectors, read_columns
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, Cost
from vlcorpus.pipelines.steps.place_rows import ClusterFacts
from vlcorpus.pipelines.steps.step import Step, index_of, items_of, n_rows_of
from vlcorpus.schemas.clusters import Coverage
from vlcorpus.stages.clusters.coverage import SecondMoment, effective_number, vendi_score

DRAWN = 20_000  # ours: vectors for the Vendi score; of 512 numbers each, it is steady from a tenth on


@dataclass(frozen=True)
class MeasureCoverage(Step):
    """One task, a row per subset. Without a pool, nothing is filled in."""

    captioned: TableStore
    duplicates: TableStore
    places: TableStore
    clusters: TableStore
    filled: TableStore | None = None
    column: str = "image_vector"
    seed: int = 0

    def cost(self, n: int, d: int) -> Cost:
        drawn = min(n, DRAWN)
        read = n * DECISION_BYTES + drawn * 2 * d
        return Cost.of(tasks=1, rows=n, flops=8 * drawn * d * d, read=read, written=400, held=8 * d * d * 4)

    def read(self, partition: Partition) -> Iterator[Coverage]:
        n_clusters = len(ClusterFacts.read(self.clusters).density)
        subsets = {name: _Subset(n_clusters) for name in ("found", "kept", "filled", "weighted")}
        beside = zip(
            *(items_of(table, partition.items) for table in (self.captioned, self.duplicates, self.places)),
            strict=True,
        )
        for item, decided, placed in beside:
            if item.n_rows:
                cluster, keep, weight = self._decided(decided, placed)
                for name, share in _shares(keep, weight).items():
                    subsets[name].count(cluster, share)
        self._add_filled(partition.items, subsets)
        self._add_vectors(partition.items, subsets)
        for name, subset in subsets.items():
            yield subset.row(name)

    def _decided(self, decided: Item, placed: Item) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        keep = read_columns(self.duplicates, decided, "keep")["keep"].to_numpy()
        rows = read_columns(self.places, placed, "cluster", "weight")
        return rows["cluster"].to_numpy(), keep, rows["weight"].to_numpy().astype(np.float64)

    def _add_filled(self, items: tuple[Item, ...], subsets: dict[str, "_Subset"]) -> None:
        if self.filled is None:
            return
        for item in items_of(self.filled, items):
            if item.n_rows:
                place = read_columns(self.filled, item, "place.cluster", "place.weight")["place"]
                place = place.combine_chunks()
                cluster, weight = place.field("cluster").to_numpy(), place.field("weight").to_numpy()
                subsets["filled"].count(cluster, np.ones(len(cluster)))
                subsets["weighted"].count(cluster, weight.astype(np.float64))

    def _add_vectors(self, items: tuple[Item, ...], subsets: dict[str, "_Subset"]) -> None:
        """Draw as many of a hundred of the filled rows as of the others."""
        own = items_of(self.captioned, items)
        n_rows = n_rows_of(*own)
        decided, placed = (
            {index_of(item): item for item in items_of(table, items)}
            for table in (self.duplicates, self.places)
        )
        for item, rows, vectors in draw_vectors(self.captioned, own, self.column, DRAWN, seed=self.seed):
            index = index_of(item)
            _, keep, weight = self._decided(decided[index], placed[index])
            for name, share in _shares(keep[rows], weight[rows]).items():
                subsets[name].add(vectors, share)
        if self.filled:
            filled = items_of(self.filled, items)
            wanted = DRAWN * n_rows_of(*filled) // max(1, n_rows)
            for item, rows, vectors in draw_vectors(self.filled, filled, self.column, wanted, seed=self.seed):
                weight = read_columns(self.filled, item, "place.weight")["place"].combine_chunks()
                subsets["filled"].add(vectors, np.ones(len(rows)))
                subsets["weighted"].add(vectors, weight.field("weight").to_numpy()[rows])


def _shares(keep: np.ndarray, weight: np.ndarray) -> dict[str, np.ndarray]:
    """Return how much each row counts in each subset."""
    kept = keep.astype(np.float64)
    return {"found": np.ones(len(keep)), "kept": kept, "filled": kept, "weighted": kept * weight}


class _Subset:
    def __init__(self, n_clusters: int):
        self.n = 0
        self.share = np.zeros(n_clusters)
        self.moments: SecondMoment | None = None

    def count(self, cluster: np.ndarray, share: np.ndarray) -> None:
        self.n += int(np.count_nonzero(share))
        self.share += np.bincount(cluster, share, len(self.share))

    def add(self, vectors: np.ndarray, share: np.ndarray) -> None:
        self.moments = self.moments or SecondMoment(vectors.shape[1])
        self.moments.add(vectors, share)

    def row(self, name: str) -> Coverage:
        return Coverage(
            subset=name,
            n=self.n,
            n_clusters=int(np.count_nonzero(self.share)),
            # Rounded, for the last digits depend on how many threads add up.
            effective_clusters=round(effective_number(self.share), 4),
            vendi=round(vendi_score(self.moments.mean()), 4) if self.moments else 0.0,
        )
