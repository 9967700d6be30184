import base64
import json
import os
import tracemalloc
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.sources.conftest import outcomes
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.source import listing_digest
from vlcorpus.schemas.errors import ConfigError

PNG = b"\x89PNG"


def fill(folder):
    for name in ("a.png", "img/b.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PNG + name.encode())
    return folder


def save(folder, name: str, content: bytes | str) -> "PairTable":
    fill(folder)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return tables(folder)


def tables(*inputs, **parameters) -> PairTable:
    return PairTable(inputs=tuple(map(str, inputs)), source="test", **parameters)


def parquet(folder, columns: dict, name: str = "t.parquet", **options) -> PairTable:
    fill(folder)
    pq.write_table(pa.table(columns), folder / name, **options)
    return tables(folder)


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


def test_two_parquet_columns_of_a_name_are_refused_as_image_and_left_out_of_meta(tmp_path, read):
    values = [pa.array([b"1"]), pa.array([b"2"]), pa.array(["x"])]
    pq.write_table(pa.table(values, ["image", "image", "text"]), tmp_path / "t.parquet")
    with pytest.raises(ConfigError, match="several columns are called image or text"):
        tables(tmp_path).items()
    values = [pa.array([b"1"]), pa.array(["x"]), pa.array([1]), pa.array([2])]
    pq.write_table(pa.table(values, ["image", "text", "n", "n"]), tmp_path / "t.parquet")
    (row,) = read(tables(tmp_path))
    assert (row.content, row.meta) == (b"1", None)


def test_a_table_that_can_be_read_only_since_the_listing_is_told_to_be_tried_again(tmp_path):
    source = save(tmp_path, "t.csv", "")
    partitions = source.partitions(source.items())
    save(tmp_path, "t.csv", "image,text\na.png,x\n")
    (row,) = (row for p in partitions for row in source.read(p))
    assert (row.source_key, row.reason, row.retryable) == ("t.csv", "file_unreadable", True)


@pytest.mark.parametrize(
    ("name", "kind"), [("image", pa.binary()), ("jpg", pa.large_binary()), ("blob", pa.binary_view())]
)
def test_the_column_of_the_image_is_the_first_by_name_or_the_only_one_of_bytes(name, kind, tmp_path, read):
    (row,) = read(parquet(tmp_path, {"alt": ["x"], "n": [1], name: pa.array([b"1"], kind)}))
    assert (row.content, row.text) == (b"1", "x")


def test_columns_by_name_win_and_the_rest_is_meta(tmp_path, read):
    columns = {"image": [b"1"], "thumb": [b"2"], "TEXT": ["big"], "note": [None], "caption": ["c"]}
    columns["note"] = pa.array([None], pa.string())
    parquet(tmp_path, columns)
    (row,) = read(tables(tmp_path))
    assert (row.content, row.text) == (b"1", "c")
    (row,) = read(tables(tmp_path, image_column="thumb", text_column="note"))
    assert (row.content, row.text, json.loads(row.meta)) == (b"2", "", {"TEXT": "big", "caption": "c"})


NAMES = "image,text\na.png,x\n"
WRONG = {
    "no text": (
        "t.csv",
        "image,words\na.png,x\n",
        {},
        "no column caption or text.* for the text.*has image, words",
    ),
    "no image": (
        "t.csv",
        "picture,text\na.png,x\n",
        {},
        "no column image .*It has picture, text.*image_column",
    ),
    "another name": ("t.csv", NAMES, {"text_column": "alt"}, "no column alt for the text"),
    "no header": ("t.tsv", "a.png\tx\nb.png\ty\n", {}, "It has a.png, x"),
    "no key of JSON": ("t.jsonl", '{"a": 1}\n', {}, "It has a"),
    "a header that is none": ("t.csv", '"a"b\n1\n', {}, "first line is no header"),
    "two columns of a name": ("t.csv", "image,image,text\na,b,c\n", {}, "several columns are called image"),
    "no rows": ("t.csv", "image,text\n", {}, "hold no rows"),
    "no records": ("t.jsonl", "\n\n", {}, "hold no rows"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_table_without_its_columns_or_rows_is_refused_before_the_run(case, tmp_path):
    name, content, parameters, message = WRONG[case]
    save(tmp_path, name, content)
    with pytest.raises(ConfigError, match=message):
        tables(tmp_path, **parameters).items()


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"image": [b"1"], "text": [[1]]}, r"column text is list<.*not text"),
        ({"image": [1], "text": ["x"]}, "column image is int64: neither bytes nor a path"),
        ({"a": [b"1"], "b": [b"2"], "text": ["x"]}, "no column image"),
        ({"image": pa.array([], pa.binary()), "text": pa.array([], pa.string())}, "hold no rows"),
    ],
)
def test_a_parquet_column_of_a_wrong_type_is_refused(columns, message, tmp_path):
    with pytest.raises(ConfigError, match=message):
        parquet(tmp_path, columns).items()


