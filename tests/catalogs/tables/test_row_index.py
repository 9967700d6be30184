"""An index answers with rows of committed shards, each once, and nothing else, whatever happened to it."""

import hashlib
import io
import logging
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.tables.killing import killed_before_change
from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.tables.row_index import RowIndex, committed_shards
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.sample import Sample

N = 5


def rows_of(index: int, answer: str = "") -> list[Sample]:
    return [sample(f"{index}.pdf#page={page}{answer}") for page in range(2)]


@pytest.fixture(params=["local", "memory"])
def table(request, tmp_path):
    output = f"{tmp_path}/out" if request.param == "local" else f"memory:/{tmp_path}"
    partitions = [(rows_of(index), [rejection(f"{index}.txt")]) for index in range(N)]
    table = write_corpus(output, [*partitions, ([], [rejection("none.txt")]), ([], [])])
    table.create(replace(table.manifest(), n_partitions=10))  # some of them are still to come
    yield table
    table.files.delete("")


def make(table: TableStore, index: int, answer: str) -> None:
    """Commit the partition with other rows."""
    commit = next(commit for commit in table.commits() if commit.partition == N)
    table.commit(
        replace(commit, partition=index, data=table.write_data(index, Sample, rows_of(index, answer)))
    )


def remake(table: TableStore, index: int, answer: str) -> None:
    table.drop([index])
    make(table, index, answer)


def data_of(table: TableStore) -> RowIndex:
    return table.indexes[0]


def extend(table: TableStore, least: int = 1) -> int:
    return data_of(table).extend(commits(table), least)


def commits(table: TableStore) -> pa.Table:
    return table.log.read(("partition", "data", "rejects"))


def found(table: TableStore) -> list[tuple[int, int, str]]:
    """Return what the index holds of the shards that are committed."""
    tables = list(data_of(table).rows(committed_shards(commits(table), "data")))
    lines = [line for rows in tables for line in rows.to_pylist()]
    return sorted((line["partition"], line["file_row_number"], line["source_key"]) for line in lines)


def committed(table: TableStore, *, without: tuple[int, ...] = ()) -> list[tuple[int, int, str]]:
    return [
        (commit.partition, number, row.source_key)
        for commit in table.commits()
        if commit.partition not in without
        for number, row in enumerate(table.rows(commit.partition))
    ]


def names(table: TableStore, kind: str = "data") -> list[str]:
    return table.files.names(f"index/{kind}")


def test_it_holds_the_rows_of_every_committed_shard(table):
    assert found(table) == []
    assert extend(table) == N
    assert found(table) == committed(table)
    assert len(names(table)) == 1


def test_rejections_have_an_index_of_their_own(table):
    rejects = table.indexes[1]
    assert rejects.extend(commits(table), 1) == N + 1
    (rows,) = rejects.rows(committed_shards(commits(table), "rejects"))
    assert rows["partition"].to_pylist() == [*range(N + 1)]
    assert set(rows["reason"].to_pylist()) == {"pdf_broken"}
    assert (len(names(table, "rejects")), names(table)) == (1, [])


def test_only_rows_that_are_samples_are_indexed_beside_rejections(table):
    table.index_rows(FileRow, 1)
    assert (len(names(table, "rejects")), names(table)) == (1, [])
    table.index_rows(Sample, 1)
    assert (len(names(table, "rejects")), len(names(table))) == (1, 1)


def test_few_shards_are_left_out_and_what_is_there_is_not_read_again(table):
    assert extend(table, least=N + 1) == 0
    assert names(table) == []
    assert extend(table, least=N) == N
    before = names(table)
    make(table, 9, "")
    assert extend(table, least=2) == 0
    assert found(table) == committed(table, without=(9,))
    assert extend(table) == 1
    assert found(table) == committed(table)
    assert set(before) < set(names(table))
    assert extend(table, least=0) == 0


def test_rows_come_a_few_at_a_time(table, monkeypatch):
    monkeypatch.setattr("vlcorpus.catalogs.tables.row_index._YIELDED_ROWS", 3)
    extend(table)
    pieces = list(data_of(table).rows(committed_shards(commits(table), "data")))
    assert [len(rows) for rows in pieces] == [3, 3, 3, 1]
    assert found(table) == committed(table)


def test_a_file_ends_with_the_shard_that_fills_it(table, monkeypatch):
    monkeypatch.setattr("vlcorpus.catalogs.tables.row_index._FILE_ROWS", 3)
    monkeypatch.setattr("vlcorpus.catalogs.tables.row_index._BATCH", 1)
    assert extend(table) == N
    assert len(names(table)) == 3
    assert found(table) == committed(table)


def test_a_partition_that_was_taken_back_or_made_again_is_not_answered(table):
    extend(table)
    table.drop([0])
    remake(table, 1, " anew")
    assert found(table) == committed(table, without=(1,))
    assert extend(table) == 1
    assert found(table) == committed(table)


