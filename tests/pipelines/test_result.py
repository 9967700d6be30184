import pytest

from tests.pipelines.toys import two_tables, write_files
from vlcorpus.pipelines.result import result_of
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import ConfigError


def test_a_result_counts_every_table(tmp_path):
    output = str(tmp_path / "out")
    pipeline = two_tables(write_files(tmp_path / "in", ["one\nboom", "", "two"]))
    run(pipeline, output, RunOptions("local"), config={})
    result = result_of(pipeline, output)
    assert {name: (table.rows, table.rejects) for name, table in result.tables.items()} == {
        "lines": (2, 2),
        "samples": (2, 0),
    }
    assert result.samples is result.tables["samples"]
    assert result.reasons == {"error:ValueError": 1, "file_empty": 1}
    assert str(result) == f"2 samples and 2 rejects in {output}"


def test_there_is_no_result_before_a_run(tmp_path):
    with pytest.raises(ConfigError, match="there is no table"):
        result_of(two_tables(tmp_path), str(tmp_path / "out"))
