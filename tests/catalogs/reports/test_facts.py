"""What is counted of a domain, file by file of `query/sql/stats`."""

import pytest

from tests.catalogs.reports.corpora import ROWS, facts_of
from tests.factories import kept_only, rejection, sample, write_corpus
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports.facts import domains, gather, target_rows


@pytest.fixture
def facts(tmp_path):
    write_corpus(tmp_path, ROWS)
    return facts_of(tmp_path)


def test_counts_are_those_of_the_corpus(facts):
    assert (facts.totals["samples"], facts.totals["trainable"]) == (3, 3)
    assert facts.totals["inputs"] == 2
    assert facts.totals["tokens"] == 5800
    assert facts.n_rejects == 2
    assert facts.grids["lengths"].rows == [(512, 2), (1024, 0), (2048, 0), (4096, 1)]
    assert facts.grids["languages"].rows == [("en", 2, 40), ("de", 1, 20)]
    assert facts.grids["licences"].rows == [("CC0-1.0", 2, 1, "yes"), ("(none)", 1, 1, "")]
    assert facts.grids["acceptance"].rows == [("samples", "Test", 5, 2, 3, 60.0)]
    assert facts.grids["reject-reasons"].rows == [
        ("Keep(a, b)", "pdf_broken", 1, 50.0),
        ("ReadPdf", "<b>", 1, 50.0),
    ]
    assert facts.grids["label-sources"].rows == [("classical", "test", "", 3)]
    assert facts.grids["sources"].rows == [("test", 2, 3, 2)]
    assert facts.grids["throughput"].rows == [("samples", 1, 3, 1.0, 1.0, 3.0, 5800.0, 3.0)]


def test_a_domain_is_counted_apart_from_the_others(tmp_path):
    write_corpus(tmp_path / "one", ROWS)
    write_corpus(tmp_path / "two", [([sample("x", domain="captions")], [rejection()])], pipeline="captions")
    outputs = [f"{tmp_path}/one", f"{tmp_path}/two"]
    connection = connect(outputs)
    assert domains(connection) == ["captions", "documents"]
    captions, documents = (gather(connection, domain, outputs) for domain in domains(connection))
    assert (captions.totals["samples"], documents.totals["samples"]) == (1, 3)
    assert (captions.n_rejects, documents.n_rejects) == (1, 2)


def test_the_end_of_the_last_partition_is_its_date(facts):
    assert facts.as_of == "2026-11-22T00:00:01Z"


def test_only_what_is_trainable_is_held(tmp_path):
    write_corpus(tmp_path, [([sample("a.pdf#page=1"), kept_only(sample("b.pdf#page=1"))], [])])
    facts = facts_of(tmp_path)
    assert (facts.totals["samples"], facts.totals["trainable"]) == (2, 1)
    assert {id: held for id, _, held, *_ in target_rows(facts)}["DOC-1+DOC-2"] == 1


def test_a_small_part_of_a_target_is_not_said_to_be_nothing(facts):
    rows = {id: (what, percent) for id, what, _, _, percent in target_rows(facts)}
    assert rows["DOC-1+DOC-2"] == ("PDFs, 3M public and 4M internal (inputs)", "< 0.01 %")
    assert rows["MIX-2"] == ("tokens of stage S1, multimodal (about 1T)", "< 0.01 %")
