"""Measure a decoded image once, on a small copy: what filters, and captions without a model, go by."""

import math
from collections.abc import Callable

import numpy as np
from PIL import Image

from vlcorpus.schemas.captions.caption import ImageMeasures
from vlcorpus.stages.captions.colors import NAMES, name_pixels, shares_of
from vlcorpus.stages.captions.edge_sharpness import edge_sharpness

SIDE_PX = 256  # ours: longer side of the copy; sharpness is comparable at one size only
DRAFT_PX = 320  # ours: longer side that a JPEG is decoded to at least, for the copy to be made of it
MIN_SHARE = 0.15  # ours: least share of the area of a colour that a person would name
MAX_COLORS = 3
MAX_FRAMED_SIDE = 0.8  # ours: of the page's side, that an image on it takes; a thing is shown larger
MIN_PICTURE_PX = 16  # ours: least side, of 256, of an image on a page; a line of text has 4 to 14
MIN_PICTURE_BITS = 2  # ours: least entropy of its greens; a box or two lines drawn on a page have 0 to 1
MIN_FILLED = 0.5  # ours: share of an image's edge that differs from the page; a thing's has 0.4 at most
EDGE_LINES = (8, 64)  # ours: first lines that are looked at, for most images have no border, or a small one
BORDER_TOLERANCE = 6  # ours: levels of 256, from darkest to brightest; JPEG rings by 2 to 4

# A bar with text on it, beside a photograph. Ours, all read off 435 bars drawn on 87 photographs, of which it
# finds 86 %, and off 408 images, frames and pages without one, on none of which it fires.
MIN_BAR_ROWS = 6  # fewest rows of a bar, of 256: less cannot hold text
MAX_BAR_FRACTION = 0.4  # highest bar, as a share of the height: what is higher is the image
BAR_TOLERANCE = 24  # levels of 256 from the bar's colour: JPEG rings around text, the copy around edges
MARK_LEVELS = 64  # least distance of text from the bar's colour: it is made to be read
MIN_PHOTOGRAPH_BITS = 5  # entropy of the greens beside the bar: pages have 1 to 4, photographs 5.5 to 8


def small_copy(image: Image.Image) -> np.ndarray:
    """Return what of an RGB image is measured and described, (H, W, 3) uint8, its longer side `SIDE_PX`."""
    size = thumbnail_size(image.width, image.height, SIDE_PX)
    return np.asarray(image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0))


def thumbnail_size(width_px: int, height_px: int, side_px: int) -> tuple[int, int]:
    """Return the size that Pillow's `thumbnail` gives, which wants a copy of the whole image."""
    if max(width_px, height_px) <= side_px:
        return width_px, height_px
    aspect = width_px / height_px
    if aspect <= 1:
        return _nearest(side_px * aspect, lambda width: abs(aspect - width / side_px)), side_px
    return side_px, _nearest(side_px / aspect, lambda height: abs(aspect - side_px / height))


def _nearest(side_px: float, difference: Callable[[int], float]) -> int:
    """Return the whole number beside `side_px`, at least 1, that keeps the aspect best."""
    low, high = math.floor(side_px), math.ceil(side_px)
    return min(low, high, key=difference) if low else 1


