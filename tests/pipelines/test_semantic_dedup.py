"""Semantic dedup over tables, against a comparison of all with all."""

import shutil

import numpy as np
import pyarrow.parquet as pq
import pytest

from tests.disturbed import shard_bytes
from tests.pipelines.steps.planted import Planted, planted
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.semantic_dedup import DedupConfig, semantic_dedup
from vlcorpus.schemas.errors import EnvironmentFailure

LOCAL = RunOptions(executor="local")
SIZES = (300, 0, 700, 1, 500)


def pipeline(*sizes: int, threshold: float = 0.93, **options) -> Pipeline:
    rows = planted(*sizes, **options)
    cfg = DedupConfig(threshold=threshold, members=40)
    return Pipeline("planted", semantic_dedup(rows, cfg, vector="vector", score=("size",), seed=0))


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dedup")
    run(pipeline(*SIZES), str(folder), LOCAL, config={})
    return folder


def column(output, table: str, name: str) -> list:
    store = TableStore(str(output / "planted" / table))
    return [getattr(row, name) for index in store.committed() for row in store.rows(index)]


def all_pairs(threshold: float = 0.93) -> np.ndarray:
    vectors = Planted(SIZES).vectors().astype(np.float16).astype(np.float32)
    return np.argwhere(np.triu(vectors @ vectors.T >= threshold, 1))


def test_every_row_has_one_decision_in_its_place(output):
    assert column(output, "duplicates", "id") == column(output, "rows", "id")
    assert TableStore(str(output / "planted/duplicates")).committed() == [0, 1, 2, 3, 4]


def test_groups_are_those_of_all_pairs_but_for_a_few(output):
    groups = np.array(column(output, "duplicates", "group"), dtype=object)
    pairs = all_pairs()
    together = [groups[i] is not None and groups[i] == groups[j] for i, j in pairs]
    assert len(pairs) > 250
    assert np.mean(together) > 0.97
    grouped = {row for row, group in enumerate(groups) if group}
    assert grouped <= set(pairs.ravel().tolist())


def test_the_highest_score_of_a_group_stays_then_the_smallest_id(output):
    rows = list(zip(*(column(output, "rows", name) for name in ("id", "size")), strict=True))
    decisions = [TableStore(str(output / "planted/duplicates")).rows(index) for index in range(len(SIZES))]
    groups: dict[str, list] = {}
    for (id, size), decision in zip(rows, (d for part in decisions for d in part), strict=True):
        if decision.group is None:
            assert decision.keep
            assert decision.duplicate_of is None
        else:
            groups.setdefault(decision.group, []).append((-size, id, decision))
    assert len(groups) > 200
    for members in groups.values():
        (_, survivor, kept), *others = sorted(members, key=lambda member: member[:2])
        assert kept.keep
        assert kept.group == survivor
        assert all(not d.keep and d.duplicate_of == survivor and d.similarity >= 0.92 for *_, d in others)


def test_evidence_names_both_rows_and_how_near_they_are(output):
    vectors = dict(zip(column(output, "rows", "id"), Planted(SIZES).vectors(), strict=True))
    store = TableStore(str(output / "planted/text_pairs"))
    pairs = [pair for index in store.committed() for pair in store.rows(index)]
    assert len(pairs) > 200
    for pair in pairs:
        assert pair.similarity == pytest.approx(float(vectors[pair.id] @ vectors[pair.other]), abs=2e-3)


def test_a_bucket_is_a_row_group_of_every_shard(output):
    for shard in (output / "planted/text_buckets/data").iterdir():
        metadata = pq.ParquetFile(shard).metadata
        reach = [metadata.row_group(n).column(0).statistics for n in range(metadata.num_row_groups)]
        assert all(found.min == found.max for found in reach)


def test_a_run_that_stopped_half_way_goes_on_to_the_same_bytes(output, tmp_path):
    shutil.copytree(output, tmp_path / "out")
    for table, part in (("text_buckets", 0), ("text_pairs", 0), ("duplicates", 2)):
        (tmp_path / "out/planted" / table / f"commits/part-{part:05d}.json").unlink()
        (tmp_path / "out/planted" / table / f"data/part-{part:05d}.parquet").write_bytes(b"half a shard")
    run(pipeline(*SIZES), str(tmp_path / "out"), LOCAL, config={})
    assert shard_bytes(tmp_path / "out") == shard_bytes(output)


def test_a_damaged_table_ends_the_run_and_is_named(output, tmp_path):
    shutil.copytree(output, tmp_path / "out")
    (tmp_path / "out/planted/text_pairs/commits/part-00000.json").unlink()
    shard = tmp_path / "out/planted/text_buckets/data/part-00000.parquet"
    shard.write_bytes(b"x" * shard.stat().st_size)  # one of another size would be made again
    with pytest.raises(EnvironmentFailure, match=r"text_buckets.*cannot be read"):
        run(pipeline(*SIZES), str(tmp_path / "out"), LOCAL, config={})


def test_nothing_to_compare_is_nothing_to_decide(tmp_path):
    run(pipeline(0, 0), str(tmp_path), LOCAL, config={})
    assert column(tmp_path, "duplicates", "id") == []


def test_one_row_is_kept(tmp_path):
    run(pipeline(1), str(tmp_path), LOCAL, config={})
    assert column(tmp_path, "duplicates", "keep") == [True]


def test_another_threshold_makes_only_what_follows_from_it_again(tmp_path):
    run(pipeline(80), str(tmp_path), LOCAL, config={})
    rows = (tmp_path / "planted/rows/commits/part-00000.json").stat().st_mtime_ns
    again = RunOptions(executor="local", fresh_from="text_pairs")
    run(pipeline(80, threshold=0.999), str(tmp_path), again, config={})
    assert (tmp_path / "planted/rows/commits/part-00000.json").stat().st_mtime_ns == rows
    assert column(tmp_path, "duplicates", "keep") == [True] * 80


@pytest.mark.ray
@pytest.mark.usefixtures("ray_cluster")
def test_both_executors_write_the_same_bytes(output, tmp_path):
    run(pipeline(*SIZES), str(tmp_path), RunOptions(executor="ray"), config={})
    assert shard_bytes(tmp_path) == shard_bytes(output)
