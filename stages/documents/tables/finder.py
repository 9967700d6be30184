"""Find the tables of a page: those that rules mark, then those whose rows stand in line.

Strict: two columns of prose, lists, contents, forms and code have their pieces in line as well.
"""

import re
from collections.abc import Iterable
from statistics import median
from typing import Protocol

from vlcorpus.schemas.documents.document import Drawing, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import contains, cover
from vlcorpus.stages.documents.page.figures import BACKGROUND_FRACTION
from vlcorpus.stages.documents.page.lines import CAPTION, Line, ShownPage
from vlcorpus.stages.documents.tables.aligned_rows import MIN_ROWS, aligned_boxes, grown
from vlcorpus.stages.documents.tables.found_table import FoundTable
from vlcorpus.stages.documents.tables.pieces import TablePiece, is_numeric, pieces_of
from vlcorpus.stages.documents.tables.regions import TableRegion, ruled_regions
from vlcorpus.stages.documents.tables.ruled_tables import ruled_tables
from vlcorpus.stages.documents.tables.rules import Rules, page_rules, shade_rules
from vlcorpus.stages.documents.tables.structure import table_grid

MAX_FILLS = 1500  # ours: more rectangles are a chart or a map
SHORT_CHARS = 20  # ours: the median line of a table without lines, where a caption vouches for it
MIN_CELLS = 6  # ours: cells with text in a grid not drawn in full; fewer are labels of a drawing
MAX_CELL_CHARS = 600  # ours: length of the longest usual cell; more is a page of text in a frame
PROSE_CHARS = 30  # ours: most lines of a column of prose are longer
PROSE = 0.75
MIN_FILLED = 0.5  # ours: share of the cells with text; with fewer it is a form, a chart or a drawing
MIN_NUMERIC = 0.5  # ours: share of numbers right of the first column, where nothing is drawn
LONG_NUMERIC = 0.25  # ours: the same where many rows of many columns are filled
LONG_ROWS, LONG_COLUMNS, FILLED = 6, 4, 0.8
MIN_TYPED_COLUMNS = 3  # ours: two columns of typewriter type are commands and what they say
MAX_SHAPES = 6  # ours: drawings other than lines and rectangles; more are a figure
CAPTION_EM = 3.0  # ours: the most between a table and its caption
MIN_ROW_CHARS = 60  # ours: the fewest in a table of one row, which needs a caption as well
MIN_LISTED = 4  # ours: the fewest rows of a table with one column
LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_EQUATION = re.compile(r"[(\[]\d+(?:\.\d+)*[)\]]")
_MARK = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d{1,3}\]|[•●○◦▪■□–—*-])")


class DrawnPage(ShownPage, Protocol):
    """A page with what is drawn on it."""

    @property
    def drawings(self) -> list[Drawing]: ...

    @property
    def image_boxes(self) -> list[BoxPx]: ...


def find_tables(page: DrawnPage, lines: list[Line]) -> list[FoundTable]:
    """Return the tables of a page that reads from left to right, in no order; `lines` are its layout's."""
    drawings, texts = page.drawings, page.lines
    upright = [line for line in lines if line.upright]
    if not upright:
        return []
    em = median(line.size for line in upright)
    rules = page_rules(drawings, upright)
    found = ruled_tables(rules, upright)
    if len(drawings) <= MAX_FILLS:
        shades = shade_rules(drawings, BACKGROUND_FRACTION * page.width_px * page.height_px)
        rules = Rules([*rules.across, *shades.across], [*rules.down, *shades.down])
    pieces = pieces_of(upright)
    for region in ruled_regions(rules, pieces, em):
        if any(_overlap(region.box, table.box) for table in found):
            continue
        table = _table(_grown_apart(region.box, found, pieces, rules, em), drawings, upright, texts)
        if table is not None and _is_ruled_table(table, region, drawings, upright, em):
            found.append(table)
    for box in _typed_boxes(upright):
        table = _table(box, drawings, upright, texts)
        if table is not None and table.grid.n_cols >= MIN_TYPED_COLUMNS and _reads_as_table(table):
            found.append(table)
    taken = {id(line) for table in found for line in table.lines}
    loose = pieces_of([line for line in upright if id(line) not in taken]) if taken else pieces
    for box in aligned_boxes(loose, em):
        if any(_overlap(box, t.box) for t in found) or any(_covers(p, box) for p in page.image_boxes):
            continue
        table = _table(_grown_apart(box, found, loose, rules, em), drawings, upright, texts)
        if table is not None and _is_aligned_table(table, drawings, upright, em):
            found.append(table)
    return found


def _typed_boxes(lines: list[Line]) -> list[BoxPx]:
    """Return the boxes of typewriter type: lines that follow each other without a gap."""
    groups: list[list[Line]] = []
    for line in sorted((line for line in lines if line.mono), key=lambda line: line.box.y1):
        last = groups[-1][-1].box if groups else None
        if last is not None and line.box.y1 - last.y2 < line.size / 2:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [cover(line.box for line in group) for group in groups if len(group) >= MIN_ROWS]


def _grown_apart(
    box: BoxPx, found: list[FoundTable], pieces: list[TablePiece], rules: Rules, em: float
) -> BoxPx:
    """Return a box with the rows in line with it, unless these belong to another table."""
    whole = grown(box, pieces, rules.across, em)
    return box if any(_overlap(whole, table.box) for table in found) else whole


def _table(
    box: BoxPx, drawings: list[Drawing], lines: list[Line], texts: Iterable[TextLine]
) -> FoundTable | None:
    inside = [line for line in lines if contains(box, line.box)]
    grid = table_grid(box, inside, drawings, texts)
    return FoundTable(cover([box, *(line.box for line in inside)]), grid, inside) if grid else None


