"""What a cluster does that one machine does not: it loses nodes, and some of them have GPUs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.disturbed import shard_bytes
from tests.patience import PATIENCE_S
from tests.pipelines.toys import one_operator, three_operators, two_on_a_gpu, write_files
from vlcorpus.pipelines.runtime.run import RunOptions, run

pytestmark = [pytest.mark.ray, pytest.mark.usefixtures("no_cluster")]


def run_apart(module: str, *arguments: Path | str) -> str:
    """Run a script with a cluster of its own; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_a_run_survives_the_loss_of_a_node(tmp_path):
    folder = write_files(tmp_path / "in", [f"line {n}\nboom" for n in range(48)])
    run(one_operator(folder, seconds_per_file=0.2), str(tmp_path / "calm"), RunOptions("local"), config={})
    printed = run_apart("tests.e2e.lose_a_node", folder, tmp_path / "out")
    assert "nodes alive: 1" in printed
    assert shard_bytes(tmp_path / "out") == shard_bytes(tmp_path / "calm")


def test_two_gpus_of_one_node_are_not_waited_for_where_each_node_has_one(tmp_path):
    folder = write_files(tmp_path / "in", ["line"])
    printed = run_apart("tests.e2e.gpus_on_two_nodes", folder, tmp_path / "out")
    assert "ask for 2 GPUs, each on one node, and the nodes have 1, 1" in printed


@pytest.mark.parametrize("pipeline", [three_operators, two_on_a_gpu])
def test_gpu_operators_beside_cpu_operators_give_what_the_local_executor_gives(tmp_path, pipeline):
    folder = write_files(tmp_path / "in", [f"line {n}\nboom" for n in range(12)] + [""] * 4)
    run(pipeline(folder), str(tmp_path / "calm"), RunOptions("local"), config={})
    run_apart("tests.e2e.on_a_gpu", folder, tmp_path / "out", pipeline.__name__)
    # Three partitions have rows and rejects, one has rejects only: a block without rows is a partition too.
    assert len(shard_bytes(tmp_path / "calm")) == 7
    assert shard_bytes(tmp_path / "out") == shard_bytes(tmp_path / "calm")
