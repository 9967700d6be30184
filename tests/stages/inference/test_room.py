"""Bytes are held within a limit, and who asked first is let in first."""

import asyncio

import pytest

from vlcorpus.stages.inference.room import Room


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


class Holder:
    """A task that holds bytes until it is told to go."""

    def __init__(self, room: Room, n_bytes: int, entered: list[int]):
        self.go = asyncio.Event()
        self.task = asyncio.ensure_future(self._hold(room, n_bytes, entered))

    async def _hold(self, room: Room, n_bytes: int, entered: list[int]) -> None:
        async with room.held(n_bytes):
            entered.append(n_bytes)
            await self.go.wait()

    async def leave(self) -> None:
        self.go.set()
        await self.task
        await settled()


def run(scene) -> None:
    asyncio.run(asyncio.wait_for(scene(), 20))


def test_what_has_no_room_waits_in_its_order():
    async def scene():
        room, entered = Room(10), []
        first, *others = [Holder(room, n, entered) for n in (7, 8, 1, 2)]
        await settled()
        assert entered == [7]  # one byte would have room, but is not its turn
        await first.leave()
        assert entered == [7, 8, 1]
        await others[0].leave()
        assert entered == [7, 8, 1, 2]
        for one in others[1:]:
            await one.leave()

    run(scene)


def test_what_is_larger_than_all_the_room_is_alone_in_it():
    async def scene():
        room, entered = Room(10), []
        small, large, last = [Holder(room, n, entered) for n in (1, 99, 2)]
        await settled()
        assert entered == [1]
        await small.leave()
        assert entered == [1, 99]
        await large.leave()
        assert entered == [1, 99, 2]
        await last.leave()

    run(scene)


@pytest.mark.parametrize("when", ["while it waits", "as it is let in", "inside"])
def test_who_gives_up_leaves_its_room_to_others(when):
    async def scene():
        room, entered = Room(10), []
        first, leaver, last = [Holder(room, n, entered) for n in (9, 10, 1)]
        await settled()
        if when != "while it waits":
            first.go.set()
            await first.task
            if when == "inside":
                await settled()
        leaver.task.cancel()
        await settled()
        assert leaver.task.cancelled()
        assert entered[-1] == 1
        first.go.set()
        await last.leave()
        async with room.held(10):  # nothing of it is lost
            pass

    run(scene)


def test_an_error_inside_leaves_its_room_to_others():
    async def scene():
        room = Room(10)
        with pytest.raises(ValueError, match="inside"):
            async with room.held(10):
                raise ValueError("inside")
        async with room.held(10):
            pass

    run(scene)