IMAGES = {
    "a.png": "row",
    "./img/../a.png": "row",
    "no.png": "file_missing",
    "img": "file_unreadable",
    "../outside.png": "path_outside",
    "img/../../outside.png": "path_outside",
    "..": "path_outside",
    "/etc/passwd": "path_outside",
    "empty.png": "file_empty",
    "large.png": "file_too_large",
    "": "image_missing",
    " ": "image_missing",
    "http://x/a.png": "image_not_local",
    "//x/a.png": "image_not_local",
    "file:///etc/passwd": "image_not_local",
    "data:image/png;base64,aGk=": "row",
    "data:,%00hi": "row",
    "data:;base64,a!!!": "image_broken",
    "a\0.png": "file_missing",
    "\ud800.png": "file_missing",
    "x" * 5000: "file_unreadable",
    "gif:a.png": "file_missing",
    "3": "file_missing",
}


@pytest.mark.parametrize("path", IMAGES, ids=ascii)
def test_an_image_is_a_file_below_the_input_or_a_data_uri_or_a_rejection(path, tmp_path, read):
    (tmp_path / "outside.png").write_bytes(b"secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.png").write_bytes(b"")
    (folder / "large.png").write_bytes(b"x" * 101)
    lines = "".join(json.dumps({"image": image, "text": "x"}) + "\n" for image in (path, "a.png"))
    save(folder, "t.jsonl", lines)
    rows = read(tables(folder, max_file_bytes=100))
    assert outcomes(rows) == [IMAGES[path], "row"]
    assert outcomes(read(tables(folder / "t.jsonl", max_file_bytes=100))) == [IMAGES[path], "row"]


def test_an_image_of_the_limit_is_a_row(tmp_path, read):
    (tmp_path / "c.png").write_bytes(b"x" * (3 << 20))
    save(tmp_path, "t.csv", "image,text\nc.png,x\n")
    assert outcomes(read(tables(tmp_path, max_file_bytes=3 << 20))) == ["row"]
    assert outcomes(read(tables(tmp_path, max_file_bytes=(3 << 20) - 1))) == ["file_too_large"]


def test_a_path_begins_at_the_folder_of_the_table_and_else_at_that_of_the_input(tmp_path, read):
    fill(tmp_path)
    (tmp_path / "img" / "a.png").write_bytes(b"nearer")
    (tmp_path / "img" / "t.csv").write_text(
        "image,text\na.png,1\nimg/b.png,2\n../a.png,3\n../../a.png,4\n/a.png,5\n"
    )
    rows = read(tables(tmp_path))
    assert [getattr(row, "content", None) for row in rows[:3]] == [
        b"nearer",
        PNG + b"img/b.png",
        PNG + b"a.png",
    ]
    assert outcomes(rows) == ["row", "row", "row", "path_outside", "path_outside"]
    below = ["row", "file_missing", "path_outside", "path_outside", "path_outside"]
    assert outcomes(read(tables(tmp_path / "img"))) == outcomes(read(tables(tmp_path / "img/t.csv"))) == below
    assert outcomes(read(tables(f"{tmp_path}/im*/t.csv"))) == outcomes(rows)


