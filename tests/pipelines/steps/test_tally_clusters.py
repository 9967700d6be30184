"""What is counted in parts is, added up, what is counted at once: to the bit, and in any order."""

from functools import partial

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipelines.steps.planted import planted
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.centroids import centroids
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.semantic_dedup import DedupConfig, semantic_dedup
from vlcorpus.pipelines.steps import tally_clusters
from vlcorpus.pipelines.steps.assign_clusters import AssignClusters
from vlcorpus.pipelines.steps.clusters import n_clusters
from vlcorpus.pipelines.steps.columns import hex_ids
from vlcorpus.pipelines.steps.describe_clusters import DescribeClusters
from vlcorpus.pipelines.steps.find_neighbours import FindNeighbours
from vlcorpus.pipelines.steps.tally_clusters import EXEMPLARS, Tally, TallyClusters, n_tallies, tallied_rows
from vlcorpus.schemas.clusters import ClusterTally, NearClusters, VisualCluster, VisualMember

K = 5


def rows_of(partition: int, n: int) -> tuple[Item, np.ndarray, pa.Table]:
    rng = np.random.default_rng([n, partition])
    rows = pa.table(
        {
            "id": hex_ids(rng.integers(0, 256, (n, 16), np.uint8)),
            "cluster": pa.array(rng.integers(0, K - 1, n), pa.int32()),
            "similarity": pa.array(rng.choice(rng.uniform(-0.2, 1, 9), n), pa.float32()),  # there are equals
        }
    )
    return Item(f"members/part-{partition:05d}", "", 0, n_rows=n), rng.random(n) < 0.7, rows


@settings(deadline=None)
@given(sizes=st.lists(st.integers(0, 30), min_size=1, max_size=6), data=st.data())
def test_tallies_add_up_in_any_order(sizes, data):
    parts = [rows_of(partition, n) for partition, n in enumerate(sizes)]
    whole, added = Tally(K), Tally(K)
    for part in parts:
        whole.add(*part)
    groups = data.draw(st.lists(st.integers(0, 2), min_size=len(parts), max_size=len(parts)))
    for group in data.draw(st.permutations(range(3))):
        tally = Tally(K)
        for number, part in zip(groups, parts, strict=True):
            if number == group:
                tally.add(*part)
        added.join(pa.Table.from_batches([tally.rows()]))
    assert np.array_equal(added.n_found, whole.n_found)
    assert np.array_equal(added.n, whole.n)
    assert np.array_equal(added.spread(), whole.spread())
    assert added.exemplars() == whole.exemplars()
    assert max(map(len, whole.exemplars()[0])) <= EXEMPLARS


def described(output: str) -> tuple[int, pa.Table]:
    rows = planted(70, 0, 130, 55, 45)
    trained = centroids("centroids", rows, of="all", column="vector", members=20, seed=0)
    members = Table(
        "members", Over(partial(AssignClusters, column="vector"), rows, trained), row=VisualMember
    )
    duplicates = semantic_dedup(rows, DedupConfig(threshold=0.95), vector="vector", score=("size",), seed=0)
    tallies = Table("tallies", Over(TallyClusters, members, duplicates, trained), row=ClusterTally)
    near = Table("near", Over(FindNeighbours, trained), row=NearClusters)
    ratios = {"max_size_ratio": 0.5, "min_distance_ratio": 1.5, "max_weight": 4.0, "target_fraction": 0.5}
    clusters = Table(
        "clusters", Over(partial(DescribeClusters, **ratios), tallies, trained, near), row=VisualCluster
    )
    run(Pipeline("planted", clusters), output, RunOptions(executor="local"), config={})
    with TableStore(f"{output}/planted/clusters").open_shard(0) as shard:
        return len(TableStore(f"{output}/planted/tallies").committed()), shard.read()


def test_clusters_are_the_same_for_any_number_of_tallies(tmp_path, monkeypatch):
    n_whole, whole = described(str(tmp_path / "whole"))
    monkeypatch.setattr(tally_clusters, "TALLY_ROWS", 60)
    n_parts, parts = described(str(tmp_path / "parts"))
    assert (n_whole, n_parts) == (1, 5)
    assert parts.equals(whole)
    assert sum(whole["n_found"].to_pylist()) == 300 > sum(whole["n"].to_pylist())


@pytest.mark.parametrize(("n", "tasks"), [(0, 1), (1_000_000, 1), (1_000_001, 2), (10**9, 16)])
def test_there_are_few_tallies(n, tasks):
    assert n_tallies(n) == tasks
    assert tallied_rows(n) <= tasks * n_clusters(n)