def test_a_partition_made_again_alike_is_answered_without_reading_it(table):
    extend(table)
    before = names(table)
    remake(table, 1, "")
    assert found(table) == committed(table)
    assert extend(table) == 0
    assert names(table) == before


def test_a_shard_in_two_files_counts_once(table):
    extend(table)
    (first,) = names(table)
    content = table.files.read(f"index/data/{first}")
    table.files.delete("index")
    make(table, 9, "")
    extend(table)
    table.files.write(f"index/data/{first}", content)
    assert len(names(table)) == 2
    assert found(table) == committed(table)
    assert extend(table) == 0


def test_a_file_of_which_less_than_half_counts_goes_and_the_rest_of_it_is_read_again(table):
    extend(table)
    (first,) = names(table)
    for index in (0, 1):
        remake(table, index, " anew")
    assert extend(table) == 2
    assert first in names(table)
    remake(table, 2, " anew")
    assert extend(table) == 3
    assert first not in names(table)
    assert found(table) == committed(table)
    for index in range(N):
        remake(table, index, " once more")
    assert data_of(table).sweep(commits(table)) == len(names(table)) + 2
    assert (names(table), found(table)) == ([], [])


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_damaged_file_is_passed_over_with_a_word_and_clean_deletes_it(table, at, caplog):
    extend(table)
    (damaged,) = names(table)
    make(table, 9, "")
    extend(table)
    content = bytearray(table.files.read(f"index/data/{damaged}"))
    content[int(at * len(content))] ^= 1
    table.files.write(f"index/data/{damaged}", bytes(content))
    with caplog.at_level(logging.WARNING):
        assert found(table) == [(9, 0, "9.pdf#page=0"), (9, 1, "9.pdf#page=1")]
    assert damaged in caplog.text
    assert "vlcorpus clean" in caplog.text
    assert table.sweep() == 1
    assert extend(table) == N
    assert found(table) == committed(table)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no Parquet at all, though it is named so"])
def test_a_file_that_is_no_parquet_holds_nothing_until_clean_deletes_it(table, content):
    table.files.write("index/data/cut-off.parquet", content)
    assert found(table) == []
    assert extend(table) == N
    assert found(table) == committed(table)
    assert "cut-off.parquet" in names(
        table
    )  # a writer does not know a damaged file from a network that fails
    assert table.sweep() == 1
    assert "cut-off.parquet" not in names(table)
    assert found(table) == committed(table)


def test_a_file_of_a_version_with_other_columns_does_not_count(table):
    extend(table)
    (today,) = names(table)
    rows = pq.read_table(io.BytesIO(table.files.read(f"index/data/{today}")))
    table.files.delete("index")
    out = io.BytesIO()
    pq.write_table(rows.drop_columns(["engine"]), out)
    former = f"{hashlib.sha256(out.getvalue()).hexdigest()}.parquet"
    table.files.write(f"index/data/{former}", out.getvalue())
    assert found(table) == []
    assert extend(table) == N
    assert (found(table), names(table)) == (committed(table), [today])


def test_a_damaged_shard_stays_out(table, caplog):
    table.files.write("data/part-00002.parquet", b"no Parquet")
    table.files.delete("data/part-00003.parquet")
    assert extend(table) == N - 2
    assert {partition for partition, *_ in found(table)} == {0, 1, 4}
    assert "part-00002.parquet: stays out of the row index" in caplog.text


def test_a_file_that_a_writer_deletes_under_a_reader_is_not_missed_with_a_word(table, caplog, monkeypatch):
    extend(table)
    read = Storage.read

    def deleted_before(self, name):
        if name.startswith("index/"):
            self.delete(name)
        return read(self, name)

    monkeypatch.setattr(Storage, "read", deleted_before)
    assert found(table) == []
    assert caplog.text == ""


@pytest.mark.parametrize("table", ["local"], indirect=True)
def test_a_writer_killed_at_any_step_leaves_only_what_is_true_and_the_next_goes_on(table, monkeypatch):
    monkeypatch.setattr("vlcorpus.catalogs.tables.row_index._FILE_ROWS", 4)
    monkeypatch.setattr("vlcorpus.catalogs.tables.row_index._BATCH", 1)
    for n in range(20):
        table.files.delete("index")
        extend(table)
        for index in range(3):
            remake(table, index, f" anew {n}")
        stopped = killed_before_change(n, lambda: extend(table), monkeypatch)
        assert set(found(table)) <= set(committed(table))
        assert len(found(table)) == len(set(found(table)))
        extend(table)
        assert found(table) == committed(table)
        if not stopped:
            assert n == 3  # one file was deleted, and two were written
            return
    pytest.fail("it was never done")
