"""Lines of text and drawings for tests of tables, without a PDF. 10 px a character, lines of 16 px."""

from tests.stages.documents.drawing import parse, pdf, prose
from vlcorpus.schemas.documents.document import Drawing, PageRow, Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import TableGrid
from vlcorpus.stages.documents.page.lines import Line
from vlcorpus.stages.documents.tables.pieces import TablePiece, pieces_of

SIZE, HEIGHT, CHAR = 16.0, 16.0, 10.0
STEP = 24.0  # px from row to row


def line(x: float, y: float, text: str, *, bold: bool = False) -> Line:
    """Return a line that begins at x, y."""
    box = BoxPx(x, y, x + CHAR * len(text), y + HEIGHT)
    return Line(*box, text=text, size=SIZE, bold=bold, italic=False, mono=False, box=box)


def lines(*rows: dict[float, str] | None, top: float = 100, step: float = STEP) -> list[Line]:
    """Return rows of text by their x; None is an empty row."""
    return [line(x, top + i * step, text) for i, row in enumerate(rows) for x, text in (row or {}).items()]


def pieces(*rows: dict[float, str] | None, top: float = 100, step: float = STEP) -> list[TablePiece]:
    return pieces_of(lines(*rows, top=top, step=step))


def text_line(x: float, y: float, text: str) -> TextLine:
    """Return a line as the file has it, its spaces as wide as its letters."""
    box = BoxPx(x, y, x + CHAR * len(text), y + HEIGHT)
    return TextLine(box, (Span(text, box, SIZE, "Times"),))


def across(y: float, x1: float, x2: float) -> Drawing:
    return Drawing(BoxPx(x1, y - 0.5, x2, y + 0.5), stroked=False, is_rect=True, luminance=0.0)


def down(x: float, y1: float, y2: float) -> Drawing:
    return Drawing(BoxPx(x - 0.5, y1, x + 0.5, y2), stroked=False, is_rect=True, luminance=0.0)


def fill(x1: float, y1: float, x2: float, y2: float, luminance: float = 0.8) -> Drawing:
    return Drawing(BoxPx(x1, y1, x2, y2), stroked=False, is_rect=True, luminance=luminance)


def around(found: list[Line]) -> BoxPx:
    return BoxPx(
        min(n.x1 for n in found), min(n.y1 for n in found), max(n.x2 for n in found), max(n.y2 for n in found)
    )


def texts(grid: TableGrid) -> list[list[str]]:
    """Return the text of each cell by the row it begins in."""
    return [[cell.text for cell in row] for row in grid.rows()]


def spans(grid: TableGrid) -> dict[str, tuple[int, int]]:
    """Return rowspan and colspan of the cells that have more than one place, by their text."""
    return {c.text: (c.rowspan, c.colspan) for c in grid.cells if c.rowspan * c.colspan > 1}


def page(found: list[Line], drawings: list[Drawing] = (), image_boxes: list[BoxPx] = ()) -> PageRow:
    """Return a page of 800 x 1000 px that holds only these."""
    row = parse(pdf(prose))
    row.lines, row.drawings, row.image_boxes = [], list(drawings), list(image_boxes)
    row.width_px, row.height_px = 800, 1000
    return row
