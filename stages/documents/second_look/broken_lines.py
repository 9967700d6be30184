"""Whether every line of print stands in one block of the parse, whole and in its order."""

import re

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import Block, BlockKind, PageTree
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.second_look.printed_lines import PrintedLine

# Their texts are no lines of print: cells, labels of a figure, LaTeX.
NOT_LINES = frozenset({BlockKind.TABLE, BlockKind.IMAGE, BlockKind.FORMULA})
MIN_CHARS = 12  # ours: letters and digits; shorter ones are labels, page numbers, pieces of formulas
EDGE_PX = 3.0  # ours: a line's middle may be so far beyond the edge of its block
_MARKUP = re.compile(r"</?[a-z]+>")
_NOT_COMPARED = re.compile(r"[\W_]+")  # spaces, hyphens and marks: how words are parted is not asked here


def broken_lines(
    tree: PageTree, boxes_px: list[BoxPx], lines: list[PrintedLine]
) -> tuple[list[PrintedLine], int]:
    """Return the lines that no block at their place holds, and how many lines were looked for.

    A line that stands in a table, a figure or beside a formula is not looked for.
    """
    placed = [(block, _wider(box)) for block, box in zip(tree.blocks, boxes_px, strict=True)]
    texts = {id(block): _key(block.text) for block, _ in placed}
    broken, n_looked_for = [], 0
    for line in lines:
        key = _key(line.text)
        around = [block for block, box in placed if contains(box, line.box)]
        if len(key) < MIN_CHARS or any(map(_is_no_text, around)):
            continue
        n_looked_for += 1
        if not any(key in texts[id(block)] for block in around):
            broken.append(line)
    return broken, n_looked_for


def _is_no_text(block: Block) -> bool:
    return block.kind in NOT_LINES or "$" in block.text


def _wider(box: BoxPx) -> BoxPx:
    return BoxPx(box.x1 - EDGE_PX, box.y1 - EDGE_PX, box.x2 + EDGE_PX, box.y2 + EDGE_PX)


def _key(text: str) -> str:
    return _NOT_COMPARED.sub("", _MARKUP.sub("", text)).lower()
