"""Run the toy pipeline on a cluster of two nodes on this machine and take one away in mid-run: `… IN OUT`."""

import os
import sys
import threading
import time
from pathlib import Path

from vlcorpus.pipelines.runtime import ray_environment

ray_environment.prepare(None)

import ray  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

from tests.pipelines.toys import one_operator  # noqa: E402
from vlcorpus.pipelines.runtime.run import RunOptions, run  # noqa: E402


def main(folder: str, output: str) -> None:
    cluster = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "_system_config": {"health_check_period_ms": 1000}},
    )
    second = cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False)

    def take_away() -> None:
        commits = Path(output, "lines/samples/commits")
        while not commits.is_dir() or len(os.listdir(commits)) < 3:
            time.sleep(0.02)
        cluster.remove_node(second, allow_graceful=False)

    thief = threading.Thread(target=take_away)
    thief.start()
    run(one_operator(Path(folder), seconds_per_file=0.2), output, RunOptions("ray"), config={})
    thief.join()
    print("nodes alive:", sum(node["Alive"] for node in ray.nodes()))
    ray.shutdown()
    cluster.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
