"""What the command `run` says before and after, and how it ends."""

import pytest

from tests.pipelines.cli.command import run_command
from tests.pipelines.toys import write_files
from vlcorpus.schemas.errors import ConfigError, NoSamples


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the domain `documents` on texts that are called PDFs, or on those that a test puts there."""

    def run(*options: object) -> int:
        folder, output = tmp_path / "in", tmp_path / "out"
        return run_command(monkeypatch, "run", "documents", "-i", folder, "-o", output, *options)

    write_files(tmp_path / "in", ["no PDF"])
    (tmp_path / "in/0000.txt").rename(tmp_path / "in/0000.pdf")
    return run


def test_a_run_whose_every_input_was_rejected_does_not_end_well(run, capsys):
    assert run("--license", "CC0-1.0") == NoSamples.exit_code
    told = capsys.readouterr()
    assert "not_a_pdf" in told.out
    assert "not one sample: every input was rejected" in told.err


def test_a_licence_that_is_none_is_refused_before_anything_is_written(run, tmp_path, capsys):
    assert run("--license", "foo") == ConfigError.exit_code
    assert "SPDX" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_that_no_licence_is_said_is_told_before_the_first_stage(run, capsys):
    run()
    told = capsys.readouterr().err
    assert told.index("no licence is said of in") < told.index("samples: 1 inputs")
