"""What every table is to be is known before any is made, and is what is then made."""

import pytest

from tests.pipelines.toys import ToSample, source, two_tables, write_files
from vlcorpus.catalogs.tables.output import tables_under
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.expected import expected_manifests, require_expected
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import FingerprintMismatch


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", ["a", "b"])


def test_what_is_expected_is_what_is_made(folder, tmp_path):
    output = str(tmp_path / "out")
    expected = expected_manifests(two_tables(folder), output)
    assert not (tmp_path / "out").exists()
    run(two_tables(folder), output, RunOptions("local"), config={})
    made = {table.name: table.manifest().fingerprint for table in tables_under(output)}
    assert made == {name: manifest.fingerprint for name, manifest in expected.items()}


def test_a_table_made_of_a_changed_one_is_expected_to_change(folder, tmp_path):
    def pipeline(suffix: str) -> Pipeline:
        lines = two_tables(folder).samples.upstreams[0]
        return Pipeline("lines", Table("samples", Table("texts", lines >> ToSample(suffix)) >> ToSample()))

    output = str(tmp_path / "out")
    one, other = (expected_manifests(pipeline(suffix), output) for suffix in ("", "!"))
    assert one["lines"] == other["lines"]
    assert one["samples"].fingerprint != other["samples"].fingerprint


def test_another_configuration_is_refused_by_name_unless_its_tables_are_to_be_deleted(folder, tmp_path):
    output = str(tmp_path / "out")
    run(two_tables(folder), output, RunOptions("local"), config={})
    lines = two_tables(folder).samples.upstreams[0]
    other = expected_manifests(Pipeline("lines", Table("samples", lines >> ToSample("!"))), output)
    with pytest.raises(FingerprintMismatch, match=r"lines/samples was made differently"):
        require_expected(output, other)
    require_expected(output, other, but={"samples"})


def test_a_table_whose_origin_is_gone_is_still_the_same(folder, tmp_path):
    output = str(tmp_path / "out")
    run(two_tables(folder), output, RunOptions("local"), config={})
    next(table for table in tables_under(output) if table.name == "lines").delete()
    require_expected(output, expected_manifests(two_tables(folder), output))


def test_sources_are_not_listed(tmp_path):
    nowhere = source(tmp_path / "nowhere") >> ToSample()
    assert list(expected_manifests(Pipeline("lines", Table("samples", nowhere)), str(tmp_path))) == [
        "samples"
    ]
