"""What `vlcorpus plan --rows` computes, against what the steps do."""

import pytest

from tests.pipelines.steps.planted import planted
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.captions.config import CaptionsConfig
from vlcorpus.pipelines.captions.pipeline import captions
from vlcorpus.pipelines.cli.report import scale_lines
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.semantic_dedup import DedupConfig, semantic_dedup
from vlcorpus.pipelines.steps import clusters
from vlcorpus.pipelines.steps.cost import (
    DECISION_BYTES,
    HEX_ID_BYTES,
    MEMBER_BYTES,
    PAIR_BYTES,
    VERDICT_BYTES,
    Cost,
    look_flops,
)
from vlcorpus.pipelines.steps.step import Step
from vlcorpus.schemas.arrow import arrow_schema
from vlcorpus.schemas.dedup import DuplicateDecision, GroupMember, NearPair, Verdict


@pytest.fixture(scope="module")
def steps(tmp_path_factory) -> dict[str, Step]:
    """Return the steps of dedup, bound to tables of 9,000 rows."""
    output = str(tmp_path_factory.mktemp("cost"))
    table = semantic_dedup(planted(3000, 6000), DedupConfig(), vector="vector", score=("size",), seed=0)
    pipeline = Pipeline("planted", table)
    run(pipeline, output, RunOptions(executor="local"), config={})
    return {table.name: table.source(f"{output}/planted") for table in pipeline.tables()}


def test_there_are_as_many_tasks_as_planned(steps):
    for name in (
        "text_cells",
        "text_sampled",
        "text_clusters",
        "text_buckets",
        "text_pairs",
        "text_verdicts",
        "text_groups",
    ):
        step = steps[name]
        assert len(step.partitions(step.items())) == step.cost(9000, 32).tasks, name


def test_as_many_vectors_are_moved_as_planned(steps):
    pairs = steps["text_pairs"]
    planned = steps["text_buckets"].cost(9000, 32)
    assert sum(item.n_rows for item in pairs.items() if "text_buckets" in item.key) == 2 * 9000
    written = sum(item.n_bytes for item in pairs.items() if "text_buckets" in item.key)
    assert written == pytest.approx(planned.written_bytes, rel=0.25)


def column_bytes(table: TableStore, *columns: str) -> float:
    """Return the bytes of a table's shards that these columns take, per row."""
    n_bytes = n_rows = 0
    for index in table.committed():
        with table.open_shard(index) as shard:
            footer = shard.metadata
            groups = [footer.row_group(number) for number in range(footer.num_row_groups)]
            parts = [group.column(n) for group in groups for n in range(footer.num_columns)]
            n_bytes += sum(p.total_compressed_size for p in parts if p.path_in_schema in columns)
            n_rows += footer.num_rows
    return n_bytes / n_rows


def test_ids_decisions_and_pairs_take_as_many_bytes_of_a_shard_as_planned(steps):
    rows = steps["text_cells"].table
    decisions = TableStore(rows.uri.removesuffix(rows.name) + "duplicates")
    assert column_bytes(rows, "id") == pytest.approx(HEX_ID_BYTES, rel=0.1)
    assert column_bytes(decisions, *arrow_schema(DuplicateDecision).names) == pytest.approx(
        DECISION_BYTES, rel=0.25
    )
    pairs = steps["text_groups"].pairs
    assert column_bytes(pairs, *arrow_schema(NearPair).names) == pytest.approx(PAIR_BYTES, rel=0.1)
    verdicts, groups = steps["duplicates"].verdicts, steps["duplicates"].groups
    assert column_bytes(verdicts, *arrow_schema(Verdict).names) == pytest.approx(VERDICT_BYTES, rel=0.1)
    assert column_bytes(groups, *arrow_schema(GroupMember).names) == pytest.approx(MEMBER_BYTES, rel=0.1)


@pytest.mark.parametrize(("limit", "n_vectors"), [(1000, 1000), (5761, 5760), (5760, 5760), (5759, 5759)])
def test_centroids_are_trained_on_no_more_vectors_than_the_limit(steps, limit, n_vectors, monkeypatch):
    monkeypatch.setattr(clusters, "MAX_SAMPLE", limit)
    step = steps["text_sampled"]
    sampled = [batch for task in step.partitions(step.items()) for batch in step.read(task)]
    assert step.cost(9000, 32).read_bytes == n_vectors * 2 * 32
    assert sum(map(len, sampled)) == pytest.approx(n_vectors, abs=len(step.items()))  # shares are rounded


def test_a_task_is_not_cut_and_cores_are_no_more_than_tasks():
    cost = Cost(tasks=4, read_bytes=0, written_bytes=0, cpu_s=100, task_bytes=0)
    assert [cost.wall_s(cores) for cores in (1, 4, 64)] == [100, 25, 25]


def test_two_levels_cost_the_root_of_what_one_costs():
    assert look_flops(1_000_000, 512, 6) == 2 * 512 * 1000 * 7


def test_a_billion_rows_are_planned_and_cost_grows_slower_than_all_pairs(tmp_path):
    """Clusters grow with the root of n, and so does a row's cost: n to the power of 1.5 at most."""
    (tmp_path / "pairs.jsonl").write_text("")
    pipeline = captions(CaptionsConfig(input=(str(tmp_path / "pairs.jsonl"),)))
    steps = [table.source("") for table in pipeline.tables() if not table.stages]
    million, billion = (
        sum(cost.cpu_s for step in steps if (cost := step.cost(n, 512))) for n in (10**6, 10**9)
    )
    assert 1000 < billion / million < 1000**1.5
    lines = list(scale_lines(pipeline, 10**9, 512, 512))
    assert "text_pairs" in "".join(lines)
    assert "TB moved by" in lines[-1]
