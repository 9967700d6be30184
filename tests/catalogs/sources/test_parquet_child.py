"""A small Parquet file that means gigabytes ends as a reject that says so; what lies beside it is read."""

import resource

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vlcorpus.catalogs.sources import parquet_child
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.schemas.rejection import Rejection

MB = 1_000_000
VALUE_BYTES = 300 * MB


@pytest.fixture(autouse=True)
def little_memory(monkeypatch):
    """Leave a child what its imports take, and some MB."""
    monkeypatch.setattr(parquet_child, "_IDLE_BYTES", 700 * MB)
    monkeypatch.setattr(parquet_child, "_PAGES_BYTES", 0)


def read(source) -> list:
    partitions = source.partitions(source.items())
    return [row for partition in partitions for row in source.read(partition)]


def told(rows) -> list[str]:
    return [row.reason if isinstance(row, Rejection) else "row" for row in rows]


def pairs(folder) -> PairTable:
    return PairTable(inputs=(str(folder),), source="s", max_file_bytes=10 * MB)


def one_value(path, compression: str) -> None:
    table = pa.table({"image": [b"i"] * 4, "text": [b"a", b"b", bytes(VALUE_BYTES), b"c"]})
    table = table.set_column(1, "text", table["text"].cast(pa.string()))
    pq.write_table(table, path, compression=compression, use_dictionary=False, row_group_size=3)


def a_list_of_one_value(path) -> None:
    """Write a list of 300 times one megabyte, which a dictionary makes one megabyte, of zeros."""
    texts = pa.array([["a"], ["b"], ["\0" * MB] * 300, ["c"]], pa.list_(pa.string()))
    table = pa.table({"image": [b"i"] * 4, "text": texts})
    pq.write_table(table, path, compression="zstd", dictionary_pagesize_limit=10 * MB, row_group_size=3)


@pytest.mark.parametrize("write", [lambda path: one_value(path, "zstd"), a_list_of_one_value])
def test_a_value_of_gigabytes_is_a_reject_and_the_next_row_group_is_read(tmp_path, write):
    write(tmp_path / "bomb.parquet")
    assert (tmp_path / "bomb.parquet").stat().st_size < MB
    pq.write_table(pa.table({"image": [b"i"], "text": ["a"]}), tmp_path / "plain.parquet")
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = read(pairs(tmp_path))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb < 100_000
    assert told(rows)[-3:] == ["out_of_memory", "row", "row"]
    rejection = next(row for row in rows if isinstance(row, Rejection))
    assert rejection.source_key == "bomb.parquet#group=00000"
    assert "of the row group on: limit 0.8" in rejection.detail
    assert "set by max_file_bytes" in rejection.detail


def test_so_is_a_value_in_a_dictionary(tmp_path):
    column = pa.array([bytes(VALUE_BYTES)], pa.binary())
    pq.write_table(pa.table({"x": column}), tmp_path / "a.parquet", compression="gzip")
    rows = read(ParquetBytes(inputs=(str(tmp_path),), source="s", max_file_bytes=10 * MB))
    assert told(rows) == ["out_of_memory"]


def test_a_value_as_large_as_a_file_may_be_is_read(tmp_path, monkeypatch):
    monkeypatch.undo()
    largest = ParquetBytes(inputs=(str(tmp_path),), source="s").max_file_bytes
    table = pa.table({"x": [bytes(largest), b"next"]})
    pq.write_table(table, tmp_path / "a.parquet", compression="zstd", use_dictionary=False)
    del table
    rows = read(ParquetBytes(inputs=(str(tmp_path),), source="s"))
    assert told(rows) == ["row", "row"]
    assert len(rows[0].content) == largest


def test_an_error_of_the_child_is_the_readers(tmp_path):
    pq.write_table(pa.table({"image": [b"i"], "text": ["a"]}), tmp_path / "a.parquet")
    source = pairs(tmp_path)
    items = source.items()
    (tmp_path / "a.parquet").write_bytes(b"PAR1 something else")
    (row,) = (row for partition in source.partitions(items) for row in source.read(partition))
    assert (row.reason, row.retryable) == ("file_unreadable", True)
