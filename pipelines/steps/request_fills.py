"""What sparse clusters still want, for a person and for the generators of other domains."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import n_clusters
from vlcorpus.pipelines.steps.columns import ROW_BITS, row_numbers
from vlcorpus.pipelines.steps.cost import Cost
from vlcorpus.pipelines.steps.step import Step
from vlcorpus.schemas.clusters import ClusterRequest, VisualCluster


@dataclass(frozen=True)
class RequestFills(Step):
    """One row per sparse cluster. `candidates` is None where there is no pool."""

    captioned: TableStore
    clusters: TableStore
    candidates: TableStore | None = None
    max_views: int = 0

    def cost(self, n: int, d: int) -> Cost:
        k = n_clusters(n)
        return Cost.of(tasks=1, rows=k, read=k * 400, written=k * 40, held=k * 800)

    def read(self, partition: Partition) -> Iterator[ClusterRequest]:
        taken = Counter(c.cluster for c in self.candidates.rows(0) if not c.reason) if self.candidates else {}
        sparse = [cluster for cluster in self.clusters.rows(0) if cluster.sparse]
        shown = self._exemplars(sparse)
        for cluster in sparse:
            from_pool = taken.get(cluster.cluster, 0)
            missing = max(0, cluster.budget - from_pool)
            images = max(1, cluster.n + from_pool)
            colors = Counter(color for position in cluster.positions for color in shown[position][1])
            yield ClusterRequest(
                cluster=cluster.cluster,
                wanted=cluster.budget,
                from_pool=from_pool,
                views=min(self.max_views, -(-missing // images)),
                missing=missing,
                exemplars=cluster.exemplars,
                captions=[shown[position][0] for position in cluster.positions],
                colors=[color for color, _ in colors.most_common(3)],
            )

    def _exemplars(self, clusters: list[VisualCluster]) -> dict[int, tuple[str, list[str]]]:
        """Return caption and colours of the exemplars, by position."""
        wanted = sorted(position for cluster in clusters for position in cluster.positions)
        by_partition: dict[int, list[int]] = {}
        for position in wanted:
            by_partition.setdefault(position >> ROW_BITS, []).append(position)
        found = {}
        for index, here in by_partition.items():
            with self.captioned.open_shard(index) as shard:
                rows = shard.read(["caption.text", "measures.colors"])
            chosen = rows.take(row_numbers(np.array(here)))
            for position, row in zip(here, chosen.to_pylist(), strict=True):
                found[position] = (row["caption"]["text"], row["measures"]["colors"])
        return found
