"""Columns of numbers that were read apart from the words beside them: rows of a table that was not seen."""

import re
from itertools import chain

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, PageTree
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.second_look.printed_lines import PrintedLine

FLOWING = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.LIST, BlockKind.CAPTION, BlockKind.FOOTNOTE})
MIN_ROWS = 3  # ours: two numbers one above the other may be an address and a date
SAME_LINE = 0.3  # ours: of the height of a line, between the middles of both
_NUMBER = re.compile(r"[^\w\s]*(?:[A-Z]{1,3}[^\w\s]*\s?)?\d[\d.,'’:/\s]*(?:[^\w\s]*|[A-Za-z]{1,3}\.?)\Z")


def torn_rows(tree: PageTree, boxes_px: list[BoxPx], lines: list[PrintedLine]) -> list[PrintedLine]:
    """Return the lines of blocks of numbers alone that stand beside words of another block; none of a few.

    A number is not apart from the words beside it that are read right before or after it.
    """
    placed = [(block, box) for block, box in zip(tree.blocks, boxes_px, strict=True) if block.kind in FLOWING]
    its = [[line for line in lines if contains(box, line.box)] for _, box in placed]
    worded = [[] if all(_NUMBER.match(line.text) for line in found) else found for found in its]
    all_worded = [line for found in worded for line in found]
    torn = [
        line
        for at, found in enumerate(its)
        if not worded[at]
        for line in found
        if _is_beside_any(line, all_worded)
        and not (len(found) == 1 and _is_beside_any(line, [*chain(*worded[max(0, at - 1) : at + 2])]))
    ]
    return torn if len(torn) >= MIN_ROWS else []


def _is_beside_any(one: PrintedLine, others: list[PrintedLine]) -> bool:
    return any(_is_beside(one, other) for other in others)


def _is_beside(one: PrintedLine, other: PrintedLine) -> bool:
    a, b = one.box, other.box
    same_line = abs((a.y1 + a.y2) - (b.y1 + b.y2)) / 2 <= SAME_LINE * (a.y2 - a.y1)
    return same_line and (b.x2 <= a.x1 or a.x2 <= b.x1)
