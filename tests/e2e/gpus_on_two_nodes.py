"""Ask for two GPUs of one node where two nodes have one each: `… IN OUT`. Prints what is said."""

import sys
from pathlib import Path

from vlcorpus.pipelines.runtime import ray_environment

ray_environment.prepare(None)

import ray  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

from tests.pipelines.toys import two_gpus_at_once  # noqa: E402
from vlcorpus.pipelines.runtime.run import RunOptions, run  # noqa: E402
from vlcorpus.schemas.errors import ConfigError  # noqa: E402


def main(folder: str, output: str) -> None:
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "num_gpus": 1})
    cluster.add_node(num_cpus=1, num_gpus=1)
    ray.init(address=cluster.address, log_to_driver=False)
    try:
        run(two_gpus_at_once(Path(folder)), output, RunOptions("ray"), config={})
    except ConfigError as error:
        print(error)
    ray.shutdown()
    cluster.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
