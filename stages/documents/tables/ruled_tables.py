"""Tables whose grid is drawn in full: lines snapped to a grid, cells where no separator is missing.

Only what is certain is read so: an outer frame without gaps, rectangular cells, every line of text within
one cell. Anything else is left to `table_structure`.
"""

from itertools import pairwise

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import Cell, TableGrid, clean_text
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.stages.documents.page.boxes import contains, cover
from vlcorpus.stages.documents.page.lines import CAPTION, Line, join_texts
from vlcorpus.stages.documents.tables.found_table import FoundTable
from vlcorpus.stages.documents.tables.pieces import is_numeric
from vlcorpus.stages.documents.tables.regions import TITLE, networks
from vlcorpus.stages.documents.tables.rules import COVERED, SNAP_PX, Rule, Rules, drawn_fraction

MIN_FILLED = 0.3  # ours: share of the cells with text; with fewer the grid is a form or graph paper
MAX_CELLS = 2000
OVERHANG_PX = 8.0  # ours: how far a line may stand out of its cell
MAX_HEADING_CHARS = 120  # ours: a longer text across all columns is a note
OPEN = 0.5  # ours: share of the rows without lines between their texts; with more the lines tell no columns
MIN_HEADINGS = 3  # ours: two texts above two columns may be anything
MANY_NUMBERS = 3  # ours: with so many below each other in a cell, the rows within it are not drawn


def ruled_tables(rules: Rules, lines: list[Line]) -> list[FoundTable]:
    """Return the tables whose every border is drawn."""
    found = (_table(across, down, lines) for across, down in networks(rules.across, rules.down, 3))
    return [table for table in found if table is not None]


def _table(across: list[Rule], down: list[Rule], lines: list[Line]) -> FoundTable | None:
    ys, xs = _snap(across), _snap(down)
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    if (
        n_rows < 2
        or n_cols < 2
        or n_rows * n_cols > MAX_CELLS
        or _overhangs(across, xs)
        or _overhangs(down, ys)
    ):
        return None
    box = BoxPx(xs[0], ys[0], xs[-1], ys[-1])
    inside = [line for line in lines if contains(box, line.box)]
    # separator drawn above row r in column c; left of column c in row r
    above = [[_drawn(across, y, xs[c], xs[c + 1]) for c in range(n_cols)] for y in ys]
    left = [[_drawn(down, x, ys[r], ys[r + 1]) for x in xs] for r in range(n_rows)]
    closed = [all(above[r]) and all(above[r + 1]) and not any(left[r][1:-1]) for r in range(n_rows)]
    open_rows = [r for r in range(n_rows) if closed[r] and _stand_apart(inside, ys, r, xs)]
    if len(open_rows) >= OPEN * n_rows or not (all(above[0]) and all(above[-1])):
        return None
    for r in open_rows:
        left[r] = [left[r][0], *[True] * (n_cols - 1), left[r][-1]]
    framed = all(row[0] and row[-1] for row in left)
    places = _merge(above, left, n_rows, n_cols) if framed else None
    if places is None:
        return None
    held: dict[tuple[int, int], list[Line]] = {place: [] for place in places}
    for line in inside:
        place = _cell_of(line.box, places, xs, ys)
        if place is None:
            return None
        held[place].append(line)
    filled = sum(map(bool, held.values()))
    if filled < max(2, MIN_FILLED * len(held)) or any(map(_holds_rows, held.values())):
        return None
    if head := _head_above(lines, ys[0], xs):
        places = {(r + 1, c): span for (r, c), span in places.items()} | {(0, c): (1, 1) for c in head}
        held = {(r + 1, c): found for (r, c), found in held.items()} | {(0, c): [n] for c, n in head.items()}
        box = cover([box, *(line.box for line in head.values())])
    bold = all(line.bold for (row, _), found in held.items() if row == 0 for line in found)
    cells = tuple(
        Cell(r, c, _text(held[r, c]), *places[r, c], header=bold and r == 0) for r, c in sorted(places)
    )
    grid = TableGrid(n_rows + bool(head), n_cols, cells)
    return None if _frames_a_table(grid) else FoundTable(box, grid, [*inside, *head.values()])


