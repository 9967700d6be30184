"""What the commands print of a pipeline: its plan, its state, its result."""

import pytest

from tests.pipelines.toys import ToSample, one_operator, two_tables, write_files
from vlcorpus.pipelines.cli.report import plan_lines, preview_lines, result_lines, status_lines
from vlcorpus.pipelines.result import result_of
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import ConfigError

LOCAL = RunOptions("local")


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}\nboom" for n in range(6)])


@pytest.fixture
def output(folder, tmp_path) -> str:
    run(two_tables(folder), str(tmp_path / "out"), LOCAL, config={})
    return str(tmp_path / "out")


def test_a_plan_says_what_would_be_done_and_what_waits_for_it(folder, tmp_path):
    lines = list(plan_lines(two_tables(folder), str(tmp_path / "out")))
    assert lines[0].startswith("lines: 6 inputs, ")
    assert "2 partitions, 0 committed, 2 to do" in lines[1]
    assert lines[-1] == "samples: waits for lines"
    assert not (tmp_path / "out").exists()


def test_a_plan_of_what_is_done_has_nothing_to_do(folder, output):
    said = "\n".join(plan_lines(two_tables(folder), output))
    assert said.count("2 committed, 0 to do") == 2
    assert "waits" not in said


def test_a_plan_tells_what_a_grown_input_adds(folder, output):
    (folder / "0009.txt").write_text("late")
    said = "\n".join(plan_lines(two_tables(folder), output))
    assert "a run adds 1 new inputs, in 1 new partitions" in said
    assert "samples: waits for lines" in said


def test_a_plan_of_another_configuration_tells_the_refusal(folder, tmp_path):
    run(one_operator(folder), str(tmp_path / "one"), LOCAL, config={})
    said = "\n".join(plan_lines(one_operator(folder, suffix="!"), str(tmp_path / "one")))
    assert "a run is refused: " in said
    assert "suffix" in said


def test_a_plan_tells_the_refusal_of_a_table_that_waits(folder, output):
    (folder / "0009.txt").write_text("late")
    lines = two_tables(folder).samples.upstreams[0]
    said = "\n".join(plan_lines(Pipeline("lines", Table("samples", lines >> ToSample("!"))), output))
    assert "samples: waits for lines" in said
    assert "a run is refused: " in said


def test_a_preview_shows_rows_and_rejections_and_counts_the_stages(folder):
    lines = list(preview_lines(one_operator(folder), 1))
    assert any(line.startswith("✓ 0000.txt#line=0") for line in lines)
    assert any(line.startswith("✗ 0000.txt#line=1  Obey: error:ValueError") for line in lines)
    assert any("2 in      1 out      1 rejects" in line for line in lines)


def test_the_status_tells_how_far_each_table_is(output):
    said = "\n".join(status_lines(output))
    assert said.count("2 of 2 partitions committed, done") == 2
    assert "6  error:ValueError" in said


def test_a_folder_without_tables_has_no_status(tmp_path):
    with pytest.raises(ConfigError, match="holds no table of vlcorpus"):
        list(status_lines(str(tmp_path)))


def test_a_result_says_what_lies_there_and_what_to_do_with_it(folder, output):
    pipeline = two_tables(folder)
    first, *rest = result_lines(pipeline, result_of(pipeline, output))
    assert first.startswith("6 samples (")
    assert first.endswith(f"and 6 rejects in {output}")
    assert rest[0] == "6 of 6 samples can be trained"
    assert rest[1] == "         6  error:ValueError"
    assert rest[-1].startswith(f"look at them: vlcorpus browse -o {output}")
