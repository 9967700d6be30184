"""What happens to an image after it was drawn: it is scanned, photographed, lit from a side, saved as JPEG.

What moves pixels is a `view`, by which the drawing itself is painted: so what is annotated moves along, and
nothing is resampled. The rest changes colours only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from random import Random

import numpy as np

from vlcorpus.stages.render.drawing import Matrix
from vlcorpus.stages.render.png import encode_png

SCAN_TURN_DEG = 1.2
PHOTO_SHIFT = 0.06  # how far each corner of a photographed sheet lies from where it should, of the side
PHOTO_BLUR_PX = 0.7
GRAIN = 6.0  # standard deviation of a camera's noise, of 255
_TILE_PX = 256  # side of the tile of noise that is repeated over an image
_FULL = 180  # the part of a byte that stands for light as it is

JPEG_QUALITIES = (55, 92)
COLORLESS = frozenset({"scan"})  # what leaves nothing of colours that are told apart


def view_of(wear: str, width_px: int, height_px: int, random: Random) -> Matrix | None:
    """Return how the sheet lies before the camera or in the scanner: None where it lies straight."""
    import cv2

    if wear == "scan":
        turn = random.uniform(-SCAN_TURN_DEG, SCAN_TURN_DEG)
        rows = cv2.getRotationMatrix2D((width_px / 2, height_px / 2), turn, 0.98)
        matrix = np.vstack([rows, (0, 0, 1)])
    elif wear == "photo":
        shift = PHOTO_SHIFT * min(width_px, height_px)
        corners = [(x, y) for x in (0, width_px) for y in (0, height_px)]
        moved = [(abs(x - random.uniform(0, shift)), abs(y - random.uniform(0, shift))) for x, y in corners]
        matrix = cv2.getPerspectiveTransform(np.array(corners, np.float32), np.array(moved, np.float32))
    else:
        return None
    return tuple(float(value) for value in matrix.ravel())


def encode_worn(pixels: np.ndarray, wear: str, random: Random) -> tuple[bytes, str]:
    """Return an image file of the pixels, H x W x 3 RGB, as worn, and its format; what is scanned is grey."""
    import cv2

    worn = _COLORS.get(wear, _unchanged)(pixels, random)
    if wear in ("jpeg", "photo"):
        quality = [cv2.IMWRITE_JPEG_QUALITY, random.randint(*JPEG_QUALITIES)]
        return cv2.imencode(".jpg", cv2.cvtColor(worn, cv2.COLOR_RGB2BGR), quality)[1].tobytes(), "JPEG"
    return encode_png(worn), "PNG"


def _unchanged(pixels: np.ndarray, random: Random) -> np.ndarray:
    return pixels


def _scanned(pixels: np.ndarray, random: Random) -> np.ndarray:
    """Return it grey, H x W, with more or less toner and specks."""
    import cv2

    levels = np.arange(256, dtype=np.float32)
    toner = np.clip((levels - 128) * random.uniform(1.0, 1.6) + 128 + random.uniform(-15, 25), 0, 255)
    grey = cv2.LUT(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), toner.astype(np.uint8))
    return _grainy(grey, random.uniform(0.2, 1) * GRAIN, random)


def _lit(pixels: np.ndarray, random: Random) -> np.ndarray:
    """Return it brighter on one side than on the other."""
    import cv2

    height, width = pixels.shape[:2]
    across, down = random.uniform(-0.25, 0.25), random.uniform(-0.25, 0.25)
    # In parts of `_FULL`, so that the brightest, 0.9 + 2 x 0.25 of it, still is a byte.
    rows = np.linspace((0.9 - down) * _FULL, (0.9 + down) * _FULL, height).round().astype(np.uint8)
    columns = np.linspace(-across * _FULL, across * _FULL, width).round().astype(np.int8).view(np.uint8)
    gains = np.add.outer(rows, columns)
    return cv2.multiply(pixels, cv2.merge([gains] * 3), scale=1 / _FULL)


def _photographed(pixels: np.ndarray, random: Random) -> np.ndarray:
    import cv2

    soft = cv2.GaussianBlur(_lit(pixels, random), (0, 0), random.uniform(0.3, 1) * PHOTO_BLUR_PX)
    return _grainy(soft, random.uniform(0.3, 1) * GRAIN, random)


def _grainy(pixels: np.ndarray, deviation: float, random: Random) -> np.ndarray:
    import cv2

    height, width = pixels.shape[:2]
    top, left = random.randrange(_TILE_PX), random.randrange(_TILE_PX)
    tile = _noise()[top : top + _TILE_PX, left : left + _TILE_PX] * deviation
    times = (height // _TILE_PX + 1, width // _TILE_PX + 1)
    grain = np.tile(tile.round().astype(np.int8), times)[:height, :width]
    return cv2.add(pixels, grain if pixels.ndim == 2 else cv2.merge([grain] * 3), dtype=cv2.CV_8U)


@lru_cache
def _noise() -> np.ndarray:
    """Return noise of deviation 1, drawn once: each image takes a tile of it, from where chance says."""
    return np.random.default_rng(0).standard_normal((2 * _TILE_PX, 2 * _TILE_PX), np.float32)


_COLORS: dict[str, Callable[[np.ndarray, Random], np.ndarray]] = {
    "scan": _scanned,
    "light": _lit,
    "photo": _photographed,
}
WEARS = ("none", "jpeg", *_COLORS)
