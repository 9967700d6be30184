import numpy as np
import pytest

from vlcorpus.stages.dedup.widen import widen


def test_every_finite_float16_is_itself():
    every = np.arange(1 << 16, dtype=np.uint16).view(np.float16)
    finite = every[np.isfinite(every)]
    wide = widen(finite)
    np.testing.assert_array_equal(wide.view(np.int32), finite.astype(np.float32).view(np.int32))


@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_parts_of_an_array_come_contiguous(dtype):
    vectors = np.arange(48).reshape(6, 8).astype(dtype)
    for part in (vectors[::2], vectors[:, 1:5], vectors.T):
        assert widen(part).flags.c_contiguous
        np.testing.assert_array_equal(widen(part), part.astype(np.float32))
