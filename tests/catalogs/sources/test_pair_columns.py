"""Which column is the image, which one the text, and which ones are kept."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.pair_tables import PNG, parquet, save, tables
from vlcorpus.schemas.errors import ConfigError


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


def test_two_parquet_columns_of_a_name_are_refused_as_image_and_left_out_of_meta(tmp_path, read):
    values = [pa.array([b"1"]), pa.array([b"2"]), pa.array(["x"])]
    pq.write_table(pa.table(values, ["image", "image", "text"]), tmp_path / "t.parquet")
    with pytest.raises(ConfigError, match=r"several columns are called image\. "):
        tables(tmp_path).items()
    values = [pa.array([b"1"]), pa.array(["x"]), pa.array([1]), pa.array([2])]
    pq.write_table(pa.table(values, ["image", "text", "n", "n"]), tmp_path / "t.parquet")
    (row,) = read(tables(tmp_path))
    assert (row.content, row.meta) == (b"1", None)


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


def test_columns_are_called_as_members_of_a_webdataset_are(tmp_path, read):
    columns = {"__key__": ["a"], "webp": [{"bytes": PNG, "path": None}], "txt": ["a cat"]}
    (row,) = read(parquet(tmp_path, columns))
    assert (row.content, row.text) == (PNG, "a cat")


@pytest.mark.parametrize(("name", "form"), [("t.parquet", "parquet"), ("t.tsv", "tsv")])
def test_a_table_of_addresses_says_at_once_how_to_download_them(name, form, tmp_path):
    if form == "parquet":
        source = parquet(tmp_path, {"URL": ["http://x/1.jpg"], "TEXT": ["a cat"]})
    else:
        source = save(tmp_path, name, "URL\tTEXT\nhttp://x/1.jpg\ta cat\n")
    with pytest.raises(ConfigError, match=f"input_format {form} --url_col URL --caption_col TEXT"):
        source.items()
