"""The relation of commits: what came of a partition, and whether its files have the columns of today."""

import pyarrow.parquet as pq
import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.query.commit_lines import has_todays_schema, no_commit_lines
from vlcorpus.catalogs.query.views import connect
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.sample import Sample

ROWS = [
    ([sample("a"), sample("b")], [rejection("x")]),
    ([], [rejection("y"), rejection("z", "pdf_encrypted")]),
]


@pytest.fixture
def table(tmp_path):
    return write_corpus(tmp_path, ROWS)


def lines(tmp_path, columns: str) -> list[tuple]:
    return connect([str(tmp_path)]).execute(f"select {columns} from commits order by partition").fetchall()


def test_a_commit_tells_its_files(table, tmp_path):
    asked = "rows, rejects, data_bytes > 0, rejects_bytes > 0, data_path, rejects_path"
    first, second = lines(tmp_path, asked)
    assert first == (
        2,
        1,
        True,
        True,
        table.files.path("data/part-00000.parquet"),
        table.files.path("rejects/part-00000.parquet"),
    )
    assert second == (0, 2, False, True, None, table.files.path("rejects/part-00001.parquet"))


def test_no_commits_are_no_lines_of_the_same_columns(table, tmp_path):
    names = [name for name, *_ in connect([str(tmp_path)]).execute("describe commits").fetchall()]
    assert (len(no_commit_lines()), no_commit_lines().column_names) == (0, names)


def made_today(table, kind: str, row_type: type) -> bool:
    return has_todays_schema(table, table.log.read(), kind, row_type)


def test_files_of_today_have_its_columns_and_rows_of_another_type_have_not(table):
    assert made_today(table, "data", Sample)
    assert not made_today(table, "data", FileRow)


@pytest.mark.parametrize("partition", [0, 2])
def test_an_older_file_at_either_end_is_seen(tmp_path, partition):
    table = write_corpus(tmp_path, [([sample(f"{n}")], []) for n in range(3)])
    for index in range(3):
        commit = table.commit_of(index)
        commit.ended = f"2026-11-22T00:00:0{index}Z"
        table.files.write(f"commits/part-{index:05d}.json", commit.to_json())
    path = table.files.path(f"data/part-{partition:05d}.parquet")
    pq.write_table(pq.read_table(path).drop_columns(["trainable"]), path)
    assert not made_today(table, "data", Sample)


def test_a_damaged_file_is_looked_at_by_whoever_reads_it(table):
    table.files.write("data/part-00000.parquet", b"PAR1")
    assert not made_today(table, "data", Sample)
