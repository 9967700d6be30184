"""What was damaged on the disk is named in every command, and the next run makes it again: equal bytes."""

import shutil
from pathlib import Path

import pytest

from tests.disturbed import shard_bytes
from tests.pipelines.cli.command import run_command
from tests.pipelines.toys import one_operator, two_tables, write_files
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.export.write import export
from vlcorpus.catalogs.query.ask import ask
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables import control_files
from vlcorpus.catalogs.tables.output import tables_under
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.table import DELETED, TableStore
from vlcorpus.pipelines.cli.report import status_lines
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch, NoSamples, VerifyFailed

LOCAL = RunOptions("local")
TABLE = "lines/samples"


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}\nboom\nmore {n}\nlast {n}" for n in range(10)])


@pytest.fixture
def output(folder, tmp_path) -> Path:
    """Return an output of three partitions."""
    run(one_operator(folder), str(tmp_path / "out"), LOCAL, config={})
    return tmp_path / "out"


OF_FILES = ("control-files", "shards-whole", "shards-open", "fingerprints", "ids-unique", "partitions-done")


def broken(output: Path) -> list[str]:
    """Return the checks of files that fail; a toy's samples break some of the others."""
    report = verify([str(output)])
    return [name for name in OF_FILES if report[name].broken]


def cut(path: Path, n_bytes: int = 100) -> None:
    path.write_bytes(path.read_bytes()[:n_bytes])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def copy_all(folder: Path) -> None:
    for kind, ending in (("commits", "json"), ("data", "parquet"), ("rejects", "parquet")):
        shutil.copy(folder / f"{kind}/part-00000.{ending}", folder / f"{kind}/part-00007.{ending}")


