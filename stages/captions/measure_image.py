"""Measure a decoded picture once, on a small copy: what filters, and captions without a model, go by."""

import numpy as np
from PIL import Image

from schemas.caption import ImageMeasures
from stages.captions.colors import NAMES, color_shares

SIDE_PX = 256  # ours: of the copy's longer side; sharpness is comparable at one size only
MIN_SHARE = 0.15  # ours: of the area; a colour that a person would name
MAX_COLORS = 3
BORDER_TOLERANCE = 6  # ours: levels of 256, from darkest to brightest; JPEG rings by 2 to 4


def small_copy(image: Image.Image) -> np.ndarray:
    """Return what of an RGB picture is measured and described, (H, W, 3) uint8, its longer side `SIDE_PX`."""
    small = image.copy()
    small.thumbnail((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC, reducing_gap=2.0)
    return np.asarray(small)


def measure_image(rgb: np.ndarray) -> ImageMeasures:
    """Measure a `small_copy`."""
    import cv2

    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    shares = color_shares(rgb)
    third = max(1, len(rgb) // 3)
    return ImageMeasures(
        sharpness=float(cv2.Laplacian(grey, cv2.CV_32F).var()),
        entropy_bits=_entropy_bits(grey),
        contrast=float(grey.std()),
        border_fraction=border_fraction(rgb),
        colors=[NAMES[i] for i in np.argsort(-shares, kind="stable")[:MAX_COLORS] if shares[i] >= MIN_SHARE],
        top=_main_color(rgb[:third]),
        bottom=_main_color(rgb[-third:]),
    )


def border_fraction(rgb: np.ndarray) -> float:
    """Return the share of the area outside what remains when edge rows and columns of one colour are cut."""
    top, bottom = _edges(rgb)
    if top == len(rgb):
        return 1.0
    inner = rgb[top : len(rgb) - bottom]
    left, right = _edges(inner.transpose(1, 0, 2))
    kept = len(inner) * (rgb.shape[1] - left - right)
    return 1 - kept / (rgb.shape[0] * rgb.shape[1])


def _edges(rows: np.ndarray) -> tuple[int, int]:
    """Return how many rows are of the first row's colour from the start, of the last one's from the end."""
    low, high = rows.min(axis=1).astype(np.int16), rows.max(axis=1).astype(np.int16)

    def run(low: np.ndarray, high: np.ndarray) -> int:
        spread = np.maximum.accumulate(high) - np.minimum.accumulate(low)
        return int((spread.max(axis=1) <= BORDER_TOLERANCE).sum())

    return run(low, high), run(low[::-1], high[::-1])


def _entropy_bits(grey: np.ndarray) -> float:
    share = np.bincount(grey.ravel(), minlength=256) / grey.size
    share = share[share > 0]
    return float(-(share * np.log2(share)).sum())


def _main_color(rgb: np.ndarray) -> str | None:
    shares = color_shares(rgb)
    return NAMES[int(shares.argmax())] if shares.max() > 0.5 else None
