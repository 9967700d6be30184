"""The views show what is committed, and only that; media stay on disk until they are asked for."""

import json
import shutil

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from tests.factories import file_row, kept_only, rejection, sample, write_corpus
from vlcorpus.catalogs.query.ask import ask_named, named_queries
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables.commits import Commit, StageCounts
from vlcorpus.catalogs.tables.runs import RunStatus, begin_run, end_run
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.pipelines.cli.main import cli
from vlcorpus.schemas.clusters import Coverage
from vlcorpus.schemas.errors import ConfigError, VlcorpusError
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.sample import Sample, Score

ROWS = [
    ([sample("a.pdf#page=1"), sample("a.pdf#page=2")], [rejection("b.pdf")]),
    ([sample("c.pdf#page=1", scores=[Score(name="sharpness", value=0.5)])], []),
    ([], [rejection("d.pdf", "pdf_encrypted")]),
]
VIEWS = ("tables", "commits", "stages", "shards", "runs", "prompts", "samples", "rejects", "lineage")


def ask_all(outputs, sql):
    return connect([str(output) for output in outputs]).execute(sql).fetchall()


def test_samples_know_their_file_row_output_run_and_partition(tmp_path):
    table = write_corpus(tmp_path / "out", ROWS)
    seen = ask_all(
        [tmp_path / "out"],
        "select source_key, filename, file_row_number, output, run_id, partition from samples "
        "order by partition, file_row_number",
    )
    first = table.files.path("data/part-00000.parquet")
    assert seen[:2] == [
        ("a.pdf#page=1", first, 0, f"{tmp_path}/out", "20261122T000000-test", 0),
        ("a.pdf#page=2", first, 1, f"{tmp_path}/out", "20261122T000000-test", 0),
    ]
    assert seen[2][1:3] == (table.files.path("data/part-00001.parquet"), 0)


def test_a_shard_without_a_commit_is_invisible(tmp_path):
    table = write_corpus(tmp_path, ROWS)
    table.write_data(7, Sample, [sample("left-over")])
    table.write_rejects(7, [rejection("left-over.pdf")])
    assert ask_all([tmp_path], "select count(*) from samples") == [(3,)]
    assert ask_all([tmp_path], "select count(*) from rejects") == [(2,)]


def test_several_outputs_are_one_corpus(tmp_path):
    write_corpus(tmp_path / "one", ROWS, pipeline="documents")
    write_corpus(tmp_path / "two", [([sample("x")], [])], pipeline="captions")
    counts = ask_all(
        [tmp_path / "one", tmp_path / "two"],
        "select output, pipeline, count(*) from samples group by all order by all",
    )
    assert counts == [(f"{tmp_path}/one", "documents", 3), (f"{tmp_path}/two", "captions", 1)]


def test_naming_an_output_twice_counts_it_once(tmp_path):
    write_corpus(tmp_path, ROWS)
    assert ask_all([tmp_path, tmp_path], "select count(*) from samples") == [(3,)]


def test_a_single_table_can_be_named_and_finds_its_runs(tmp_path):
    write_corpus(tmp_path, ROWS)
    begin_run(str(tmp_path), pipeline="documents", command=["x"], config={}, seed=0, executor="local")
    assert ask_all([tmp_path / "documents/samples"], "select count(*) from samples") == [(3,)]
    assert ask_all([tmp_path / "documents/samples"], "select count(*) from runs") == [(1,)]


@pytest.mark.parametrize("partitions", [None, [], [([], [])], [([], [rejection()])]])
def test_views_of_a_corpus_without_samples_are_empty_and_typed(tmp_path, partitions):
    if partitions is not None:
        write_corpus(tmp_path, partitions)
    connection = connect([str(tmp_path)])
    assert connection.execute("select sum(n_tokens), count(*) from samples").fetchall() == [(None, 0)]
    for view in VIEWS:
        connection.execute(f"select * from {view}").fetchall()
    types = {name: kind for name, kind, *_ in connection.execute("describe samples").fetchall()}
    assert (types["n_tokens"], types["lang"], types["partition"]) == ("INTEGER", "VARCHAR[]", "BIGINT")


def test_a_shard_older_than_a_column_shows_null(tmp_path):
    table = write_corpus(tmp_path, [([sample("old")], [])])
    path = table.files.path("data/part-00000.parquet")
    pq.write_table(pq.read_table(path).drop_columns(["sample_weight"]), path)
    assert ask_all([tmp_path], "select source_key, sample_weight from samples") == [("old", None)]


