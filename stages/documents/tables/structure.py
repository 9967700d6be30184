"""The cells of a table whose region is known: from rules, white space and lines of print.

A region that holds no grid of at least two rows or two columns has no structure that is worth a table.
"""

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from vlcorpus.schemas.documents.document import Drawing, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import Cell, TableGrid
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.page.lines import Line
from vlcorpus.stages.documents.tables.columns import Gap, find_gaps, place
from vlcorpus.stages.documents.tables.header import Slot, centre, head_slots
from vlcorpus.stages.documents.tables.pieces import TablePiece, baselines, cell_text, pieces_of
from vlcorpus.stages.documents.tables.rows import (
    Band,
    RowReader,
    Separator,
    bands,
    middle_of,
    numbers_collide,
    separators,
)
from vlcorpus.stages.documents.tables.rules import Rules, page_rules, rules_within, shade_rules
from vlcorpus.stages.documents.tables.spans import merge_centred

MAX_HEAD_BANDS = 10  # ours: the most lines of print in a head
MIN_CENTRED_COLUMNS = 4  # ours: a table with fewer columns may have any cell in its middle


def table_grid(
    box: BoxPx, lines: list[Line], drawings: list[Drawing], texts: Iterable[TextLine] = ()
) -> TableGrid | None:
    """Return the grid of the table that fills `box`, px; None where there is no text or only one cell.

    `texts` are the page's lines as the file has them: they tell where words stand in a line set tight.
    """
    inside = [line for line in lines if contains(box, line.box)]
    if not inside:
        return None
    near = [d for d in drawings if _touches(box, d.box)]
    rules = page_rules(near, inside)
    shades = shade_rules(near)
    both = Rules([*rules.across, *shades.across], [*rules.down, *shades.down])
    return grid_of(pieces_of(inside, texts), both, box)


def grid_of(pieces: list[TablePiece], rules: Rules, box: BoxPx) -> TableGrid | None:
    """Return the grid of the text and the rules within `box`."""
    em = median(piece.size for piece in pieces)
    rules = rules_within(rules, box, em / 2)
    gaps = find_gaps(bands(baselines(pieces), em), rules.down, box.y1, box.y2, em)
    pieces = place(pieces, gaps)
    columns = _columns(pieces, gaps)
    found = separators(rules.across, columns, em)
    slots, n_rows = _all_slots(pieces, found, columns, gaps, em)
    n_cols = len(columns)
    if n_rows * n_cols < 2:
        return None
    return _grid(slots, n_rows, n_cols)


def _touches(a: BoxPx, b: BoxPx) -> bool:
    return b.x1 <= a.x2 + 50 and b.x2 >= a.x1 - 50 and b.y1 <= a.y2 + 50 and b.y2 >= a.y1 - 50


def _columns(pieces: list[TablePiece], gaps: list[Gap]) -> list[tuple[float, float]]:
    """Return the x interval of each column's text."""
    columns = []
    for i in range(len(gaps) + 1):
        own = [p for p in pieces if p.first == p.last == i]
        left = gaps[i - 1].x2 if i else min(p.x1 for p in pieces)
        right = gaps[i].x1 if i < len(gaps) else max(p.x2 for p in pieces)
        x1, x2 = min((p.x1 for p in own), default=left), max((p.x2 for p in own), default=right)
        columns.append((max(left, x1), min(right, x2)) if right > left and x2 > x1 else (left, right))
    return columns


def _all_slots(
    pieces: list[TablePiece],
    found: list[Separator],
    columns: list[tuple[float, float]],
    gaps: list[Gap],
    em: float,
) -> tuple[list[Slot], int]:
    """Return the cells of head and body, and the number of rows."""
    all_bands = bands(baselines(pieces), em)
    n_head = _head_bands(all_bands, found, len(columns))
    head = [piece for band in all_bands[:n_head] for piece in band]
    slots: list[Slot] = []
    if head:
        top, bottom = min(p.middle for p in head), max(p.middle for p in head)
        slots = head_slots(head, [s for s in found if top < s.y < bottom], columns, em)
    n_rows = max((slot.row + slot.rowspan for slot in slots), default=0)
    widths = [
        max((p.x2 - p.x1 for p in pieces if p.first == p.last == i), default=x2 - x1)
        for i, (x1, x2) in enumerate(columns)
    ]
    for band in all_bands[n_head:]:
        _spread_alone(band, columns)
    segments = _segments(all_bands[n_head:], found)
    rows = RowReader(em, widths).rows(segments)
    for row in rows:
        slots += _row_slots([p for band in row for p in band], n_rows, columns, gaps)
        n_rows += 1
    first = n_rows - len(rows)
    return merge_centred(_merge_down(slots, rows, found, first), rows, found, first), n_rows


