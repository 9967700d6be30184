import tracemalloc

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.tar_pairs import BLOCK, END, outcomes, sample, tars, zstd
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.source import listing_digest

ONE = len(sample("0"))


def ledger(path, *rows: tuple[str | None, str, str | None]) -> None:
    keys, statuses, errors = zip(*rows, strict=True)
    pq.write_table(
        pa.table({"key": keys, "status": statuses, "error_message": pa.array(errors, pa.string())}),
        path,
    )


FAILED, DONE = "failed_to_download", ("success", None)


def test_a_download_that_failed_is_a_rejection_with_its_error(tmp_path, read):
    ledger(tmp_path / "00000.parquet", ("0", *DONE), ("1", FAILED, "HTTP 404"), ("2", *DONE))
    source = tars(tmp_path, sample("0") + sample("2") + END)
    rows = read(source)
    assert outcomes(rows) == [("sample=0", "row"), ("sample=2", "row"), ("sample=1", "download_failed")]
    assert (rows[2].detail, rows[2].source_key) == (f"{FAILED}: HTTP 404", "00000.tar#sample=1")
    assert [item.n_rows for item in source.items()] == [3]


def test_what_the_ledger_has_and_a_cut_tar_lost_is_told_sample_by_sample(tmp_path, read):
    ledger(tmp_path / "00000.parquet", *((str(i), *DONE) for i in range(4)), ("4", FAILED, "x"))
    rows = read(tars(tmp_path, (sample("0") + sample("1") + sample("2"))[: 3 * ONE - BLOCK]))
    assert outcomes(rows) == [
        ("sample=0", "row"),
        ("sample=1", "row"),
        ("sample=2", "tar_broken"),
        ("sample=3", "tar_broken"),
        ("sample=4", "download_failed"),
    ]


def test_a_ledger_that_disagrees_or_is_confused_loses_and_doubles_nothing(tmp_path, read):
    rows = [("0", *DONE), ("9", *DONE), (None, *DONE), (None, FAILED, None)]
    ledger(tmp_path / "00000.parquet", *rows, ("0", *DONE), ("1", FAILED, None), ("9", FAILED, "x"))
    assert outcomes(read(tars(tmp_path, sample("0") + sample("1") + END))) == [
        ("sample=0", "row"),
        ("sample=1", "row"),
        ("sample=9", "image_missing"),
        ("ledger_row=2", "key_missing"),
        ("ledger_row=3", "download_failed"),
        ("ledger_row=4", "sample_repeated"),
        ("ledger_row=6", "download_failed"),
    ]


def test_a_broken_ledger_is_a_rejection_and_a_table_of_another_kind_is_none(tmp_path, read):
    tars(tmp_path, sample("0") + END, "a.tar")
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    tars(tmp_path, sample("0") + END, "b.tar")
    pq.write_table(pa.table({"uid": ["x"]}), tmp_path / "b.parquet")
    source = tars(tmp_path)
    assert outcomes(read(source)) == [("sample=0", "row"), ("ledger", "parquet_broken"), ("sample=0", "row")]
    assert [item.n_rows for item in source.items()] == [None, None]


def test_a_compressed_tar_has_its_ledger_too(tmp_path, read):
    ledger(tmp_path / "00000.parquet", ("0", *DONE), ("1", FAILED, "x"))
    rows = read(tars(tmp_path, zstd(sample("0") + END), "00000.tar.zst"))
    assert outcomes(rows) == [("sample=0", "row"), ("sample=1", "download_failed")]


def test_another_ledger_is_another_input(tmp_path):
    source = tars(tmp_path, sample("0") + END)
    seen = [listing_digest(source.items())]
    for error in (None, "HTTP 404"):
        ledger(tmp_path / "00000.parquet", ("1", FAILED, error))
        seen.append(listing_digest(tars(tmp_path).items()))
    assert len(set(seen)) == 3


@pytest.mark.parametrize(("limit", "expected"), [(1, "0"), (3, "021"), (4, "0210"), (9, "021021")])
def test_a_limit_goes_on_in_the_next_tar_where_the_ledger_says_how_many_there_are(
    limit, expected, tmp_path, read
):
    for name in ("a", "b"):
        tars(tmp_path, sample("0") + sample("2") + END, f"{name}.tar")
        ledger(tmp_path / f"{name}.parquet", ("0", *DONE), ("1", FAILED, "x"), ("2", *DONE))
    for n_tars in (1, 16):
        rows = read(Limited(tars(tmp_path, tars_per_partition=n_tars), limit))
        assert "".join(row.source_key[-1] for row in rows) == expected


def test_one_message_meant_by_many_downloads_is_in_memory_for_one_of_them(tmp_path):
    ledger(tmp_path / "00000.parquet", *((str(i), FAILED, "x" * (1 << 20)) for i in range(300)))
    source = tars(tmp_path, END)
    tracemalloc.start()
    before = pa.total_allocated_bytes()
    peak = max(
        pa.total_allocated_bytes() - before for p in source.partitions(source.items()) for _ in source.read(p)
    )
    python_peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak + python_peak < 40 << 20