def test_what_is_older_than_trainable_is_trainable(tmp_path):
    old = write_corpus(tmp_path / "old", [([sample("old")], [])])
    path = old.files.path("data/part-00000.parquet")
    pq.write_table(pq.read_table(path).drop_columns(["trainable"]), path)
    write_corpus(tmp_path / "new", [([kept_only(sample("kept")), sample("new")], [])])
    sql = "select source_key, trainable from samples order by 1"
    assert ask_all([tmp_path / "old"], sql) == [("old", True)]
    seen = ask_all([tmp_path / "old", tmp_path / "new"], sql)
    assert seen == [("kept", False), ("new", True), ("old", True)]


def test_an_output_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="no-such: no such directory"):
        connect([f"{tmp_path}/no-such"])


def test_a_corpus_in_an_object_store_reads_like_a_local_one(tmp_path, memory_uri):
    write_corpus(tmp_path, ROWS)
    copy_to(memory_uri, write_corpus(tmp_path, ROWS))
    sql = "select source_key, n_tokens, partition, octet_length(images[1].bytes) from samples order by 1"
    assert ask_all([memory_uri], sql) == ask_all([tmp_path], sql)
    names = ask_all([memory_uri], "select distinct filename from rejects order by 1")
    assert names[0] == (f"{memory_uri}/documents/samples/rejects/part-00000.parquet",)


def test_stages_are_the_counts_of_every_commit_in_order(tmp_path):
    write_corpus(tmp_path, ROWS)
    seen = ask_all(
        [tmp_path], "select partition, position, stage, rows_in, rows_rejected from stages order by 1"
    )
    assert seen == [(0, 0, "Test", 3, 1), (1, 0, "Test", 1, 0), (2, 0, "Test", 1, 1)]


def test_shards_are_the_committed_files_with_their_facts(tmp_path):
    write_corpus(tmp_path, ROWS)
    seen = ask_all([tmp_path], "select partition, kind, rows from shards order by all")
    assert seen == [(0, "data", 2), (0, "rejects", 1), (1, "data", 1), (2, "rejects", 1)]


def test_lineage_tells_the_verdict_and_the_run_behind_it(tmp_path):
    run = begin_run(
        str(tmp_path), pipeline="documents", command=["x"], config={"a": 1}, seed=7, executor="local"
    )
    end_run(str(tmp_path), run, RunStatus.SUCCEEDED)
    write_corpus(tmp_path, ROWS, run_id=run.run_id)
    seen = ask_all(
        [tmp_path], "select source_key, verdict, reason, config_sha256, seed from lineage order by source_key"
    )
    assert seen[0] == ("a.pdf#page=1", "kept", None, run.config_sha256, 7)
    assert seen[2] == ("b.pdf", "rejected", "pdf_broken", run.config_sha256, 7)


def test_score_finds_a_measure_by_name(tmp_path):
    write_corpus(tmp_path, ROWS)
    seen = ask_all([tmp_path], "select score(scores, 'sharpness') from samples order by source_key")
    assert seen == [(None,), (None,), (0.5,)]


def test_no_named_query_reads_media(tmp_path):
    """Every byte of the image column is destroyed: only a query that selects images may notice."""
    table = write_corpus(tmp_path, ROWS)
    for index in (0, 1):
        destroy_image_bytes(table, index)
    connection = connect([str(tmp_path)])
    id = sample("a.pdf#page=1").id
    values = {"id": id, "run_a": "20261122T000000-test", "run_b": "none"}
    for name, query in named_queries().items():
        list(ask_named(connection, name, {key: values[key] for key in query.parameters}).rows)
    assert connection.execute("select count(*) from lineage").fetchall() == [(5,)]
    with pytest.raises(duckdb.Error):
        connection.execute("select images from samples").fetchall()


def destroy_image_bytes(table: TableStore, index: int) -> None:
    path = table.files.path(table.data_path(index))
    with open(path, "r+b") as stream:
        for column in image_chunks(path):
            start = column.dictionary_page_offset or column.data_page_offset
            stream.seek(start)
            stream.write(b"\xff" * column.total_compressed_size)


def image_chunks(path):
    metadata = pq.read_metadata(path)
    groups = [metadata.row_group(i) for i in range(metadata.num_row_groups)]
    chunks = [group.column(i) for group in groups for i in range(group.num_columns)]
    found = [chunk for chunk in chunks if chunk.path_in_schema == "images.list.element.bytes"]
    assert found
    return found


@pytest.fixture
def memory_uri(request):
    uri = f"memory://{request.node.name}"
    yield uri
    Storage(uri).delete("")


def copy_to(uri: str, table: TableStore) -> None:
    remote = Storage(f"{uri}/documents/{table.name}")
    remote.write("_table.json", table.files.read("_table.json"))
    for folder in ("data", "rejects", "commits"):
        for name in table.files.names(folder):
            remote.write(f"{folder}/{name}", table.files.read(f"{folder}/{name}"))


