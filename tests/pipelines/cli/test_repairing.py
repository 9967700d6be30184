import pytest
from click.testing import CliRunner

from tests.factories import sample, write_corpus
from vlcorpus.pipelines.cli.main import cli
from vlcorpus.schemas.errors import RefusedError


@pytest.fixture
def damaged(tmp_path):
    table = write_corpus(tmp_path, [([sample("a")], []), ([sample("b")], [])])
    table.files.write(table.data_path(1), b"PAR1")
    table.files.write("commits/part-00000.json", b"")
    return table


def repair(output, *options: str):
    return CliRunner().invoke(cli, ["repair", "-o", str(output), *options])


def test_it_says_what_is_damaged_and_asks(damaged, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("vlcorpus.pipelines.cli.asking.agreed", lambda *question: asked.append(question))
    told = repair(tmp_path)
    assert "commits/part-00000.json: the file is empty" in told.output
    assert "data/part-00001.parquet: 4 bytes" in told.output
    assert asked == [("Set 1 control files aside and delete the shards of 1 partitions?", False)]
    assert "nothing is deleted" in told.output
    assert damaged.committed() == [1]


def test_where_nobody_can_be_asked_nothing_is_taken_back(damaged, tmp_path):
    told = repair(tmp_path)
    assert isinstance(told.exception, RefusedError)
    assert damaged.committed() == [1]


def test_the_partitions_are_not_committed_after_it(damaged, tmp_path):
    told = repair(tmp_path, "--yes")
    assert told.exit_code == 0
    assert "1 control files set aside under damaged/, 1 partitions taken back" in told.output
    assert damaged.committed() == []
    assert "nothing to repair" in repair(tmp_path).output


def test_a_wrong_name_is_told_and_nothing_is_made(tmp_path):
    told = repair(tmp_path / "nowhere", "--yes")
    assert "no such directory" in str(told.exception)
    assert not (tmp_path / "nowhere").exists()
