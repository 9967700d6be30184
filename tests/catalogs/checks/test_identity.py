"""A row is itself, once: over all tables, and with one verdict."""

from tests.catalogs.checks.corpora import broken, corpus, good, rewrite_commit
from tests.factories import write_corpus
from vlcorpus.catalogs.checks.report import Verdict


def test_reasons_of_the_commit_must_be_those_of_the_file(tmp_path):
    table = corpus(tmp_path)
    rewrite_commit(table, lambda commit: setattr(commit, "reasons", {"page_empty": 1}))
    assert broken(tmp_path) == {"reasons-add-up": Verdict.FAIL}


def test_an_id_in_two_tables_is_found(tmp_path):
    corpus(tmp_path / "one")
    write_corpus(tmp_path / "two", [([good("a")], [])])
    assert broken(tmp_path / "one", tmp_path / "two") == {"ids-unique": Verdict.FAIL}


def test_a_row_that_is_kept_and_rejected_is_found(tmp_path):
    corpus(tmp_path, good("x.pdf"))
    assert broken(tmp_path) == {"one-verdict": Verdict.FAIL}
