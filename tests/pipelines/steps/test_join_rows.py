from dataclasses import dataclass

import pytest

from tests.pipelines.steps.planted import Planted
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.steps.join_rows import Concatenate, JoinRows
from vlcorpus.schemas.dedup import DuplicateDecision
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.row import Row
from vlcorpus.stages.stage import Chain


@dataclass(slots=True, kw_only=True)
class DecidedRow(Row):
    size: int
    vector: bytes
    duplicate: DuplicateDecision | None = None


@dataclass(frozen=True)
class Decided(Planted):
    def read(self, partition):
        for row in super().read(partition):
            yield DecidedRow.origin(row.source, row.source_key, row.license, size=row.size, vector=row.vector)


@dataclass(frozen=True)
class Decisions(Decided):
    """A decision for each row, or for all but the last of each partition."""

    short: bool = False

    def read(self, partition):
        rows = list(super().read(partition))
        for row in rows[: -1 if self.short else None]:
            yield DuplicateDecision(
                id=row.id, keep=row.size > 3, group=None, duplicate_of=None, similarity=None
            )


ROWS = Table("rows", Chain(Decided((3, 0, 2)), ()), row=DecidedRow)
MORE = Table("more", Chain(Decided((1,), topics=5), ()), row=DecidedRow)


def joined(rows: TableStore, decisions: TableStore, more: TableStore) -> Concatenate:
    return Concatenate((JoinRows(rows, (decisions,), into=("duplicate",)), TableRows(more)))


def pipeline(short: bool = False) -> Pipeline:
    decisions = Table("decisions", Chain(Decisions((3, 0, 2), short=short), ()), row=DuplicateDecision)
    return Pipeline("toy", Table("samples", Over(joined, ROWS, decisions, MORE), row=DecidedRow))


def test_each_row_gets_its_decision_and_other_tables_follow(tmp_path):
    run(pipeline(), str(tmp_path), RunOptions(executor="local"), config={})
    samples = TableStore(str(tmp_path / "toy/samples"))
    assert samples.committed() == [0, 1, 2, 4]  # those of `rows` are even, those of `more` odd
    found = [[row.duplicate for row in samples.rows(index)] for index in samples.committed()]
    assert [len(part) for part in found] == [3, 1, 0, 2]
    rows = [row for index in (0, 2, 4) for row in samples.rows(index)]
    assert all(row.duplicate.id == row.id and row.duplicate.keep == (row.size > 3) for row in rows)
    assert found[1] == [None]


def test_a_missing_decision_ends_the_run(tmp_path):
    with pytest.raises(EnvironmentFailure, match=r"says nothing of .* --fresh-from decisions"):
        run(pipeline(short=True), str(tmp_path), RunOptions(executor="local"), config={})
