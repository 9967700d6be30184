"""A table is what its commits say, whatever else lies in its folder."""

import pickle

import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.tables.commit_log import part
from vlcorpus.catalogs.tables.commits import Commit, StageCounts
from vlcorpus.catalogs.tables.output import tables_under
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.sample import Sample

ROWS = [([sample("a"), sample("b")], [rejection("x")]), ([], [rejection("y")]), ([sample("c")], [])]


@pytest.fixture(params=["local", "memory"])
def output(request, tmp_path):
    uri = str(tmp_path / "out") if request.param == "local" else f"memory:/{tmp_path}"
    yield uri
    Storage(uri).delete("")


def commit_of_nothing(index: int, attempts: int = 1) -> Commit:
    return Commit(
        partition=index, run_id="r", fingerprint="f", data=None, rejects=None, stages=[], attempts=attempts
    )


def test_rows_come_back_as_they_were_written(output):
    table = write_corpus(output, ROWS)
    assert list(table.rows(0)) == ROWS[0][0]
    assert list(table.rows(2)) == ROWS[2][0]


def test_a_partition_whose_rows_were_all_rejected_has_no_rows(output):
    table = write_corpus(output, ROWS)
    assert list(table.rows(1)) == []
    assert not table.files.exists("data/part-00001.parquet")


def test_a_commit_tells_the_facts_of_its_files(output):
    table = write_corpus(output, ROWS)
    first, second, _ = table.commits()
    assert (first.rows, first.n_rejects, first.reasons) == (2, 1, {"pdf_broken": 1})
    assert (second.data, second.rows, second.n_rejects) == (None, 0, 1)
    assert first.data.bytes == len(table.files.read("data/part-00000.parquet"))


def test_a_commit_survives_json():
    commit = commit_of_nothing(3)
    commit.stages = [StageCounts("Read", 3, 2, 1, 5, 1)]
    commit.reasons = {"page_empty": 1}
    assert Commit.from_json(commit.to_json()) == commit


def test_the_manifest_comes_back(output):
    table = write_corpus(output, ROWS)
    manifest = table.manifest()
    assert (manifest.table, manifest.n_partitions) == ("samples", 3)
    assert manifest.row_type() is Sample


def test_where_nothing_was_made_there_is_no_manifest(output):
    nothing = TableStore(f"{output}/nothing")
    assert nothing.find_manifest() is None
    with pytest.raises(ConfigError, match=r"nothing: there is no table"):
        nothing.manifest()


def test_a_table_of_another_layout_is_refused(tmp_path):
    table = write_corpus(tmp_path, ROWS)
    content = table.files.read("_table.json").replace(b'"layout": 2', b'"layout": 0')
    table.files.write("_table.json", content)
    with pytest.raises(ConfigError, match=r"layout 0, this version reads up to 2"):
        table.manifest()


def test_commits_come_in_the_order_of_partitions(output):
    table = TableStore(f"{output}/many")
    for index in (100_000, 99_999, 7):
        table.commit(commit_of_nothing(index))
    assert table.committed() == [7, 99_999, 100_000]
    assert [commit.partition for commit in table.commits()] == [7, 99_999, 100_000]


def test_a_partition_without_a_commit_has_none(output):
    table = write_corpus(output, ROWS)
    assert table.find_commit(9) is None
    with pytest.raises(ConfigError, match=r"partition 9 is not committed"):
        table.commit_of(9)


def test_attempts_are_counted_until_the_commit(output):
    table = TableStore(f"{output}/t")
    assert [table.attempts.begin(0) for _ in range(3)] == [0, 1, 2]
    assert table.attempts.begin(1) == 0
    table.commit(commit_of_nothing(0, attempts=3))
    assert table.attempts.begin(0) == 0
    assert table.attempts.begin(1) == 1


def test_writing_no_rows_takes_away_what_an_earlier_attempt_left(output):
    table = TableStore(f"{output}/t")
    assert table.write_data(0, Sample, [sample()]).rows == 1
    assert table.write_data(0, Sample, []) is None
    assert not table.files.exists("data/part-00000.parquet")


def test_a_stage_that_fails_half_way_leaves_no_shard(output):
    def rows():
        yield sample("a")
        raise ValueError("half-way")

    table = TableStore(f"{output}/t")
    with pytest.raises(ValueError, match="half-way"):
        table.write_data(0, Sample, rows())
    assert table.files.names("data") == []


def test_a_sweep_takes_all_but_what_is_committed(output):
    table = write_corpus(output, ROWS)
    table.write_data(5, Sample, [sample("left")])
    table.write_rejects(5, [rejection("left")])
    table.attempts.begin(6)
    assert table.sweep() == 3
    assert table.files.names("data") == ["part-00000.parquet", "part-00002.parquet"]
    assert table.files.names("attempts") == []
    assert table.sweep() == 0


def test_tables_are_found_under_an_output_or_as_themselves(output):
    write_corpus(output, ROWS)
    Storage(output).write("_runs/x.json", b"{}")
    assert [table.name for table in tables_under(output)] == ["samples"]
    assert [table.name for table in tables_under(f"{output}/documents/samples")] == ["samples"]
    assert tables_under(f"{output}/nowhere") == []


def test_a_name_is_a_function_of_the_partition():
    assert part(42) == "part-00042"


def test_a_table_travels_as_its_uri(output):
    table = write_corpus(output, ROWS)
    assert list(pickle.loads(pickle.dumps(table)).rows(2)) == ROWS[2][0]


def test_a_manifest_knows_its_row_type_by_import_path():
    manifest = Manifest("p", "t", "rejection/1", "f", {}, 1)
    assert manifest.row_type().__name__ == "Rejection"
