"""A page as the Markdown that parsers of documents are compared by: bare HTML tables, no coordinates."""

import re

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
    match block.kind:
        case BlockKind.TITLE:
            return f"{'#' * block.level} " + _LINE_BREAKS.sub(" ", block.text)
        case BlockKind.TABLE:
            return write_html_table(block.table)
        case BlockKind.LIST:
            return "\n".join(f"- {item}" for item in block.text.split("\n"))
        case BlockKind.FORMULA:
            return f"$$\n{block.text}\n$$"
        case _:
            return block.text
