"""Clusters of the vectors of a table: how many, and the bucket in which each one's members are compared.

How many: as few members per cluster as make training and comparing cost alike. n vectors in clusters of m
cost n·m to compare, and 64·n/m·√(n/m) to train; with m = √n/10 a billion vectors take 35 core hours to
compare, and would take one to train on, of which a third is left by a limit (`vlcorpus plan --rows`).
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil, sqrt

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.vectors import unpack
from vlcorpus.stages.dedup.centroids import POINTS_PER_CENTROID, Centroids

# ours: vectors that are trained on at most, 8 GB of 512 numbers; more than 156 million rows have 25 to 64 of
# them a cluster. With 24 in place of 64, of 1,000 planted pairs that met in a cluster one meets no more.
MAX_SAMPLE = 8_000_000
MIN_MEMBERS = 100  # ours: members of a cluster; smaller ones save nothing, and lose pairs at their borders
BUCKET_ROWS = 125_000  # ours: 128 MB of 512 numbers, own ones and guests
MAX_BUCKETS = 1000  # ours: every bucket's task opens every file of its table


def n_clusters(n_rows: int, members: int | None = None) -> int:
    return max(1, ceil(n_rows / (members or max(MIN_MEMBERS, sqrt(n_rows) / 10))))


def sample_size(n_rows: int, members: int | None = None) -> int:
    """Return how many vectors of `n_rows` their clusters are trained on."""
    return min(n_rows, n_clusters(n_rows, members) * POINTS_PER_CENTROID, MAX_SAMPLE)


def held_bytes(n_rows: int, d: int) -> int:
    """Return the memory that all clusters take in a process that looks vectors up in them."""
    return n_clusters(n_rows) * 6 * d


def n_buckets(n_rows: int) -> int:
    """Return how many tasks compare vectors: each is in two clusters, its own and one as a guest."""
    return min(MAX_BUCKETS, ceil(2 * n_rows / BUCKET_ROWS))


def cut_buckets(sizes: np.ndarray, n: int) -> np.ndarray:
    """Return the bucket of each cluster: `n` runs of clusters, or fewer, with about equal sums of sizes."""
    sizes = sizes.astype(np.float64)
    before = np.cumsum(sizes) - sizes
    _, bucket = np.unique(np.floor(before * n / max(1, sizes.sum())), return_inverse=True)
    return bucket


@dataclass(frozen=True)
class Clusters:
    """A committed table of centroids."""

    centroids: Centroids  # sizes are those of clusters of the table, about

    @cached_property
    def bucket(self) -> np.ndarray:
        """The bucket of each cluster, (k,) int64."""
        n_rows = round(float(self.centroids.size.sum(dtype=np.float64)))
        return cut_buckets(self.centroids.size, n_buckets(n_rows))

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
    commits = [table.commit_of(index) for index in sorted(table.committed())]
    shards = tuple((commit.partition, commit.data.sha256) for commit in commits if commit.data)
    return _read(table, shards) if shards else None


@lru_cache(maxsize=1)  # a worker looks at many partitions, and each of them at all clusters
def _read(table: TableStore, shards: tuple[tuple[int, str], ...]) -> Clusters:
    parts = []
    for index, _ in shards:
        with table.open_shard(index) as shard:
            parts.append(shard.read(["upper", "cell", "size", "vector"]))
    rows = pa.concat_tables(parts)
    vectors = unpack(rows["vector"]).astype(np.float32)
    upper = rows["upper"].to_numpy()
    cell, size = (rows[name].to_numpy()[~upper] for name in ("cell", "size"))
    return Clusters(Centroids(vectors[upper], vectors[~upper], cell, size))
