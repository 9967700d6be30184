"""What happens to an image after it was drawn: it is scanned, photographed, lit from a side, saved as JPEG.

What moves pixels is a `view`, by which the drawing itself is painted: so what is annotated moves along, and
nothing is resampled. The rest changes colours only.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from vlcorpus.stages.render.drawing import Matrix
from vlcorpus.stages.render.png import encode_png

SCAN_TURN_DEG = 1.2
PHOTO_SHIFT = 0.06  # how far each corner of a photographed sheet lies from where it should, of the side
PHOTO_BLUR_PX = 0.7
GRAIN = 6.0  # standard deviation of a camera's noise, of 255
_TILE_PX = 256  # noise is drawn for a tile and repeated: drawing it is what costs

JPEG_QUALITIES = (55, 92)


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
    """Return an image file of the pixels, H x W x 3 RGB, as worn, and its format."""
    import cv2

    worn = _COLORS.get(wear, _unchanged)(pixels, random)
    if wear in ("jpeg", "photo"):
        quality = [cv2.IMWRITE_JPEG_QUALITY, random.randint(*JPEG_QUALITIES)]
        return cv2.imencode(".jpg", worn[..., ::-1], quality)[1].tobytes(), "JPEG"
    return encode_png(worn), "PNG"


def _unchanged(pixels: np.ndarray, random: Random) -> np.ndarray:
    return pixels


def _scanned(pixels: np.ndarray, random: Random) -> np.ndarray:
    """Return it grey, with more or less toner and specks."""
    import cv2

    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    levels = np.arange(256, dtype=np.float32)
    toner = np.clip((levels - 128) * random.uniform(1.0, 1.6) + 128 + random.uniform(-15, 25), 0, 255)
    grey = cv2.LUT(grey, toner.astype(np.uint8))
    grey = _grainy(grey, random.uniform(0.2, 1) * GRAIN, random)
    return cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB)


def _lit(pixels: np.ndarray, random: Random) -> np.ndarray:
    """Return it brighter on one side than on the other."""
    import cv2

    height, width = pixels.shape[:2]
    across, down = random.uniform(-0.25, 0.25), random.uniform(-0.25, 0.25)
    factors = 0.9 + np.add.outer(
        np.linspace(-down, down, height, dtype=np.float32),
        np.linspace(-across, across, width, dtype=np.float32),
    )
    gains = np.clip(factors * 200, 0, 255).astype(np.uint8)
    return cv2.multiply(pixels, cv2.merge([gains] * 3), scale=1 / 200)


def _photographed(pixels: np.ndarray, random: Random) -> np.ndarray:
    import cv2

    soft = cv2.GaussianBlur(_lit(pixels, random), (0, 0), random.uniform(0.3, 1) * PHOTO_BLUR_PX)
    return _grainy(soft, random.uniform(0.3, 1) * GRAIN, random)


def _grainy(pixels: np.ndarray, deviation: float, random: Random) -> np.ndarray:
    height, width = pixels.shape[:2]
    noise = np.random.default_rng(random.getrandbits(64))
    tile = (noise.standard_normal((_TILE_PX, _TILE_PX)) * deviation).round().astype(np.int16)
    grain = np.tile(tile, (height // _TILE_PX + 1, width // _TILE_PX + 1))[:height, :width]
    shape = (height, width) + (1,) * (pixels.ndim - 2)
    return np.clip(pixels.astype(np.int16) + grain.reshape(shape), 0, 255).astype(np.uint8)


_COLORS: dict[str, Callable[[np.ndarray, Random], np.ndarray]] = {
    "scan": _scanned,
    "light": _lit,
    "photo": _photographed,
}
WEARS = ("none", "jpeg", *_COLORS)
