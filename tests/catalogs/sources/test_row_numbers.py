from dataclasses import dataclass

import pytest

from tests.factories import sample
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.row_numbers import RowNumbers
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import InputsChanged
from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.stage import RowStage


def numbers(rows: int, *, seed: int = 7, block_rows: int = 4, source: str = "toys") -> Limited[NumberedRow]:
    return Limited(
        RowNumbers(source=source, domain="toys", seed=seed, n_rows=rows, block_rows=block_rows), rows
    )


def rows_of(source: Limited[NumberedRow]) -> list[NumberedRow]:
    return [row for partition in source.partitions(source.items()) for row in source.rows(partition)]


@pytest.mark.parametrize("rows", [1, 3, 4, 5, 12])
def test_as_many_rows_come_as_are_wanted_each_number_once(rows):
    found = rows_of(numbers(rows))
    assert [row.number for row in found] == list(range(rows))
    assert [row.source_key for row in found] == [f"7/{number}" for number in range(rows)]
    assert len({row.id for row in found}) == rows


def test_another_seed_gives_other_rows():
    assert not {row.id for row in rows_of(numbers(5))} & {row.id for row in rows_of(numbers(5, seed=8))}


@dataclass(frozen=True)
class Roll(RowStage[NumberedRow, Sample]):
    """One throw of a die per row."""

    def each(self, row: NumberedRow) -> Sample:
        made = sample(answer=str(row.stream("scene").randint(1, 6)))
        made.id, made.source, made.source_key = row.id, row.source, row.source_key
        return made


def toys(rows: int, **changed) -> Pipeline:
    return Pipeline("toys", Table("samples", numbers(rows, **changed) >> Roll()))


def answers(output) -> dict[str, str]:
    table = TableStore(f"{output}/toys/samples")
    rows = (row for index in sorted(table.committed()) for row in table.rows(index))
    return {row.source_key: row.messages[-1].content[0].text for row in rows}


def test_more_rows_later_are_more_partitions_of_the_same_rows(tmp_path):
    for rows in (6, 6, 13):
        run(toys(rows), str(tmp_path / "grown"), RunOptions("local"), config={})
    run(toys(13), str(tmp_path / "at_once"), RunOptions("local"), config={})
    assert answers(tmp_path / "grown") == answers(tmp_path / "at_once")
    assert len(answers(tmp_path / "grown")) == 13


def test_fewer_rows_than_there_are_is_refused_and_named(tmp_path):
    run(toys(13), str(tmp_path), RunOptions("local"), config={})
    with pytest.raises(InputsChanged, match="7/000000000012"):
        run(toys(4), str(tmp_path), RunOptions("local"), config={})
    assert len(answers(tmp_path)) == 13
