"""Names of colours, in English and Chinese.

The eleven basic colour terms of Berlin & Kay, Basic Color Terms (1969); a pixel has the name of the nearest
of their sRGB examples in CIELAB. The examples are ours, near the centres that the XKCD survey (2010) found.
"""

from functools import cache

import numpy as np

_EXAMPLES = {
    "black": ("黑色", (20, 20, 20)),
    "white": ("白色", (245, 245, 245)),
    "grey": ("灰色", (128, 128, 128)),
    "red": ("红色", (210, 30, 35)),
    "orange": ("橙色", (245, 130, 35)),
    "yellow": ("黄色", (245, 220, 60)),
    "green": ("绿色", (45, 155, 50)),
    "blue": ("蓝色", (50, 95, 200)),
    "purple": ("紫色", (125, 50, 150)),
    "pink": ("粉色", (250, 150, 185)),
    "brown": ("棕色", (110, 70, 40)),
    "light grey": ("浅灰色", (195, 195, 195)),
    "dark grey": ("深灰色", (70, 70, 70)),
    "light blue": ("浅蓝色", (140, 190, 235)),
    "dark blue": ("深蓝色", (25, 40, 95)),
    "dark green": ("深绿色", (20, 82, 28)),
    "dark purple": ("深紫色", (68, 10, 88)),
    "dark red": ("深红色", (115, 15, 20)),
    "light brown": ("浅棕色", (190, 155, 115)),
}
NAMES = tuple(_EXAMPLES)


def chinese(name: str) -> str:
    return _EXAMPLES[name][0]


def color_shares(pixels: np.ndarray) -> np.ndarray:
    """Return the share of each of `NAMES` among the pixels, (H, W, 3) uint8 RGB."""
    return shares_of(name_pixels(pixels))


def name_pixels(pixels: np.ndarray) -> np.ndarray:
    """Return the index in `NAMES` of each pixel of (H, W, 3) uint8 RGB, (H, W)."""
    high, bins = pixels & 0xF0, np.empty(pixels.shape[:2], np.uint16)
    np.left_shift(high[..., 0], 4, out=bins, dtype=np.uint16)
    bins |= high[..., 1]
    bins |= high[..., 2] >> 4
    return _name_of_bin()[bins]


def shares_of(names: np.ndarray) -> np.ndarray:
    """Return the share of each of `NAMES` among pixels that are named."""
    counts = np.bincount(names.ravel(), minlength=len(NAMES))
    return counts / counts.sum()


@cache
def _name_of_bin() -> np.ndarray:
    """Return the name's index of each of 16 x 16 x 16 colours."""
    centre = np.arange(16, dtype=np.uint8) * 16 + 8
    cube = np.stack(np.meshgrid(centre, centre, centre, indexing="ij"), axis=-1).reshape(-1, 3)
    examples = np.array([rgb for _, rgb in _EXAMPLES.values()], np.uint8)
    distance = np.linalg.norm(_lab(cube)[:, None] - _lab(examples)[None], axis=-1)
    return distance.argmin(axis=1)


def _lab(rgb: np.ndarray) -> np.ndarray:
    import cv2

    return cv2.cvtColor((rgb.astype(np.float32) / 255)[None], cv2.COLOR_RGB2LAB)[0]
