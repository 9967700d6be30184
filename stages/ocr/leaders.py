"""Dotted leaders of tables of contents: erased before OCR, which reads letters out of them, then put back.

A leader is a row of small dots at one pitch, with white above and below. Found by runs of ink, without
connected components: 40 ms for a page of 2 Mpx.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import PIL.Image

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord
from vlcorpus.stages.ocr.ink import DEFAULT_DPI, INK

# Limits are ours, at any resolution: in inches.
DOT_INCH = 0.03  # 2 pt: a full stop of 16 pt is no larger
MAX_PITCH_INCH = 0.15  # 11 pt: dots with spaces between them
MIN_DOTS = 8
OFF_PITCH = 0.25  # share of the pitch by which a dot may stand off its place
MAX_LOST = 3  # pitches from one dot to the next, where those between were not seen


class Leader(NamedTuple):
    box: BoxPx
    n_dots: int


def find_leaders(image: PIL.Image.Image) -> list[Leader]:
    """Return the leaders of a grey image that states its dpi, from top to bottom."""
    dpi = image.info.get("dpi", (DEFAULT_DPI,))[0]
    dot_px = max(2, round(DOT_INCH * dpi))
    ink = np.asarray(image) < INK
    low = _low_ink(ink, dot_px)
    leaders: list[Leader] = []
    for y in np.flatnonzero(low.sum(axis=1) >= MIN_DOTS):
        for x1, x2, n_dots in _dotted(low[y], dot_px, MAX_PITCH_INCH * dpi):
            box = BoxPx(x1, int(y), x2, int(y) + 1)
            above = next((i for i, leader in enumerate(leaders) if _touch(leader.box, box)), None)
            if above is None:
                leaders.append(Leader(box, n_dots))
            else:
                leaders[above] = _joined(leaders[above], Leader(box, n_dots))
    return [part for leader in leaders for part in _alone(leader, ink & ~low, dot_px)]


def _alone(leader: Leader, other: np.ndarray, dot_px: int) -> list[Leader]:
    """Return the parts of a row of dots without other ink: the feet of letters are small runs as well."""
    x1, y1, x2, y2 = map(int, leader.box)
    pitch = (x2 - x1) / leader.n_dots
    inked = np.flatnonzero(other[max(0, y1 - dot_px) : y2 + dot_px, x1:x2].any(axis=0))
    parts = []
    for left, right in pairwise([-1, *inked.tolist(), x2 - x1]):
        n_dots = int((right - left - 1) / pitch)
        if n_dots >= MIN_DOTS:
            parts.append(Leader(BoxPx(x1 + left + 1, y1, x1 + right, y2), n_dots))
    return parts


def _low_ink(ink: np.ndarray, dot_px: int) -> np.ndarray:
    """Return the ink with little ink over and under it, and white beyond that: (height, width) bool."""
    pad = 2 * dot_px
    below = np.pad(ink, ((pad + 1, pad), (0, 0))).cumsum(axis=0, dtype=np.int32)
    height = len(ink)

    def between(first: int, last: int) -> np.ndarray:
        """Count the ink from `first` up to before `last` px under each pixel."""
        return below[pad + last : pad + last + height] - below[pad + first : pad + first + height]

    white = (between(-2 * dot_px, -dot_px) == 0) & (between(dot_px, 2 * dot_px) == 0)
    return ink & white & (between(-dot_px, dot_px) <= dot_px)


def _dotted(row: np.ndarray, dot_px: int, max_pitch_px: float) -> list[tuple[int, int, int]]:
    """Return start, end and number of dots of each stretch of dots at one pitch."""
    edges = np.flatnonzero(np.diff(np.pad(row, 1).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    small = ends - starts <= dot_px
    starts, ends = starts[small], ends[small]
    steps = np.diff(starts)
    found = []
    for first, last in _stretches(steps <= max_pitch_px):
        usual = float(np.median(steps[first : last - 1]))
        n_steps = np.round(steps[first : last - 1] / usual)
        off_px = np.abs(steps[first : last - 1] - n_steps * usual)
        regular = (n_steps >= 1) & (n_steps <= MAX_LOST) & (off_px <= max(1.5, OFF_PITCH * usual))
        for a, b in _stretches(regular):
            n_dots = 1 + int(n_steps[a : b - 1].sum())
            found.append((int(starts[first + a]), int(ends[first + b - 1]), n_dots))
    return found


def _stretches(linked: np.ndarray) -> list[tuple[int, int]]:
    """Return first and end of each stretch of dots of which each is linked to the next, if long enough."""
    bounds = [0, *(np.flatnonzero(~linked) + 1).tolist(), len(linked) + 1]
    return [(first, end) for first, end in pairwise(bounds) if end - first >= MIN_DOTS]


def _touch(a: BoxPx, b: BoxPx) -> bool:
    return b.y1 <= a.y2 + 1 and min(a.x2, b.x2) > max(a.x1, b.x1)


def _joined(a: Leader, b: Leader) -> Leader:
    box = BoxPx(min(a.box.x1, b.box.x1), a.box.y1, max(a.box.x2, b.box.x2), b.box.y2)
    return Leader(box, max(a.n_dots, b.n_dots))


def erase(image: PIL.Image.Image, leaders: list[Leader]) -> PIL.Image.Image:
    """Return the image without the leaders; itself where there are none."""
    if not leaders:
        return image
    clean = image.copy()
    for leader in leaders:
        x1, y1, x2, y2 = map(int, leader.box)
        clean.paste(255, (x1 - 1, y1 - 2, x2 + 1, y2 + 2))
    return clean


def put_back(reading: OcrReading, leaders: list[Leader]) -> OcrReading:
    """Return the reading with each leader as a word of dots between what it joins."""
    lines = list(reading.lines)
    for leader in leaders:
        beside = [line for line in lines if _is_beside(line, leader.box)]
        if not beside:
            continue
        word = OcrWord("." * leader.n_dots, leader.box, 1.0)
        words = sorted([*(w for line in beside for w in line.words), word], key=lambda w: w.box.x1)
        first = min(beside, key=lambda line: line.box.x1)
        x2, y2 = max(line.box.x2 for line in beside), max(line.box.y2 for line in beside)
        box = BoxPx(first.box.x1, min(line.box.y1 for line in beside), max(x2, leader.box.x2), y2)
        lines = [line for line in lines if line is first or line not in beside]
        lines[lines.index(first)] = first._replace(words=tuple(words), box=box)
    return OcrReading(tuple(lines), reading.image_boxes, reading.rules)


def _is_beside(line: OcrLine, leader: BoxPx) -> bool:
    """Say whether a line is what a leader joins: on its baseline, and ending or beginning near it."""
    if line.turn:
        return False
    height = line.box.y2 - line.box.y1
    near = 3 * height
    on_it = line.box.y1 < (leader.y1 + leader.y2) / 2 <= line.box.y2 + height / 4
    return on_it and line.box.x1 <= leader.x2 + near and line.box.x2 >= leader.x1 - near
