"""Clusters over tables: those of a sample in memory, in any number of tasks."""

from pathlib import Path

import numpy as np
import pytest

from tests.pipelines.steps.planted import Planted, planted
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.centroids import centroids
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.steps import fill_buckets, train_cells
from vlcorpus.pipelines.steps.clusters import n_clusters, read_clusters
from vlcorpus.stages.dedup.centroids import MAX_POINTS, Centroids, n_cells, train_centroids

SIZES = (300, 0, 400, 1, 200)


def made(output: Path, *sizes: int, members: int = 40) -> Centroids:
    table = centroids("clusters", planted(*sizes), of="all", column="vector", members=members, seed=3)
    run(Pipeline("planted", table), str(output), RunOptions(executor="local"), config={})
    return read_clusters(TableStore(f"{output}/planted/clusters")).centroids


def test_where_all_vectors_are_trained_on_they_are_those_of_a_sample_in_memory(tmp_path):
    assert sum(SIZES) < MAX_POINTS * n_cells(n_clusters(sum(SIZES), 40))
    found = made(tmp_path, *SIZES)
    wanted = train_centroids(Planted(SIZES).vectors().astype(np.float16), n_clusters(sum(SIZES), 40), seed=3)
    np.testing.assert_array_equal(found.upper, wanted.upper.astype(np.float16))
    np.testing.assert_array_equal(found.lower, wanted.lower.astype(np.float16))
    np.testing.assert_array_equal(found.parent, wanted.parent)
    np.testing.assert_allclose(found.size, wanted.size, rtol=1e-6)


def test_any_number_of_tasks_makes_the_same_clusters(tmp_path, monkeypatch):
    one = made(tmp_path / "one", *SIZES)
    monkeypatch.setattr(train_cells, "SAMPLED_ROWS", 250)
    monkeypatch.setattr(fill_buckets, "MAP_ROWS", 350)
    many = made(tmp_path / "many", *SIZES)
    tables = {name: TableStore(f"{tmp_path}/many/planted/{name}") for name in ("all_sampled", "clusters")}
    assert len(tables["all_sampled"].committed()) == len(tables["clusters"].committed()) == 3
    for part, same in zip(vars(one).values(), vars(many).values(), strict=True):
        np.testing.assert_array_equal(part, same)


def test_of_many_rows_a_sample_is_trained_on_and_sizes_are_those_of_all(tmp_path):
    found = made(tmp_path, 3000, 6000, members=300)
    sampled = TableStore(f"{tmp_path}/planted/all_sampled")
    assert sum(sampled.commit_of(index).rows for index in sampled.committed()) == pytest.approx(
        64 * n_clusters(9000, 300), abs=2
    )
    assert found.size.sum() == pytest.approx(9000, rel=1e-5)
    assert len(found.lower) == pytest.approx(30, abs=3)