LINES = {
    "a field too few": ("t.csv", b"a.png", "line_broken"),
    "a field too many": ("t.csv", b"a.png,x,y", "line_broken"),
    "signs behind a quote": ("t.csv", b'"a.png"x,y', "line_broken"),
    "a quote that nobody closes": ("t.csv", b'a.png,"x', "line_broken"),
    "a carriage return": ("t.csv", b"a.png,x\ry", "line_broken"),
    "a field above 128 KiB": ("t.csv", b"a.png," + b"x" * 140_000, "row"),
    "a line above 16 MiB": ("t.csv", b"a.png,x" + b"x" * (17 << 20), "line_broken"),
    "a text that is no UTF-8": ("t.csv", b"a.png,caf\xe9", "text_not_utf8"),
    "a name that is no UTF-8": ("t.csv", b"\xe9.png,x", "file_missing"),
    "a tab too many": ("t.tsv", b"a.png\tx\ty", "line_broken"),
    "a quote": ("t.tsv", b'a.png\t"x', "row"),
    "no JSON": ("t.jsonl", b"{", "json_broken"),
    "no object": ("t.jsonl", b'["image", "text"]', "json_broken"),
    "JSON that is no UTF-8": ("t.jsonl", b'{"image": "a.png", "text": "\xe9"}', "text_not_utf8"),
    "a line of JSON above 16 MiB": ("t.jsonl", b" " * (17 << 20), "line_broken"),
    "half a surrogate pair": ("t.jsonl", b'{"image": "a.png", "text": "\\udc00"}', "text_not_utf8"),
    "a list of texts": ("t.jsonl", b'{"image": "a.png", "text": ["x", "y"]}', "row"),
    "a list of numbers": ("t.jsonl", b'{"image": "a.png", "text": [1]}', "text_not_a_string"),
    "no text": ("t.jsonl", b'{"image": "a.png"}', "row"),
    "no image": ("t.jsonl", b'{"text": "x"}', "image_missing"),
    "an image that is a number": ("t.jsonl", b'{"image": 1, "text": "x"}', "image_missing"),
    "bytes that are a text": ("t.jsonl", b'{"image": {"bytes": "x"}, "text": "x"}', "image_missing"),
}
GOOD = {
    "t.csv": (b"image,text\n", b"a.png,good\n"),
    "t.tsv": (b"image\ttext\n", b"a.png\tgood\n"),
    "t.jsonl": (b"", b'{"image": "a.png", "text": "good"}\n'),
}


@pytest.mark.parametrize("case", LINES)
def test_a_bad_line_is_one_rejection_and_the_lines_around_it_are_rows(case, tmp_path, read):
    name, line, expected = LINES[case]
    header, good = GOOD[name]
    rows = read(save(tmp_path, name, header + good + line + b"\n" + good))
    assert outcomes(rows) == ["row", expected, "row"]
    assert [row.text for row in (rows[0], rows[2])] == ["good", "good"]


def test_a_quote_that_nobody_closes_costs_its_line_and_is_told_with_its_bytes(tmp_path, read):
    rows = read(save(tmp_path, "t.csv", 'image,text\na.png,good\na.png,"x\na.png,y\na.png,"z"\n'))
    assert outcomes(rows) == ["row", "line_broken", "row", "row"]
    assert "9 bytes from byte 22 " in rows[1].detail
    assert [row.text for row in rows[2:]] == ["y", "z"]


def test_rows_behind_a_quote_that_nobody_closes_are_counted_in_stretches_as_they_are_read(tmp_path, read):
    lines = ['a.png,"x' if number in (20, 130) else "a.png,y" for number in range(250)]
    rows = read(save(tmp_path, "t.csv", "\n".join(["image,text", *lines, ""])))
    assert [number for number, row in enumerate(outcomes(rows)) if row == "line_broken"] == [20, 130]
    assert outcomes(rows).count("row") == 248


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


def test_a_parquet_text_that_is_no_utf8_costs_its_row_alone(tmp_path, read):
    texts = pa.array([b"good", b"caf\xe9", b"good"]).view(pa.string())
    rows = read(parquet(tmp_path, {"image": [b"1"] * 3, "text": texts}))
    assert outcomes(rows) == ["row", "text_not_utf8", "row"]


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
        ("d.jsonl#row=0", "text_not_utf8"),
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


