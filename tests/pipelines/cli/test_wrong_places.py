"""A place that is not what a user took it for is told in a sentence, without a traceback."""

import os
import subprocess
import sys

import pytest

from tests.factories import sample, write_corpus
from tests.pipelines.cli.command import run_command
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, RefusedError

NOWHERE = "/proc/nowhere"  # nobody can write there, root neither
RUN = ["run", "documents", "--license", "CC0-1.0"]


@pytest.fixture
def command(monkeypatch, tmp_path):
    """Run the command line where `corpus` is a corpus and `file` is a file."""
    write_corpus(tmp_path / "corpus", [([sample("a")], [])])
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "file.pdf").write_text("an input")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run_command(monkeypatch, *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [*RUN, "-i", "file.pdf", "-o", "file"],
        ["status", "-o", "file"],
        ["verify", "-o", "file"],
        ["stats", "-o", "file"],
        ["browse", "-o", "file"],
        ["sql", "select 1", "-o", "file"],
        ["export", "-o", "file", "--to", "export"],
        ["clean", "--all", "--yes", "-o", "file"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_file_is_no_output(arguments, command, capsys):
    assert command(*arguments) == ConfigError.exit_code
    assert "file is a file, not a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [*RUN, "-i", "file.pdf", "-o", NOWHERE],
        ["stats", "-o", "corpus", "--to", NOWHERE],
        ["stats", "-o", "corpus", "--to", "file"],
        ["browse", "-o", "corpus", "--to", f"{NOWHERE}/b.html"],
        ["browse", "-o", "corpus", "--to", "corpus"],
        ["browse", "-o", "corpus", "--to", "file/b.html"],
        ["export", "-o", "corpus", "--to", NOWHERE],
        ["export", "-o", "corpus", "--to", "file"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_written_is_named_with_what_to_do(arguments, command, capsys):
    assert command(*arguments) == EnvironmentFailure.exit_code
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert arguments[-1] in told
    assert any(word in told for word in ("Choose another", "Name another", "Name a place"))


@pytest.mark.parametrize(
    "arguments",
    [
        [*RUN, "-i", "https://example.org/a.pdf", "-o", "out"],
        [*RUN, "-i", "file.pdf", "-o", "https://example.org/out"],
        ["run", "captions", "--license", "CC0-1.0", "-i", "https://example.org/a.tar", "-o", "out"],
        ["status", "-o", "http://example.org/out"],
    ],
    ids=" ".join,
)
def test_an_address_of_the_web_is_refused_with_what_to_do(arguments, command, capsys):
    assert command(*arguments) == ConfigError.exit_code
    assert "Download it first" in capsys.readouterr().err


def test_no_bucket_answers(command, capsys):
    nobody = "s3://bucket/x?endpoint_override=127.0.0.1:9&scheme=http&region=us-east-1"
    assert command("status", "-o", nobody) == EnvironmentFailure.exit_code
    assert "error: " in capsys.readouterr().err


def test_a_corpus_is_deleted_whole_and_only_when_somebody_agreed(command, tmp_path, capsys):
    command("stats", "-o", "corpus")
    assert command("clean", "--all", "-o", "corpus") == RefusedError.exit_code
    assert "give --yes" in capsys.readouterr().err
    assert command("clean", "--all", "--yes", "-o", "corpus") == 0
    assert not (tmp_path / "corpus").exists()


def test_no_is_an_answer_and_no_interruption(command, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("vlcorpus.pipelines.cli.asking.agreed", lambda question, yes: False)
    assert command("clean", "--all", "-o", "corpus") == 0
    assert capsys.readouterr().out.strip() == "nothing is deleted"
    assert any((tmp_path / "corpus").rglob("*.parquet"))


def test_the_cost_of_steps_is_computed_without_input_and_output(command, capsys):
    assert command("plan", "captions", "--rows", "1000000") == 0
    assert "global steps over 1,000,000 rows" in capsys.readouterr().out
    assert command("plan", "captions") == 2


def test_a_machine_without_a_locale_reads_what_others_wrote(tmp_path):
    write_corpus(tmp_path, [([sample("画像", answer="答え")], [])])
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for command in (["stats"], ["verify"], ["sql", "select source_key from samples"], ["browse"]):
        started = [sys.executable, "-m", "vlcorpus", *command, "-o", str(tmp_path)]
        done = subprocess.run(started, env=plain, cwd=tmp_path, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr, (command, done.stderr)