def _frames_a_table(grid: TableGrid) -> bool:
    """Say whether the first cell across is a caption, or the last one a note: the table stands between."""
    first, last = grid.cells[0], grid.cells[-1]
    titled = first.colspan == grid.n_cols and bool(CAPTION.match(first.text) or TITLE.match(first.text))
    noted = last.colspan == grid.n_cols and bool(TITLE.match(last.text) or len(last.text) > MAX_HEADING_CHARS)
    return titled or noted


def _overhangs(rules: list[Rule], grid: list[float]) -> bool:
    """Say whether a rule goes on beyond the grid: a side is open, and where it ends is not known."""
    first = min(rule.start for rule in rules)
    last = max(rule.end for rule in rules)
    return first < grid[0] - 2 * SNAP_PX or last > grid[-1] + 2 * SNAP_PX


def _snap(rules: list[Rule]) -> list[float]:
    """Return the distinct positions of rules."""
    positions: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not positions or at - positions[-1] > 2 * SNAP_PX:
            positions.append(at)
    return positions


def _drawn(rules: list[Rule], at: float, start: float, end: float) -> bool:
    return drawn_fraction(rules, at, start, end, 2 * SNAP_PX) >= COVERED


def _merge(
    above: list[list[bool]], left: list[list[bool]], n_rows: int, n_cols: int
) -> dict[tuple[int, int], tuple[int, int]] | None:
    """Return rowspan and colspan of each cell by its first place; None where a cell is no rectangle."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for row in range(n_rows):
        for col in range(n_cols):
            if (row, col) in taken:
                continue
            rowspan = colspan = 1
            while col + colspan < n_cols and not left[row][col + colspan]:
                colspan += 1
            while row + rowspan < n_rows and not above[row + rowspan][col]:
                rowspan += 1
            covered = {(r, c) for r in range(row, row + rowspan) for c in range(col, col + colspan)}
            walls = any(left[r][c] for r, c in covered if c > col) or any(
                above[r][c] for r, c in covered if r > row
            )
            if walls or not taken.isdisjoint(covered):
                return None
            taken |= covered
            places[row, col] = (rowspan, colspan)
    return places


def _cell_of(
    box: BoxPx, places: dict[tuple[int, int], tuple[int, int]], xs: list[float], ys: list[float]
) -> tuple[int, int] | None:
    for (row, col), (rowspan, colspan) in places.items():
        cell = BoxPx(xs[col], ys[row], xs[col + colspan], ys[row + rowspan])
        if contains(cell, box):
            return (row, col) if box.x1 > cell.x1 - OVERHANG_PX and box.x2 < cell.x2 + OVERHANG_PX else None
    return None


def _holds_rows(lines: list[Line]) -> bool:
    """Say whether a cell holds a column of numbers: its rows are parted by white space alone."""
    return len(lines) >= MANY_NUMBERS and all(is_numeric(line.text.strip()) for line in lines)


def _stand_apart(lines: list[Line], ys: list[float], row: int, xs: list[float]) -> bool:
    """Say whether the texts of a row fill most columns and none reaches over two."""
    own = [line for line in lines if ys[row] < (line.box.y1 + line.box.y2) / 2 < ys[row + 1]]
    columns = {_column_of(line.box, xs) for line in own}
    return None not in columns and len(columns) > max(1, (len(xs) - 1) / 2)


def _column_of(box: BoxPx, xs: list[float]) -> int | None:
    """Return the column in which a text stands whole."""
    for column, (x1, x2) in enumerate(pairwise(xs)):
        if x1 - OVERHANG_PX < box.x1 and box.x2 < x2 + OVERHANG_PX:
            return column
    return None


def _head_above(lines: list[Line], top: float, xs: list[float]) -> dict[int, Line]:
    """Return the lines right above the frame by column, where each of at least three has one: its heading."""
    above = [line for line in lines if 0 <= top + OVERHANG_PX - line.box.y2 < line.size / 2]
    above = [line for line in above if xs[0] < (line.box.x1 + line.box.x2) / 2 < xs[-1]]
    heads = {column: line for line in above if (column := _column_of(line.box, xs)) is not None}
    whole = len(heads) == len(above) == len(xs) - 1 >= MIN_HEADINGS
    return heads if whole else {}


def _text(lines: list[Line]) -> str:
    rows = sorted(lines, key=lambda line: (round(line.y1 / max(1.0, line.height / 2)), line.x1))
    return clean_text(scrub(join_texts([line.text for line in rows])))
