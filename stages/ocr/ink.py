"""What the ink of a scan says beyond an engine's answer: the height of words, bold lines, drawn rules.

Engines state boxes that reach into white space, and none says what is bold. All by counting, 60 ms a page.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import PIL.Image

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord
from vlcorpus.stages.ocr.sizes import line_size, weighted_median

# Limits are ours, at any resolution where they are in inches.
INK = 160  # grey, of 255, below which a pixel is ink
MIN_RULE_INCH = 0.5  # longer than any stroke of a letter
MAX_RULE_INCH = 0.03  # 2 pt; thicker is a bar or an image
BOLD = 1.3  # times the stroke of most of the page's text; bold faces have 1.4 to 1.7
MIN_LETTERS = 4  # fewest letters of a line whose stroke can be told
DEFAULT_DPI = 200.0


def with_ink(reading: OcrReading, image: PIL.Image.Image) -> OcrReading:
    """Return the reading with words as high as their ink, lines marked bold, and the scan's rules."""
    ink = np.asarray(image) < INK
    lines = [_tight(line, ink) for line in reading.lines]
    strokes = [_stroke(line, ink) for line in lines]
    told = [(stroke, line.n_chars) for stroke, line in zip(strokes, lines, strict=True) if stroke]
    usual = weighted_median(told) if told else 0.0
    bold = [bool(stroke and stroke > BOLD * usual) for stroke in strokes]
    marked = (line._replace(bold=is_bold) for line, is_bold in zip(lines, bold, strict=True))
    return replace(reading, lines=tuple(marked), rules=tuple(_rules(image, ink)))


def _tight(line: OcrLine, ink: np.ndarray) -> OcrLine:
    if line.turn:
        return line
    return line._replace(words=tuple(w._replace(box=inked(w.box, ink)) for w in line.words))


def inked(box: BoxPx, ink: np.ndarray) -> BoxPx:
    """Return the part of a box from its first to its last row of ink; itself where there is none."""
    rows = np.flatnonzero(_cut(ink, box).any(axis=1))
    if not len(rows):
        return box
    top = max(0, round(box.y1))
    return box._replace(y1=float(top + rows[0]), y2=float(top + rows[-1] + 1))


def _cut(ink: np.ndarray, box: BoxPx) -> np.ndarray:
    x1, y1, x2, y2 = (max(0, round(side)) for side in box)
    return ink[y1:y2, x1:x2]


def _stroke(line: OcrLine, ink: np.ndarray) -> float | None:
    """Return the width of a line's strokes in em; None for too few letters."""
    words = [word for word in line.words if any(map(str.isalpha, word.text))]
    if sum(len(word.text) for word in words) < MIN_LETTERS or line.turn:
        return None
    strokes = [(_stroke_px(word, ink), len(word.text)) for word in words]
    return weighted_median(strokes) / line_size(line) or None


def _stroke_px(word: OcrWord, ink: np.ndarray) -> float:
    """Return ink over runs across and down: near the width of strokes, in whatever direction they go."""
    letters = _cut(ink, word.box)
    n_across = np.count_nonzero(np.diff(letters, axis=1, prepend=False) & letters)
    n_down = np.count_nonzero(np.diff(letters, axis=0, prepend=False) & letters)
    return np.count_nonzero(letters) / max(1, int(n_across) + int(n_down))


def _rules(image: PIL.Image.Image, ink: np.ndarray) -> Iterator[BoxPx]:
    dpi = image.info.get("dpi", (DEFAULT_DPI,))[0]
    shortest, thickest = round(MIN_RULE_INCH * dpi), max(2, round(MAX_RULE_INCH * dpi))
    for box in _long_runs(ink, shortest):
        if box.y2 - box.y1 <= thickest:
            yield box
    for box in _long_runs(ink.T, shortest):
        if box.y2 - box.y1 <= thickest:
            yield BoxPx(box.y1, box.x1, box.y2, box.x2)


def _long_runs(ink: np.ndarray, shortest: int) -> list[BoxPx]:
    """Return the boxes of horizontal runs of ink, those of neighbouring rows joined."""
    if ink.shape[1] <= shortest:
        return []
    total = np.pad(ink.cumsum(axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    full = (total[:, shortest:] - total[:, :-shortest]) == shortest
    done: list[BoxPx] = []
    open_: list[BoxPx] = []  # those that reach the row before
    last = -2
    for y in np.flatnonzero(full.any(axis=1)).tolist():
        if y > last + 1:
            done, open_ = done + open_, []
        last = y
        edges = np.flatnonzero(np.diff(np.pad(full[y], 1).astype(np.int8))).tolist()
        going_on: list[BoxPx] = []
        for x1, x2 in pairwise(edges):
            if not full[y, x1]:
                continue
            box = BoxPx(x1, y, x2 + shortest - 1, y + 1)
            above = next((b for b in open_ if min(b.x2, box.x2) > max(b.x1, box.x1)), None)
            if above is not None:
                open_.remove(above)
                box = BoxPx(min(above.x1, box.x1), above.y1, max(above.x2, box.x2), box.y2)
            going_on.append(box)
        done, open_ = done + open_, going_on
    return done + open_
