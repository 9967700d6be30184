"""Run a toy pipeline where a cluster says it has one GPU: `… IN OUT PIPELINE`."""

import sys
from pathlib import Path

from vlcorpus.pipelines.runtime import ray_environment

ray_environment.prepare(None)

import ray  # noqa: E402

from tests.pipelines import toys  # noqa: E402
from vlcorpus.pipelines.runtime.run import RunOptions, run  # noqa: E402

if __name__ == "__main__":
    ray.init(address="local", num_cpus=2, num_gpus=1, log_to_driver=False)
    folder, output, pipeline = sys.argv[1:]
    run(getattr(toys, pipeline)(Path(folder)), output, RunOptions("ray"), config={})
    ray.shutdown()
