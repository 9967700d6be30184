"""MinHash keys: texts whose sets of shingles overlap share one of their keys, and few others do.

Source: Broder, 1997; banding: Indyk, Motwani, 1998. With b bands of r rows, two texts of Jaccard similarity s
share a key with probability 1 - (1 - s^r)^b. Ours, 40 x 5: 0.9994 at 0.7, 0.72 at 0.5, 0.01 at 0.2. The
peers' 20 x 6 finds 0.92 at 0.7; ours lets more through, because what shares a key is compared afterwards.
32 x 4 finds 0.9999, but has eleven times the comparisons among captions of a few templates (bench-captions).
"""

import numpy as np

from bench.text_dedup.shingles import Shingles

BANDS = 40
ROWS = 5
SEED = 0  # keys of two seeds are never compared
_COMBINE = np.uint64(0x9E3779B97F4A7C15)


def band_keys(shingled: Shingles) -> np.ndarray:
    """Return (n_texts, BANDS) uint32; keys are compared within a column only.

    32 bits: that two texts meet by chance costs one comparison, and a text 160 bytes.
    """
    starts = np.cumsum(shingled.n) - shingled.n
    keys = np.empty((len(starts), BANDS), np.uint32)
    functions = _functions()
    hashed = np.empty_like(shingled.hashes)
    for band in range(BANDS):
        key = np.zeros(len(starts), np.uint64)
        for multiplier, offset in functions[band]:
            # Universal hashing modulo 2^64. Source: Dietzfelbinger et al., 1997.
            np.multiply(shingled.hashes, multiplier, out=hashed)
            hashed += offset
            key = (key ^ np.minimum.reduceat(hashed, starts)) * _COMBINE
            key ^= key >> np.uint64(32)
        keys[:, band] = key
    return keys


def _functions() -> np.ndarray:
    """Return multipliers, which are odd, and offsets, (BANDS, ROWS, 2) uint64."""
    functions = np.random.default_rng(SEED).integers(0, 2**64, (BANDS, ROWS, 2), np.uint64)
    functions[..., 0] |= np.uint64(1)
    return functions
