"""Running heads, feet and page numbers of one page, by place, size, wording and white space.

Limits without another source are ours, read off the pages of ../shared/data/pdf.
"""

import re

from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.page.lines import CAPTION, Line, join_texts

MARGIN_FRACTION = 0.12  # share of the page's height, at the top and at the bottom
NUMBER_MARGIN_FRACTION = 0.2  # a page number stands alone, so it may stand further in
MAX_CHARS = 160  # the most in one line of furniture
MAX_ROWS = 3
MIN_GAP_EM = 0.7  # the least white space between furniture and body
MAX_HEAD_SIZE = 1.3  # times the body's size; larger at the top is a title
MAX_FOOT_SIZE = 2.0
PROSE_WIDTH = 0.9  # share of the longest line; one that runs so far ends a paragraph of the page before
SMALL = 0.95  # times the body's size; a sentence in small print may be furniture
MIN_BODY_LINES = 3
STACKED_EM = 0.5  # the most between lines of one head or foot

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:Page|Seite|Pág\.?|p\.)\s*)?(?:(?:[A-Z]|\d{1,3})[-–.])?(?:\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|/|von|de)\s*\d{1,5})?[-–—\s]*"
    r"|第\s*\d{1,4}\s*页.*",
    re.I,
)
_SENTENCE = re.compile(r".*[.!?;。！？]['\"”’)\]]*", re.S)
_ITEM = re.compile(r"[•●○◦▪■·]|[-–—]\s")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]+)[.)]?\s*[^\W\d].*[.;)\]]", re.S)

Row = list[Line]
Found = list[tuple[Line, BlockKind]]


def split_furniture(
    lines: list[Line], em: float, page_height: float
) -> tuple[list[Line], list[tuple[Line, BlockKind]]]:
    """Return the body and the furniture with its kinds."""
    body = list(lines)
    found: list[tuple[Line, BlockKind]] = []
    for kind, top in ((BlockKind.HEADER, True), (BlockKind.FOOTER, False)):
        for line in _edge(body, em, page_height, top=top):
            if len(body) <= MIN_BODY_LINES and not is_page_number(line.text):
                continue
            body.remove(line)
            found.append((line, BlockKind.PAGE_NUMBER if is_page_number(line.text) else kind))
    return body, found


def furniture_blocks(found: list[tuple[Line, BlockKind]], em: float) -> list[LaidBlock]:
    """Return the blocks of furniture from top to bottom, then from left to right; stacked lines are one."""
    blocks: list[LaidBlock] = []
    for line, kind in sorted(found, key=lambda pair: (round(pair[0].y1 / em), pair[0].x1)):
        above = next((b for b in blocks if b.kind is kind and _is_stacked(b, line, em)), None)
        if above is None or kind is BlockKind.PAGE_NUMBER:
            blocks.append(LaidBlock.of(kind, [line], line.text))
        else:
            lines = [*above.lines, line]
            at = next(i for i, block in enumerate(blocks) if block is above)
            blocks[at] = LaidBlock.of(kind, lines, join_texts([n.text for n in lines]))
    return blocks


def _is_stacked(block: LaidBlock, line: Line, em: float) -> bool:
    overlap = min(block.x2, line.x2) - max(block.x1, line.x1)
    return overlap > 0 and -em / 2 < line.y1 - block.y2 < STACKED_EM * em


def is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text))


def _edge(lines: list[Line], em: float, page_height: float, *, top: bool) -> list[Line]:
    """Return the outermost lines that white space parts from the body, if all look like furniture."""
    rows = _rows(lines, top=top)
    if len(rows) < 2:
        return []
    edge: list[Row] = []
    for row in rows:
        if edge and _gap(edge, row, top=top) >= MIN_GAP_EM * em:
            break
        edge.append(row)
    depth = _depth(edge, page_height, top=top)
    fits = (
        len(edge) <= MAX_ROWS
        and len(edge) < len(rows)
        and depth <= MARGIN_FRACTION * page_height
        and _is_furniture(edge, em, max(line.x2 - line.x1 for line in lines), top=top)
    )
    if fits:
        return [line for row in edge for line in row]
    numbers = [line for line in rows[0] if is_page_number(line.text)]
    alone = len(numbers) == len(rows[0]) and _gap(rows[:1], rows[1], top=top) > em
    reach = NUMBER_MARGIN_FRACTION if alone else MARGIN_FRACTION
    return numbers if _depth(rows[:1], page_height, top=top) <= reach * page_height else []


def _rows(lines: list[Line], *, top: bool) -> list[Row]:
    """Group the lines that stand at one height, from the page's edge inwards."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: line.y1 if top else -line.y2):
        last = rows[-1][0] if rows else line
        level = min(last.y2, line.y2) - max(last.y1, line.y1)
        if rows and level > max(0.0, 0.5 * min(last.height, line.height)):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _gap(edge: list[Row], row: Row, *, top: bool) -> float:
    """Return the white space between the rows of the edge and the next row, px."""
    outer = [line for row in edge for line in row]
    if top:
        return min(line.y1 for line in row) - max(line.y2 for line in outer)
    return min(line.y1 for line in outer) - max(line.y2 for line in row)


def _depth(edge: list[Row], page_height: float, *, top: bool) -> float:
    outer = [line for row in edge for line in row]
    return max(line.y2 for line in outer) if top else page_height - min(line.y1 for line in outer)


def _is_furniture(edge: list[Row], em: float, width: float, *, top: bool) -> bool:
    """Judge the outermost rows by themselves. `width` is that of the longest line of the page."""
    lines = [line for row in edge for line in row]
    max_size = (MAX_HEAD_SIZE if top else MAX_FOOT_SIZE) * em
    numbered = any(is_page_number(line.text) for line in lines)
    if any(
        len(line.text) > MAX_CHARS
        or line.size > max_size
        or CAPTION.match(line.text)
        or _ITEM.match(line.text)
        for line in lines
    ):
        return False
    text = " ".join(line.text for line in lines)
    sentence = _SENTENCE.fullmatch(text) and (top or max(line.size for line in lines) > SMALL * em)
    heading = top and all(line.bold for line in lines)  # text follows a heading
    prose = any(line.x2 - line.x1 > PROSE_WIDTH * width and line.size > SMALL * em for line in lines)
    return numbered or not (sentence or heading or prose or _NOTE.fullmatch(text))
