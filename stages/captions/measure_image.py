"""Measure a decoded image once, on a small copy: what filters, and captions without a model, go by."""

import numpy as np
from PIL import Image

from vlcorpus.schemas.captions.caption import ImageMeasures
from vlcorpus.stages.captions.colors import NAMES, color_shares

SIDE_PX = 256  # ours: longer side of the copy; sharpness is comparable at one size only
MIN_SHARE = 0.15  # ours: least share of the area of a colour that a person would name
MAX_COLORS = 3
BORDER_TOLERANCE = 6  # ours: levels of 256, from darkest to brightest; JPEG rings by 2 to 4

# A bar with text on it, beside a photograph. Ours, all read off 435 bars drawn on 87 photographs, of which it
# finds 86 %, and off 408 images, frames and pages without one, on none of which it fires.
MIN_BAR_ROWS = 6  # fewest rows of a bar, of 256: less cannot hold text
MAX_BAR_FRACTION = 0.4  # highest bar, as a share of the height: what is higher is the image
BAR_TOLERANCE = 24  # levels of 256 from the bar's colour: JPEG rings around text, the copy around edges
MARK_LEVELS = 64  # from the bar's colour: text is made to be read
MIN_PHOTOGRAPH_BITS = 5  # of the greens beside the bar: pages have 1 to 4, photographs 5.5 to 8


def small_copy(image: Image.Image) -> np.ndarray:
    """Return what of an RGB image is measured and described, (H, W, 3) uint8, its longer side `SIDE_PX`."""
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
        banner_fraction=banner_fraction(rgb),
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


def banner_fraction(rgb: np.ndarray) -> float:
    """Return the share of the height in bars at the top and the bottom that were put beside a photograph.

    A bar is of one colour across the whole width, bears text or a logo, and ends at a straight line. Not seen
    are a bar that is half transparent or of the colour beside it, and a mark on the image itself.
    """
    return (_bar_rows(rgb) + _bar_rows(rgb[::-1])) / len(rgb)


def _bar_rows(rows: np.ndarray) -> int:
    """Return how many rows from the start are a bar."""
    first = rows[:3].reshape(-1, 3)
    color = np.median(first, axis=0).astype(np.int16)
    if (np.abs(first - color).max(axis=1) <= BAR_TOLERANCE).mean() < 0.9:
        return 0
    levels = np.abs(rows[: int(len(rows) * 1.5 * MAX_BAR_FRACTION) + 10] - color)
    away = np.maximum(np.maximum(levels[..., 0], levels[..., 1]), levels[..., 2])
    plain = (away <= BAR_TOLERANCE).mean(axis=1)
    for end in range(MIN_BAR_ROWS, int(len(rows) * MAX_BAR_FRACTION) + 1):
        beyond = plain[end + 1 : end + 1 + max(8, end // 2)]
        # A line drawn across is blurred over two rows by the copy; a horizon seldom is that straight.
        ends = plain[end - 1] >= 0.95 and plain[end : end + 3].min() <= 0.35 and beyond.mean() <= 0.35
        if (
            ends
            and _bears_text(away[:end], plain[:end])
            and _entropy_bits(rows[end:, :, 1]) >= MIN_PHOTOGRAPH_BITS
        ):
            return end
    return 0


def _bears_text(away: np.ndarray, plain: np.ndarray) -> bool:
    """Tell by (n, W) levels from the bar's colour, and the share of each row that has that colour."""
    marks = away > MARK_LEVELS
    marked = marks.any(axis=1)
    if marked.sum() < 3 or not 0.003 <= marks.mean() <= 0.4 or plain.min() < 0.3:
        return False
    strokes = (np.diff(marks[marked].astype(np.int8), axis=1) == 1).sum(axis=1)
    # What is drawn is flat; a sky, snow or a wall behind something is not.
    flat = (away <= BORDER_TOLERANCE).sum() / (away <= BAR_TOLERANCE).sum()
    return bool(np.quantile(strokes, 0.75) >= 4 and flat >= 0.85)


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
