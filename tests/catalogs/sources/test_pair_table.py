import base64
import json
import os
import tracemalloc
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.conftest import outcomes
from tests.catalogs.sources.pair_tables import GOOD, PNG, parquet, save, tables
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.source import listing_digest

FORMS = {
    "t.csv": 'file_name,text,url,license,n\na.png,"a cat, ""grey""",http://x,CC0-1.0,1\nimg/b.png,,,,\n',
    "t.CSV": '\ufefffile_name,text,url,license,n\r\na.png,"a cat, ""grey""",http://x,CC0-1.0,1\r\n\r\n'
    "img/b.png,,,,",
    "t.tsv": 'file_name\ttext\turl\tlicense\tn\na.png\ta cat, "grey"\thttp://x\tCC0-1.0\t1\nimg/b.png\t\t\t\t\n',
    "t.jsonl": json.dumps(
        {"file_name": "a.png", "text": 'a cat, "grey"', "url": "http://x", "license": "CC0-1.0", "n": "1"}
    )
    + '\n\n{"file_name": "img/b.png", "text": null, "n": ""}\n',
}


@pytest.mark.parametrize("name", FORMS)
def test_a_row_of_each_form_is_a_pair(name, tmp_path, read):
    first, second = read(save(tmp_path, name, FORMS[name]))
    assert (first.source_key, first.uri) == (f"{name}#row=0", f"{tmp_path}/a.png")
    assert (first.content, first.text) == (PNG + b"a.png", 'a cat, "grey"')
    assert (first.url, first.license, json.loads(first.meta)) == ("http://x", "CC0-1.0", {"n": "1"})
    assert (second.content, second.text, second.license) == (PNG + b"img/b.png", "", None)
    assert (second.source_key, second.url, json.loads(second.meta)) == (f"{name}#row=1", None, {"n": ""})


def test_parquet_rows_of_bytes_and_of_datasets_are_pairs(tmp_path, read):
    images = pa.array(
        [
            {"bytes": b"one", "path": None},
            {"bytes": None, "path": "a.png"},
            {"bytes": None, "path": "no.png"},
            {"bytes": b"", "path": "a.png"},
            {"bytes": None, "path": None},
            None,
        ],
        pa.struct([("bytes", pa.binary()), ("path", pa.string())]),
    )
    columns = {
        "image": images,
        "caption": pa.array(["x", "y", None, "", "", ""]).dictionary_encode(),
        "day": [date(2026, 1, 1)] * 6,
        "clip": [[0.5]] * 6,
    }
    rows = read(parquet(tmp_path, columns))
    assert outcomes(rows) == ["row", "row", "file_missing", "file_empty", "image_missing", "image_missing"]
    assert [(row.content, row.text) for row in rows[:2]] == [(b"one", "x"), (PNG + b"a.png", "y")]
    assert (rows[0].uri, json.loads(rows[0].meta)) == (f"{tmp_path}/t.parquet#row=0", {"day": "2026-01-01"})


def test_bytes_above_the_limit_are_a_rejection(tmp_path, read):
    parquet(tmp_path, {"image": [b"12345", b"123456"], "text": ["x", "y"]})
    assert outcomes(read(tables(tmp_path, max_file_bytes=5))) == ["row", "file_too_large"]


def test_a_table_that_can_be_read_only_since_the_listing_is_told_to_be_tried_again(tmp_path):
    source = save(tmp_path, "t.csv", "")
    partitions = source.partitions(source.items())
    save(tmp_path, "t.csv", "image,text\na.png,x\n")
    (row,) = (row for p in partitions for row in source.read(p))
    assert (row.source_key, row.reason, row.retryable) == ("t.csv", "file_unreadable", True)


def test_one_image_meant_by_many_rows_is_in_memory_for_one_of_them(tmp_path):
    """A file of 4 MB whose rows would be 1.6 GB: bytes and text are stored once, in a dictionary."""
    table = pa.table({"image": pa.array([PNG + bytes(4 << 20)] * 200), "text": ["x" * (4 << 20)] * 200})
    pq.write_table(table, tmp_path / "t.parquet", dictionary_pagesize_limit=64 << 20)
    del table
    source = tables(tmp_path)
    (partition,) = source.partitions(source.items())
    pool = pa.default_memory_pool()
    before, peak, n_rows = pool.bytes_allocated(), 0, 0
    tracemalloc.start()
    for row in source.read(partition):
        n_rows += len(row.content) > 4 << 20
        peak = max(peak, pool.bytes_allocated() - before)
    python_peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_rows == 200
    assert peak + python_peak < 100 << 20


