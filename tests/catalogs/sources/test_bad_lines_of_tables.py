"""A line that is no record, or whose text nobody can read, costs itself alone."""

import json

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.sources.conftest import outcomes
from tests.catalogs.sources.pair_tables import GOOD, parquet, save
from vlcorpus.schemas.errors import ConfigError

LINES = {
    "a field too few": ("t.csv", b"a.png", "line_broken"),
    "a field too many": ("t.csv", b"a.png,x,y", "line_broken"),
    "signs behind a quote": ("t.csv", b'"a.png"x,y', "line_broken"),
    "a quote that nobody closes": ("t.csv", b'a.png,"x', "line_broken"),
    "a carriage return": ("t.csv", b"a.png,x\ry", "line_broken"),
    "a field above 128 KiB": ("t.csv", b"a.png," + b"x" * 140_000, "row"),
    "a line above 16 MiB": ("t.csv", b"a.png,x" + b"x" * (17 << 20), "line_broken"),
    "a text that is no UTF-8": ("t.csv", b"a.png,caf\xe9", "row"),
    "a name that is no UTF-8": ("t.csv", b"\xe9.png,x", "file_missing"),
    "a tab too many": ("t.tsv", b"a.png\tx\ty", "line_broken"),
    "a quote": ("t.tsv", b'a.png\t"x', "row"),
    "no JSON": ("t.jsonl", b"{", "json_broken"),
    "no object": ("t.jsonl", b'["image", "text"]', "json_broken"),
    "JSON that is no UTF-8": ("t.jsonl", b'{"image": "a.png", "text": "\xe9"}', "row"),
    "a line of JSON above 16 MiB": ("t.jsonl", b" " * (17 << 20), "line_broken"),
    "half a surrogate pair": ("t.jsonl", b'{"image": "a.png", "text": "\\udc00"}', "row"),
    "a list of texts": ("t.jsonl", b'{"image": "a.png", "text": ["x", "y"]}', "row"),
    "a list of numbers": ("t.jsonl", b'{"image": "a.png", "text": [1]}', "text_not_a_string"),
    "no text": ("t.jsonl", b'{"image": "a.png"}', "row"),
    "no image": ("t.jsonl", b'{"text": "x"}', "image_missing"),
    "an image that is a number": ("t.jsonl", b'{"image": 1, "text": "x"}', "image_missing"),
    "bytes that are a text": ("t.jsonl", b'{"image": {"bytes": "x"}, "text": "x"}', "image_missing"),
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


def test_a_parquet_text_that_is_no_utf8_costs_its_row_alone(tmp_path, read):
    texts = pa.array([b"good", b"caf\xe9", b"good"]).view(pa.string())
    rows = read(parquet(tmp_path, {"image": [b"1"] * 3, "text": texts}))
    assert [row.text for row in rows] == ["good", "", "good"]
    assert "byte 3" in json.loads(rows[1].meta)["text_not_utf8"]


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


OTHERS = [("gbk", "一只猫在睡觉"), ("gbk", "一只猫"), ("latin-1", "un café"), ("shift_jis", "一匹の猫")]


def written(form: str, rows: list[tuple], encoding: str) -> bytes:
    """Return a table of those columns, without an escape in it."""
    columns = ("image", "text", "by")
    if form == "t.jsonl":
        lines = [json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) for row in rows]
    else:
        lines = [("," if form == "t.csv" else "\t").join(row) for row in (columns, *rows)]
    return "".join(f"{line}\n" for line in lines).encode(encoding)


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
@pytest.mark.parametrize("form", GOOD)
def test_an_image_whose_text_is_not_utf8_goes_on_without_it_unless_its_encoding_is_stated(
    encoding, text, form, tmp_path, read
):
    content = written(form, [("a.png", text, "x"), ("img/b.png", "a cat", "y")], encoding)
    unread, plain = read(save(tmp_path, form, content))
    assert (unread.text, plain.text) == ("", "a cat")
    assert "text_encoding" in json.loads(unread.meta)["text_not_utf8"]
    assert json.loads(plain.meta) == {"by": "y"}
    stated, _ = read(save(tmp_path, form, content, text_encoding=encoding))
    assert (stated.text, json.loads(stated.meta)) == (text, {"by": "x"})


@pytest.mark.parametrize("form", GOOD)
def test_gbk_that_is_utf8_by_accident_is_no_text_beside_gbk_that_is_not(form, tmp_path, read):
    cat = "猫"  # C3 A8, which is è
    assert cat.encode("gbk").decode() == "è"
    content = written(form, [("a.png", cat, cat), ("a.png", "在睡觉", ""), ("a.png", "a cat", "")], "gbk")
    rows = read(save(tmp_path, form, content))
    assert [row.text for row in rows] == ["", "", "a cat"]
    assert "by" not in json.loads(rows[0].meta)
    rows = read(save(tmp_path, form, content, text_encoding="utf-8"))
    assert [row.text for row in rows] == ["è", "", "a cat"]
    rows = read(save(tmp_path, form, content, text_encoding="gbk"))
    assert [row.text for row in rows] == [cat, "在睡觉", "a cat"]


def test_a_licence_that_cannot_be_read_is_not_the_sources(tmp_path, read):
    content = "image,text,license\na.png,x,caf\xe9\n".encode("latin-1")
    (row,) = read(save(tmp_path, "t.csv", content, license="MIT"))
    assert row.reason == "text_not_utf8"


def test_an_address_that_cannot_be_read_costs_itself_alone(tmp_path, read):
    content = "image,text,url\na.png,x,http://caf\xe9\n".encode("latin-1")
    (row,) = read(save(tmp_path, "t.csv", content))
    assert (row.text, row.url, list(json.loads(row.meta))) == ("x", None, ["text_not_utf8"])


def test_a_byte_order_mark_wins_over_what_is_stated(tmp_path, read):
    content = "\ufeffimage,text\na.png,一只猫\n".encode()
    (row,) = read(save(tmp_path, "t.csv", content, text_encoding="gbk"))
    assert row.text == "一只猫"


def test_utf16_is_refused_before_the_run(tmp_path):
    with pytest.raises(ConfigError, match=r"byte order mark says UTF-16. Write it as UTF-8"):
        save(tmp_path, "t.csv", "image,text\n".encode("utf-16")).items()
