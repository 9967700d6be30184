"""QwenVL-HTML: a page as a flat list of boxes, read back only in the exact form it is written in.

    <html><body><div class="text" data-bbox="91 101 346 127">宇通客车 (600066)</div>
    <div class="image" data-bbox="104 29 455 75"></div>
    <div class="table" data-bbox="108 298 386 446"><table><tr><td>行业</td></tr></table></div></body></html>

No fence, no style, no nesting; one newline between boxes, which stand in reading order. Classes: `text`,
`table`, `image` as in Qwen3-VL's saved output, where headings are text too, and ours: `formula`, with LaTeX
inside. With `HtmlClasses.FULL` every kind of block has a class of its own, and a title its level:

    <div class="title" data-level="1" data-bbox="91 60 346 95">宇通客车</div>

A line break is a newline in a box and, ours, `<br>` in a cell; scripts are `<sup>` and `<sub>`, and a
formula within a line is text between dollars, ours too. Source: docs/formats.md §5.3.
"""

import re
from dataclasses import replace
from enum import StrEnum

from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.inline import Inline, marked, parts_of
from vlcorpus.schemas.page import FURNITURE, Block, BlockKind, Cell, PageTree, TableGrid
from vlcorpus.schemas.qwenvl.scan import FormatError, Scanner, require_canonical

_OPEN, _CLOSE = "<html><body>", "</body></html>"
_QWEN_KINDS = frozenset({BlockKind.TEXT, BlockKind.TABLE, BlockKind.IMAGE, BlockKind.FORMULA})
_DIV = re.compile(
    rf'<div class="({"|".join(BlockKind)})"(?: data-level="([1-6])")?'
    r' data-bbox="(\d{1,3}) (\d{1,3}) (\d{1,3}) (\d{1,3})">'
)
_CELL = re.compile(r'<(t[dh])(?: rowspan="(\d{1,4})")?(?: colspan="(\d{1,4})")?>')
_SCRIPTS = (Inline.SUPERSCRIPT, Inline.SUBSCRIPT)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ENTITY = re.compile("&(?:amp|lt|gt);")


class HtmlClasses(StrEnum):
    """Which kinds of blocks have a class of their own."""

    QWEN = "qwen"  # text, table, image and formula; all others are text, as Qwen3-VL itself writes
    FULL = "full"  # every kind


def project_html(
    tree: PageTree, *, furniture: bool = True, classes: HtmlClasses = HtmlClasses.QWEN
) -> PageTree:
    """Return what QwenVL-HTML can say of `tree`: every kind without a class of its own is text.

    The words printed in an image are left to it. A formula within a line is text: `$x^{2}$`. Code loses its
    blank lines and the indentation of its first line.
    """
    return PageTree(
        tuple(_project(block, classes) for block in tree.blocks if furniture or block.kind not in FURNITURE)
    )


def write_html(tree: PageTree, *, furniture: bool = True, classes: HtmlClasses = HtmlClasses.QWEN) -> str:
    """Return `project_html(tree)` as QwenVL-HTML. Raises ValueError for a block without a box."""
    divs = [_div(block) for block in project_html(tree, furniture=furniture, classes=classes).blocks]
    return _OPEN + "\n".join(divs) + _CLOSE


def parse_html(text: str) -> PageTree:
    """Return the tree of which `write_html` makes exactly `text`, with either classes. Raises FormatError."""
    scan = Scanner(text)
    scan.expect(_OPEN)
    blocks: list[Block] = []
    while not scan.skip(_CLOSE):
        if blocks:
            scan.expect("\n")
        blocks.append(_block(scan))
    if not scan.at_end():
        raise scan.error("the end of the text")
    tree = PageTree(tuple(blocks))
    require_canonical(text, write_html(tree, classes=HtmlClasses.FULL))
    return tree


def _project(block: Block, classes: HtmlClasses) -> Block:
    if block.kind is BlockKind.IMAGE:
        return replace(block, text="")
    if block.table is not None:
        cells = tuple(replace(cell, text=_with_dollars(cell.text)) for cell in block.table.cells)
        return replace(block, table=replace(block.table, cells=cells))
    text = _with_dollars(block.text)
    if block.kind is BlockKind.CODE:
        text = "\n".join(filter(None, text.split("\n"))).lstrip()
    if classes is HtmlClasses.FULL or block.kind in _QWEN_KINDS:
        return replace(block, text=text)
    return replace(block, kind=BlockKind.TEXT, text=text, level=None)


def _with_dollars(text: str) -> str:
    """Return the text with formulas as `$…$`, which reads back as plain text; scripts stay marked."""
    return "".join(
        f"${part}$" if kind is Inline.FORMULA else marked(kind, part) if kind else part
        for kind, part in parts_of(text)
    )


def _div(block: Block) -> str:
    if block.box is None:
        raise ValueError(f"QwenVL-HTML localises every block: {block.kind} {block.text[:40]!r} has no box")
    inside = _inline(block.text) if block.table is None else write_html_table(block.table)
    level = "" if block.level is None else f' data-level="{block.level}"'
    return f'<div class="{block.kind}"{level} data-bbox="{" ".join(map(str, block.box))}">{inside}</div>'


