"""Blocks of clusters find together what one look at all of them finds."""

import numpy as np
import pytest

from tests.pipelines.steps.planted import planted
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.centroids import centroids
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.steps import find_neighbours
from vlcorpus.pipelines.steps.clusters import n_clusters, read_clusters
from vlcorpus.pipelines.steps.find_neighbours import FindNeighbours, n_blocks, read_neighbours
from vlcorpus.schemas.clusters import NearClusters
from vlcorpus.stages.clusters.density import NEIGHBOURS
from vlcorpus.stages.clusters.neighbours import neighbours


def made(output: str, n_rows: int) -> tuple[TableStore, TableStore]:
    rows = planted(n_rows)
    trained = centroids("centroids", rows, of="all", column="vector", members=10, seed=0)
    near = Table("near", Over(FindNeighbours, trained), row=NearClusters)
    run(Pipeline("planted", near), output, RunOptions(executor="local"), config={})
    return TableStore(f"{output}/planted/centroids"), TableStore(f"{output}/planted/near")


@pytest.mark.parametrize(("n_rows", "tasks"), [(1000, 3), (300, 1), (10, 1)])
def test_blocks_find_what_one_look_finds(n_rows, tasks, tmp_path, monkeypatch):
    monkeypatch.setattr(find_neighbours, "BLOCK", 32)
    trained, near = made(str(tmp_path), n_rows)
    whole = neighbours(read_clusters(trained).centroids.lower, NEIGHBOURS)
    found = read_neighbours(near)
    assert len(near.committed()) == tasks
    assert np.array_equal(found.number, whole.number)
    np.testing.assert_allclose(found.distance, whole.distance, atol=1e-6)
    assert found.distance.dtype == np.float32


def test_of_no_clusters_there_are_none(tmp_path):
    _, near = made(str(tmp_path), 0)
    assert [near.commit_of(index).rows for index in near.committed()] == [0]


@pytest.mark.parametrize(("k", "blocks"), [(0, 1), (4095, 1), (8191, 1), (8192, 2), (316_228, 77)])
def test_no_block_is_smaller_than_what_is_multiplied_at_a_time(k, blocks):
    assert n_blocks(k) == blocks


def test_a_billion_rows_are_as_many_tasks_as_planned():
    assert FindNeighbours(TableStore("unused")).cost(10**9, 512).tasks == n_blocks(n_clusters(10**9))
