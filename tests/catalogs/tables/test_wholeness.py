from dataclasses import replace

from tests.factories import sample, write_corpus
from vlcorpus.catalogs.tables.wholeness import not_whole


def test_what_is_wrong_with_a_file_is_said(tmp_path):
    table = write_corpus(tmp_path, [([sample("a")], [])])
    name, facts = table.data_path(0), table.commit_of(0).data
    assert not_whole(table.files, name, facts) is None
    assert "the commit says 7" in not_whole(table.files, name, replace(facts, bytes=7))
    assert "sha256 differs" in not_whole(table.files, name, replace(facts, sha256="0" * 64))
    assert "No such file" in not_whole(table.files, table.data_path(1), facts)
