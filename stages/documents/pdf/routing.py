"""Which pages the layout model must look at: those with traces of a table that geometry does not find.

A trace is cheap to see, and rather too often one: a page without a table costs a quarter of a second, a
table that nobody looked for is lost.
"""

from collections.abc import Iterable

from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.pieces import MIN_MATH
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.page.figures import RULE_PX
from vlcorpus.stages.documents.page.lines import CAPTION, Frame, Line, page_lines
from vlcorpus.stages.documents.pdf.reader import PageRead
from vlcorpus.stages.documents.tables.finder import find_tables

MIN_ROWS = 3  # ours: a table has a head and two rows
MAX_CELL_CHARS = 25  # ours: length of the shorter neighbour in a row; lines of a column of prose are longer
MIN_GAP_EM = 0.8  # ours: the least between cells; MuPDF parts the pieces of a line there
MIN_RULES = 3  # ours: above a table, below its head, below it; two are a running head's and a note's
MIN_RULE_FRACTION = 0.15  # ours: share of the page's width; a shorter line underlines a word
CAPTION_EM = 4.0  # ours: the most between a table and its caption


def wants_layout_model(page: PageRead) -> bool:
    lines, frame = page_lines(page)
    found = [] if frame.turn else find_tables(page, lines)
    tabled = {id(line) for table in found for line in table.lines}
    free = [line for line in lines if id(line) not in tabled and line.math < MIN_MATH]
    boxes = [table.box for table in found]
    return (
        _n_rows(free) >= MIN_ROWS
        or _n_rules(page.drawings, boxes, frame) >= MIN_RULES
        or any(_is_lone_caption(line, boxes) for line in free)
    )


def _n_rows(lines: Iterable[Line]) -> int:
    """Count lines of print in which two pieces stand apart, one of them as short as a cell."""
    n = 0
    last: Line | None = None
    for line in sorted(lines, key=lambda line: (round((line.y1 + line.y2) / 8), line.x1)):
        n += last is not None and _are_neighbours(last, line)
        last = line
    return n


def _are_neighbours(a: Line, b: Line) -> bool:
    height = min(a.height, b.height)
    level = min(a.y2, b.y2) - max(a.y1, b.y1) > height / 2
    short = min(len(a.text), len(b.text)) <= MAX_CELL_CHARS
    return level and short and b.x1 - a.x2 >= MIN_GAP_EM * height


def _n_rules(drawings: Iterable[Drawing], tables: list[BoxPx], frame: Frame) -> int:
    """Count long rules across the page that belong to no table."""
    n = 0
    for drawing in drawings:
        x1, y1, x2, y2 = frame.of(drawing.box)
        if drawing.is_rect and y2 - y1 <= RULE_PX and x2 - x1 >= MIN_RULE_FRACTION * frame.width:
            n += not any(contains(box, drawing.box) for box in tables)
    return n


def _is_lone_caption(line: Line, tables: list[BoxPx]) -> bool:
    named = CAPTION.match(line.text)
    if named is None or named.group()[:3].lower() not in ("tab", "таб", "表"):
        return False
    reach = CAPTION_EM * line.size
    return not any(line.box.y1 < box.y2 + reach and line.box.y2 > box.y1 - reach for box in tables)
