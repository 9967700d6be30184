"""Tables where a layout model sees them, beside those that geometry finds for certain."""

from schemas.document import PageRow
from schemas.geometry import BoxPx
from schemas.page import BlockKind
from stages.documents.figures import contains, cover
from stages.documents.lines import Line
from stages.documents.measures import area, shared_area
from stages.documents.table_finder import find_tables
from stages.documents.table_structure import table_grid
from stages.documents.tables import FoundTable

SAME = 0.5  # ours: of the smaller box, from which on two tables are one


def page_tables(page: PageRow, lines: list[Line]) -> list[FoundTable]:
    """Return the tables of a page that reads from left to right, in no order."""
    found = find_tables(page, lines)
    for region in page.regions or ():
        if region.kind is not BlockKind.TABLE or any(_is_same(region.box, table.box) for table in found):
            continue
        inside = [line for line in lines if contains(region.box, line.box)]
        grid = table_grid(region.box, inside, page.drawings, page.lines)
        if grid is not None:
            found.append(FoundTable(cover([region.box, *(line.box for line in inside)]), grid, inside))
    return found


def _is_same(a: BoxPx, b: BoxPx) -> bool:
    return shared_area(a, b) > SAME * min(area(a), area(b))
