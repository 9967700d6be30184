"""Run the toy pipeline with a GPU operator in the middle, where a cluster says it has a GPU: `… IN OUT`."""

import sys
from pathlib import Path

from pipelines.runtime import ray_environment

ray_environment.prepare(None)

import ray  # noqa: E402

from pipelines.runtime.run import RunOptions, run  # noqa: E402
from tests.pipelines.toys import three_operators  # noqa: E402

if __name__ == "__main__":
    ray.init(address="local", num_cpus=2, num_gpus=1, log_to_driver=False)
    run(three_operators(Path(sys.argv[1])), sys.argv[2], RunOptions("ray"), config={})
    ray.shutdown()