def measure_image(rgb: np.ndarray) -> ImageMeasures:
    """Measure a `small_copy`."""
    import cv2

    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    names = name_pixels(rgb)
    shares = shares_of(names)
    third = max(1, len(rgb) // 3)
    return ImageMeasures(
        # NumPy's variance of channels side by side takes ten times as long, and errs in the fourth digit.
        sharpness=float(cv2.meanStdDev(cv2.Laplacian(rgb, cv2.CV_32F))[1].max() ** 2),
        entropy_bits=_entropy_bits(grey),
        contrast=float(grey.std()),
        border_fraction=border_fraction(rgb),
        banner_fraction=banner_fraction(rgb),
        colors=[NAMES[i] for i in np.argsort(-shares, kind="stable")[:MAX_COLORS] if shares[i] >= MIN_SHARE],
        top=_main_color(names[:third]),
        bottom=_main_color(names[-third:]),
        edge_sharpness=edge_sharpness(grey),
    )


def border_fraction(rgb: np.ndarray) -> float:
    """Return the share of the area around an image that was put on a page of one colour; 1 where all is one.

    What lies on the page must fill its bounds, as a photograph does and a thing seldom: else it is a thing on
    white or black, and there is no border. Nor has a page on which a word is written or a box is drawn. What
    has margins on four sides is no longer or higher than most of the page, for a rectangular thing is shown
    as large as it can be.
    """
    top, bottom = _edge(rgb), _edge(rgb[::-1])
    if top == len(rgb):
        return 1.0
    columns = rgb[top : len(rgb) - bottom].transpose(1, 0, 2)
    left, right = _edge(columns), _edge(columns[::-1])
    if top + bottom >= len(rgb) or left + right >= len(columns):
        return 1.0
    inner = columns[left : len(columns) - right].transpose(1, 0, 2)
    height, width = inner.shape[0] / rgb.shape[0], inner.shape[1] / rgb.shape[1]
    on_four_sides = height < 1 and width < 1
    if on_four_sides and (max(height, width) > MAX_FRAMED_SIDE or not _is_picture(inner)):
        return 0.0
    page = (rgb[0], rgb[-1], rgb[:, 0], rgb[:, -1])
    sides = inner.transpose(1, 0, 2)
    first_lines = (inner[:4], inner[-4:], sides[:4], sides[-4:])  # the copy blends the first with the page
    for cut, edge, lines in zip((top, bottom, left, right), page, first_lines, strict=True):
        if cut and _filled(edge, lines) < MIN_FILLED:
            return 0.0
    return 1 - height * width


def _is_picture(inner: np.ndarray) -> bool:
    """Tell an image that was put on a page from a word, or a box, that is written or drawn on it."""
    return min(inner.shape[:2]) >= MIN_PICTURE_PX and _entropy_bits(inner[..., 1]) >= MIN_PICTURE_BITS


def _filled(edge: np.ndarray, lines: np.ndarray) -> float:
    """Return the share of the places along the page's `edge`, (n, 3), where a line differs from it."""
    away = _levels_from(_median(edge[None]), lines) > BAR_TOLERANCE
    return float(away.any(axis=0).mean())


def banner_fraction(rgb: np.ndarray) -> float:
    """Return the share of the height in bars at the top and the bottom that were put beside a photograph.

    A bar is of one colour across the whole width, bears text or a logo, and ends at a straight line. Not seen
    are a bar that is half transparent or of the colour beside it, and a mark on the image itself.
    """
    return (_bar_rows(rgb) + _bar_rows(rgb[::-1])) / len(rgb)


def _bar_rows(rows: np.ndarray) -> int:
    """Return how many rows from the start are a bar."""
    color = _median(rows[:3])
    if (_levels_from(color, rows[:3]) <= BAR_TOLERANCE).mean() < 0.9:
        return 0
    away = _levels_from(color, rows[: int(len(rows) * 1.5 * MAX_BAR_FRACTION) + 10])
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


def _median(rgb: np.ndarray) -> np.ndarray:
    """Return the median of each channel, rounded down, (3,) uint8; `np.median` takes ten times as long."""
    levels = np.ascontiguousarray(rgb.reshape(-1, 3).T)
    middle = [(levels.shape[1] - 1) // 2, levels.shape[1] // 2]
    between = np.partition(levels, middle, axis=1)[:, middle]
    return (between.sum(axis=1, dtype=np.int16) // 2).astype(np.uint8)


def _levels_from(color: np.ndarray, rgb: np.ndarray) -> np.ndarray:
    """Return by how many levels each pixel differs from a colour in its farthest channel, (H, W) uint8."""
    import cv2

    levels = np.asarray(cv2.absdiff(np.ascontiguousarray(rgb), np.array([*color, 0], np.float64)))
    return np.maximum(np.maximum(levels[..., 0], levels[..., 1]), levels[..., 2])


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


def _edge(lines: np.ndarray) -> int:
    """Return how many lines from the start, (n, length, 3), are together of one colour."""
    import cv2

    for looked_at in (*EDGE_LINES, len(lines)):
        near = np.ascontiguousarray(lines[:looked_at])
        low = cv2.reduce(near, 1, cv2.REDUCE_MIN)[:, 0].astype(np.int16)
        high = cv2.reduce(near, 1, cv2.REDUCE_MAX)[:, 0].astype(np.int16)
        spread = np.maximum.accumulate(high) - np.minimum.accumulate(low)
        n_plain = int((spread.max(axis=1) <= BORDER_TOLERANCE).sum())
        if n_plain < looked_at:
            break
    return n_plain


def _entropy_bits(grey: np.ndarray) -> float:
    share = np.bincount(grey.ravel(), minlength=256) / grey.size
    share = share[share > 0]
    return float(-(share * np.log2(share)).sum())


def _main_color(names: np.ndarray) -> str | None:
    shares = shares_of(names)
    return NAMES[int(shares.argmax())] if shares.max() > 0.5 else None
