"""What the C library leaves in errno: set by an allocation that fails, and by nothing else."""

import ctypes

from vlcorpus.stages.media.refused_memory import forget_refused_memory, was_refused_memory

MORE_THAN_ANY_MACHINE_HAS = 1 << 60


def allocate(n_bytes: int) -> int | None:
    malloc = ctypes.CDLL(None).malloc
    malloc.restype, malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    return malloc(n_bytes)


def test_an_allocation_that_fails_is_seen_until_it_is_forgotten():
    forget_refused_memory()
    assert not was_refused_memory()
    assert allocate(MORE_THAN_ANY_MACHINE_HAS) is None
    assert was_refused_memory()
    forget_refused_memory()
    assert not was_refused_memory()


def test_one_that_succeeds_is_not():
    forget_refused_memory()
    address = allocate(1000)
    assert address
    assert not was_refused_memory()
    free = ctypes.CDLL(None).free
    free.argtypes = (ctypes.c_void_p,)
    free(address)
