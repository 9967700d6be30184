"""Copies are found bucket by bucket: however many tasks and row groups there are, and as it was planned."""

import pytest

from tests.pipelines.test_image_copies import LOCAL, SCENES, draw, pipeline, rows
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.run import run
from vlcorpus.pipelines.steps import find_copies
from vlcorpus.pipelines.steps.find_copies import ENTRY_BYTES, FillCopyBuckets, FindCopies


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("find_copies")
    draw(folder / "in")
    run(pipeline(folder / "in"), str(folder / "out"), LOCAL, config={})
    return folder / "out"


def test_more_tasks_and_row_groups_find_the_same(output, tmp_path, monkeypatch):
    monkeypatch.setattr(find_copies, "TASK_ROWS", 20)
    monkeypatch.setattr(find_copies, "GROUP_ROWS", 16)
    run(pipeline(output.parent / "in"), str(tmp_path), LOCAL, config={})
    assert len(TableStore(str(tmp_path / "captions/copy_pairs")).committed()) > 5
    assert rows(tmp_path, "copies") == rows(output, "copies")


def test_each_image_is_in_a_bucket_for_each_band_and_buckets_ascend(output):
    entries = rows(output, "copy_buckets")
    assert len(entries) == 5 * 4 * SCENES
    assert [entry.bucket for entry in entries] == sorted(entry.bucket for entry in entries)
    assert len({(entry.id, entry.band) for entry in entries}) == len(entries)


def test_equal_files_have_a_similarity_of_one_and_no_others_have(output):
    digest = {row.id: row.digest for row in rows(output, "images")}
    pairs = rows(output, "copy_pairs")
    equal = {frozenset((pair.id, pair.other)) for pair in pairs if pair.similarity == 1}
    assert len(equal) == SCENES
    for pair in pairs:
        assert (digest[pair.id] == digest[pair.other]) is (pair.similarity == 1)


def test_what_a_billion_images_cost_is_known(output):
    images, buckets = (TableStore(str(output / "captions" / name)) for name in ("images", "copy_buckets"))
    fill, find = FillCopyBuckets(images), FindCopies(buckets)
    assert fill.cost(10**9, 512).written_bytes == 5 * 10**9 * ENTRY_BYTES
    billion = find.cost(10**9, 512)
    assert billion.task_bytes < 8e9
    assert 20_000 < billion.cpu_s < 30_000  # 15,000 of them to compare hashes
