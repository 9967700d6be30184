import os
import tracemalloc

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.catalogs.sources.source import listing_digest
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.rejection import Rejection


def save(path, columns: dict, *, group_rows: int = 3, **options):
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), path, row_group_size=group_rows, **options)
    return path


def documents(n: int, start: int = 0) -> dict:
    return {"pdf": [b"%%PDF %d" % i for i in range(start, start + n)], "n": list(range(n))}


def parquet(*inputs, **parameters) -> ParquetBytes:
    return ParquetBytes(inputs=tuple(map(str, inputs)), source="test", **parameters)


def outcomes(rows) -> list[tuple[str, str]]:
    return [(r.source_key, str(r.reason) if isinstance(r, Rejection) else "row") for r in rows]


def test_every_row_of_every_group_is_a_row_called_by_file_and_index(tmp_path, read_all):
    save(tmp_path / "x/b.parquet", documents(7))
    save(tmp_path / "a.PARQUET", documents(2, start=50))
    rows = read_all(parquet(tmp_path))
    assert [row.source_key for row in rows] == [
        *(f"a.PARQUET#row={i}" for i in range(2)),
        *(f"x/b.parquet#row={i}" for i in range(7)),
    ]
    assert [row.content for row in rows][2:] == [b"%%PDF %d" % i for i in range(7)]
    assert rows[-1].uri == f"{tmp_path}/x/b.parquet#row=6"


def test_partitions_are_row_groups_and_their_size_does_not_change_the_rows(tmp_path, read_all):
    save(tmp_path / "a.parquet", documents(20))
    one, seven = parquet(tmp_path), parquet(tmp_path, groups_per_partition=1)
    assert [len(p.items) for p in seven.partitions(seven.items())] == [1] * 7
    assert len(one.partitions(one.items())) == 1
    assert read_all(one) == read_all(seven)


def test_the_struct_of_datasets_is_read_and_its_path_told_where_bytes_are_null(tmp_path, read_all):
    images = pa.array(
        [{"bytes": b"png", "path": "a.png"}, {"bytes": None, "path": "b.png"}, None],
        pa.struct([("bytes", pa.binary()), ("path", pa.string())]),
    )
    rows = read_all(parquet(save(tmp_path / "a.parquet", {"image": images})))
    assert outcomes(rows) == [
        ("a.parquet#row=0", "row"),
        ("a.parquet#row=1", "bytes_missing"),
        ("a.parquet#row=2", "bytes_missing"),
    ]
    assert rows[0].content == b"png"
    assert "b.png" in rows[1].detail


@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view(), pa.binary(3)])
def test_every_binary_type_is_read(kind, tmp_path, read_all):
    (row,) = read_all(parquet(save(tmp_path / "a.parquet", {"x": pa.array([b"abc"], kind)})))
    assert row.content == b"abc"


def test_key_licence_and_source_come_from_their_columns_or_from_the_source(tmp_path, read_all):
    columns = {
        "pdf": [b"1", b"2", b"3"],
        "doc": [10, 11, None],
        "terms": ["CC-BY-4.0", None, "MIT"],
        "from": [None, "arxiv", "x"],
    }
    path = save(tmp_path / "a.parquet", columns)
    chosen = {"key_column": "doc", "license_column": "terms", "source_column": "from"}
    one, two, three = read_all(parquet(path, license="CC0-1.0", **chosen))
    assert (one.source_key, one.license, one.source) == ("10", "CC-BY-4.0", "test")
    assert (two.source_key, two.license, two.source) == ("11", "CC0-1.0", "arxiv")
    assert (three.source_key, three.reason, three.license) == ("a.parquet#row=2", "key_missing", "MIT")
    assert three.stage == "ParquetBytes"


def test_a_licence_of_a_row_that_is_no_expression_stays_as_it_is(tmp_path, read_all):
    columns = {"pdf": [b"1", b"2", b"3"], "terms": ["cc-by-4.0", "Flickr terms", ""]}
    path = save(tmp_path / "a.parquet", columns)
    rows = read_all(parquet(path, license="CC0-1.0", license_column="terms"))
    assert [row.license for row in rows] == ["CC-BY-4.0", "Flickr terms", "CC0-1.0"]


def test_null_empty_and_large_bytes_are_rejections_beside_good_rows(tmp_path, read_all):
    path = save(tmp_path / "a.parquet", {"x": [b"12345", None, b"", b"123456"]})
    reasons = [reason for _, reason in outcomes(read_all(parquet(path, max_file_bytes=5)))]
    assert reasons == ["row", "bytes_missing", "file_empty", "file_too_large"]


