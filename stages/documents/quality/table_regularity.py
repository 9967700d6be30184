"""Whether the grids of a parse look like tables: filled, with whole cells, and nothing laid over them."""

import re
from itertools import pairwise

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, PageTree, TableGrid
from vlcorpus.stages.documents.page.boxes import area, shared_area

MIN_HEADED = 3  # ours: rows and columns; two lines of text are headings of nothing
MIN_RUN_CHARS = 15  # ours: shorter cells are labels, which no mark ends
MIN_RUNNING = 2  # ours: one such cell is chance
_ENDED = re.compile(r"[.!?:;。！？：；][\"'”’»)\]]*\Z")


def table_fill_fraction(tree: PageTree) -> float | None:
    """Return the share of cells with text, of the emptiest table; None without tables.

    Of a table in which every row and column has a heading, only the headings count: it is no less one for
    what is not so.
    """
    return min(map(_filled, _grids(tree)), default=None)


def table_run_on_fraction(tree: PageTree) -> float | None:
    """Return the share of cells that go on with the sentence above, of the worst table; None without tables.

    Lines of prose that were taken for rows do so, and rows whose lines of print were torn apart.
    """
    return max(map(_run_on, _grids(tree)), default=None)


def table_overlap_fraction(tree: PageTree, boxes_px: list[BoxPx]) -> float | None:
    """Return how much of a table and another block is the same place, of the worst pair; None without tables.

    Of the smaller box; of the table's where the other is an image, which may stand in a cell.
    """
    placed = list(zip(tree.blocks, boxes_px, strict=True))
    worst = None
    for index, (block, box) in enumerate(placed):
        if block.kind is not BlockKind.TABLE:
            continue
        worst = worst or 0.0
        for other, other_box in placed[:index] + placed[index + 1 :]:
            image = other.kind is BlockKind.IMAGE
            whole = area(box) if image else min(area(box), area(other_box))
            worst = max(worst, shared_area(box, other_box) / whole if whole else 0.0)
    return worst


def _grids(tree: PageTree) -> list[TableGrid]:
    return [block.table for block in tree.blocks if block.table is not None]


def _filled(grid: TableGrid) -> float:
    heads = [cell for cell in grid.cells if (cell.row == 0) != (cell.col == 0)]
    if min(grid.n_rows, grid.n_cols) >= MIN_HEADED and all(cell.text for cell in heads):
        return 1.0
    return sum(bool(cell.text) for cell in grid.cells) / len(grid.cells)


def _run_on(grid: TableGrid) -> float:
    columns: dict[int, list[str]] = {}
    for cell in grid.cells:
        if cell.text and not cell.header:
            columns.setdefault(cell.col, []).append(cell.text)
    n_running = sum(map(_count_running, columns.values()))
    n_filled = sum(bool(cell.text) for cell in grid.cells)
    return n_running / n_filled if n_running >= MIN_RUNNING else 0.0


def _count_running(texts: list[str]) -> int:
    """Count the texts of a column that go on with the one above. Where all begin small, that is its style."""
    if all(text[0].islower() for text in texts):
        return 0
    return sum(
        len(above) >= MIN_RUN_CHARS and below[0].islower() and not _ENDED.search(above)
        for above, below in pairwise(texts)
    )
