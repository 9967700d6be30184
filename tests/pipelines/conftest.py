"""What a run leaves in this process ends with the test."""

import atexit

import pytest

from vlcorpus.stages.inference import engines


@pytest.fixture(autouse=True)
def engines_end():
    """Close the engines that a test opened: a process keeps them, with their threads, until it ends."""
    yield
    while engines._open:
        _, engine = engines._open.popitem()  # the last one first: a cache stands before its engine
        atexit.unregister(engine.close)
        engine.close()