COMMIT = "commits/part-00001.json"
FAULTS = {
    "an empty commit": (COMMIT, empty),
    "half a commit": (COMMIT, cut),
    "a commit of another form": (COMMIT, lambda path: path.write_text('{"partition": 1}')),
    "a commit of another number": (COMMIT, lambda path: shutil.copy(path.with_name("part-00000.json"), path)),
    "a copied partition": ("commits/part-00007.json", lambda path: copy_all(path.parent.parent)),
    "a stray name": ("commits/notes.json", lambda path: path.write_text("x")),
    "an empty manifest": ("_table.json", empty),
    "half a manifest": ("_table.json", cut),
    "a lost manifest": ("_table.json", Path.unlink),
    "a list of partitions that is cut": ("partitions/00000000.parquet", cut),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_control_file_is_named_and_what_it_stood_for_is_made_again(fault, folder, output, caplog):
    before, (name, damage) = shard_bytes(output), FAULTS[fault]
    damage(output / TABLE / name)
    assert "control-files" in broken(output)
    for command in (
        lambda: list(ask(connect([str(output)]), "select count(*) from commits").rows),
        lambda: [list(TableStore(str(output / TABLE)).commits()), tables_under(str(output))],
        lambda: run(one_operator(folder), str(output), LOCAL, config={}),
    ):
        control_files._told.clear()  # another process has told nothing yet
        caplog.clear()
        if not fault.startswith("a list"):  # whoever only reads needs no list
            command()
            if "stray" not in fault and "copied" not in fault:
                assert name in caplog.text
    run(one_operator(folder), str(output), LOCAL, config={})
    assert broken(output) == []
    kept = {path: content for path, content in shard_bytes(output).items() if "00007" not in str(path)}
    assert kept == before
    assert [commit.partition for commit in TableStore(str(output / TABLE)).commits()] == [0, 1, 2]


def test_records_of_the_output_are_set_aside_by_the_next_run(folder, output):
    (record,) = (output / "_runs").iterdir()
    empty(record)
    (output / "_licences.json").write_text("{")
    assert read_runs(str(output)) == []
    assert broken(output) == ["control-files"]
    assert "3 of 3 partitions committed" in "".join(status_lines(str(output)))
    run(one_operator(folder), str(output), LOCAL, config={})
    assert len(read_runs(str(output))) == 1
    assert broken(output) == []
    assert len(list((output / "damaged").iterdir())) == 2


def test_a_manifest_that_is_lost_lets_no_other_configuration_adopt_the_commits(folder, output):
    (output / TABLE / "_table.json").unlink()
    before = shard_bytes(output)
    with pytest.raises(FingerprintMismatch, match=r"gone or damaged, and 3 of its commits.*--fresh"):
        run(one_operator(folder, suffix="!"), str(output), LOCAL, config={})
    assert shard_bytes(output) == before


@pytest.mark.parametrize("kind", ["data", "rejects"])
@pytest.mark.parametrize("damage", [Path.unlink, cut])
def test_a_shard_that_is_gone_or_cut_is_no_more_committed(kind, damage, folder, output):
    before = shard_bytes(output)
    damage(output / TABLE / f"{kind}/part-00001.parquet")
    told = "\n".join(status_lines(str(output)))
    assert "2 of 3 partitions committed, 1 to do" in told
    assert f"{kind}/part-00001.parquet" in told
    run(one_operator(folder), str(output), LOCAL, config={})
    assert shard_bytes(output) == before
    assert broken(output) == []


def test_a_shard_that_others_are_made_of_is_made_again_and_they_stay(folder, tmp_path):
    output = tmp_path / "out"
    run(two_tables(folder), str(output), LOCAL, config={})
    before = shard_bytes(output)
    made = (output / "lines/samples/data/part-00001.parquet").stat().st_mtime_ns
    (output / "lines/lines/data/part-00001.parquet").unlink()
    run(two_tables(folder), str(output), LOCAL, config={})
    assert shard_bytes(output) == before
    assert (output / "lines/samples/data/part-00001.parquet").stat().st_mtime_ns == made


def test_a_deletion_that_was_killed_leaves_nothing_that_another_configuration_adopts(
    folder, output, tmp_path, monkeypatch
):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("vlcorpus.catalogs.tables.table.delete_folder", killed)
        with pytest.raises(KeyboardInterrupt):
            run(one_operator(folder), str(output), RunOptions("local", fresh=True), config={})
    assert tables_under(str(output)) == []
    (left,) = (path.name for path in (output / "lines").iterdir() if path.is_dir())
    assert left.startswith(DELETED)  # out of the way, not yet deleted
    other = one_operator(folder, suffix="!")
    run(other, str(output), LOCAL, config={})
    run(other, str(tmp_path / "calm"), LOCAL, config={})
    assert shard_bytes(output) == shard_bytes(tmp_path / "calm")
    assert [path.name for path in (output / "lines").iterdir() if path.is_dir()] == ["samples"]


def test_on_an_object_store_the_commits_go_first_and_then_the_manifest(folder, output, monkeypatch):
    table, gone = TableStore(str(output / TABLE)), []
    monkeypatch.setattr("vlcorpus.catalogs.tables.storage.Storage.is_local", False)
    monkeypatch.setattr("vlcorpus.catalogs.tables.storage.Storage.delete", lambda _, name: gone.append(name))
    table.delete()
    assert gone == ["commits", "checkpoints", "_table.json", ""]


def test_sql_names_a_shard_that_is_gone(output, caplog):
    control_files._told.clear()
    (output / TABLE / "data/part-00001.parquet").unlink()
    with connect([str(output)]) as connection:
        assert "data/part-00001.parquet: it is gone" in caplog.text
        with pytest.raises(ConfigError, match=r"part-00001\.parquet"):
            list(ask(connection, "select * from samples").rows)


def spoil(path: Path) -> None:
    """Turn bytes of its pages, and leave its footer as it is."""
    content = bytearray(path.read_bytes())
    content[4:1200] = bytes(byte ^ 255 for byte in content[4:1200])
    path.write_bytes(content)


READING = {
    "stats": ["stats"],
    "sql": ["sql", "select count(text) from (select unnest(messages).role as text from samples)"],
    "export": ["export", "--to", "exported"],
    "browse": ["browse", "--to", "page.html"],
    "verify": ["verify"],
}


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("damage", [cut, Path.unlink, spoil])
@pytest.mark.parametrize("kind", ["data", "rejects"])
def test_no_command_that_reads_a_damaged_shard_ends_with_a_traceback(
    kind, damage, command, output, tmp_path, monkeypatch
):
    damage(output / TABLE / f"{kind}/part-00002.parquet")  # the last one, whose columns are looked at
    monkeypatch.chdir(tmp_path)
    told = run_command(monkeypatch, *READING[command], "-o", output)
    assert told in (0, ConfigError.exit_code, VerifyFailed.exit_code)
    assert (told == VerifyFailed.exit_code) or command != "verify"


def test_an_export_of_a_table_without_its_manifest_says_that_there_is_nothing(output, monkeypatch, capsys):
    empty(output / TABLE / "_table.json")
    ended = run_command(monkeypatch, "export", "-o", output, "--to", output.parent / "exported")
    assert ended == NoSamples.exit_code
    assert "nothing is exported" in capsys.readouterr().err


@pytest.mark.parametrize("at", range(100, 6000, 700))
def test_a_flipped_byte_is_not_exported(at, output, tmp_path):
    path = output / TABLE / "data/part-00001.parquet"
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    with pytest.raises(VerifyFailed, match=r"(sha256 differs|cannot be read).*vlcorpus repair"):
        export([str(output)], str(tmp_path / "to"), "qwen")
    assert not list((tmp_path / "to").glob("*/part-00001*"))
