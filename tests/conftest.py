"""What tests share: the folder of real media, and one Ray cluster for all tests that need one."""

import os
from pathlib import Path

import hypothesis
import pytest

from vlcorpus.pipelines.runtime import ray_environment

# The machine may be busy with other tests' clusters: a slow example is no failure.
hypothesis.settings.register_profile("vlcorpus", deadline=None)
hypothesis.settings.load_profile("vlcorpus")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return `$(SHARED)/data`, or skip, loudly, where there is none."""
    folder = Path(os.environ.get("SHARED", Path(__file__).parents[2] / "shared")) / "data"
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: set SHARED to the folder with real media")
    return folder


@pytest.fixture(scope="session")
def ray_cluster():
    """Start a cluster of two CPUs on this machine, with its job server, for the session."""
    ray_environment.prepare(None)
    from vlcorpus.pipelines.runtime.on_ray import local_cluster

    with local_cluster(workers=2, dashboard=True) as context:
        yield context
