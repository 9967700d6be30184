"""A 64-bit hash of how an image looks: copies in another size or quality differ in few bits.

Grey at 32 x 32, DCT-II, the 8 x 8 lowest frequencies, each above their median or not. Source: Zauner,
"Implementation and benchmarking of perceptual image hash functions", 2010; bits and their order are those of
`imagehash.phash`. It sees layout, not detail: pages of text, or one scene seconds apart, may be near, and all
images of one colour are equal. It does not see through cropping, mirroring or turning.
"""

from collections.abc import Sequence

import numpy as np
from PIL import Image

from vlcorpus.stages.media.decode_image import decode

DRAFT_PX = 256  # 8 x the side that is hashed: at 64 px, 1 % of the copies are missed (peers.md §5.3)
SIDE_PX = 32
LOW = 8  # frequencies kept per axis

# Not normalised, as SciPy's `dct`: a constant factor says nothing, as all are compared with their median.
_COSINES = np.cos(np.pi / SIDE_PX * np.arange(LOW)[:, None] * (np.arange(SIDE_PX) + 0.5))


def perceptual_hash(image: Image.Image) -> int:
    """Hash a decoded image, upright; one decoded at a reduced scale (`draft_px=DRAFT_PX`) will do."""
    return int(hash_greys(shrink(image)[None])[0])


def perceptual_hash_of_file(content: bytes) -> int:
    """Hash an encoded image, a JPEG decoded no larger than needed. Raises Reject as `decode` does."""
    return perceptual_hash(decode(content, draft_px=DRAFT_PX).pixels)


def perceptual_hashes(images: Sequence[Image.Image]) -> np.ndarray:
    """Hash many at once, (n,) uint64."""
    greys = np.empty((len(images), SIDE_PX, SIDE_PX), np.uint8)
    for index, image in enumerate(images):
        greys[index] = shrink(image)
    return hash_greys(greys)


def shrink(image: Image.Image) -> np.ndarray:
    """Return what of the image is hashed, (32, 32) uint8: small enough to be kept until a batch is full."""
    # The gap lets Pillow average whole blocks before it resamples: a large image costs a third.
    small = image.convert("L").resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return np.asarray(small)


def hash_greys(greys: np.ndarray) -> np.ndarray:
    """Hash (n, 32, 32) grey levels; return (n,) uint64, the lowest frequencies in the highest bits."""
    frequencies = _COSINES @ greys.astype(np.float64) @ _COSINES.T
    # Rounded, for what is 0 in a symmetric image must not become a bit by a rounding error.
    values = np.round(frequencies.reshape(-1, LOW * LOW), 3)
    # Their median, for which `np.median` takes five times as long.
    middle = np.partition(values, (LOW * LOW // 2 - 1, LOW * LOW // 2), axis=1)
    bits = values > middle[:, LOW * LOW // 2 - 1 : LOW * LOW // 2 + 1].mean(axis=1, keepdims=True)
    return np.packbits(bits, axis=1).view(">u8").astype(np.uint64).ravel()
