"""A shard is laid out for a trainer: small groups, small footers, images that `datasets` shows."""

import hashlib
import io
import os
import weakref

import PIL.Image
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.factories import file_row, png, rejection, sample
from vlcorpus.catalogs.tables import shards
from vlcorpus.catalogs.tables.shards import GROUP_BYTES, GROUP_ROWS, media_bytes, shard_schema, write_shard
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.media import Image, Video
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample


def written(rows, row_type=Sample) -> tuple[pq.ParquetFile, bytes]:
    out = io.BytesIO()
    facts = write_shard(out, row_type, rows)
    content = out.getvalue()
    assert (facts.bytes, facts.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    file = pq.ParquetFile(io.BytesIO(content))
    assert facts.rows == file.metadata.num_rows
    return file, content


def columns(file: pq.ParquetFile, group: int = 0) -> dict[str, pq.ColumnChunkMetaData]:
    chunks = (file.metadata.row_group(group).column(i) for i in range(file.metadata.num_columns))
    return {chunk.path_in_schema: chunk for chunk in chunks}


def group_rows(file: pq.ParquetFile) -> list[int]:
    return [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)]


def preview_image(n_bytes: int) -> Image:
    return Image(bytes=os.urandom(n_bytes))


def test_a_group_is_closed_at_128_rows():
    file, _ = written(sample(f"{i}") for i in range(2 * GROUP_ROWS + 1))
    assert group_rows(file) == [128, 128, 1]


def test_a_group_is_closed_at_32_mib():
    assert GROUP_BYTES == 32 * 1024 * 1024
    half = preview_image(GROUP_BYTES // 2)
    file, _ = written(sample(f"{i}", images=[half]) for i in range(5))
    assert group_rows(file) == [2, 2, 1]


def test_a_group_is_written_when_the_stages_have_let_go_of_its_rows(monkeypatch):
    class Page(Image):
        """An image that can be watched: one with slots has no place for a weak reference."""

    made = []

    def stage():
        for number in range(GROUP_ROWS + 1):
            row = sample(f"{number}", images=[Page(bytes=b"page")])
            made.append(weakref.ref(row.images[0]))
            yield row

    def trim():
        alive.append([number for number, image in enumerate(made) if image() is not None])

    alive: list[list[int]] = []
    monkeypatch.setattr(shards, "trim_heap", trim)
    written(stage())
    assert alive[0] == [GROUP_ROWS]


@pytest.mark.parametrize(
    "row",
    [
        sample(images=[Image(bytes=b"12345"), Image(bytes=None, path="x")]),
        sample(images=[], videos=[Video(bytes=b"12345")]),
        file_row(content=b"12345"),
    ],
    ids=["images", "videos", "content"],
)
def test_all_media_of_a_row_fill_its_group(row):
    assert media_bytes(row) == 5


def test_image_bytes_are_stored_as_they_are_and_the_rest_is_zstd():
    noise = os.urandom(50_000)
    file, content = written([sample(images=[Image(bytes=noise)])])
    compressions = {path: chunk.compression for path, chunk in columns(file).items()}
    assert compressions["images.list.element.bytes"] == "UNCOMPRESSED"
    assert compressions["videos.list.element.bytes"] == "UNCOMPRESSED"
    assert {c for path, c in compressions.items() if not path.endswith(".bytes")} == {"ZSTD"}
    assert noise in content


@pytest.mark.parametrize(("n_samples", "compression"), [(2, "UNCOMPRESSED"), (3, "ZSTD")])
def test_an_image_of_several_samples_is_held_once(n_samples, compression):
    """Of two samples an image it stays as it is: `distinct < half`."""
    images = [Image(bytes=os.urandom(50_000)) for _ in range(10)]
    rows = [sample(f"{n} {k}", images=[image]) for n, image in enumerate(images) for k in range(n_samples)]
    file, content = written(rows)
    assert columns(file)["images.list.element.bytes"].compression == compression
    held_once = len(content) < 1.2 * 10 * 50_000
    assert held_once == (compression == "ZSTD")
    assert [row["images"][0]["bytes"] for row in file.read(["images"]).to_pylist()] == [
        image.bytes for image in images for _ in range(n_samples)
    ]


def test_files_are_stored_as_they_are_too():
    file, _ = written([file_row(content=b"%PDF")], FileRow)
    assert columns(file)["content"].compression == "UNCOMPRESSED"


def test_footers_are_small():
    file, content = written(sample(f"{i}", answer="x" * 2000) for i in range(8 * GROUP_ROWS))
    footer = int.from_bytes(content[-8:-4], "little")
    assert file.num_row_groups == 8
    assert footer / 8 < 12_000


def test_only_columns_that_a_filter_uses_have_statistics():
    file, _ = written([sample()])
    assert {path for path, c in columns(file).items() if c.is_stats_set} == {"id", "domain", "n_tokens"}


def test_a_page_index_is_there():
    file, _ = written([sample()])
    assert all(chunk.has_offset_index for chunk in columns(file).values())


def test_only_columns_of_few_values_have_a_dictionary():
    file, _ = written(sample(f"{i}") for i in range(10))
    with_dictionary = {path for path, c in columns(file).items() if c.has_dictionary_page}
    assert {"domain", "license", "lang.list.element"} <= with_dictionary
    assert with_dictionary.isdisjoint({"id", "source_key", "images.list.element.bytes"})


@pytest.mark.parametrize(("row_type", "row"), [(Sample, sample()), (Rejection, rejection())])
def test_a_shard_has_the_schema_of_its_rows(row_type, row):
    file, _ = written([row], row_type)
    assert file.schema_arrow.equals(shard_schema(row_type))
    assert file.schema_arrow.metadata[b"huggingface"] == shard_schema(row_type).metadata[b"huggingface"]
    assert file.read().num_rows == 1


def test_an_empty_shard_is_typed():
    file, _ = written([])
    assert file.schema_arrow.equals(shard_schema(Sample))
    assert file.metadata.num_rows == 0


def test_image_bytes_keep_32_bit_offsets():
    """With `large_binary`, `datasets` ignores the image metadata without a word."""
    assert shard_schema(Sample).field("images").type.value_type.field("bytes").type == pa.binary()


@pytest.mark.parametrize("streaming", [False, True])
def test_datasets_shows_images(tmp_path, monkeypatch, streaming):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    datasets = pytest.importorskip("datasets")
    path = tmp_path / "part-00000.parquet"
    rows = [sample(f"{i}", images=[Image(bytes=png(30 + i, 20))]) for i in range(3)]
    path.write_bytes(written(rows)[1])
    loaded = datasets.load_dataset(
        "parquet", data_files=str(path), split="train", streaming=streaming, cache_dir=str(tmp_path / "cache")
    )
    row = next(iter(loaded))
    assert isinstance(row["images"][0], PIL.Image.Image)
    assert row["images"][0].size == (30, 20)
    assert row["messages"][1]["content"][0] == {"type": "text", "text": "Hello", "media": None}


def test_the_same_rows_give_the_same_bytes():
    rows = [sample(f"{i}") for i in range(200)]
    assert written(rows)[1] == written(rows)[1]