@settings(max_examples=80, deadline=None)
@given(
    name=st.sampled_from(list(GOOD)),
    body=st.lists(st.binary(max_size=30) | st.sampled_from([b"\n", b'"', b",", b"a.png", b"\t", b"{}"])),
)
def test_whatever_follows_the_header_is_rows_and_rejections(tmp_path_factory, name, body):
    header, good = GOOD[name]
    source = save(tmp_path_factory.mktemp("any"), name, header + good + b"".join(body))
    n_listed = sum(item.n_rows for item in source.items())
    rows = [row for p in source.partitions(source.items()) for row in source.read(p)]
    assert len({row.id for row in rows}) == len(rows) == n_listed
    assert outcomes(rows)[0] == "row"


# -- what tools write ----------------------------------------------------------------------------------------


def test_of_a_list_of_captions_the_first_is_the_text_and_all_are_in_meta(tmp_path, read):
    captions = [["a cat", "a grey cat"], ["a dog"], []]
    rows = read(parquet(tmp_path, {"image": [PNG, PNG, PNG], "captions": captions}))
    assert [row.text for row in rows] == ["a cat", "a dog", ""]
    assert json.loads(rows[0].meta) == {"captions": ["a cat", "a grey cat"]}


def test_a_list_of_one_image_is_that_image_and_several_are_a_rejection(tmp_path, read):
    image = {"bytes": PNG, "path": None}
    rows = read(parquet(tmp_path, {"images": [[image], [image, image], []], "text": ["x", "y", "z"]}))
    assert [getattr(row, "reason", "row") for row in rows] == ["row", "image_ambiguous", "image_missing"]
    assert rows[0].content == PNG
    assert "2 images" in rows[1].detail


def test_columns_are_called_as_members_of_a_webdataset_are(tmp_path, read):
    columns = {"__key__": ["a"], "webp": [{"bytes": PNG, "path": None}], "txt": ["a cat"]}
    (row,) = read(parquet(tmp_path, columns))
    assert (row.content, row.text) == (PNG, "a cat")


def test_a_table_of_open_clip_has_paths_and_titles(tmp_path, read):
    (row,) = read(save(tmp_path, "t.csv", "filepath,title\na.png,a cat\n"))
    assert (row.content, row.text) == (PNG + b"a.png", "a cat")


def test_a_download_that_failed_says_why(tmp_path, read):
    columns = {
        "caption": ["a cat", "a dog"],
        "status": ["success", "failed_to_download"],
        "error_message": [None, "HTTP Error 404: Not Found"],
        "jpg": pa.array([PNG, None], pa.binary()),
    }
    row, lost = read(parquet(tmp_path, columns))
    assert row.text == "a cat"
    assert (lost.reason, lost.detail) == ("download_failed", "HTTP Error 404: Not Found")


def test_an_absolute_path_below_the_own_folder_is_followed_and_no_other(tmp_path, read):
    (tmp_path / "own").mkdir()
    fill(tmp_path)
    table = f"path,text\n{tmp_path}/own/a.png,x\n{tmp_path}/a.png,y\n{tmp_path}/own/../a.png,z\n"
    rows = read(save(tmp_path / "own", "t.csv", table))
    assert [getattr(row, "reason", "row") for row in rows] == ["row", "path_outside", "path_outside"]


@pytest.mark.parametrize(("name", "form"), [("t.parquet", "parquet"), ("t.tsv", "tsv")])
def test_a_table_of_addresses_says_at_once_how_to_download_them(name, form, tmp_path):
    if form == "parquet":
        source = parquet(tmp_path, {"URL": ["http://x/1.jpg"], "TEXT": ["a cat"]})
    else:
        source = save(tmp_path, name, "URL\tTEXT\nhttp://x/1.jpg\ta cat\n")
    with pytest.raises(ConfigError, match=f"input_format {form} --url_col URL --caption_col TEXT"):
        source.items()