def test_a_broken_file_is_one_rejection_and_takes_no_other_with_it(tmp_path, read_all):
    whole = save(tmp_path / "c.parquet", documents(4)).read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[:-50])
    (tmp_path / "b.parquet").write_bytes(b"")
    assert outcomes(read_all(parquet(tmp_path))) == [
        ("a.parquet", "parquet_broken"),
        ("b.parquet", "parquet_broken"),
        *((f"c.parquet#row={i}", "row") for i in range(4)),
    ]


def test_a_broken_row_group_is_one_rejection_and_the_groups_around_it_are_rows(tmp_path, read_all):
    columns = {"x": [os.urandom(2000) for _ in range(9)]}
    path = save(tmp_path / "a.parquet", columns, compression="zstd", use_dictionary=False)
    start = pq.read_metadata(path).row_group(1).column(0).data_page_offset
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * 200)
    rows = read_all(parquet(path))
    assert [key for key, reason in outcomes(rows) if reason == "row"] == [
        f"a.parquet#row={i}" for i in (0, 1, 2, 6, 7, 8)
    ]
    assert [o for o in outcomes(rows) if o[1] != "row"] == [("a.parquet#group=00001", "parquet_broken")]


def test_a_file_that_vanished_since_the_listing_is_a_rejection_for_each_group(tmp_path):
    source = parquet(save(tmp_path / "a.parquet", documents(6)), save(tmp_path / "b.parquet", documents(1)))
    partitions = source.partitions(source.items())
    (tmp_path / "a.parquet").unlink()
    assert outcomes(row for p in partitions for row in source.read(p)) == [
        ("a.parquet#group=00000", "file_missing"),
        ("a.parquet#group=00001", "file_missing"),
        ("b.parquet#row=0", "row"),
    ]


@pytest.mark.parametrize(
    ("columns", "parameters", "message"),
    [
        ({"a": [b"1"], "b": [b"2"]}, {}, "columns a, b can hold the bytes.*bytes_column"),
        ({"a": ["1"]}, {}, "no column can hold the bytes.*it has a"),
        ({"a": [b"1"]}, {"bytes_column": "pdf"}, "no column pdf.*It has a"),
        ({"a": [b"1"]}, {"key_column": "id"}, "no column id.*It has a"),
        ({"a": [b"1"], "t": ["x"]}, {"bytes_column": "t"}, "column t is string, not binary"),
        ({"a": pa.array([], pa.binary())}, {}, "hold no rows"),
    ],
)
def test_a_wrong_column_is_refused_before_the_run(tmp_path, columns, parameters, message):
    path = save(tmp_path / "a.parquet", columns)
    with pytest.raises(ConfigError, match=message):
        parquet(path, **parameters).items()


def test_another_column_is_another_table_and_another_row_count_another_input(tmp_path):
    path = save(tmp_path / "a.parquet", documents(4))
    os.utime(path, ns=(1, 1))
    assert parquet(path, key_column="n").describe() != parquet(path).describe()
    before = listing_digest(parquet(path).items())
    save(path, documents(5))
    os.utime(path, ns=(1, 1))
    assert listing_digest(parquet(path).items()) != before


@pytest.mark.parametrize("limit", [1, 3, 4, 7, 100])
def test_a_limit_cuts_inside_a_row_group(tmp_path, limit, read_all):
    save(tmp_path / "a.parquet", documents(7))
    source = parquet(tmp_path, groups_per_partition=1)
    expected = [f"a.parquet#row={i}" for i in range(min(limit, 7))]
    assert [row.source_key for row in read_all(Limited(source, limit))] == expected


def test_a_row_group_is_streamed(tmp_path):
    content = [os.urandom(1 << 20) for _ in range(96)]
    options = {"use_dictionary": False, "write_batch_size": 4}  # pages of 4 MiB
    path = save(tmp_path / "a.parquet", {"x": content}, group_rows=96, **options)
    del content
    source = parquet(path)
    (partition,) = source.partitions(source.items())
    pool = pa.default_memory_pool()
    before = pool.bytes_allocated()
    arrow_peak = n_rows = 0
    tracemalloc.start()
    for row in source.read(partition):
        n_rows += len(row.content) == 1 << 20
        arrow_peak = max(arrow_peak, pool.bytes_allocated() - before)
    python_peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_rows == 96
    assert python_peak + arrow_peak < 48 << 20, "half of the row group would be"
