import pytest

from tests.factories import sample, write_corpus
from vlcorpus.catalogs.tables.output import (
    by_name,
    delete_corpus,
    find_partition,
    home_of,
    refuse_earlier_layout,
    run_root,
    tables_under,
)
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch

ROWS = [([sample("a")], [])]


@pytest.fixture
def output(tmp_path) -> str:
    """Return an output of two domains, each with the table `samples`."""
    for domain in ("documents", "captions"):
        write_corpus(tmp_path, ROWS, pipeline=domain)
    return str(tmp_path)


def test_the_tables_of_a_domain_lie_in_a_folder_of_its_name(tmp_path):
    assert home_of("s3://bucket/out?region=x", "documents") == "s3://bucket/out/documents?region=x"
    write_corpus(tmp_path, ROWS, pipeline="documents")
    assert [table.uri for table in tables_under(str(tmp_path))] == [f"{tmp_path}/documents/samples"]


@pytest.mark.parametrize(
    ("part", "n_tables"), [("", 2), ("/documents", 1), ("/documents/samples", 1), ("/nowhere", 0)]
)
def test_an_output_a_domain_in_it_and_a_table_can_be_named(output, part, n_tables):
    assert len(tables_under(output + part)) == n_tables


def test_tables_have_the_names_of_their_domains_only_where_several_meet(output):
    assert list(by_name(tables_under(output))) == ["captions.samples", "documents.samples"]
    assert list(by_name(tables_under(f"{output}/documents"))) == ["samples"]


def test_a_partition_is_named_by_its_table_and_number(output):
    table, index = find_partition(tables_under(output), "documents.samples/0")
    assert (table.uri, index) == (f"{output}/documents/samples", 0)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("samples/0", "tables are captions.samples, documents.samples"),
        ("documents.samples", "write TABLE/N"),
        ("documents.samples/7", "partition 7 is not committed"),
    ],
)
def test_a_partition_that_is_not_there_is_named(output, named, message):
    with pytest.raises(ConfigError, match=message):
        find_partition(tables_under(output), named)


def test_folders_of_records_hold_no_tables(tmp_path):
    write_corpus(tmp_path / "_kept", ROWS)
    assert tables_under(str(tmp_path)) == []


@pytest.mark.parametrize("part", ["", "/", "/documents", "/documents/samples", "/documents/samples/"])
def test_runs_are_found_from_every_part_of_an_output(tmp_path, part):
    write_corpus(tmp_path, ROWS)
    begin_run(str(tmp_path), pipeline="documents", command=[], config={}, seed=0, executor="local")
    assert run_root(f"{tmp_path}{part}").rstrip("/") == str(tmp_path)


def test_an_output_without_runs_is_its_own_root(output):
    assert run_root(output) == output


def test_an_output_with_tables_of_the_first_layout_takes_no_new_ones(output, tmp_path):
    refuse_earlier_layout(output)
    (tmp_path / "documents/samples").rename(tmp_path / "samples")
    with pytest.raises(FingerprintMismatch, match=r"samples was made by an earlier .*--output"):
        refuse_earlier_layout(output)


def test_of_a_deleted_corpus_nothing_is_left(output):
    begin_run(output, pipeline="captions", command=[], config={}, seed=None, executor="local")
    Storage(output).write("_cards/captions/index.html", b"")
    Storage(output).write("_lock", b"")
    assert delete_corpus(output, "_lock") == []
    assert not Storage(output).exists()


def test_what_a_corpus_has_not_made_stays(output):
    Storage(output).write("captions/notes.txt", b"mine")
    Storage(output).write("papers/a.pdf", b"mine")
    assert delete_corpus(output) == ["captions", "papers"]
    assert Storage(output).names("captions") == ["notes.txt"]
    assert not Storage(output).exists("documents")