def _spread_alone(band: Band, columns: list[tuple[float, float]]) -> None:
    """Spread a heading inside the body over the columns that it is centred on."""
    if len(band) > 1 or band[0].first == 0 or band[0].numeric or len(columns) < MIN_CENTRED_COLUMNS:
        return
    middle = (columns[1][0] + columns[-1][1]) / 2
    if abs((band[0].x1 + band[0].x2) / 2 - middle) < band[0].size:
        band[0].first, band[0].last = 1, len(columns) - 1


def _head_bands(all_bands: list[Band], found: list[Separator], n_cols: int) -> int:
    """Return how many bands are the head: above the first rule across, or above the first numbers."""
    full = [s.y for s in found if len(s.columns) == n_cols]
    inner = [y for y in full if middle_of(all_bands[0]) < y < middle_of(all_bands[-1])]
    if inner:
        n = sum(middle_of(band) < inner[0] for band in all_bands)
    else:
        counts = [_numbers(band) for band in all_bands]
        if sum(counts) < sum(map(len, all_bands)) / 3:
            return 0
        n = next(i for i, count in enumerate(counts) if count)
    return n if n <= MAX_HEAD_BANDS and not numbers_collide(all_bands[:n], 3) else 0


def _numbers(band: Band) -> int:
    return sum(piece.numeric for piece in band)


def _segments(all_bands: list[Band], found: list[Separator]) -> list[list[Band]]:
    """Group bands by the rules between them."""
    segments: list[list[Band]] = []
    last = None
    for band in all_bands:
        key = sum(s.y < middle_of(band) for s in found)
        if key == last:
            segments[-1].append(band)
        else:
            segments.append([band])
            last = key
    return segments


def _row_slots(
    pieces: list[TablePiece],
    row: int,
    columns: list[tuple[float, float]],
    gaps: list[Gap],
) -> list[Slot]:
    """Return the cells of a row: text over several free columns spans them, and so do lines left out."""
    for p in pieces:
        if p.last > p.first > 0:
            centre(p, [other for other in pieces if other is not p], columns)
    single = {p.first for p in pieces if p.first == p.last}
    groups: list[list[TablePiece]] = [[] for _ in columns]
    owner = list(range(len(columns)))
    for p in sorted(pieces, key=lambda p: (p.first, p.x1)):
        groups[owner[p.first]].append(p)
        for c in range(p.first + 1, p.last + 1):
            if c in single or owner[c] != c:
                break
            owner[c] = owner[p.first]
    top, bottom = min(p.y1 for p in pieces), max(p.y2 for p in pieces)
    for i, gap in enumerate(gaps):
        if owner[i + 1] != i + 1 or gap.parts(top, bottom):
            continue
        if not (groups[i + 1] and any(groups[c] for c, o in enumerate(owner) if o == owner[i])):
            owner = [owner[i] if o == i + 1 else o for o in owner]
    slots = []
    for c in sorted(set(owner)):
        span = [i for i, o in enumerate(owner) if o == c]
        slots.append(Slot(row, c, colspan=len(span), pieces=[p for i in span for p in groups[i]]))
    return slots


def _merge_down(slots: list[Slot], rows: list[list[Band]], found: list[Separator], first: int) -> list[Slot]:
    """Join the cells of one column that no rule parts while other columns are parted, if one has text."""
    by_place = {(s.row, s.col): s for s in slots}
    gone: set[int] = set()
    closed: list[frozenset[int]] = []
    for above, below in pairwise(rows):
        high, low = max(map(middle_of, above)), min(map(middle_of, below))
        closed.append(frozenset().union(*(s.columns for s in found if high < s.y < low)))
    for col in range(max((s.col for s in slots), default=0) + 1):
        run: list[Slot] = []
        for i in range(len(rows)):
            slot = by_place.get((first + i, col))
            parted = i == 0 or not closed[i - 1] or col in closed[i - 1]
            if slot is None or slot.colspan > 1 or parted:
                _merge_run(run, gone)
                run = []
            if slot is not None and slot.colspan == 1:
                run.append(slot)
        _merge_run(run, gone)
    return [slot for slot in slots if id(slot) not in gone]


def _merge_run(run: list[Slot], gone: set[int]) -> None:
    if len(run) < 2 or sum(bool(slot.pieces) for slot in run) > 1:
        return
    run[0].rowspan = len(run)
    run[0].pieces = [piece for slot in run for piece in slot.pieces]
    gone.update(id(slot) for slot in run[1:])


def _grid(slots: list[Slot], n_rows: int, n_cols: int) -> TableGrid:
    """Write the cells. A first row that is bold throughout is a head."""
    head = {slot.row for slot in slots if slot.row == 0 and slot.pieces}
    bold = bool(head) and all(p.bold for slot in slots if slot.row == 0 for p in slot.pieces)
    cells = tuple(
        Cell(
            slot.row,
            slot.col,
            cell_text(slot.pieces) if slot.pieces else "",
            slot.rowspan,
            slot.colspan,
            header=bold and slot.row == 0,
        )
        for slot in sorted(slots, key=lambda slot: (slot.row, slot.col))
    )
    return TableGrid(n_rows, n_cols, cells)
