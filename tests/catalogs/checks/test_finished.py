"""A corpus that is not finished is told to be none that holds."""

from tests.catalogs.checks.corpora import broken, corpus
from vlcorpus.catalogs.checks.report import Verdict
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.output import tables_under
from vlcorpus.catalogs.tables.runs import begin_run


def begin(output, **tables: str) -> None:
    (table,) = tables_under(str(output))
    pipeline = table.manifest().pipeline
    begin_run(
        str(output), pipeline=pipeline, command=[], config={}, seed=None, executor="local", tables=tables
    )


def test_a_missing_partition_is_not_ok(tmp_path):
    table = corpus(tmp_path)
    table.files.delete("commits/part-00001.json")
    assert broken(tmp_path) == {"shards-committed": Verdict.WARN, "partitions-done": Verdict.FAIL}
    assert not verify([str(tmp_path)]).ok


def test_a_table_that_the_last_run_did_not_come_to_is_not_ok(tmp_path):
    begin(tmp_path, **{corpus(tmp_path).name: "f", "decisions": "f"})
    assert broken(tmp_path) == {"tables-made": Verdict.FAIL}
    (offender,) = verify([str(tmp_path)])["tables-made"].offenders
    assert "/decisions: not begun" in offender


def test_one_that_came_to_all_its_tables_is_ok(tmp_path):
    begin(tmp_path, **{corpus(tmp_path).name: "f"})
    assert broken(tmp_path) == {}


def test_a_table_alone_is_no_corpus(tmp_path):
    table = corpus(tmp_path)
    begin(tmp_path, **{table.name: "f", "decisions": "f"})
    assert broken(table.uri) == {}
