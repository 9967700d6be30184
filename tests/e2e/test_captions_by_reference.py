"""Captions whose samples name where their images lie: nothing is copied, and all readers find them."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.e2e.test_captions import make, name
from tests.e2e.test_documents import vlcorpus
from tests.referenced import read_referenced
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.pipelines.captions.demo import draw


@pytest.fixture(scope="module")
def pairs(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    draw(folder)
    return folder / "pairs.tar"


@pytest.fixture(scope="module")
def held(pairs, tmp_path_factory) -> Path:
    return make(pairs, tmp_path_factory.mktemp("held"))


@pytest.fixture(scope="module")
def named(pairs, tmp_path_factory) -> Path:
    return make(pairs, tmp_path_factory.mktemp("named"), "--set", "media=reference")


def samples(output: Path) -> dict[str, dict]:
    return {name(row): row for row in pq.read_table(output / "captions/samples/data").to_pylist()}


def test_samples_differ_in_where_their_images_lie_and_in_nothing_else(held, named, pairs):
    for key, row in samples(named).items():
        whole = samples(held)[key]
        (image,), (copy,) = row.pop("images"), whole.pop("images")
        assert row == whole  # token counts, hashes, identity
        if key in ("turned", "cmyk"):  # encoded anew: these bytes lie nowhere else
            assert image == copy
        else:
            assert image["bytes"] is None
            assert image["path"].startswith(f"{pairs}#bytes=")
            assert read_referenced(image["path"]) == copy["bytes"]


def test_verify_looks_at_them_where_they_lie(named):
    report = verify([str(named)], deep=True)
    assert report.ok, report.text()


def test_the_page_shows_them(held, named, tmp_path):
    pages = [tmp_path / "held.html", tmp_path / "named.html"]
    for output, page in zip((held, named), pages, strict=True):
        vlcorpus("browse", "-o", output, "--to", page)
    assert "not here" not in pages[1].read_text()
    assert pages[1].stat().st_size > 0.9 * pages[0].stat().st_size


def test_a_tar_that_was_moved_is_missed_and_found_again(named, pairs):
    moved = pairs.rename(pairs.with_name("moved.tar"))
    try:
        check = verify([str(named)], deep=True)["images"]
        assert check.broken == sum(row["images"][0]["bytes"] is None for row in samples(named).values()) > 0
        assert "file_missing" in check.offenders[0]
    finally:
        moved.rename(pairs)
    assert verify([str(named)], deep=True)["images"].broken == 0
