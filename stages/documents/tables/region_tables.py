"""Tables where a layout model sees them, beside those that geometry finds for certain."""

from collections import Counter
from dataclasses import replace

from vlcorpus.schemas.documents.document import PageRow, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.page.boxes import area, contains, cover, shared_area
from vlcorpus.stages.documents.page.lines import Frame, Line
from vlcorpus.stages.documents.tables.finder import LEADER, find_tables
from vlcorpus.stages.documents.tables.found_table import FoundTable
from vlcorpus.stages.documents.tables.structure import table_grid

SAME = 0.5  # ours: share of the smaller box that others must cover for a table to be none of its own
MIN_TURNED_LINES = 12  # ours: lines on their side; fewer are labels of columns or of an axis
MIN_ROWS = MIN_COLUMNS = 2  # ours: fewer make a list or a box of text
MAX_LEADERS = 0.5  # ours: share of the rows with leaders; with more it is a table of contents
MIN_FILLED = 0.5  # ours: share of the cells with text; with fewer it is a form or a figure
MAX_LONE = (
    0.5  # ours: share of the rows with text in one cell alone; with more it is a form: labels over fields
)


def page_tables(page: PageRow, lines: list[Line], frame: Frame) -> list[FoundTable]:
    """Return the tables of a page, in no order. What stands on its side is turned for it.

    A table may do so on a page that does not, to have the room that its columns need.
    """
    found = _tables(page, lines) if frame.turn == 0 else _turned_tables(page, lines, frame)
    beside = Counter(line.turn for line in lines if line.turn != frame.turn)
    for turn, n_lines in beside.items():
        if n_lines >= MIN_TURNED_LINES:
            own = [line for line in lines if line.turn == turn]
            sides = (page.width_px, page.height_px)
            turned = Frame(turn, False, *(sides if turn % 2 == 0 else sides[::-1]))
            more = _turned_tables(page, [replace(line, upright=True) for line in own], turned)
            original = {line.box: line for line in own}
            found += [
                replace(table, lines=[original[line.box] for line in table.lines])
                for table in more
                if not _is_known(table.box, found)
            ]
    return found


def _turned_tables(page: PageRow, lines: list[Line], frame: Frame) -> list[FoundTable]:
    # Cells of Arabic or Hebrew are read in the page's own direction, turned or not.
    upright = replace(frame, mirrored=False)
    turned = [_turned_line(line, upright) for line in lines]
    original = {id(turn): line for turn, line in zip(turned, lines, strict=True)}
    return [
        FoundTable(upright.back(table.box), table.grid, [original[id(line)] for line in table.lines])
        for table in _tables(_turned(page, upright), turned)
    ]


def _turned_line(line: Line, frame: Frame) -> Line:
    box = BoxPx(*frame.of(line.box))
    return replace(line, x1=box.x1, y1=box.y1, x2=box.x2, y2=box.y2, box=box)


def _tables(page: PageRow, lines: list[Line]) -> list[FoundTable]:
    found = find_tables(page, lines)
    for region in page.regions or ():
        if region.kind is not BlockKind.TABLE or _is_known(region.box, found):
            continue
        inside = [line for line in lines if line.upright and contains(region.box, line.box)]
        grid = table_grid(region.box, inside, page.drawings, page.lines)
        if grid is None or min(grid.n_rows / MIN_ROWS, grid.n_cols / MIN_COLUMNS) < 1:
            continue
        filled = sum(bool(cell.text) for cell in grid.cells)
        leaders = sum(bool(LEADER.search(line.text)) for line in inside)
        lone = sum(sum(bool(cell.text) for cell in row) == 1 for row in grid.rows())
        is_form = filled < MIN_FILLED * len(grid.cells) or lone > MAX_LONE * grid.n_rows
        if not is_form and leaders <= MAX_LEADERS * grid.n_rows:
            found.append(FoundTable(cover([region.box, *(line.box for line in inside)]), grid, inside))
    return found


def _is_known(box: BoxPx, found: list[FoundTable]) -> bool:
    """Say whether a box is mostly that of a table, or of several."""
    return sum(shared_area(box, t.box) / min(area(box), area(t.box)) for t in found) > SAME


def _turned(page: PageRow, frame: Frame) -> PageRow:
    def of(box: BoxPx) -> BoxPx:
        return BoxPx(*frame.of(box))

    def line(raw: TextLine) -> TextLine:
        spans = tuple(span._replace(box=of(span.box)) for span in raw.spans)
        return raw._replace(box=of(raw.box), spans=spans, turn=(raw.turn - frame.turn) % 4)

    return replace(
        page,
        width_px=round(frame.width),
        height_px=round(frame.height),
        lines=[line(raw) for raw in page.lines],
        drawings=[drawing._replace(box=of(drawing.box)) for drawing in page.drawings],
        image_boxes=[of(box) for box in page.image_boxes],
        regions=page.regions and [region._replace(box=of(region.box)) for region in page.regions],
    )