def write_html_table(grid: TableGrid) -> str:
    """Return a bare HTML table on one line."""
    rows = ["<tr>" + "".join(map(_cell, row)) + "</tr>" for row in grid.rows()]
    n_head = grid.n_header_rows()
    if n_head:
        body = "".join(rows[n_head:])
        head = f"<thead>{''.join(rows[:n_head])}</thead>"
        return f"<table>{head}{f'<tbody>{body}</tbody>' if body else ''}</table>"
    return f"<table>{''.join(rows)}</table>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    rowspan = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    colspan = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    return f"<{tag}{rowspan}{colspan}>{_inline(_with_dollars(cell.text)).replace(chr(10), '<br>')}</{tag}>"


def _inline(text: str) -> str:
    return "".join(
        f"<{kind}>{_escape(part)}</{kind}>" if kind else _escape(part) for kind, part in parts_of(text)
    )


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unescape(text: str) -> str:
    return _ENTITY.sub(lambda m: _ENTITIES[m.group()], text)


def _parse_inline(scan: Scanner) -> str:
    """Read text up to the next tag that is no script's. Raises FormatError for a script that does not end."""
    text = _unescape(scan.until("<"))
    while script := next((kind for kind in _SCRIPTS if scan.skip(f"<{kind}>")), None):
        inside = _unescape(scan.until("<"))
        scan.expect(f"</{script}>")
        text += marked(script, inside) + _unescape(scan.until("<"))
    return text


def _block(scan: Scanner) -> Block:
    start = scan.position
    name, level, *box = scan.match(
        _DIV, f'<div class="{"|".join(BlockKind)}" data-bbox="x1 y1 x2 y2">'
    ).groups()
    kind = BlockKind(name)
    table = _parse_table(scan) if kind is BlockKind.TABLE else None
    text = _parse_inline(scan) if table is None else ""
    scan.expect("</div>")
    if kind is BlockKind.IMAGE and text:
        raise FormatError(scan.text, start, "an image's <div>, which has no text")
    try:
        return Block(kind, Box1000(*map(int, box)), text, int(level) if level else None, table)
    except ValueError as error:
        raise FormatError(scan.text, start, f"a valid block ({error})") from error


def parse_html_table(text: str) -> TableGrid:
    """Return the grid of which `write_html_table` makes exactly `text`. Raises FormatError."""
    scan = Scanner(text)
    grid = _parse_table(scan)
    if not scan.at_end():
        raise scan.error("the end of the text")
    require_canonical(text, write_html_table(grid))
    return grid


def _parse_table(scan: Scanner) -> TableGrid:
    start = scan.position
    scan.expect("<table>")
    rows: list[list[Cell]] = []
    if scan.skip("<thead>"):
        rows += _parse_rows(scan)
        scan.expect("</thead>")
        if scan.skip("<tbody>"):
            rows += _parse_rows(scan)
            scan.expect("</tbody>")
    else:
        rows = _parse_rows(scan)
    scan.expect("</table>")
    try:
        return grid_of_rows(rows)
    except ValueError as error:
        raise FormatError(scan.text, start, f"a rectangular table ({error})") from error


def _parse_rows(scan: Scanner) -> list[list[Cell]]:
    """Read `<tr>` elements; the cells' places are not known yet and stand at row 0, column 0."""
    rows: list[list[Cell]] = []
    while scan.skip("<tr>"):
        row: list[Cell] = []
        while not scan.skip("</tr>"):
            row.append(_parse_cell(scan))
        rows.append(row)
    return rows


def _parse_cell(scan: Scanner) -> Cell:
    start = scan.position
    tag, rowspan, colspan = scan.match(_CELL, "<td>, <th> or </tr>").groups()
    lines = [_parse_inline(scan)]
    while scan.skip("<br>"):
        lines.append(_parse_inline(scan))
    scan.expect(f"</{tag}>")
    try:
        return Cell(0, 0, "\n".join(lines), int(rowspan or 1), int(colspan or 1), tag == "th")
    except ValueError as error:
        raise FormatError(scan.text, start, f"a valid cell ({error})") from error


def grid_of_rows(rows: list[list[Cell]]) -> TableGrid:
    """Place cells as HTML does: each in the first free column of its row. ValueError where they leave a hole.

    The first row has no cell above it, so it alone tells the number of columns.
    """
    n_cols = sum(cell.colspan for cell in rows[0]) if rows else 0
    cells: list[Cell] = []
    free_from = [0] * n_cols  # first row of each column that no cell above reaches
    for row_index, row in enumerate(rows):
        col = 0
        for cell in row:
            while col < n_cols and free_from[col] > row_index:
                col += 1
            if col + cell.colspan > n_cols:
                raise ValueError(f"row {row_index} is wider than the first row's {n_cols} columns")
            if row_index + cell.rowspan > len(rows):
                raise ValueError(f"a cell of row {row_index} reaches below the last of {len(rows)} rows")
            if any(free > row_index for free in free_from[col : col + cell.colspan]):
                raise ValueError(f"a cell of row {row_index} reaches over one that comes down from above")
            free_from[col : col + cell.colspan] = [row_index + cell.rowspan] * cell.colspan
            cells.append(replace(cell, row=row_index, col=col))
            col += cell.colspan
    return TableGrid(len(rows), n_cols, tuple(cells))
