"""How evenly images cover the clusters: as found, after dedup, with weights, and with what was filled in.

Dedup on captions alone should keep the clusters of images; weights and fills should even them out. Source:
Qwen3-VL report §3.2.1, which says the former; requirements DED-5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import n_clusters
from vlcorpus.pipelines.steps.columns import draw_vectors, read_columns
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, OPEN_S, PARTITION_ROWS, Cost, n_partitions
from vlcorpus.pipelines.steps.place_rows import ClusterFacts, Places
from vlcorpus.pipelines.steps.step import Step, index_of, items_of, n_rows_of
from vlcorpus.schemas.clusters import Coverage
from vlcorpus.stages.clusters.coverage import SecondMoment, effective_number, vendi_score

DRAWN = 20_000  # ours: vectors for the Vendi score; of 512 numbers each, it is steady from a tenth on
FROM_PARTITION = 16  # ours: vectors of a partition at least, if any, so that fewer are opened


@dataclass(frozen=True)
class MeasureCoverage(Step):
    """One task, a row per subset: rows are those counted of each cluster, vectors are drawn.

    Without a pool, nothing is filled in.
    """

    version: ClassVar[str] = "2"

    captioned: TableStore
    duplicates: TableStore
    places: TableStore
    clusters: TableStore
    requests: TableStore
    filled: TableStore | None = None
    column: str = "image_vector"
    max_weight: float = 4.0
    seed: int = 0

    def cost(self, n: int, d: int) -> Cost:
        k, drawn = n_clusters(n), min(n, DRAWN)
        opened = min(n_partitions(n), drawn / FROM_PARTITION)
        read = k * 400 + drawn * 2 * d + opened * PARTITION_ROWS * 2 * DECISION_BYTES
        return Cost.of(
            tasks=1,
            rows=k + drawn,
            flops=8 * drawn * d * d,
            read=read,
            written=400,
            held=k * 100 + 8 * d * d * 4,
            spent_s=3 * opened * OPEN_S,
        )

    def read(self, partition: Partition) -> Iterator[Coverage]:
        facts = ClusterFacts.read(self.clusters)
        weight = Places.read(self.clusters, self.requests, self.max_weight).weight.astype(np.float64)
        subsets = {
            "found": _Subset(facts.n_found, facts.n_found.astype(np.float64)),
            "kept": _Subset(facts.n, facts.n.astype(np.float64)),
            "filled": _Subset(facts.n, facts.n.astype(np.float64)),
            "weighted": _Subset(facts.n, facts.n * weight),
        }
        fraction = min(1.0, DRAWN / max(1, n_rows_of(*items_of(self.captioned, partition.items))))
        self._add_vectors(partition.items, fraction, subsets)
        self._add_filled(partition.items, fraction, subsets)
        for name, subset in subsets.items():
            yield subset.row(name)

    def _add_vectors(self, items: tuple[Item, ...], fraction: float, subsets: dict[str, "_Subset"]) -> None:
        decided, placed = (
            {index_of(item): item for item in items_of(table, items)}
            for table in (self.duplicates, self.places)
        )
        for item, rows, vectors in self._drawn(self.captioned, items, fraction):
            keep = read_columns(self.duplicates, decided[index_of(item)], "keep")["keep"].to_numpy()[rows]
            weight = read_columns(self.places, placed[index_of(item)], "weight")["weight"].to_numpy()[rows]
            for name, share in _shares(keep, weight.astype(np.float64)).items():
                subsets[name].add(vectors, share)

    def _add_filled(self, items: tuple[Item, ...], fraction: float, subsets: dict[str, "_Subset"]) -> None:
        if self.filled is None:
            return
        for item in items_of(self.filled, items):
            if item.n_rows:
                place = read_columns(self.filled, item, "place.cluster", "place.weight")["place"]
                cluster, weight = (place.combine_chunks().field(n).to_numpy() for n in ("cluster", "weight"))
                subsets["filled"].count(cluster, np.ones(len(cluster)))
                subsets["weighted"].count(cluster, weight.astype(np.float64))
        for item, rows, vectors in self._drawn(self.filled, items, fraction):
            weight = read_columns(self.filled, item, "place.weight")["place"].combine_chunks()
            subsets["filled"].add(vectors, np.ones(len(rows)))
            subsets["weighted"].add(vectors, weight.field("weight").to_numpy()[rows])

    def _drawn(
        self, table: TableStore, items: tuple[Item, ...], fraction: float
    ) -> Iterator[tuple[Item, np.ndarray, np.ndarray]]:
        own = items_of(table, items)
        return draw_vectors(table, own, self.column, fraction, seed=self.seed, least=FROM_PARTITION)


def _shares(keep: np.ndarray, weight: np.ndarray) -> dict[str, np.ndarray]:
    """Return how much each row counts in each subset."""
    kept = keep.astype(np.float64)
    return {"found": np.ones(len(keep)), "kept": kept, "filled": kept, "weighted": kept * weight}


class _Subset:
    def __init__(self, n: np.ndarray, share: np.ndarray):
        self.n = int(n.sum())
        self.share = share
        self.moments: SecondMoment | None = None

    def count(self, cluster: np.ndarray, share: np.ndarray) -> None:
        self.n += len(cluster)
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
