"""The interface of an engine: what answers requests.

`submit` returns at once; whoever asked holds the future. So one worker keeps several partitions in flight,
and an engine that batches always has something to batch.
"""

from concurrent.futures import Future
from typing import Protocol

from vlcorpus.stages.inference.request import Reply, Request


class Engine(Protocol):
    """Safe to use from several threads. Made with a `Model`, which loads it."""

    def submit(self, request: Request) -> "Future[Reply]":
        """Return the reply to come.

        It raises Reject where this request can have none (request_refused, needs_model:<role>), and a
        VlcorpusError where no request can: the run must stop.
        """

    def close(self) -> None: ...
