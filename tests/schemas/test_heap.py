"""Freed memory goes back to the system, where the C library can."""

from pathlib import Path

import pytest

from vlcorpus.schemas import heap


def _resident_bytes():
    return int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]) * 4096


@pytest.mark.skipif(heap._malloc_trim is None, reason="no glibc")
def test_what_was_freed_between_things_in_use_is_given_back():
    pieces = [bytes(60_000) for _ in range(1000)]  # 60 MB in pieces that come from the heap
    kept = pieces[::50]
    del pieces
    before = _resident_bytes()
    heap.trim_heap()
    assert before - _resident_bytes() > 30_000_000
    assert kept
