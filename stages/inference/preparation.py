"""Prepare requests ahead of an engine, in parallel and within bounds.

Threads and not processes: decoding, resizing and cutting into patches leave Python's lock to others for all
but a small part of their time (docs/measurements.md §8), and what they make need not be copied.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

from vlcorpus.stages.inference.room import Room

PreparedT = TypeVar("PreparedT")
GIB = 1 << 30


class Preparation:
    """The threads of one engine that prepare, and the room for what they have prepared.

    What a request takes counts from before it is prepared until it is answered: as long does an engine keep
    its pixels. Requests are prepared in the order in which they were asked.
    """

    def __init__(self, n_threads: int, room_gib: float):
        self._threads = ThreadPoolExecutor(n_threads, "prepare")
        self._room = Room(int(room_gib * GIB))

    @asynccontextmanager
    async def of(self, prepare: Callable[[], PreparedT], n_bytes: int) -> AsyncIterator[PreparedT]:
        """Yield what `prepare` returns, which takes about `n_bytes`, until the block ends."""
        async with self._room.held(n_bytes):
            yield await asyncio.get_running_loop().run_in_executor(self._threads, prepare)

    def close(self) -> None:
        self._threads.shutdown(cancel_futures=True)
