"""An engine whose process is killed starts again, and answers what it was asked."""

import os
import signal

import psutil

from tests.engines.media import ask, image
from vlcorpus.schemas.sampling import Sampling

WAIT_S = 300


def test_every_request_survives_the_engine_s_death(vllm_engine):
    requests = [ask(image(seed=n), "Describe.", sampling=Sampling(max_tokens=400)) for n in range(6)]
    before = [one.result(WAIT_S).text for one in [vllm_engine.submit(request) for request in requests]]

    victim = _engine_process()
    asked = [vllm_engine.submit(request) for request in requests]
    os.kill(victim, signal.SIGKILL)
    assert not any(one.done() for one in asked)

    assert [one.result(WAIT_S).text for one in asked] == before
    assert _engine_process() != victim


def _engine_process() -> int:
    """Return vLLM's process under this one; a server's is further down."""
    (found,) = [
        child.pid
        for child in psutil.Process().children()
        if child.status() != psutil.STATUS_ZOMBIE and "EngineCore" in " ".join(child.cmdline())
    ]
    return found
