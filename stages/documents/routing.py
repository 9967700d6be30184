"""Which pages the layout model must look at: those that may hold a table.

Cheap (0.2 ms a page, measured), and rather too often yes: a page without a table costs a second's quarter, a
table that nobody looked for is lost.
"""

from collections.abc import Iterable

from schemas.document import Drawing, TextLine
from stages.documents.lines import CAPTION
from stages.documents.reader import PageRead

MIN_ROWS = 3  # ours: a table has a head and two rows
MAX_CELL_CHARS = 25  # ours: of the shorter neighbour in a row; lines of a column of prose are longer
MIN_GAP_EM = 0.8  # ours: between cells; MuPDF parts the pieces of a line there
MIN_RULES = 2  # ours: above and below
MIN_RULE_FRACTION = 0.15  # ours: of the page's width; shorter is an underline
MAX_RULE_PX = 8.0  # ours: as in ruled_tables


def may_hold_tables(page: PageRead) -> bool:
    return (
        _n_rows(page.lines) >= MIN_ROWS
        or _n_rules(page.drawings, page.width_px) >= MIN_RULES
        or any(CAPTION.match(line.text) and line.text[:1] in "TtE表" for line in page.lines)
    )


def _n_rows(lines: Iterable[TextLine]) -> int:
    """Count lines of print in which two pieces stand apart, one of them as short as a cell."""
    n = 0
    last: TextLine | None = None
    for line in sorted(lines, key=lambda line: (round((line.box.y1 + line.box.y2) / 8), line.box.x1)):
        if last is not None and _are_neighbours(last, line):
            n += 1
        last = line
    return n


def _are_neighbours(a: TextLine, b: TextLine) -> bool:
    height = min(a.box.y2 - a.box.y1, b.box.y2 - b.box.y1)
    level = min(a.box.y2, b.box.y2) - max(a.box.y1, b.box.y1) > height / 2
    short = min(len(a.text.strip()), len(b.text.strip())) <= MAX_CELL_CHARS
    return level and short and b.box.x1 - a.box.x2 >= MIN_GAP_EM * height


def _n_rules(drawings: Iterable[Drawing], width_px: int) -> int:
    return sum(
        d.is_rect
        and d.box.y2 - d.box.y1 <= MAX_RULE_PX
        and d.box.x2 - d.box.x1 >= MIN_RULE_FRACTION * width_px
        for d in drawings
    )
