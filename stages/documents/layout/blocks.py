"""Lines of a column to blocks: paragraphs, headings, list items, captions, code, notes."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.contents import merge_contents
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.layout.titles import SIZES, title_level
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.lines import BULLET, CAPTION, Line, is_item, join_texts

# Limits without another source are ours, read off the pages of ../shared/data/pdf.
_SAME_SIZE = 0.12  # two sizes that differ by less are the same
_GAP_EM, _VERTICAL_GAP_EM = 0.1, 0.7  # white space between lines, for blocks of too few lines to measure it
_BREAK_EM = 0.35  # more white space than usual between two lines ends a paragraph
_LOOSE_EM = 0.9  # titles are set wider, and a sentence goes on over more
_INDENT_EM = 0.8
_MAX_CAPTION_LINES = 6
_NEAR_EM = 3.0  # the most between a caption and its figure
_SHORT_EM = 3.0  # a line that ends so far from the column's edge ends a paragraph
_PROSE = 0.25  # share of full lines in a vertical column of prose; with fewer they are verses, or names

_STRETCHED = 1 / 3  # share of lines that look like rows; up to it they are justified prose
_LEADERS = "...."

_ADDRESS = re.compile(r"(?:https?|ftp|doi):|www\.", re.I)  # belongs to what it stands under
_STARRED = re.compile(r"\*\s.*")  # one item alone is a remark
_UNFINISHED = re.compile(r"[,/(\[]\Z")
_PAIR = re.compile(r"[^\W\d][^:：]{0,30}[:：]\s*\S")  # "Invoice no.: 4711"
_SENTENCE_END = re.compile(r"[.!?:;。！？：；]['\"”’)\]]*\Z")


def lay_blocks(
    items: Sequence[Line | LaidBlock], em: float, column: Sequence[Line | LaidBlock] = ()
) -> list[LaidBlock]:
    """Group the lines of one flow. Figures and tables among them pass through, in their place.

    The column that the flow is a part of tells how its lines are set.
    """
    flow = join_pieces(items)
    usual = _usual_gap([item for item in join_pieces(column or items) if isinstance(item, Line)])
    lines = [item for item in flow if isinstance(item, Line)]
    right = max((item.x2 for item in column or lines if isinstance(item, Line)), default=0.0)
    _keep_verses([line for line in lines if line.vertical], right, em)
    blocks: list[LaidBlock] = []
    group: list[Line] = []

    def close() -> None:
        if group:
            blocks.append(_block(group, em))
            group.clear()

    for item in flow:
        if isinstance(item, LaidBlock):
            close()
            blocks.append(item)
            continue
        if group and _breaks(group, item, usual, right, em):
            close()
        group.append(item)
    close()
    blocks = _merge_lists(blocks)
    for block in blocks:
        if block.kind is BlockKind.LIST and _STARRED.fullmatch(block.text):
            block.kind = BlockKind.TEXT
    return merge_contents(blocks)


def join_pieces(items: Sequence[Line | LaidBlock]) -> list[Line | LaidBlock]:
    """Sort a flow from top to bottom and join the pieces of a line."""
    out: list[Line | LaidBlock] = []
    row: list[Line] = []

    def close() -> None:
        if row:
            out.append(_join_row(row))
            row.clear()

    for item in sorted(items, key=lambda item: ((item.y1 + item.y2) / 2, item.x1)):
        if isinstance(item, LaidBlock):
            close()
            out.append(item)
        elif row and _same_row(row, item):
            row.append(item)
        else:
            close()
            row.append(item)
    close()
    return out


def _same_row(row: list[Line], item: Line) -> bool:
    overlap = min(row[0].y2, item.y2) - max(row[0].y1, item.y1)
    side_by_side = all(
        item.x1 >= other.x2 - other.size / 2 or item.x2 <= other.x1 + item.size / 2 for other in row
    )
    return overlap > 0.5 * min(row[0].height, item.height) and side_by_side


def _join_row(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    row = sorted(row, key=lambda line: line.x1)
    main = max(row, key=lambda line: len(line.text))
    box = cover((line.x1, line.y1, line.x2, line.y2) for line in row)
    far = any(b.x1 - a.x2 > 1.5 * main.size for a, b in pairwise(row))
    return Line(
        *box,
        text=" ".join(line.text for line in row),
        plain=" ".join(line.plain for line in row),
        size=main.size,
        bold=all(line.bold for line in row),
        italic=all(line.italic for line in row),
        mono=all(line.mono for line in row),
        box=cover(line.box for line in row),
        math=sum(line.math * len(line.text) for line in row) / sum(len(line.text) for line in row),
        row=far and not is_item(row[0].text + " x"),
        turn=main.turn,
        unread=sum(line.unread for line in row),
        vertical=main.vertical,
    )


def _keep_verses(lines: list[Line], right: float, em: float) -> None:
    """Mark vertical lines of which few are full as rows: each says something of its own."""
    if sum(right - line.x2 <= _SHORT_EM * line.size for line in lines) < _PROSE * len(lines):
        for line in lines:
            line.row = abs(line.size - em) <= _SAME_SIZE * em


def _usual_gap(lines: list[Line]) -> float:
    """Return the white space between two lines of a paragraph, px; up to that of double spacing."""
    gaps = [b.y1 - a.y2 for a, b in pairwise(lines) if -0.5 * a.size < b.y1 - a.y2 < 1.6 * a.size]
    if len(gaps) > 2 or not lines:
        return max(0.0, median(gaps)) if gaps else 0.0
    return lines[0].size * (_VERTICAL_GAP_EM if lines[0].vertical else _GAP_EM)


def _breaks(group: list[Line], line: Line, usual: float, right: float, em: float) -> bool:
    """Say whether `line` begins another block than the one that `group` is. `right` is the column's edge."""
    first, last = group[0], group[-1]
    size = max(line.size, last.size)
    ended = bool(_SENTENCE_END.search(last.text)) and not _ADDRESS.match(line.text)
    goes_on = not ended and line.text[:1].islower()
    loose = goes_on or min(line.size, last.size) > SIZES[-1][0] * em
    white = _LOOSE_EM if loose else _BREAK_EM
    if line.y1 - last.y2 > usual + white * size or abs(line.size - last.size) > _SAME_SIZE * size:
        return True
    if line.row and last.row:
        return False
    if ended and line.plain.isdecimal():  # a page number, the number of a gap to fill in
        return True
    if len(group) == 1 and _is_label(last.text) and abs(line.x1 - last.x1) < size:
        return is_item(line.text)
    if line.bold != last.bold or line.mono != last.mono:
        return True
    if line.mono:
        return False
    if len(group) > 1:
        right = max(n.x2 for n in (*group, line))  # a paragraph may be set narrower than its column
    kept = line.text[:1].islower() or _UNFINISHED.search(last.text)
    short = not kept and right - last.x2 > _SHORT_EM * size
    if is_item(line.text):
        return is_item(first.text) or ended or short or len(group) == 1
    if is_item(first.text):
        hanging = line.x1 >= first.x1 + 0.2 * size
        return line.row if hanging else ended or short
    if line.italic != last.italic and (short or right - line.x2 > _SHORT_EM * size):
        return True
    return not (line.row or last.row) and _begins_paragraph(group, line, size, ended=ended, short=short)


