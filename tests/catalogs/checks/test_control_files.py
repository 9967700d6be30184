"""`verify` fails on every control file that vouches for nothing, and names it."""

import pytest

from tests.catalogs.checks.corpora import corpus
from vlcorpus.catalogs.checks.control_files import check_control_files
from vlcorpus.catalogs.checks.report import Verdict
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.catalogs.tables.prompts import record_prompts
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.catalogs.tables.storage import Storage


@pytest.fixture
def output(tmp_path) -> Storage:
    corpus(tmp_path)
    begin_run(str(tmp_path), pipeline="documents", command=[], config={}, seed=0, executor="local")
    record_prompts(str(tmp_path), ["Describe it."])
    state_licences(str(tmp_path), {"test": "CC0-1.0"})
    return Storage(str(tmp_path))


def test_a_good_output_has_none(output):
    assert check_control_files([output.uri]).verdict == Verdict.PASS


@pytest.mark.parametrize("content", [b"", b'{"layout": 2, "pipel'])
@pytest.mark.parametrize(
    "folder", ["documents/samples", "documents/samples/commits", "documents/samples/partitions",
               "documents/samples/checkpoints", "_runs", "_prompts", ""],
)  # fmt: skip
def test_each_of_them_is_found_and_named(output, folder, content):
    made = {"documents/samples": "_table.json", "": "_licences.json"}
    names = output.names(folder) or ["00000000.parquet"]
    name = f"{folder}/{made.get(folder, names[0])}".lstrip("/")
    output.write(name, content)
    check = verify([output.uri])["control-files"]
    assert check.verdict == Verdict.FAIL
    assert [told.startswith(output.path(name)) for told in check.offenders] == [True]


def test_a_manifest_that_is_gone_is_missed_beside_its_commits(output):
    output.delete("documents/samples/_table.json")
    report = verify([output.uri])
    assert "it is not there, and commits are" in report["control-files"].offenders[0]
    assert not report.ok
