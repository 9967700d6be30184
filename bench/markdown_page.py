"""A page as the Markdown that parsers of documents are compared by: bare HTML tables, no coordinates.

The truths have neither scripts nor formulas within a line: they write `10-16` for both.
"""

import re
from dataclasses import replace

from vlcorpus.schemas.inline import unmarked
from vlcorpus.schemas.page import FURNITURE, Block, BlockKind, PageTree
from vlcorpus.schemas.qwenvl.html import write_html_table

# What the scorers call our kinds: the categories of DP-Bench.
CATEGORIES = {
    BlockKind.TITLE: "Heading1",
    BlockKind.TEXT: "Paragraph",
    BlockKind.LIST: "List",
    BlockKind.TABLE: "Table",
    BlockKind.IMAGE: "Figure",
    BlockKind.CAPTION: "Caption",
    BlockKind.FORMULA: "Equation",
    BlockKind.CODE: "Paragraph",
    BlockKind.HEADER: "Header",
    BlockKind.FOOTER: "Footer",
    BlockKind.FOOTNOTE: "Footnote",
    BlockKind.PAGE_NUMBER: "Footer",
}
_LINE_BREAKS = re.compile(r"\s*\n\s*")


def markdown_page(tree: PageTree, *, furniture: bool = True) -> str:
    blocks = (block for block in tree.blocks if furniture or block.kind not in FURNITURE)
    return "\n\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    text = unmarked(block.text)
    match block.kind:
        case BlockKind.TITLE:
            return f"{'#' * block.level} " + _LINE_BREAKS.sub(" ", text)
        case BlockKind.TABLE:
            cells = tuple(replace(cell, text=unmarked(cell.text)) for cell in block.table.cells)
            return write_html_table(replace(block.table, cells=cells))
        case BlockKind.LIST:
            return "\n".join(f"- {item}" for item in text.split("\n"))
        case BlockKind.FORMULA:
            return f"$$\n{text}\n$$"
        case _:
            return text
