"""How large the letters of OCR lines are: from the height of each word's ink and what letters it has.

Engines state boxes of ink, and "sea" is two thirds as high as "Sky" in one font. A text layer states a font's
size, by which the layout tells headings from text: so each word's height is divided by what its letters take
of an em, and lines whose sizes differ by no more than the error of that get one size.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from vlcorpus.stages.ocr.engine import OcrLine, OcrWord

# Shares of an em. Times and Helvetica have 0.66 to 0.72, 0.45 to 0.52, 0.21 to 0.22
CAP_EM = 0.69
X_EM = 0.48
DESCENDER_EM = 0.21
IDEOGRAPH_EM = 0.92
_TALL = re.compile(r"[bdfhklßþ()\[\]{}|/\\!?&%$#@]")
_DOTTED = re.compile(r"[ijt]")  # letters higher than an x and lower than a capital: 0.62 to 0.68
_DOTTED_EM = 0.64
_DEEP = re.compile(r"[gjpqyQçþµ,;()\[\]{}|@$]")

# Two sizes of one font differ by less: a pixel of ten, which an x-height at 200 dpi is. ours
SAME_SIZE = 0.13


def has_descender(text: str) -> bool:
    return bool(_DEEP.search(text))


def ink_em(text: str) -> float | None:
    """Return the height of the ink of `text` in em; None where it tells nothing (dashes, quotes)."""
    letters = [char for char in text if char.isalnum()]
    if not letters:
        return None
    if any(unicodedata.east_asian_width(char) in "WF" for char in letters):
        return IDEOGRAPH_EM
    deep = DESCENDER_EM if has_descender(text) else 0.0
    if _TALL.search(text) or any(char.isdigit() or not char.islower() for char in letters):
        return CAP_EM + deep
    return (_DOTTED_EM if _DOTTED.search(text) else X_EM) + deep


def line_size(line: OcrLine) -> float:
    """Return the size of a line's letters, px: of most of its characters."""
    sizes = [(_height(word, line) / em, len(word.text)) for word in line.words if (em := ink_em(word.text))]
    if not sizes:
        return max(1.0, max(_height(word, line) for word in line.words))
    return weighted_median(sizes)


def _height(word: OcrWord, line: OcrLine) -> float:
    box = word.box
    return max(1.0, box.y2 - box.y1 if line.turn % 2 == 0 else box.x2 - box.x1)


def weighted_median(values: Iterable[tuple[float, int]]) -> float:
    """Return the value (of value, weight) with half of the weight on each side."""
    ordered = sorted(values)
    half = sum(weight for _, weight in ordered) / 2
    below = 0
    for value, weight in ordered:
        below += weight
        if below >= half:
            return value
    raise ValueError("no values")


def page_sizes(lines: Sequence[OcrLine]) -> list[float]:
    """Return the size of each line, px, snapped to the sizes that the page has: the most frequent first."""
    measured = [(line_size(line), len(line.text)) for line in lines]
    left = sorted(measured)
    snapped: dict[float, float] = {}
    while left:
        centre = _densest(left)
        near = [size for size in left if abs(size[0] - centre) <= SAME_SIZE * centre]
        centre = weighted_median(near)
        snapped |= {size: centre for size, _ in near}
        left = [size for size in left if size[0] not in snapped]
    return [snapped[size] for size, _ in measured]


def _densest(sizes: list[tuple[float, int]]) -> float:
    """Return the size with the most characters near it, the smallest of equals."""
    return max(sizes, key=lambda a: (sum(n for b, n in sizes if abs(b - a[0]) <= SAME_SIZE * a[0]), -a[0]))[0]
