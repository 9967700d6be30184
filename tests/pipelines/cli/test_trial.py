"""What a plan says of rows that are generated: it makes some of them."""

import re

import pytest
from click.testing import CliRunner

from vlcorpus.pipelines.cli import trial
from vlcorpus.pipelines.cli.main import cli
from vlcorpus.pipelines.cli.trial import Trial, trial_lines, try_rows
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.stem.config import StemConfig
from vlcorpus.pipelines.stem.pipeline import stem


def build(n):
    return stem(load_config(StemConfig, None, {"rows": n, "kinds": ["point"]}))


def test_a_trial_counts_what_was_made():
    tried = try_rows(build, 6)
    assert tried.n_rows == 6
    assert tried.n_samples + tried.n_rejects == 6
    assert tried.n_bytes > 6 * 5000
    assert 0 < tried.cpu_s < 60


@pytest.mark.parametrize(
    ("rows", "cores", "hours"),
    [(10 * 1024, 10, "1h00m"), (10 * 1024, 5, "2h00m"), (10 * 1024, 6, "2h00m"), (10 * 1024, 900, "1h00m")],
)
def test_no_partition_is_cut(monkeypatch, rows, cores, hours):
    """Ten partitions of an hour each."""
    hour_each = Trial(n_rows=64, n_samples=128, n_rejects=0, n_bytes=64_000, cpu_s=3600 / 16)
    monkeypatch.setattr(trial, "try_rows", lambda build, n: hour_each)
    tried, told = trial_lines(build, rows, cores)
    assert "3515.6 ms of a core, 1.0 kB and 2 samples a row, 0 % rejected" in tried
    assert f"10,240 rows in 10 partitions, 20,480 samples, 10.2 MB, 10.0 CPU hours: {hours} on" in told


def test_a_plan_of_generated_rows_needs_no_output(monkeypatch):
    monkeypatch.setattr(trial, "TRIED_ROWS", 4)
    done = CliRunner().invoke(cli, ["plan", "stem", "--rows", "9000000", "--cores", "512"])
    assert done.exit_code == 0, done.output
    assert re.search(r"9,000,000 rows in 8,790 partitions, .* on 512 cores like this one", done.output)
