"""Footnotes: small print at the foot of a column, which opens with a mark."""

import re
from statistics import median

from vlcorpus.schemas.inline import unmarked
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock

SMALL = 0.95  # ours: times the size of the text above; notes are set at 0.8 to 0.93
TOP_FRACTION = 0.4  # ours: share of the page's height below which notes begin
LISTED_SMALL = 0.88  # ours: the same for notes that may as well be items of a list, 1. and 2.
MIN_CHARS = 20  # ours: the fewest of a note without a mark; labels are shorter
SAME_SIZE = 0.06  # ours: sizes of the notes of one page differ by no more
SAME_HEIGHT_EM = 4.0  # ours: the first notes of two columns begin at heights that differ by less

_LISTED = re.compile(r"\d{1,3}[.)]\s")
_MARK = re.compile(r"(?:\d{1,3}|[*†‡§¶]+)[.)]?\s*\S")


def mark_footnotes(blocks: list[LaidBlock], em: float, page_height: float) -> list[LaidBlock]:
    """Mark the notes; return the blocks with the notes behind the text of all columns.

    A note without a mark (it began on the page before) is one if it stands above one of its column or
    beside one of another column.
    """
    small: list[LaidBlock] = []
    for block in sorted(blocks, key=lambda block: -block.y1):
        if block.kind not in (BlockKind.TEXT, BlockKind.LIST) or block.y1 < TOP_FRACTION * page_height:
            continue
        below = [b for b in blocks if b.y1 >= block.y2 and _in_column(b, block)]
        limit = LISTED_SMALL if _LISTED.match(block.text) else SMALL
        last = all(any(b is note for note in small) for b in below)
        if last and _size(block) <= limit * _text_size(block, blocks, em):
            small.append(block)
    marked = [block for block in small if _MARK.match(unmarked(block.text))]
    for block in small:
        if any(block is note or _belong(block, note, em) for note in marked):
            block.kind = BlockKind.FOOTNOTE
    return sorted(blocks, key=lambda block: block.kind is BlockKind.FOOTNOTE)


def _size(block: LaidBlock) -> float:
    return median(line.size for line in block.lines)


def _text_size(block: LaidBlock, blocks: list[LaidBlock], em: float) -> float:
    """Return the size of the largest paragraph above the block in its column; of all text where none is."""
    above = [
        _size(b)
        for b in blocks
        if b.kind is BlockKind.TEXT and len(b.lines) > 1 and b.y2 <= block.y1 and _in_column(b, block)
    ]
    return max(above, default=em)


def _in_column(a: LaidBlock, b: LaidBlock) -> bool:
    return min(a.x2, b.x2) > max(a.x1, b.x1)


def _belong(block: LaidBlock, note: LaidBlock, em: float) -> bool:
    """Say whether an unmarked block goes on with what began as a note on the page before."""
    if len(block.text) < MIN_CHARS or abs(_size(block) - _size(note)) > SAME_SIZE * _size(note):
        return False
    above = block.y2 <= note.y1 and _in_column(block, note)
    beside = abs(block.y1 - note.y1) < SAME_HEIGHT_EM * em and not _in_column(block, note)
    return above or beside
