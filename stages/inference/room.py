"""Bytes that may be held at a time: who asks first is let in first."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Room:
    """For the tasks of one event loop. What is larger than all of the room is let in alone."""

    def __init__(self, n_bytes: int):
        self._all = self._free = n_bytes
        self._waiting: deque[tuple[int, asyncio.Future[None]]] = deque()

    @asynccontextmanager
    async def held(self, n_bytes: int) -> AsyncIterator[None]:
        """Wait until there is room, and hold it until the block ends."""
        n_bytes = min(n_bytes, self._all)
        await self._take(n_bytes)
        try:
            yield
        finally:
            self._give(n_bytes)

    async def _take(self, n_bytes: int) -> None:
        if not self._waiting and n_bytes <= self._free:
            self._free -= n_bytes
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((n_bytes, turn))
        try:
            await turn
        except asyncio.CancelledError:
            self._give(0 if turn.cancelled() else n_bytes)  # it may have been let in just before
            raise

    def _give(self, n_bytes: int) -> None:
        self._free += n_bytes
        while self._waiting and (self._waiting[0][1].cancelled() or self._waiting[0][0] <= self._free):
            n_next, turn = self._waiting.popleft()
            if not turn.cancelled():
                self._free -= n_next
                turn.set_result(None)
