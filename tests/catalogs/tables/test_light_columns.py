"""The light columns are those of the shard, row by row, with the place of each."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.tables.light_columns import LIGHT, read_light_rows
from vlcorpus.schemas.media import ImageInfo

SIZES = [ImageInfo(width_px=w, height_px=9, sha256="0" * 64, format="PNG") for w in (64, 640)]


@pytest.fixture(params=["local", "memory"])
def table(request, tmp_path):
    output = f"{tmp_path}/out" if request.param == "local" else f"memory:/{tmp_path}"
    rows = [sample("a", image_info=SIZES), sample("b", license=None, lang=["de", "en"], image_info=[])]
    table = write_corpus(output, [([], []), (rows, [rejection("c", stage="Keep"), rejection("d", "why")])])
    yield table
    table.files.delete("")


def facts(table, kind: str) -> dict:
    return table.log.read((kind,)).to_pylist()[1][kind]


def test_samples_have_their_numbers_and_names_and_the_sizes_of_their_images(table):
    found = read_light_rows(table.files, "data", 1, facts(table, "data"))
    assert found.schema == LIGHT["data"]
    rows = found.to_pylist()
    assert [(row["partition"], row["file_row_number"]) for row in rows] == [(1, 0), (1, 1)]
    assert [(row["source_key"], row["license"], row["lang"]) for row in rows] == [
        ("a", "CC0-1.0", ["en"]),
        ("b", None, ["de", "en"]),
    ]
    assert [row["image_info"] for row in rows] == [
        [{"width_px": 64, "height_px": 9}, {"width_px": 640, "height_px": 9}],
        [],
    ]
    whole = list(table.rows(1))
    plain = [
        name for name in found.column_names if name not in ("partition", "file_row_number", "image_info")
    ]
    assert [[row[name] for name in plain] for row in rows] == [
        [getattr(row, name) for name in plain] for row in whole
    ]


def test_rejections_have_their_stage_reason_and_source(table):
    rows = read_light_rows(table.files, "rejects", 1, facts(table, "rejects")).to_pylist()
    assert [(row["file_row_number"], row["stage"], row["reason"], row["source"]) for row in rows] == [
        (0, "Keep", "pdf_broken", "test"),
        (1, "ReadPdf", "why", "test"),
    ]


def test_what_a_shard_is_too_old_for_is_null(tmp_path):
    table = write_corpus(tmp_path, [([sample("old")], [])])
    path = table.files.path("data/part-00000.parquet")
    pq.write_table(pq.read_table(path).drop_columns(["trainable", "image_info"]), path)
    with open(path, "rb") as file:
        old = {"bytes": len(file.read()), "rows": 1}
    (row,) = read_light_rows(table.files, "data", 0, old).to_pylist()
    assert (row["source_key"], row["trainable"], row["image_info"]) == ("old", None, None)


@pytest.mark.parametrize("name", ["bytes", "rows"])
def test_another_file_than_the_committed_one_is_refused(table, name):
    said = facts(table, "data")
    with pytest.raises(pa.ArrowInvalid, match="not those of the commit"):
        read_light_rows(table.files, "data", 1, said | {name: said[name] + 1})


def test_a_file_that_is_not_there_is_an_error(table):
    with pytest.raises(FileNotFoundError):
        read_light_rows(table.files, "data", 7, facts(table, "data"))
