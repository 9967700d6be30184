"""The counts of a corpus for a terminal, and a card per domain."""

import errno

import pytest

from tests.catalogs.reports.corpora import ROWS
from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.reports.stats import stats
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.sample import Sample


def test_stats_prints_and_writes_a_card_per_domain(tmp_path):
    write_corpus(tmp_path / "one", ROWS)
    write_corpus(tmp_path / "two", [([sample("x", domain="captions")], [])], pipeline="captions")
    text = stats([f"{tmp_path}/one", f"{tmp_path}/two"], tmp_path / "cards")
    assert "3 samples (3 trainable) of 2 inputs, 3 images, 5.8k tokens" in text
    assert "pdf_broken" in text
    for domain in ("documents", "captions"):
        assert f"── {domain} ─" in text
        assert (tmp_path / "cards" / domain / "index.html").stat().st_size > 5_000
        assert (tmp_path / "cards" / domain / "README.md").exists()


def test_cards_go_beside_the_corpus_by_default_also_in_an_object_store(tmp_path):
    write_corpus(tmp_path, ROWS)
    stats([str(tmp_path)])
    assert (tmp_path / "_cards" / "documents" / "index.html").exists()
    stats([str(tmp_path)], f"memory://cards{tmp_path}")
    assert Storage(f"memory://cards{tmp_path}").exists("documents/README.md")


@pytest.mark.parametrize("partitions", [[], [([], [])], [([], [rejection()])]])
def test_a_corpus_without_samples_still_has_a_card(tmp_path, partitions):
    write_corpus(tmp_path, partitions)
    text = stats([str(tmp_path)])
    assert "0 samples" in text
    assert "It holds no samples yet." in (tmp_path / "_cards" / "documents" / "index.html").read_text()


def test_cards_are_the_same_with_and_without_an_index_of_rows(tmp_path):
    table = write_corpus(tmp_path, [*ROWS, ([sample("e.pdf")], [rejection("f.pdf")])])
    written = []
    for indexed in (False, True):
        if indexed:
            table.index_rows(Sample, 1)
        text = stats([str(tmp_path)], tmp_path / "cards")
        written.append((text, *(path.read_text() for path in sorted((tmp_path / "cards").rglob("*.*")))))
    assert table.files.names("index/data")
    assert written[0] == written[1]
    assert len(written[0]) == 3


def test_licences_that_are_no_expressions_are_told(tmp_path):
    write_corpus(tmp_path, [([sample("a"), sample("b", license="Flickr terms")], [])])
    told = "1 samples carry a licence that is no SPDX expression, as the input said it (Flickr terms: 1)."
    assert told in stats([str(tmp_path)])


def test_an_output_without_tables_is_said(tmp_path):
    assert "no table yet" in stats([str(tmp_path)])


def test_scale_moves_the_target(tmp_path):
    write_corpus(tmp_path, ROWS)
    assert "< 0.01 %" in stats([str(tmp_path)])
    assert "28.6 %" in stats([str(tmp_path)], scale=1e-6)  # 2 of 7 inputs


def test_a_corpus_that_can_only_be_read_is_counted_without_a_card(tmp_path, monkeypatch):
    def read_only(storage, name, content):
        raise OSError(errno.EROFS, "Read-only file system", name)

    write_corpus(tmp_path, [([sample("a")], [])])
    monkeypatch.setattr(Storage, "write", read_only)
    told = stats([str(tmp_path)])
    assert "1 samples (1 trainable)" in told
    assert "no card: " in told
    assert "Read-only file system); --to names another folder" in told
    with pytest.raises(OSError, match="Read-only"):
        stats([str(tmp_path)], tmp_path / "cards")
