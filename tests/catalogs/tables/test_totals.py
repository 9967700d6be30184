import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.catalogs.tables.totals import table_totals
from vlcorpus.schemas.errors import ConfigError


def test_a_table_is_summed_over_its_commits(tmp_path):
    bad = [rejection("b.pdf"), rejection("c.pdf", "no_pages"), rejection("d.pdf", "no_pages")]
    partitions = [([sample("a"), sample("b")], bad[:2]), ([sample("c")], bad[2:]), ([], [])]
    totals = table_totals(write_corpus(tmp_path, partitions))
    assert (totals.name, totals.pipeline) == ("samples", "documents")
    assert (totals.n_partitions, totals.n_committed) == (3, 3)
    assert (totals.rows, totals.rejects, totals.tokens, totals.done) == (3, 3, 3 * 84, True)
    assert list(totals.reasons.items()) == [("no_pages", 2), ("pdf_broken", 1)]
    (stage,) = totals.stages
    assert (stage.stage, stage.rows_in, stage.rows_kept, stage.rejects) == ("Test", 6, 3, 3)
    assert totals.bytes == sum(path.stat().st_size for path in tmp_path.glob("documents/samples/data/*"))


def test_a_table_with_a_partition_to_do_is_not_done(tmp_path):
    write_corpus(tmp_path, [([sample("a")], []), ([sample("b")], [])])
    (tmp_path / "documents/samples/commits/part-00001.json").unlink()
    totals = table_totals(TableStore(f"{tmp_path}/documents/samples"))
    assert (totals.n_committed, totals.rows, totals.done) == (1, 1, False)


def test_no_table_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="there is no table"):
        table_totals(TableStore(f"{tmp_path}/nothing"))
