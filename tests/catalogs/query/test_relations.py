"""The relations under the views: a line per table, commit, run and prompt."""

import json

import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.query.relations import existing_tables
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables.prompts import record_prompts
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.schemas.errors import ConfigError

ROWS = [
    ([sample("a"), sample("b")], [rejection("x")]),
    ([], [rejection("y"), rejection("z", "pdf_encrypted")]),
]


def ask(output, sql: str):
    return connect([str(output)]).execute(sql).fetchall()


def test_a_commit_tells_its_files_and_its_reasons(tmp_path):
    write_corpus(tmp_path, ROWS)
    first, second = ask(
        tmp_path,
        "select rows, rejects, data_path is null, data_bytes > 0, reasons from commits order by partition",
    )
    assert first == (2, 1, False, True, [{"reason": "pdf_broken", "n": 1}])
    assert second[:4] == (0, 2, True, False)
    assert {line["reason"]: line["n"] for line in second[4]} == {"pdf_broken": 1, "pdf_encrypted": 1}


def test_a_table_tells_how_far_it_is(tmp_path):
    table = write_corpus(tmp_path, ROWS)
    table.files.delete("commits/part-00001.json")
    asked = "select table_name, pipeline, n_partitions, n_committed from tables"
    assert ask(tmp_path, asked) == [("samples", "documents", 2, 1)]


def test_what_is_told_as_json_is_json(tmp_path):
    write_corpus(tmp_path, ROWS)
    config = {"name": "ü", "n": 1}
    begin_run(
        str(tmp_path), pipeline="documents", command=["a", "b"], config=config, seed=1, executor="local"
    )
    ((command, told),) = ask(tmp_path, "select command, config from runs")
    assert (command, json.loads(told)) == ("a b", config)
    ((describes,),) = ask(tmp_path, "select describes from tables")
    assert json.loads(describes) == {"source": {"kind": "test"}}


def test_prompts_are_found_by_their_hash(tmp_path):
    write_corpus(tmp_path, ROWS)
    record_prompts(str(tmp_path), ["Say it."])
    assert ask(tmp_path, "select text from prompts") == [("Say it.",)]


def test_what_is_left_out_has_commits_and_no_rows(tmp_path):
    table = write_corpus(tmp_path, ROWS)
    path = table.files.path("data/part-00000.parquet")
    connection = connect([str(tmp_path)], leave_out={path})
    assert connection.execute("select count(*) from samples").fetchone() == (0,)
    assert connection.execute("select sum(rows) from commits").fetchone() == (2,)


def test_an_empty_output_has_no_tables_and_one_that_is_not_there_is_refused(tmp_path):
    assert existing_tables(str(tmp_path)) == []
    with pytest.raises(ConfigError, match="Name the output directory of a run"):
        existing_tables(f"{tmp_path}/nowhere")
