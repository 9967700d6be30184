import asyncio
import threading
from concurrent.futures import CancelledError

import pytest

from tests.patience import PATIENCE_S
from vlcorpus.stages.inference.event_loop import EventLoop


async def answer(value):
    await asyncio.sleep(0)
    return value


def test_work_runs_in_the_loops_own_thread():
    loop = EventLoop("loop")

    async def where():
        return threading.current_thread().name

    assert loop.run(where()) == "loop"
    assert [future.result(PATIENCE_S) for future in [loop.submit(answer(n)) for n in range(20)]] == list(
        range(20)
    )
    loop.close()


def test_an_error_reaches_who_waits():
    loop = EventLoop("loop")

    async def fail():
        raise ValueError("as told")

    with pytest.raises(ValueError, match="as told"):
        loop.run(fail())
    loop.close()


def test_nobody_waits_for_a_loop_that_is_closed():
    loop = EventLoop("loop")
    started = threading.Event()

    async def for_ever():
        started.set()
        await asyncio.Event().wait()

    asked = [loop.submit(for_ever()) for _ in range(3)]
    assert started.wait(PATIENCE_S)
    loop.close()
    for one in asked:
        with pytest.raises(CancelledError):
            one.result(PATIENCE_S)
