"""Running heads, feet and page numbers of one page, by place, size and white space."""

import re

from schemas.page import BlockKind
from stages.documents.lines import CAPTION, Line

MARGIN_FRACTION = 0.1  # ours: of the page's height, at the top and at the bottom
NUMBER_MARGIN_FRACTION = 0.2  # ours: a page number stands alone, so it may stand further in
MAX_CHARS = 160  # ours: of one line
MAX_ROWS = 3
MIN_GAP_EM = 0.7  # ours: between furniture and body
MAX_HEAD_SIZE = 1.25  # ours: times the body's size; larger at the top is a title
MAX_FOOT_SIZE = 2.0
MIN_BODY_LINES = 3

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:Page|Seite|Pág\.?|p\.)\s*)?(?:(?:[A-Z]|\d{1,3})[-–.])?(?:\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|/|von|de)\s*\d{1,5})?[-–—\s]*"
    r"|第\s*\d{1,4}\s*页.*",
    re.I,
)


def split_furniture(
    lines: list[Line], em: float, page_height: float
) -> tuple[list[Line], list[tuple[Line, BlockKind]]]:
    """Return the body and the furniture with its kinds."""
    body = list(lines)
    found: list[tuple[Line, BlockKind]] = []
    for kind, top in ((BlockKind.HEADER, True), (BlockKind.FOOTER, False)):
        for line in _edge(body, em, page_height, top=top) or _lone_number(body, em, page_height, top=top):
            if len(body) <= MIN_BODY_LINES and not is_page_number(line.text):
                continue
            body.remove(line)
            found.append((line, BlockKind.PAGE_NUMBER if is_page_number(line.text) else kind))
    return body, found


def is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text))


def _edge(lines: list[Line], em: float, page_height: float, *, top: bool) -> list[Line]:
    """Return the lines in the margin that white space parts from the body, if all look like furniture."""
    limit = MARGIN_FRACTION * page_height
    if top:
        edge = [line for line in lines if line.y2 <= limit]
        inner = min((line.y1 for line in lines if line.y2 > limit), default=page_height)
        gap = inner - max((line.y2 for line in edge), default=inner)
        max_size = MAX_HEAD_SIZE * em
    else:
        edge = [line for line in lines if line.y1 >= page_height - limit]
        inner = max((line.y2 for line in lines if line.y1 < page_height - limit), default=0.0)
        gap = min((line.y1 for line in edge), default=inner) - inner
        max_size = MAX_FOOT_SIZE * em
    if any(CAPTION.match(line.text) for line in edge):
        return []
    rows = {round(line.y1 / em) for line in edge}
    # A bold line next to the body is its heading.
    edge = [line for line in edge if not line.bold or round(line.y1 / em) == (min if top else max)(rows)]
    fits = all(len(line.text) <= MAX_CHARS and line.size <= max_size for line in edge)
    if gap >= MIN_GAP_EM * em and fits and len(rows) <= MAX_ROWS:
        return edge
    return [line for line in edge if is_page_number(line.text)]


def _lone_number(lines: list[Line], em: float, page_height: float, *, top: bool) -> list[Line]:
    """Return the outermost line if it is a page number with white space around it."""
    if len(lines) < 2:
        return []
    first, second = sorted(lines, key=lambda line: line.y1 if top else -line.y2)[:2]
    gap = second.y1 - first.y2 if top else first.y1 - second.y2
    depth = first.y2 if top else page_height - first.y1
    alone = gap > em and depth < NUMBER_MARGIN_FRACTION * page_height
    return [first] if alone and is_page_number(first.text) else []
