"""Which blocks are headings, and of which level: by size, weight and wording.

Limits are ours, read off the pages of ../shared/data/pdf.
"""

import re
from statistics import median

from vlcorpus.stages.documents.page.lines import Line

SIZES = ((1.7, 1), (1.35, 2), (1.12, 3))  # times the body's size, level
BOLD_LEVEL = 4
MIN_BOLD_SIZE = 0.5  # times the body's size; smaller is a label
_SURE_SIZE = 1.35  # size that alone makes a heading; below it the wording must agree
_MAX_CHARS = 200
_MAX_LINES = 4
_SHORT_CHARS = 60  # a line of text that is set a little larger is longer
_MAX_MATH = 0.3  # share of the characters that are math; with more it is a formula

_SENTENCE = re.compile(r"[.!?。！？]['\"”’)\]]*(?:\s|\Z)")
_NUMBERING = re.compile(r"\A(?:[\dIVXLC]+\.)*[\dIVXLC]+\.?(?:\s|\Z)")
_GOES_ON = re.compile(r"[.,;]\Z")


def title_level(lines: list[Line], text: str, em: float) -> int | None:
    """Return the level of the heading that a block's lines are, 1 is the highest; None for no heading."""
    size = median(line.size for line in lines) / em
    words = _NUMBERING.sub("", text, count=1)
    if (
        sum(map(str.isalpha, text)) < 3
        or len(text) > _MAX_CHARS
        or len(lines) > _MAX_LINES
        or any(line.row for line in lines)
        or max(line.math for line in lines) > _MAX_MATH
    ):
        return None
    bold = all(line.bold for line in lines)
    by_size = next((level for ratio, level in SIZES if size >= ratio), None)
    goes_on = _GOES_ON.search(words) and not (text.endswith(".") and len(text) <= _SHORT_CHARS)
    if bold and size >= MIN_BOLD_SIZE and not goes_on:
        return by_size or BOLD_LEVEL
    if by_size is None or (size < SIZES[0][0] and _SENTENCE.search(words)) or words[:1].islower():
        return None
    if size < _SURE_SIZE and (len(text) > _SHORT_CHARS or len(lines) > 1):
        return None
    return by_size