def _is_label(text: str) -> bool:
    """Say whether a line is but the number of a caption, whose words are below."""
    label = CAPTION.match(text)
    return label is not None and not text[label.end() :].strip()


def _begins_paragraph(group: list[Line], line: Line, size: float, *, ended: bool, short: bool) -> bool:
    """Look for an indented first line, or a short last line before a capital letter."""
    last = group[-1]
    # Columns are justified: only a Latin word that does not fit leaves a line short.
    if line.vertical and last.vertical and short and (ended or not line.text[:1].isascii()):
        return True
    left = min(other.x1 for other in group[1:] or group)
    centred = abs((line.x1 + line.x2) - (last.x1 + last.x2)) < 0.6 * size
    indented = line.x1 - left > _INDENT_EM * size and abs(last.x1 - left) < 0.3 * size
    if indented and not centred:
        return ended or len(group) > 2
    return short and ended and len(group) > 1 and line.text[:1].isupper()


def _block(lines: list[Line], em: float) -> LaidBlock:
    kind, level = _kind(lines, em)
    if kind is BlockKind.CODE:
        text = _code(lines)
    elif _are_rows(lines):
        text = "\n".join(line.text for line in lines)
    else:
        text = join_texts([line.text for line in lines])
    return LaidBlock.of(kind, list(lines), text, level)


