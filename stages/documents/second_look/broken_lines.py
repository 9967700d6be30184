"""Whether every line of print stands in one block of the parse, whole and in its order."""

import re

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.inline import Inline, parts_of
from vlcorpus.schemas.page import BlockKind, PageTree
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.second_look.printed_lines import PrintedLine

# Their texts are no lines of print: cells, labels of a figure, LaTeX.
NOT_LINES = frozenset({BlockKind.TABLE, BlockKind.IMAGE, BlockKind.FORMULA})
MIN_CHARS = 12  # ours: letters and digits; shorter ones are labels, page numbers, pieces of formulas
EDGE_PX = 3.0  # ours: a line's middle may be so far beyond the edge of its block
MIN_HELD = 0.8  # ours: share of a line's letters, in words, that a block with formulas must hold
_NOT_COMPARED = re.compile(r"[\W_]+")  # spaces, hyphens and marks: how words are parted is not asked here
_FORMULA = "\0"  # stands on both sides of one in what is compared
_COMMAND = re.compile(r"\\[A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]{3,}")  # what is shorter may be variables


def broken_lines(
    tree: PageTree, boxes_px: list[BoxPx], lines: list[PrintedLine]
) -> tuple[list[PrintedLine], int]:
    """Return the lines that no block at their place holds, and how many lines were looked for.

    A line that stands in a table or a figure is not looked for. In a block with formulas its words are.
    """
    placed = [(block, _wider(box)) for block, box in zip(tree.blocks, boxes_px, strict=True)]
    texts = {id(block): _compared(block.text) for block, _ in placed}
    broken, n_looked_for = [], 0
    for line in lines:
        key = _key(line.text)
        around = [block for block, box in placed if contains(box, line.box)]
        if len(key) < MIN_CHARS or any(block.kind in NOT_LINES for block in around):
            continue
        n_looked_for += 1
        if not any(_holds(texts[id(block)], line.text, key) for block in around):
            broken.append(line)
    return broken, n_looked_for


def _holds(text: str, line: str, key: str) -> bool:
    """Say whether a block's text has the line; where it has formulas, whether it has the line's words."""
    if key in text or _FORMULA not in text:
        return key in text
    words = [word.lower() for word in _WORD.findall(line)]
    return sum(len(word) for word in words if word in text) >= MIN_HELD * sum(map(len, words))


def _wider(box: BoxPx) -> BoxPx:
    return BoxPx(box.x1 - EDGE_PX, box.y1 - EDGE_PX, box.x2 + EDGE_PX, box.y2 + EDGE_PX)


def _compared(text: str) -> str:
    """Return the text of a block as keys and words of lines are looked for in it."""
    pieces = [
        f"{_FORMULA}{_COMMAND.sub('', part)}{_FORMULA}" if kind is Inline.FORMULA else part
        for kind, part in parts_of(text)
    ]
    return _FORMULA.join(map(_key, "".join(pieces).split(_FORMULA)))


def _key(text: str) -> str:
    return _NOT_COMPARED.sub("", text).lower()
