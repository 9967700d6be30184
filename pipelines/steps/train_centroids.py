"""Cluster the vectors of a table: centroids from a sample, and the bucket in which each cluster is worked on.

How many: as few members per cluster as make training and comparing cost alike. n vectors in clusters of m
cost n·m to compare, and 64·n/m·√(n/m) to train; with m = √n/10 a billion vectors take 35 core hours to
compare, and would take one to train on, of which a third is left by a limit (`vlcorpus plan --rows`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, sample_vectors
from vlcorpus.pipelines.steps.cost import Cost
from vlcorpus.pipelines.steps.step import Step, items_of, n_rows_of
from vlcorpus.schemas.dedup import Centroid
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.needs import FAISS, Need
from vlcorpus.schemas.vectors import column, unpack
from vlcorpus.stages.dedup.centroids import ITERATIONS, POINTS_PER_CENTROID, Centroids, train_centroids

# ours: vectors that are trained on at most, 8 GB of 512 numbers; more than 156 million rows have 25 to 64 of
# them a cluster. With 24 in place of 64, of 1,000 planted pairs that met in a cluster one meets no more.
MAX_SAMPLE = 8_000_000
MIN_MEMBERS = 100  # ours: members of a cluster; smaller ones save nothing, and lose pairs at their borders
BUCKET_ROWS = 125_000  # ours: 128 MB of 512 numbers, own ones and guests
MAX_BUCKETS = 1000  # ours: every bucket's task opens every file of its table


@dataclass(frozen=True)
class TrainCentroids(Step):
    """One task: it holds the sample, 64 vectors per cluster or `MAX_SAMPLE`."""

    table: TableStore
    column: str
    members: int | None = None  # members of a cluster, about; default: by the number of vectors
    seed: int = 0

    @property
    def needs(self) -> tuple[Need, ...]:
        return (FAISS,)

    def cost(self, n: int, d: int) -> Cost:
        k = n_clusters(n, self.members)
        sample = min(n, sample_size(k))
        # Each vector of the sample is compared with the upper cells once, with its cell's clusters each time.
        flops = sample * 2 * d * k**0.5 * (1 + ITERATIONS)
        n_bytes = sample * 2 * d
        return Cost.of(tasks=1, rows=sample, flops=flops, read=n_bytes, written=k * 2 * d, held=1.2 * n_bytes)

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = items_of(self.table, partition.items)
        n_rows = n_rows_of(*items)
        if not n_rows:
            return
        k = n_clusters(n_rows, self.members)
        sample = sample_vectors(self.table, items, self.column, sample_size(k), seed=self.seed)
        yield from as_batches(train_centroids(sample, k, seed=self.seed), n_buckets(n_rows))


def n_clusters(n_rows: int, members: int | None = None) -> int:
    return max(1, ceil(n_rows / (members or max(MIN_MEMBERS, sqrt(n_rows) / 10))))


def sample_size(k: int) -> int:
    """Return how many vectors `k` clusters are trained on."""
    return min(k * POINTS_PER_CENTROID, MAX_SAMPLE)


def n_buckets(n_rows: int) -> int:
    """Return how many tasks compare vectors: each is in two clusters, its own and one as a guest."""
    return min(MAX_BUCKETS, ceil(2 * n_rows / BUCKET_ROWS))


def as_batches(centroids: Centroids, buckets: int) -> Iterator[pa.RecordBatch]:
    n_upper, n_lower = len(centroids.upper), len(centroids.lower)
    none = np.full(n_upper, -1)
    yield batch(
        Centroid,
        upper=np.ones(n_upper, bool),
        number=np.arange(n_upper),
        parent=none,
        size=np.bincount(centroids.parent, centroids.size, n_upper),
        bucket=none,
        vector=column(centroids.upper),
    )
    yield batch(
        Centroid,
        upper=np.zeros(n_lower, bool),
        number=np.arange(n_lower),
        parent=centroids.parent,
        size=centroids.size,
        bucket=cut_buckets(centroids.size, buckets),
        vector=column(centroids.lower),
    )


def cut_buckets(sizes: np.ndarray, n: int) -> np.ndarray:
    """Return the bucket of each cluster: `n` runs of clusters, or fewer, with about equal sums of sizes."""
    before = np.cumsum(sizes) - sizes
    _, bucket = np.unique(before * n // max(1, sizes.sum()), return_inverse=True)
    return bucket


@dataclass(frozen=True)
class Clusters:
    """A committed table of centroids."""

    centroids: Centroids
    bucket: np.ndarray  # (k,) int32

    @property
    def n_buckets(self) -> int:
        return int(self.bucket.max(initial=-1)) + 1


def read_clusters(table: TableStore) -> Clusters:
    """Return what `TrainCentroids` committed. Raises EnvironmentFailure where that is nothing."""
    found = find_clusters(table)
    if found is None:
        raise EnvironmentFailure(
            f"{table.uri}: it holds no cluster, and there are rows to be brought to their clusters. "
            "Check it with `vlcorpus verify`, or make it again."
        )
    return found


def find_clusters(table: TableStore) -> Clusters | None:
    """Return what `TrainCentroids` committed; None where there was nothing to cluster."""
    if not table.commit_of(0).rows:
        return None
    with table.open_shard(0) as shard:
        rows = shard.read(["upper", "parent", "size", "bucket", "vector"])
    vectors = unpack(rows["vector"]).astype(np.float32)
    upper = rows["upper"].to_numpy()
    parent, size, bucket = (rows[name].to_numpy()[~upper] for name in ("parent", "size", "bucket"))
    return Clusters(Centroids(vectors[upper], vectors[~upper], parent, size), bucket)
