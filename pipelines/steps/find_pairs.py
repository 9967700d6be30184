"""Compare the vectors of a bucket: which of its rows say the same. The reduce side of `FillBuckets`.

Source: SemDeDup (Abbas et al., 2023): cosine above a threshold, inside clusters only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.clusters import find_clusters, n_buckets, n_clusters
from vlcorpus.pipelines.steps.columns import ranks, read_bucket, unpacked_ids
from vlcorpus.pipelines.steps.cost import (
    BUCKET_BYTES,
    GROUP_FOOTER_BYTES,
    NEAR_FRACTION,
    PAIR_BYTES,
    Cost,
)
from vlcorpus.pipelines.steps.fill_buckets import n_maps
from vlcorpus.pipelines.steps.pair_rows import Compared, pair_rows
from vlcorpus.pipelines.steps.step import Step, items_of
from vlcorpus.schemas.vectors import unpack
from vlcorpus.stages.dedup.content_words import without_templates
from vlcorpus.stages.dedup.leading_pairs import leading_pairs
from vlcorpus.stages.dedup.near_pairs import near_pairs
from vlcorpus.stages.dedup.survivors import staying_order

HELD = 2.5  # times the bytes of a bucket: as read, as an array, and as float32 where a cluster is large


@dataclass(frozen=True)
class FindPairs(Step):
    """A task per bucket: it reads that bucket's row group of every shard, and nothing else."""

    version: ClassVar[str] = "3"

    buckets: TableStore
    clusters: TableStore
    threshold: float

    def cost(self, n: int, d: int) -> Cost:
        buckets, members = n_buckets(n), n / n_clusters(n)
        n_bytes = 2 * n * (2 * d + BUCKET_BYTES)
        footers = n_maps(n) * buckets * buckets * GROUP_FOOTER_BYTES
        return Cost.of(
            tasks=buckets,
            rows=2 * n,
            flops=1.5 * n * members * 2 * d,  # own rows with each other once, and guests with these
            read=n_bytes + footers,
            written=NEAR_FRACTION * n * PAIR_BYTES,
            held=HELD * n_bytes / buckets,
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        clusters = find_clusters(self.clusters)
        n_tasks = clusters.n_buckets if clusters else 1
        return [Partition(bucket, tuple(items)) for bucket in range(n_tasks)]

    def memory_bytes(self, partitions: list[Partition]) -> int:
        buckets = items_of(self.buckets, partitions[0].items)
        return int(HELD * sum(item.n_bytes for item in buckets) / len(partitions))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        buckets = [item for item in items_of(self.buckets, partition.items) if item.n_rows]
        rows = read_bucket(self.buckets, buckets, partition.index)
        if not len(rows):
            return
        names = ("cluster", "own", "position", "score", "signature")
        cluster, own, position, score, signatures = (rows[name].to_numpy() for name in names)
        ids, words, vectors = unpacked_ids(rows["id"]), rows["words"].to_pylist(), unpack(rows["vector"])
        del rows
        place = staying_order(ranks(ids), score)
        near = near_pairs(vectors, cluster, own, self.threshold, signatures, place)
        pairs = leading_pairs(place, without_templates(near, words) if any(words) else near)
        yield from pair_rows(pairs, Compared(ids, position, score, cluster, tells_equals=own))