def _covers(box: BoxPx, table: BoxPx) -> bool:
    """Say whether a drawing lies over most of a table, as the curve of a chart does over its labels."""
    width = min(box.x2, table.x2) - max(box.x1, table.x1)
    height = min(box.y2, table.y2) - max(box.y1, table.y1)
    return width * height > 0.5 * (table.x2 - table.x1) * (table.y2 - table.y1)


def _overlap(a: BoxPx, b: BoxPx) -> bool:
    return a.x1 < b.x2 and b.x1 < a.x2 and a.y1 < b.y2 and b.y1 < a.y2


def _is_ruled_table(
    table: FoundTable, region: TableRegion, drawings: list[Drawing], lines: list[Line], em: float
) -> bool:
    grid = table.grid
    if _is_drawing(table, drawings) or _is_formula(table):
        return False
    filled = sum(bool(cell.text) for cell in grid.cells)
    if grid.n_cols < 2:
        return region.bordered and grid.n_rows >= MIN_LISTED and region.n_rules > grid.n_rows
    captioned = _has_caption(table.box, lines, em)
    if grid.n_rows < 2:
        return captioned and sum(len(cell.text) for cell in grid.cells) >= MIN_ROW_CHARS
    if filled < (2 if captioned else MIN_CELLS) or filled <= MIN_FILLED * len(grid.cells):
        return False
    if not region.framed and max(len(cell.text) for cell in grid.cells) > MAX_CELL_CHARS:
        return False
    if region.framed:
        return True
    if _is_prose(table):
        return False
    if region.n_rules < 3:
        return captioned or _reads_as_table(table)
    return True


def _is_prose(table: FoundTable) -> bool:
    """Say whether columns of long lines stand side by side."""
    long = sum(len(line.text) > PROSE_CHARS for line in table.lines)
    return table.grid.n_cols <= 3 and long > PROSE * len(table.lines)


def _is_aligned_table(table: FoundTable, drawings: list[Drawing], lines: list[Line], em: float) -> bool:
    if _is_drawing(table, drawings) or _is_formula(table) or all(line.mono for line in table.lines):
        return False
    short = median(len(line.text) for line in table.lines) <= SHORT_CHARS
    captioned = short and table.grid.n_rows >= MIN_ROWS and _has_caption(table.box, lines, em)
    return captioned or _reads_as_table(table)


def _is_drawing(table: FoundTable, drawings: list[Drawing]) -> bool:
    """Say whether curves stand between the pieces of text, or one lies over them as in a chart."""
    curves = [d for d in drawings if not d.is_rect and _overlap(table.box, d.box)]
    inside = sum(contains(table.box, d.box) for d in curves)
    return inside > max(MAX_SHAPES, len(table.lines) / 4) or any(_covers(d.box, table.box) for d in curves)


def _is_formula(table: FoundTable) -> bool:
    """Say whether brackets open in one cell and close in another."""
    texts = [cell.text for cell in table.grid.cells if cell.text]
    return sum(text.count("(") != text.count(")") for text in texts) > len(texts) / 4


def _reads_as_table(table: FoundTable) -> bool:
    """Look for numbers or short cells in rows that are filled; lists, contents and forms have them not."""
    grid = table.grid
    if grid.n_rows < MIN_ROWS or grid.n_cols < 2:
        return False
    texts = [cell.text for cell in grid.cells if cell.text]
    if len(texts) < MIN_FILLED * len(grid.cells):
        return False
    keys = [cell.text for cell in grid.cells if cell.col == 0 and cell.text]
    values = [cell.text for cell in grid.cells if cell.col > 0 and cell.text]
    if not keys or not values:
        return False
    leaders = sum(bool(LEADER.search(text)) for text in texts) > grid.n_rows / 2
    numbered = {cell.col for cell in grid.cells if cell.col > 0 and is_numeric(cell.text)}
    if (leaders and len(numbered) < 2) or all(_EQUATION.fullmatch(text) for text in values):
        return False
    last = [cell.text for cell in grid.cells if cell.col + cell.colspan == grid.n_cols and cell.text]
    if len(numbered) < 2 and _are_page_numbers(last):
        return False
    if (
        grid.n_cols == 2
        and sum(bool(_MARK.fullmatch(key)) or key.endswith(":") for key in keys) > len(keys) / 2
    ):
        return False
    with_digits = sum(is_numeric(text) and any(map(str.isdigit, text)) for text in values)
    long = grid.n_rows >= LONG_ROWS and grid.n_cols >= LONG_COLUMNS and len(texts) > FILLED * len(grid.cells)
    least = LONG_NUMERIC if long else MIN_NUMERIC
    return with_digits > 1 and sum(map(is_numeric, values)) >= least * len(values)


def _are_page_numbers(values: list[str]) -> bool:
    """Say whether values only rise, as in a table of contents."""
    if not all(value.isdigit() for value in values):
        return False
    numbers = [int(value) for value in values]
    return numbers == sorted(numbers) and numbers[-1] > numbers[0]


def _has_caption(box: BoxPx, lines: list[Line], em: float) -> bool:
    """Say whether a line that reads "Table 3" stands just above or below."""
    for line in lines:
        if not CAPTION.match(line.text) or not line.text.lower().startswith(("tab", "табл", "表")):
            continue
        near = min(abs(box.y1 - line.box.y2), abs(line.box.y1 - box.y2)) < CAPTION_EM * em
        if near and line.box.x1 < box.x2 and line.box.x2 > box.x1:
            return True
    return False
