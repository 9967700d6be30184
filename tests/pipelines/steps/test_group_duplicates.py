"""Who stays and for whom, over tables: the same in any number of shards, and as in memory."""

from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.pipelines.steps.drawn_pairs import SIZES, decided
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.steps import columns, group_duplicates, pair_rows
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import decide

N = sum(SIZES)


def graph(kind: str) -> list[tuple[int, int, float]]:
    rng = np.random.default_rng(5)
    rows = rng.permutation(N).tolist()
    ends = {
        "none": [],
        "chain": list(pairwise(rows)),
        "star": [(rows[0], row) for row in rows[1:]],
        "cliques": [pair for start in range(0, N, 20) for pair in combinations(rows[start : start + 20], 2)],
        "random": [pair for pair in rng.integers(0, N, (90, 2)).tolist() if pair[0] != pair[1]],
        "dense": [pair for pair in rng.integers(0, N, (1500, 2)).tolist() if pair[0] != pair[1]],
    }[kind]
    near = rng.uniform(0.9, 0.99, len(ends)).round(2).tolist()  # so that some are equally near
    return [(a, b, similarity) for (a, b), similarity in zip(ends, near, strict=True)]


def shards(output: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(output.glob("drawn/decisions/data/*.parquet"))}


def of(output: Path, table: str) -> list:
    store = TableStore(str(output / "drawn" / table))
    return [row for index in store.committed() for row in store.rows(index)]


@pytest.mark.parametrize("kind", ["none", "chain", "star", "cliques", "random", "dense"])
def test_one_shard_is_many_shards_is_a_decision_in_memory(kind, tmp_path, monkeypatch):
    drawn = graph(kind)
    run(Pipeline("drawn", decided(drawn)), str(tmp_path / "one"), RunOptions(executor="local"), config={})
    assert len(TableStore(str(tmp_path / "one/drawn/groups")).committed()) == 1
    monkeypatch.setattr(group_duplicates, "TASK_ROWS", 30)
    monkeypatch.setattr(pair_rows, "GROUP_ROWS", 8)
    monkeypatch.setattr(columns, "GROUP_ROWS", 8)
    many = Pipeline("drawn", decided(drawn, n_shards=7))
    run(many, str(tmp_path / "many"), RunOptions(executor="local"), config={})
    assert len(TableStore(str(tmp_path / "many/drawn/groups")).committed()) == 3
    assert shards(tmp_path / "many") == shards(tmp_path / "one")

    rows, found = of(tmp_path / "one", "rows"), of(tmp_path / "one", "decisions")
    parts = zip(*drawn, strict=True) if drawn else ([], [], [])
    a, b, near = (np.array(part) for part in parts)
    pairs = Pairs(a.astype(np.int64), b.astype(np.int64), near.astype(np.float32))
    wanted = decide([row.id for row in rows], np.array([float(row.size) for row in rows]), [pairs])
    assert [(d.id, d.keep, d.duplicate_of, d.similarity) for d in found] == [
        (d.id, d.keep, d.duplicate_of, d.similarity) for d in wanted
    ]
    paired = {rows[row].id for pair in drawn for row in pair[:2]}
    assert all(d.group == (None if d.id not in paired else d.duplicate_of or d.id) for d in found)


def test_a_table_without_rows_has_no_groups(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.pipelines.steps.drawn_pairs.SIZES", (0, 0))
    run(Pipeline("drawn", decided([])), str(tmp_path), RunOptions(executor="local"), config={})
    assert of(tmp_path, "decisions") == []
