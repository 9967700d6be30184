"""QwenVL-Markdown: a page as Markdown in which only images and tables have boxes, read back strictly.

    # Heading

    <!-- Image (115, 270, 475, 495) -->

    <!-- Table (58, 69, 928, 339) -->
    \\begin{tabular}{|l|l|} …

A blank line between blocks, no fence around the page. Formulas stand between lines of `$$`, code in fences,
list items behind `- ` or `1. `; text that Markdown would take for markup is escaped (`markdown_text.py`).
Source: docs/formats.md §5.4 for the comments, the LaTeX tables and `$$`; the rest is CommonMark.
"""

import re
from dataclasses import replace

from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.page import FURNITURE, Block, BlockKind, PageTree
from vlcorpus.schemas.qwenvl.latex_table import parse_latex_table, write_latex_table
from vlcorpus.schemas.qwenvl.markdown_text import (
    escape_inline,
    escape_lines,
    join_lines,
    split_item,
    unescape,
)
from vlcorpus.schemas.qwenvl.scan import FormatError, require_canonical

_KEPT = {BlockKind.TITLE, BlockKind.LIST, BlockKind.TABLE, BlockKind.IMAGE, BlockKind.FORMULA, BlockKind.CODE}
_LOCALISED = {"Image": BlockKind.IMAGE, "Table": BlockKind.TABLE}
_COMMENT = re.compile(r"<!-- (Image|Table) \((\d{1,3}), (\d{1,3}), (\d{1,3}), (\d{1,3})\) -->")
_HEADING = re.compile(r"(#{1,6}) (.+)")
_FENCE = re.compile(r"`{3,}")
_ITEM = re.compile(r"(?:-|\d{1,9}[.)])(?: |\Z)")


def project_markdown(tree: PageTree, *, furniture: bool = True) -> PageTree:
    """Return what QwenVL-Markdown can say of `tree`.

    Only images and tables keep their boxes; the words printed in an image are left to it. Captions, notes and
    furniture are text, without indentation; a heading is one line; a bullet is `-`, a list line without a
    mark gets one; `$$` in a formula is `$ $`.
    """
    return PageTree(
        tuple(_project(block) for block in tree.blocks if furniture or block.kind not in FURNITURE)
    )


def write_markdown(tree: PageTree, *, furniture: bool = True) -> str:
    """Return `project_markdown(tree)` as QwenVL-Markdown.

    Raises ValueError for an image or a table without a box.
    """
    return "\n\n".join(_written(block) for block in project_markdown(tree, furniture=furniture).blocks)


def parse_markdown(text: str) -> PageTree:
    """Return the tree of which `write_markdown` makes exactly `text`. Raises FormatError."""
    blocks: list[Block] = []
    position = 0
    while position < len(text):
        end = _block_end(text, position)
        source = text[position:end]
        try:
            blocks.append(_block(source))
        except FormatError as error:
            raise FormatError(text, position + error.position, error.expected) from error
        except ValueError as error:
            raise FormatError(text, position, f"a valid block ({error})") from error
        position = end
        if position < len(text):
            if not text.startswith("\n\n", position) or position + 2 == len(text):
                raise FormatError(text, position, "a blank line and another block, or the end of the text")
            position += 2
    tree = PageTree(tuple(blocks))
    require_canonical(text, write_markdown(tree))
    return tree


def _project(block: Block) -> Block:
    kind, text = block.kind, block.text
    if kind is BlockKind.IMAGE:
        return replace(block, text="")
    if kind is BlockKind.TABLE:
        return block
    if kind is BlockKind.TITLE:
        text = join_lines(text)
    elif kind is BlockKind.LIST:
        text = "\n".join(" ".join(filter(None, split_item(line.strip()))) for line in text.split("\n"))
    elif kind is BlockKind.FORMULA:
        text = re.sub(r"\$(?=\$)", "$ ", text)
    elif kind is not BlockKind.CODE:
        text = "\n".join(line.strip() for line in text.split("\n"))
    return replace(block, kind=kind if kind in _KEPT else BlockKind.TEXT, box=None, text=text)


def _written(block: Block) -> str:
    if block.table is not None:
        return f"{_comment('Table', block)}\n{write_latex_table(block.table)}"
    if block.level is not None:
        return f"{'#' * block.level} {escape_inline(block.text, closing_hashes=True)}"
    match block.kind:
        case BlockKind.IMAGE:
            return _comment("Image", block)
        case BlockKind.LIST:
            items = (split_item(line) for line in block.text.split("\n"))
            return "\n".join(f"{mark} {escape_lines(rest)}" if rest else mark for mark, rest in items)
        case BlockKind.FORMULA:
            return f"$$\n{block.text}\n$$"
        case BlockKind.CODE:
            fence = _fence(block.text)
            return f"{fence}\n{block.text}\n{fence}"
    return escape_lines(block.text)


def _comment(name: str, block: Block) -> str:
    if block.box is None:
        raise ValueError(f"QwenVL-Markdown localises every {block.kind}: this one has no box")
    return f"<!-- {name} ({', '.join(map(str, block.box))}) -->"


def _fence(code: str) -> str:
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    return "`" * max(3, longest + 1)


def _block_end(text: str, start: int) -> int:
    """Return where the block at `start` ends: code alone may hold blank lines."""
    fence = _FENCE.match(text, start)
    if fence is None:
        end = text.find("\n\n", start)
        return len(text) if end < 0 else end
    closing = text.find(f"\n{fence.group()}", fence.end())
    if closing < 0:
        raise FormatError(text, len(text), f"the closing fence {fence.group()}")
    return closing + 1 + len(fence.group())


def _block(source: str) -> Block:
    """Read one block. Raises FormatError, or ValueError where `Block` refuses the content."""
    if comment := _COMMENT.match(source):
        return _localised(source, comment)
    if heading := _HEADING.fullmatch(source):
        return Block(BlockKind.TITLE, None, unescape(heading.group(2)), level=len(heading.group(1)))
    if fence := _FENCE.match(source):
        return Block(BlockKind.CODE, None, source[fence.end() + 1 : -fence.end() - 1])
    if source.startswith("$$\n") and source.endswith("\n$$") and len(source) > 6:
        return Block(BlockKind.FORMULA, None, source[3:-3])
    kind = BlockKind.LIST if _ITEM.match(source) else BlockKind.TEXT
    return Block(kind, None, "\n".join(map(unescape, source.split("\n"))))


def _localised(source: str, comment: re.Match[str]) -> Block:
    kind = _LOCALISED[comment.group(1)]
    box = Box1000(*(int(n) for n in comment.groups()[1:]))
    rest = source[comment.end() :]
    if kind is BlockKind.IMAGE:
        if rest:
            raise FormatError(source, comment.end(), "a blank line after the image's comment")
        return Block(kind, box)
    if not rest.startswith("\n"):
        raise FormatError(source, comment.end(), "the tabular on the line after the table's comment")
    try:
        return Block(kind, box, table=parse_latex_table(rest[1:]))
    except FormatError as error:
        raise FormatError(source, comment.end() + 1 + error.position, error.expected) from error
