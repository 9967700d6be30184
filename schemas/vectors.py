"""Vectors in rows and shards: float16, little-endian, of length 1, so that an inner product is a cosine.

A cell is `bytes`, not a list: a shard's column turns into an array without a Python object per number.
Rounding to float16 moves a cosine by less than 0.001.
"""

import numpy as np
import pyarrow as pa

DTYPE = np.dtype("<f2")
MAX_COLUMN_BYTES = (1 << 31) - 1  # what the 32-bit offsets of a binary column reach


def pack(vectors: np.ndarray) -> list[bytes]:
    """Return one cell per row of `vectors`, (n, d)."""
    return [row.tobytes() for row in np.ascontiguousarray(vectors, DTYPE)]


def unpack(column: pa.Array | pa.ChunkedArray) -> np.ndarray:
    """Return the cells of a binary column, none of them null, as (n, d) float16; (0, 0) of an empty one.

    Raises ValueError where cells have several lengths: they are of several encoders.
    """
    chunks = [chunk for chunk in getattr(column, "chunks", [column]) if len(chunk)]
    if not chunks:
        return np.empty((0, 0), DTYPE)
    arrays = [_unpack(chunk) for chunk in chunks]
    _require_one({array.shape[1] for array in arrays})
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)


def column(vectors: np.ndarray) -> pa.Array:
    """Return (n, d) as a binary column, without a Python object per row.

    Raises ValueError where they are too many for one: offsets would begin again from below.
    """
    flat = np.ascontiguousarray(vectors, DTYPE)
    if flat.nbytes > MAX_COLUMN_BYTES:
        raise ValueError(f"{flat.nbytes:,} bytes of vectors are too many for a column: give fewer at a time")
    n, width = len(flat), flat.shape[1] * DTYPE.itemsize
    offsets = np.arange(n + 1, dtype=np.int32) * np.int32(width)
    return pa.Array.from_buffers(pa.binary(), n, [None, pa.py_buffer(offsets), pa.py_buffer(flat)])


def _unpack(chunk: pa.Array) -> np.ndarray:
    if chunk.null_count:
        raise ValueError(f"{chunk.null_count} of {len(chunk)} vectors are null")
    _, offsets, content = chunk.buffers()
    ends = np.frombuffer(offsets, np.int32)[chunk.offset : chunk.offset + len(chunk) + 1]
    widths = np.diff(ends)
    _require_one(set(np.unique(widths // DTYPE.itemsize).tolist()))
    flat = np.frombuffer(content, np.uint8)[ends[0] : ends[-1]]
    return flat.view(DTYPE).reshape(len(chunk), -1)


def _require_one(dimensions: set[int]) -> None:
    if len(dimensions) > 1:
        raise ValueError(f"vectors of {sorted(dimensions)} dimensions in one column")
