"""What a layout model sees that weight and size do not show: headings in italics.

In plain type it sees more headings than people do (.891 instead of .917 MHS, `make bench-documents`).
"""

import re

from vlcorpus.schemas.documents.document import Region
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.page.boxes import area, shared_area

COVERED = 0.7  # ours: share of the block that the region covers
MAX_TIMES = 2.0  # ours: the block's area; a larger region is about more than this block
MAX_CHARS = 100
MAX_LINES = 2
LEVEL = 5  # lower than any heading that is bold or large

_OPENS = re.compile(r"[^\W\d_a-z]|\d+(?:\.\d+)*\.?\s+[^\W\d_a-z]")
_SENTENCE_END = re.compile(r"[.,;:!?。；：]\Z")


def mark_titles(blocks: list[LaidBlock], regions: list[Region]) -> None:
    """Make headings of short texts in italics that the model sees as, and that are worded as, headings."""
    titles = [region.box for region in regions if region.kind is BlockKind.TITLE]
    for block in blocks:
        worded = _OPENS.match(block.text) and not _SENTENCE_END.search(block.text)
        short = len(block.text) <= MAX_CHARS and len(block.lines) <= MAX_LINES
        slanted = all(line.italic and not line.row for line in block.lines)
        if block.kind is not BlockKind.TEXT or not (worded and short and slanted):
            continue
        size = area(block.box)
        if any(shared_area(b, block.box) >= COVERED * size and area(b) <= MAX_TIMES * size for b in titles):
            block.kind, block.level = BlockKind.TITLE, LEVEL
