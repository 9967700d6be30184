"""The Ray cluster that tests share."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from vlcorpus.pipelines.runtime import ray_environment

if TYPE_CHECKING:
    from vlcorpus.pipelines.runtime.on_ray import LocalCluster


class SharedCluster:
    """A cluster of two CPUs on this machine, with its job server: made when it is asked for.

    A test that needs the machine's one port for Ray's agent stops it, in whatever order tests run; the next
    test that asks for it starts it again.
    """

    def __init__(self) -> None:
        self._running = ExitStack()
        self._cluster: LocalCluster | None = None

    def started(self) -> "LocalCluster":
        if self._cluster is None:
            ray_environment.prepare(None)
            from vlcorpus.pipelines.runtime.on_ray import local_cluster

            self._cluster = self._running.enter_context(local_cluster(workers=2, dashboard=True))
        return self._cluster

    def stop(self) -> None:
        self._running.close()
        self._cluster = None
