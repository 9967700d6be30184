"""How many clusters and buckets there are, and that a worker reads them once."""

import numpy as np
import pytest

from tests.pipelines.steps.planted import planted
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.centroids import centroids
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.steps.clusters import cut_buckets, find_clusters, n_buckets, n_clusters, read_clusters
from vlcorpus.schemas.errors import EnvironmentFailure


def made(output: str, *sizes: int) -> TableStore:
    table = centroids("clusters", planted(*sizes), of="all", column="vector", members=20, seed=0)
    run(Pipeline("planted", table), output, RunOptions(executor="local"), config={})
    return TableStore(f"{output}/planted/clusters")


def test_clusters_grow_with_the_root_of_the_rows_above_a_million():
    assert [n_clusters(n) for n in (1, 100, 101, 10**6, 10**8)] == [1, 1, 2, 10_000, 100_000]


def test_buckets_are_runs_of_clusters_of_equal_sums():
    assert [n_buckets(n) for n in (1, 62_500, 62_501, 10**9)] == [1, 1, 2, 1000]
    assert cut_buckets(np.array([5.0, 1, 1, 1, 1, 1]), 2).tolist() == [0, 1, 1, 1, 1, 1]
    assert cut_buckets(np.zeros(3), 4).tolist() == [0, 0, 0]


def test_what_was_read_is_not_read_again_until_the_table_is_another(tmp_path, monkeypatch):
    table = made(str(tmp_path / "one"), 200)
    found = read_clusters(table)
    with monkeypatch.context() as patched:
        patched.setattr(TableStore, "open_shard", None)
        assert read_clusters(TableStore(table.uri)) is found
    other = made(str(tmp_path / "two"), 240)
    assert len(read_clusters(other).centroids.lower) == len(found.centroids.lower) + 2


def test_nothing_to_cluster_is_no_clusters(tmp_path):
    table = made(str(tmp_path), 0)
    assert find_clusters(table) is None
    with pytest.raises(EnvironmentFailure, match="holds no cluster"):
        read_clusters(table)