def test_only_tables_of_samples_are_samples(tmp_path):
    write_corpus(tmp_path, ROWS)
    write_pages(tmp_path)
    assert ask_all([tmp_path], "select count(*) from samples") == [(3,)]
    assert ask_all([tmp_path], "select table_name, sum(rows) from commits group by 1 order by 1") == [
        ("pages", 2),
        ("samples", 3),
    ]


def write_pages(output) -> None:
    """Commit a table of rows that are no samples yet."""
    commit_table(output, "pages", FileRow, [file_row("a.pdf"), file_row("b.pdf")])


def commit_table(output, name: str, row_type: type, rows: list) -> None:
    table = TableStore(f"{output}/{name}")
    made_of = f"{row_type.__module__}:{row_type.__qualname__}"
    table.create(Manifest("documents", name, made_of, "e" * 64, {}, 1))
    n = len(rows)
    counts = [StageCounts("Files", n, n, 0, n, 0)]
    table.commit(Commit(0, "run", "e" * 64, table.write_data(0, row_type, rows), None, counts))


def test_a_folder_name_with_glob_characters_is_a_name(tmp_path):
    write_corpus(tmp_path / "a[1]*", ROWS)
    shutil.copytree(tmp_path / "a[1]*", tmp_path / "a1x")
    assert ask_all([tmp_path / "a[1]*"], "select count(*) from samples") == [(3,)]


def test_every_other_table_is_asked_by_its_own_name(tmp_path):
    row = Coverage(subset="found", n=3, n_clusters=2, effective_clusters=1.5, vendi=2.5)
    commit_table(tmp_path, "visual_coverage", Coverage, [row])
    connection = connect([str(tmp_path)])
    assert connection.execute("select subset, n, vendi from visual_coverage").fetchall() == [
        ("found", 3, 2.5)
    ]
    assert connection.execute("select count(*) from duplicates").fetchone() == (0,)


OUTSIDE = {
    "a file": "select * from read_text('/etc/hostname')",
    "a listing": "select * from glob('/etc/*')",
    "a Parquet file": "select * from '{outside}/other.parquet'",
    "a way round": "select * from '{inside}/../../../outside/other.parquet'",
    "a copy": "copy (select 1) to '{outside}/stolen.csv'",
    "a database": "attach '{outside}/new.db'",
    "an export": "export database '{outside}/all'",
    "an extension": "install httpfs",
    "its own settings": "set enable_external_access = true",
    "a variable of the program": "select * from outputs",
}


@pytest.mark.parametrize("query", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_a_query_reaches_the_tables_and_nothing_else(query, tmp_path):
    table = write_corpus(tmp_path / "out", ROWS)
    outside = tmp_path / "outside"
    outside.mkdir()
    pq.write_table(pq.read_table(table.files.path(table.data_path(0))), outside / "other.parquet")
    query = query.format(outside=outside, inside=table.files.path())
    with connect([str(tmp_path / "out")]) as connection:
        with pytest.raises(duckdb.Error):
            connection.execute(query)
        assert connection.execute("select count(*) from samples").fetchone() == (3,)
    assert [path.name for path in outside.iterdir()] == ["other.parquet"]


def test_whoever_asks_may_let_a_query_reach_more(tmp_path):
    write_corpus(tmp_path / "out", ROWS)
    with connect([str(tmp_path / "out")], external_access=True) as connection:
        connection.execute(f"copy (select id from samples) to '{tmp_path}/ids.csv'")
    assert len((tmp_path / "ids.csv").read_text().split()) == 4


HOSTILE = "x\" = 1; copy (select 1) to 'stolen.csv'; set variable \"y"


@pytest.mark.parametrize("what", ["folder", "domain", "pipeline", "table", "row", "other_row"])
def test_a_name_in_a_shared_output_is_no_sql_and_no_module(what, tmp_path, monkeypatch, caplog):
    (tmp_path / "hostile.py").write_text("open('stolen.csv', 'w').close()\nRow = dict\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    output = tmp_path / "out"
    table = write_corpus(output, ROWS)
    if what in ("folder", "domain"):
        at = output / ("documents/samples" if what == "folder" else "documents")
        at.rename(at.with_name(HOSTILE))
    else:
        value = {"row": "hostile:Row", "other_row": "os:system"}.get(what, HOSTILE)
        manifest = json.loads(table.files.read("_table.json"))
        table.files.write("_table.json", json.dumps(manifest | {what.removeprefix("other_"): value}).encode())
    for command in ("verify", "sql", "stats", "browse", "export", "status", "clean"):
        arguments = [command, "-o", str(output)]
        arguments += ["select * from commits"] if command == "sql" else []
        arguments += (
            ["--to", str(tmp_path / f"to-{command}")] if command in ("stats", "browse", "export") else []
        )
        told = CliRunner().invoke(cli, arguments)
        assert told.exception is None or isinstance(told.exception, VlcorpusError), (command, told.exception)
    assert not (tmp_path / "stolen.csv").exists()