def _are_rows(lines: list[Line]) -> bool:
    """Say whether lines are entries. In narrow justified columns a line of prose may look like one."""
    if len(lines) > 1 and all(_PAIR.match(line.text) for line in lines):
        return True
    n_rows = sum(line.row for line in lines)
    return n_rows > _STRETCHED * len(lines) or (n_rows > 0 and any(_LEADERS in line.text for line in lines))


def _kind(lines: list[Line], em: float) -> tuple[BlockKind, int | None]:
    text = " ".join(line.text for line in lines)
    if all(line.mono for line in lines) and len(lines) > 1:
        return BlockKind.CODE, None
    if CAPTION.match(text):
        return BlockKind.CAPTION, None  # `confirm_captions` makes text of it where no figure is near
    level = title_level(lines, text, em)
    if is_item(lines[0].text) and not (len(lines) == 1 and level is not None):
        return BlockKind.LIST, None
    if level is not None:
        return BlockKind.TITLE, level
    return BlockKind.TEXT, None


def _code(lines: list[Line]) -> str:
    """Indent by the width of a character, which is the same for all of them."""
    left = min(line.x1 for line in lines)
    widths = [(line.x2 - line.x1) / len(line.text) for line in lines]
    step = max(1.0, median(widths))
    return "\n".join(" " * round((line.x1 - left) / step) + line.text for line in lines)


def _merge_lists(blocks: list[LaidBlock]) -> list[LaidBlock]:
    """Make one list of items that follow each other."""
    out: list[LaidBlock] = []
    for block in blocks:
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind is block.kind is BlockKind.LIST
            and block.y1 - last.y2 < 1.5 * block.lines[0].size
            and _same_mark(last.lines[0].text, block.lines[0].text)
        ):
            last.text += "\n" + block.text
            last.x1, last.y1 = min(last.x1, block.x1), min(last.y1, block.y1)
            last.x2, last.y2 = max(last.x2, block.x2), max(last.y2, block.y2)
            last.box = cover((last.box, block.box))
            last.lines += block.lines
        else:
            out.append(block)
    return out


def _same_mark(a: str, b: str) -> bool:
    return bool(BULLET.match(a)) == bool(BULLET.match(b))


def confirm_captions(blocks: list[LaidBlock], em: float) -> None:
    """Make text again of captions that have no image, table or rows of cells near them.

    `Figure 3:` is a caption anyway, and so are a few lines in italics at an image or a table.
    """
    targets = [
        b
        for b in blocks
        if b.kind in (BlockKind.IMAGE, BlockKind.TABLE) or sum(line.row for line in b.lines) > 2
    ]
    for block in blocks:
        few = 0 < len(block.lines) <= _MAX_CAPTION_LINES
        slanted = block.kind is BlockKind.TEXT and few and all(line.italic for line in block.lines)
        if block.kind is not BlockKind.CAPTION and not slanted:
            continue
        named = CAPTION.match(block.text)
        marked = few and named is not None and (named["sign"] or "").strip() != ""
        near = any(_distance(block, target) < _NEAR_EM * em for target in targets)
        block.kind = BlockKind.CAPTION if marked or near else BlockKind.TEXT


def _distance(a: LaidBlock, b: LaidBlock) -> float:
    """Return the white space between two blocks on top of each other or side by side, px."""
    dx = max(a.x1 - b.x2, b.x1 - a.x2)
    dy = max(a.y1 - b.y2, b.y1 - a.y2)
    return float("inf") if min(dx, dy) > 0 else max(dx, dy, 0.0)
