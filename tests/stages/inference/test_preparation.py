"""Requests are prepared in parallel, in their order, and no more of them than there is room."""

import asyncio
import threading

import pytest

from tests.patience import PATIENCE_S
from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.inference.preparation import GIB, Preparation


def run(scene):
    return asyncio.run(asyncio.wait_for(scene(), PATIENCE_S))


def test_as_many_are_prepared_at_a_time_as_there_are_threads():
    async def scene():
        preparation = Preparation(3, 1)
        together = threading.Barrier(3)  # it breaks where fewer than three come

        async def ask():
            async with preparation.of(lambda: together.wait(PATIENCE_S), 1) as place:
                return place

        places = await asyncio.gather(*(ask() for _ in range(6)))
        preparation.close()
        return places

    assert sorted(run(scene)) == [0, 0, 1, 1, 2, 2]


def test_what_is_prepared_counts_until_it_is_answered():
    async def scene():
        preparation = Preparation(4, 1)
        held = most = 0
        order = []

        async def ask(number):
            nonlocal held, most
            async with preparation.of(lambda: order.append(number), GIB // 2):
                held += 1
                most = max(most, held)
                await asyncio.sleep(0.001)  # the engine answers
                held -= 1

        await asyncio.gather(*(ask(number) for number in range(20)))
        preparation.close()
        return most, order

    most, order = run(scene)
    assert most == 2
    assert sorted(order) == list(range(20))
    assert all(abs(place - number) <= 1 for place, number in enumerate(order))


def test_one_that_cannot_be_prepared_is_rejected_alone():
    async def scene():
        preparation = Preparation(2, 1)

        def prepare(number):
            if number == 2:
                raise Reject("image_broken", "as it said")
            return number

        async def ask(number):
            async with preparation.of(lambda: prepare(number), GIB) as made:
                return made

        made = await asyncio.gather(*(ask(number) for number in range(5)), return_exceptions=True)
        preparation.close()
        return made

    made = run(scene)
    assert isinstance(made.pop(2), Reject)
    assert made == [0, 1, 3, 4]


def test_closed_it_prepares_nothing_more():
    preparation = Preparation(1, 1)
    preparation.close()

    async def scene():
        async with preparation.of(lambda: None, 1):
            pass

    with pytest.raises(RuntimeError, match="shutdown"):
        run(scene)
