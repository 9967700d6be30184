"""What `--fresh` names, and how much of it there is."""

import pytest

from tests.pipelines.toys import two_tables, write_files
from vlcorpus.pipelines.runtime.deletion import deletions, tables_to_delete
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import ConfigError


@pytest.fixture
def pipeline(tmp_path):
    return two_tables(write_files(tmp_path / "in", ["a\nb", "c"]))


@pytest.mark.parametrize(
    ("fresh", "fresh_from", "names"),
    [(False, None, []), (True, None, ["lines", "samples"]), (False, "samples", ["samples"])],
)
def test_a_table_goes_with_those_made_of_it(pipeline, fresh, fresh_from, names):
    assert [table.name for table in tables_to_delete(pipeline, fresh, fresh_from)] == names


def test_a_name_of_no_table_is_told_with_those_there_are(pipeline):
    with pytest.raises(ConfigError, match=r"no such table; there are: lines, samples"):
        tables_to_delete(pipeline, False, "line")


def test_rows_and_all_bytes_are_counted(pipeline, tmp_path):
    output = tmp_path / "out"
    assert deletions(str(output), "lines", pipeline.tables()) == []
    run(pipeline, str(output), RunOptions("local"), config={})
    lines, samples = deletions(str(output), "lines", pipeline.tables())
    assert (lines.n_rows, samples.n_rows) == (3, 3)
    files = [path for path in (output / "lines/samples").rglob("*") if path.is_file()]
    assert samples.n_bytes == sum(path.stat().st_size for path in files)


def test_what_a_killed_deletion_left_is_still_to_be_deleted(pipeline, tmp_path):
    run(pipeline, str(tmp_path), RunOptions("local"), config={})
    (tmp_path / "lines/samples/_table.json").unlink()
    assert [one.store.name for one in deletions(str(tmp_path), "lines", pipeline.tables())] == [
        "lines",
        "samples",
    ]
