"""Folders of images with texts beside them, as img2dataset, kohya's scripts and others write them."""

import json
import os

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.conftest import outcomes
from vlcorpus.catalogs.sources.growth import grow
from vlcorpus.catalogs.sources.image_folder import ImageFolder
from vlcorpus.catalogs.sources.limit import Limited

TURNS = [{"from": "human", "value": "<image>\nWhat is it?"}, {"from": "gpt", "value": "a dog"}]


def images(*inputs, **parameters) -> ImageFolder:
    return ImageFolder(inputs=tuple(map(str, inputs)), source="test", **parameters)


def save(folder, files: dict[str, object]) -> ImageFolder:
    """Write files: bytes as they are, texts as UTF-8, anything else as JSON."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        (folder / name).write_bytes(content)
    return images(folder)


def test_img2dataset_files_are_rows_and_its_ledger_tells_what_failed(tmp_path, read):
    said = {"caption": "a cat", "url": "http://x/0.jpg", "key": "000000", "status": "success", "width": 9}
    save(
        tmp_path,
        {
            "00000/000000.jpg": b"0",
            "00000/000000.txt": "a cat",
            "00000/000000.json": said | {"error_message": None},
            "00000/000001.jpg": b"1",
            "00000/000001.json": said | {"caption": "a dog"},
            "00000_stats.json": {"count": 5},
        },
    )
    ledger = {
        "key": ["000000", "000001", "000002", "000003", "000001", None],
        "status": ["success", "success", "failed_to_download", "success", "success", "success"],
        "error_message": [None, None, "HTTP Error 404", None, None, None],
        "caption": ["a cat"] * 6,
    }
    pq.write_table(pa.table(ledger), tmp_path / "00000.parquet")
    rows = read(images(tmp_path, license="MIT"))
    assert [(row.source_key, kind) for row, kind in zip(rows, outcomes(rows), strict=True)] == [
        ("00000/000002", "download_failed"),
        ("00000/000003", "image_missing"),
        ("00000.parquet#ledger_row=4", "sample_repeated"),
        ("00000.parquet#ledger_row=5", "key_missing"),
        ("00000/000000.jpg", "row"),
        ("00000/000001.jpg", "row"),
    ]
    assert rows[0].detail == "failed_to_download: HTTP Error 404"
    first, second = rows[-2:]
    assert (first.content, first.text, first.url, first.license) == (b"0", "a cat", "http://x/0.jpg", "MIT")
    assert json.loads(first.meta) == {"width": 9}
    assert second.text == "a dog"


def test_kohya_folders_are_rows_of_their_captions_and_a_token_is_no_text(tmp_path, read):
    save(
        tmp_path,
        {
            "10_sks dog/a.png": b"a",
            "10_sks dog/a.txt": "sks dog, sitting",
            "10_sks dog/b.webp": b"b",
            "10_sks dog/b.caption": "a dog that runs\n",
            "1_dog/c.JPG": b"c",
        },
    )
    rows = read(images(tmp_path))
    assert [(row.source_key, row.content, row.text) for row in rows] == [
        ("10_sks dog/a.png", b"a", "sks dog, sitting"),
        ("10_sks dog/b.webp", b"b", "a dog that runs\n"),
        ("1_dog/c.JPG", b"c", ""),
    ]
    assert rows[0].uri == f"{tmp_path}/10_sks dog/a.png"


FILES = {
    "a text": ({"a.txt": "a cat"}, "a cat", None),
    "none": ({}, "", None),
    "an empty text": ({"a.txt": ""}, "", None),
    "a text before a caption": ({"a.txt": "a cat", "a.caption": "a dog"}, "a cat", None),
    "JSON": ({"a.json": {"caption": "a cat", "n": 1}}, "a cat", {"n": 1}),
    "a text before JSON": ({"a.txt": "a cat", "a.json": {"text": "a dog"}}, "a cat", {"text": "a dog"}),
    "the name of a file": ({"a.txt": "IMG_1.jpg", "a.json": {"text": "a dog"}}, "a dog", None),
    "a whole name": ({"a.jpg.txt": "a cat"}, "a cat", None),
    "gallery-dl": ({"a.jpg.json": {"description": "a cat", "id": 7}}, "a cat", {"id": 7}),
    "several captions": ({"a.json": {"captions": ["a", "b"]}}, "a", {"captions": ["a", "b"]}),
    "Latin-1": ({"a.txt": "café".encode("latin-1")}, "", "text_not_utf8"),
    "GBK that is UTF-8 by accident": ({"a.txt": "一只猫".encode("gbk")}, "", "text_not_utf8"),
    "JSON in GBK": ({"a.json": b'{"caption": "\xb1\xed"}'}, "", "text_not_utf8"),
    "a conversation": ({"a.json": {"id": 1, "conversations": TURNS}}, "a dog", "text_from"),
    "another name": ({"b.txt": "a cat", "a.md": "a dog"}, "", None),
}


@pytest.mark.parametrize("case", FILES)
def test_an_image_has_the_text_beside_it(case, tmp_path, read):
    beside, text, meta = FILES[case]
    (row,) = read(save(tmp_path, {"a.jpg": b"JPG", **beside}))
    assert (row.source_key, row.content, row.text) == ("a.jpg", b"JPG", text)
    said = json.loads(row.meta or "{}")
    assert meta in said if isinstance(meta, str) else said == (meta or {})


def test_the_encoding_of_texts_may_be_stated(tmp_path, read):
    texts = {"a.txt": "一只猫".encode("gbk"), "b.json": '{"caption": "一只猫"}'.encode("gbk")}
    save(tmp_path, {"a.jpg": b"a", "b.jpg": b"b", **texts})
    assert [row.text for row in read(images(tmp_path, text_encoding="gbk"))] == ["一只猫", "一只猫"]


BAD = {
    "no image": ({"a.jpg": b""}, "file_empty"),
    "an image above the limit": ({"a.jpg": b"x" * 100}, "file_too_large"),
    "a text above the limit": ({"a.txt": "x" * 100}, "file_too_large"),
    "broken JSON": ({"a.json": '{"caption": '}, "json_broken"),
    "JSON that is no object": ({"a.json": [1]}, "json_broken"),
    "empty JSON": ({"a.json": ""}, "json_broken"),
    "a number": ({"a.json": {"caption": 3}}, "text_not_a_string"),
    "a licence that cannot be read": ({"a.json": b'{"license": "\xe9"}'}, "text_not_utf8"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_costs_its_image_alone(case, tmp_path, read):
    files, reason = BAD[case]
    save(tmp_path, {"a.jpg": b"x", "b.jpg": b"x", "b.txt": "a cat", **files})
    rows = read(images(tmp_path, max_file_bytes=99))
    assert outcomes(rows) == [reason, "row"]


def test_a_link_that_leaves_the_input_is_followed_for_neither_image_nor_text(tmp_path, read):
    (tmp_path / "secret").write_text("secret")
    save(tmp_path / "in", {"a.jpg": b"x"})
    (tmp_path / "in/a.txt").symlink_to(tmp_path / "secret")
    (tmp_path / "in/b.jpg").symlink_to(tmp_path / "secret")
    assert outcomes(read(images(tmp_path / "in"))) == ["path_outside", "path_outside"]


@pytest.mark.parametrize("name", ["in/a.jpg", "in/*.jpg", "**/a.*pg"])
def test_images_may_be_named_one_by_one_or_by_a_glob(name, tmp_path, read):
    save(tmp_path, {"in/a.jpg": b"x", "in/a.txt": "a cat"})
    (row,) = read(images(tmp_path / name))
    assert row.text == "a cat"


def test_a_broken_ledger_is_one_rejection_and_the_images_are_rows(tmp_path, read):
    save(tmp_path, {"00000/0.jpg": b"x", "00000.parquet": b"PAR1"})
    assert outcomes(read(images(tmp_path))) == ["parquet_broken", "row"]


def test_a_table_beside_a_folder_that_is_no_ledger_is_left_alone(tmp_path, read):
    save(tmp_path, {"00000/0.jpg": b"x"})
    pq.write_table(pa.table({"n": [1]}), tmp_path / "00000.parquet")
    assert outcomes(read(images(tmp_path))) == ["row"]


@pytest.mark.parametrize("limit", [1, 2, 3, 9])
def test_a_limit_counts_what_failed_too(limit, tmp_path, read):
    save(tmp_path, {"00000/0.jpg": b"x", "00000/1.jpg": b"y"})
    ledger = {"key": ["0", "1", "2"], "status": ["success", "success", "failed_to_download"]}
    pq.write_table(pa.table(ledger), tmp_path / "00000.parquet")
    assert len(read(Limited(images(tmp_path), limit))) == min(limit, 3)


def test_new_images_make_new_partitions_and_a_changed_text_is_a_changed_input(tmp_path):
    source = save(tmp_path, {"a.jpg": b"a", "a.txt": "a cat", "c.jpg": b"c"})
    kept = {p.index: p for p in source.partitions(source.items())}
    save(tmp_path, {"b.jpg": b"b", "b.txt": "a dog"})
    grown = grow(images(tmp_path), kept, committed={0})
    assert ([item.key for item in grown.added], grown.n_new, grown.changed) == (["b.jpg"], 1, ())
    assert grown.partitions[0] == kept[0]
    (tmp_path / "a.txt").write_text("a grey cat")
    (tmp_path / "c.txt").write_text("a bird")
    assert grow(images(tmp_path), kept, committed={0}).changed == ("a.jpg", "c.jpg")


def test_a_text_that_was_replaced_since_the_listing_is_told_to_be_tried_again(tmp_path):
    source = save(tmp_path, {"a.jpg": b"a", "a.txt": "a cat"})
    (partition,) = source.partitions(source.items())
    (tmp_path / "a.txt").write_text("a dog")
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    (row,) = source.read(partition)
    assert (row.reason, row.retryable) == ("file_unreadable", True)


def test_the_size_of_a_partition_changes_no_row(tmp_path, read):
    source = save(tmp_path, {f"{n:03d}.jpg": b"x%d" % n for n in range(25)})
    small = images(tmp_path, images_per_partition=10)
    assert [len(p.items) for p in small.partitions(small.items())] == [10, 10, 5]
    assert read(small) == read(source)
