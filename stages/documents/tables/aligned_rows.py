"""Rows of short pieces of text that stand below each other in columns: tables without lines."""

from itertools import pairwise

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.lines import CAPTION
from vlcorpus.stages.documents.tables.pieces import TablePiece, baselines
from vlcorpus.stages.documents.tables.rows import bands, middle_of
from vlcorpus.stages.documents.tables.rules import Rule

MAX_CELL_CHARS = 45  # ours: a longer line is prose
PROSE_CHARS = 30  # ours: lines of prose side by side are all longer
MAX_STEP_EM = 3.0  # ours: the most from one baseline to the next row's
ALIGNED_EM = 0.4  # ours: edges or middles that are nearer are aligned
MIN_ALIGNED = 2  # ours: the fewest pieces of a row that stand below pieces of the rows above
LOOK_BACK = 4  # ours: rows above that are looked at; a column may be empty in some of them
MIN_ROWS = 3
SMALLER = 0.92  # ours: times the size of other text
PARTIAL = 0.9  # ours: share of a table's width; a shorter rule stands below a heading over some columns

Row = list[TablePiece]


def aligned_boxes(pieces: list[TablePiece], em: float) -> list[BoxPx]:
    """Return the boxes of runs of at least three rows with cells in line."""
    cells = [p for p in pieces if len(p.text) <= MAX_CELL_CHARS and not p.bullet]
    rows = bands(baselines(cells), em)
    boxes = []
    for run in _runs(rows, em):
        n_full = sum(len(row) > 1 for row in run)
        if n_full >= MIN_ROWS:
            boxes.append(cover(BoxPx(p.x1, p.y1, p.x2, p.y2) for row in run for p in row))
    return boxes


def grown(box: BoxPx, pieces: list[TablePiece], across: list[Rule], em: float) -> BoxPx:
    """Return `box` with the rows above or below it that are in line with those inside, or stand on a rule."""
    rows = bands(baselines([p for p in pieces if box.x1 - em < (p.x1 + p.x2) / 2 < box.x2 + em]), em)
    box = _grown(_grown(box, rows, em, below=True), rows, em, below=False)
    partial = [
        r
        for r in across
        if box.x1 - em < r.start and r.end < box.x2 + em and r.end - r.start < PARTIAL * (box.x2 - box.x1)
    ]
    heading = False
    for row in reversed(rows):
        if middle_of(row) >= box.y1 or CAPTION.match(row[0].text):
            continue
        on_rule = any(abs(box.y1 - r.at) < em and _stands_on(row, r, em) for r in partial)
        if on_rule or (heading and box.y1 - max(p.y2 for p in row) < em / 3):
            heading = True
            box = cover([box, *(BoxPx(p.x1, p.y1, p.x2, p.y2) for p in row)])
    return box


def _stands_on(row: Row, rule: Rule, em: float) -> bool:
    """Say whether a row of short pieces stands right above a rule."""
    short = all(len(p.text) <= MAX_CELL_CHARS for p in row)
    return short and -em / 4 < rule.at - max(p.y2 for p in row) < em


def _grown(box: BoxPx, rows: list[Row], em: float, *, below: bool) -> BoxPx:
    inside = [r for r in (_within(row, box, em) for row in rows) if r and box.y1 <= middle_of(r) <= box.y2]
    outside = [row for row in rows if (middle_of(row) > box.y2 if below else middle_of(row) < box.y1)]
    pending: list[Row] = []
    for row in outside if below else reversed(outside):
        cells = _within(row, box, em)
        reached = [p for r in pending for p in r]
        edge = max([box.y2, *(p.y2 for p in reached)]) if below else min([box.y1, *(p.y1 for p in reached)])
        if not cells:
            break
        step = min(p.y1 for p in cells) - edge if below else edge - max(p.y2 for p in cells)
        if step > MAX_STEP_EM * em / 2:
            break
        if any(len(p.text) > MAX_CELL_CHARS or CAPTION.match(p.text) for p in cells):
            break
        if all(len(p.text) > PROSE_CHARS for p in cells) or (below and _is_small(cells, inside)):
            break
        if len(cells) > 1 and is_aligned(cells, inside[-LOOK_BACK:] if below else inside[:LOOK_BACK]):
            box = cover([box, *(BoxPx(p.x1, p.y1, p.x2, p.y2) for r in [*pending, cells] for p in r)])
            inside = [*inside, cells] if below else [cells, *inside]
            pending = []
        elif not pending:
            pending.append(cells)
        else:
            break
    return box


def _is_small(row: Row, rows: list[Row]) -> bool:
    """Say whether a row is set smaller than all text of others: a note, or what stands at a page's foot."""
    least = min((piece.size for other in rows for piece in other), default=0.0)
    return all(piece.size < SMALLER * least for piece in row)


def is_aligned(row: Row, others: list[Row]) -> bool:
    """Say whether most pieces of a row stand below or above pieces of other rows."""
    column = [p for other in others for p in other]
    n = sum(any(_in_line(piece, other) for other in column) for piece in row)
    return n >= min(MIN_ALIGNED, len(row)) and n >= len(row) / 2


def _runs(rows: list[Row], em: float) -> list[list[Row]]:
    """Group rows with cells side by side that stand below each other; single pieces may come between."""
    runs: list[list[Row]] = []
    run: list[Row] = []
    single: list[Row] = []

    def close() -> None:
        if len(run) > 1:
            runs.append(list(run))
        run.clear()
        single.clear()

    for last, row in pairwise([[], *rows]):
        if last and middle_of(row) - middle_of(last) > MAX_STEP_EM * em:
            close()
        if len(row) == 1:
            single.append(row)
            if len(single) > 2:
                close()
            continue
        full = [other for other in run if len(other) > 1]
        if run and not is_aligned(row, full[-LOOK_BACK:]):
            close()
        if run:
            run += single
        single.clear()
        run.append(row)
    close()
    return runs


def _within(row: Row, box: BoxPx, em: float) -> Row:
    return [p for p in row if box.x1 - em < (p.x1 + p.x2) / 2 < box.x2 + em]


def _in_line(a: TablePiece, b: TablePiece) -> bool:
    slack = ALIGNED_EM * a.size
    return abs(a.x1 - b.x1) < slack or abs(a.x2 - b.x2) < slack or abs(a.x1 + a.x2 - b.x1 - b.x2) < 2 * slack
