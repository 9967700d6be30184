"""Scenes as a discipline composes them."""

from collections.abc import Callable, Iterator
from random import Random

from vlcorpus.schemas.scenes.scene import Scene, Unfit


def drawn(compose: Callable[[Random], Scene], count: int) -> Iterator[Scene]:
    """Yield the scenes of the first `count` seeds that make one."""
    for seed in range(count):
        try:
            yield compose(Random(seed))
        except Unfit:
            continue