def test_a_value_that_python_has_no_type_for_costs_its_row_alone(tmp_path, read):
    times = pa.array([0, 2**62, 0], pa.timestamp("us"))
    rows = read(parquet(tmp_path, {"image": [b"1"] * 3, "text": ["x"] * 3, "seen": times}))
    assert outcomes(rows) == ["row", "parquet_broken", "row"]


def test_a_file_that_is_none_is_one_rejection_and_takes_no_other_with_it(tmp_path, read):
    save(tmp_path, "a.csv", b"")
    (tmp_path / "b.csv").symlink_to("nowhere")
    (tmp_path / "c.parquet").write_bytes(b"PAR1")
    (tmp_path / "d.jsonl").write_bytes(b"\x00\xff" * 99)
    save(tmp_path, "e.tsv", "image\ttext\na.png\tx\n")
    rows = read(tables(tmp_path))
    assert [(row.source_key, reason) for row, reason in zip(rows, outcomes(rows), strict=True)] == [
        ("a.csv", "file_empty"),
        ("b.csv", "file_missing"),
        ("c.parquet", "parquet_broken"),
        ("d.jsonl#row=0", "json_broken"),
        ("e.tsv#row=0", "row"),
    ]


def test_a_table_that_vanished_since_the_listing_is_a_rejection_of_each_stretch(tmp_path):
    source = save(tmp_path, "t.csv", "image,text\n" + "a.png,x\n" * 150)
    partitions = source.partitions(source.items())
    (tmp_path / "t.csv").unlink()
    assert outcomes(row for p in partitions for row in source.read(p)) == ["file_missing"] * 2


@pytest.mark.parametrize("name", GOOD)
def test_partitions_are_stretches_of_a_hundred_rows_and_their_size_changes_no_row(name, tmp_path, read):
    header, good = GOOD[name]
    source = save(tmp_path, name, header + b"".join(good.replace(b"good", b"%d" % i) for i in range(250)))
    assert [item.n_rows for item in source.items()] == [100, 100, 50]
    rows = read(source)
    assert [row.text for row in rows] == [str(i) for i in range(250)]
    assert [row.source_key for row in rows] == [f"{name}#row={i}" for i in range(250)]
    small = tables(tmp_path, groups_per_partition=1)
    assert len(small.partitions(small.items())) == 3
    assert read(small) == rows


@pytest.mark.parametrize("limit", [1, 100, 130, 999])
def test_a_limit_cuts_inside_a_stretch(limit, tmp_path, read):
    source = save(tmp_path, "t.csv", "image,text\n" + "a.png,x\n" * 150)
    assert len(read(Limited(source, limit))) == min(limit, 150)
    assert len(read(Limited(tables(tmp_path, groups_per_partition=1), limit))) == min(limit, 150)


def test_another_column_is_another_table_and_another_row_count_another_input(tmp_path):
    path = tmp_path / "t.csv"
    seen = []
    for content in ("image,text,alt\na.png,x,y\n", "image,text,alt\na.png,x\na,b"):
        save(tmp_path, "t.csv", content)
        os.utime(path, ns=(1, 1))
        seen.append(listing_digest(tables(tmp_path).items()))
    assert len(set(seen)) == 2
    assert tables(tmp_path).describe() != tables(tmp_path, text_column="alt").describe()


def test_a_table_is_streamed(tmp_path):
    line = json.dumps({"image": "data:;base64," + base64.b64encode(bytes(1 << 20)).decode(), "text": "x"})
    source = save(tmp_path, "t.jsonl", f"{line}\n" * 40)
    tracemalloc.start()
    n_rows = sum(
        len(row.content) == 1 << 20 for p in source.partitions(source.items()) for row in source.read(p)
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_rows == 40
    assert peak < 30 << 20
