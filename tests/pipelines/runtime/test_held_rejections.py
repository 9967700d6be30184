"""Rejections are held packed: all of them, in their order, in little memory."""

import pickle
import tracemalloc

import pytest

from tests.factories import rejection
from vlcorpus.pipelines.runtime.held_rejections import HeldRejections


@pytest.mark.parametrize("n", [0, 1, 999, 1000, 1001, 2500])
def test_all_come_back_in_their_order(n):
    held = HeldRejections()
    told = [rejection(f"{i}.pdf", detail=f"page {i}") for i in range(n)]
    for one in told:
        held.append(one)
    assert list(held) == list(held) == told
    assert list(pickle.loads(pickle.dumps(held))) == told  # it travels between operators of Ray


def test_a_hundred_thousand_take_some_megabytes():
    held = HeldRejections()
    tracemalloc.start()
    for i in range(100_000):
        held.append(rejection(f"00000.tar#sample={i:07}", "image_missing", detail="it has the members .txt"))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 10_000_000
