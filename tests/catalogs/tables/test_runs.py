"""A run leaves a record when it starts and completes it when it ends."""

import json

import pytest

from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables.prompts import prompt_sha256, read_prompts, record_prompts
from vlcorpus.catalogs.tables.runs import RunRecord, RunStatus, begin_run, end_run, read_runs
from vlcorpus.catalogs.tables.storage import Storage


def begin(output, **changes):
    values = {"pipeline": "documents", "command": ["vlcorpus", "run"], "config": {"b": 1, "a": 2}, "seed": 3}
    return begin_run(str(output), **values | {"executor": "local"} | changes)


def test_a_begun_run_is_on_disk_as_running(tmp_path):
    record = begin(tmp_path)
    assert read_runs(str(tmp_path)) == [record]
    assert (record.status, record.ended) == (RunStatus.RUNNING, None)
    assert record.versions["pyarrow"]


def test_an_ended_run_keeps_its_name_and_tells_its_error(tmp_path):
    end_run(str(tmp_path), begin(tmp_path), RunStatus.FAILED, "disk full")
    (record,) = read_runs(str(tmp_path))
    assert (record.status, record.error) == (RunStatus.FAILED, "disk full")
    assert record.ended >= record.started


def test_a_record_survives_json():
    record = RunRecord(
        run_id="r", pipeline="p", command=["x"], config={"k": [1]}, config_sha256="0",
        git_commit=None, versions={}, seed=None, executor="ray", started="2026", host="h",
        tables={"samples": "f"},
    )  # fmt: skip
    assert RunRecord.from_json(record.to_json()) == record
    assert json.loads(record.to_json())["status"] == "running"


def test_equal_configs_have_equal_hashes_whatever_their_order(tmp_path):
    one, two = begin(tmp_path, config={"a": 1, "b": 2}), begin(tmp_path, config={"b": 2, "a": 1})
    assert one.config_sha256 == two.config_sha256
    assert one.config_sha256 != begin(tmp_path, config={"a": 1}).config_sha256


def test_runs_of_the_same_second_do_not_overwrite_each_other(tmp_path):
    assert len({begin(tmp_path).run_id for _ in range(5)}) == 5
    assert len(read_runs(str(tmp_path))) == 5


def test_the_view_shows_runs(tmp_path):
    begin(tmp_path)
    seen = connect([str(tmp_path)]).execute("select pipeline, status, config->>'$.a' from runs").fetchall()
    assert seen == [("documents", "running", "2")]


@pytest.mark.parametrize("scheme", ["", "memory://runs"])
def test_records_and_prompts_live_on_any_storage(tmp_path, scheme):
    output = f"{scheme}{tmp_path}"
    begin(output)
    record_prompts(output, ["Describe the image.", "描述这张图片。"])
    record_prompts(output, ["Describe the image."])
    assert len(read_runs(output)) == 1
    assert read_prompts(output)[prompt_sha256("描述这张图片。")] == "描述这张图片。"
    assert len(Storage(output).names("_prompts")) == 2
    assert connect([output]).execute("select count(*) from prompts").fetchall() == [(2,)]
