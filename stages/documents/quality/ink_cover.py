"""Whether the boxes of a parse are where the page has ink, by the pixels of its image.

Rules, frames and crop marks belong to no block: their cells do not count where no box covers them.
"""

from collections.abc import Iterator

import numpy as np

from vlcorpus.schemas.documents.document import Drawing, PageRow
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, PageTree
from vlcorpus.stages.documents.page.boxes import area
from vlcorpus.stages.documents.page.figures import BACKGROUND_FRACTION, FRAME_FRACTION, RULE_PX
from vlcorpus.stages.documents.pdf.page_ink import ink_cells

MIN_RULE_PX = 24.0  # ours: longer than a letter is high
PALE = frozenset({BlockKind.IMAGE, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.PAGE_NUMBER})
RULE_EDGE_PX = 4.0  # ours: a thick stroke, and what MuPDF adds to its box
BOX_EDGE_PX = 4.0  # ours: a letter may reach so far over the edge of its line's box


def ink_covered_fraction(page: PageRow, boxes_px: list[BoxPx]) -> float | None:
    """Return the share of the cells with ink that some block covers.

    None where there are none, or where an image lies under the text: its ink is no block's.
    """
    if page.ink is None or sum(map(area, page.image_boxes)) >= BACKGROUND_FRACTION * _page_area(page):
        return None
    ink = ink_cells(page.ink)
    ruled, covered = np.zeros_like(ink), np.zeros_like(ink)
    for box in _ruled_boxes(page.drawings, page.width_px):
        ruled[_cells(box, page.ink.cell_px, RULE_EDGE_PX)] = True
    for box in boxes_px:
        covered[_cells(box, page.ink.cell_px, BOX_EDGE_PX)] = True
    n_counted = int(np.count_nonzero(ink & (covered | ~ruled)))
    return int(np.count_nonzero(ink & covered)) / n_counted if n_counted else None


def empty_box_fraction(page: PageRow, tree: PageTree, boxes_px: list[BoxPx]) -> float | None:
    """Return the share of the blocks whose box holds no ink; None where there are none.

    Images are left out, and furniture: stamps in the margin and running heads may be printed pale.
    """
    if page.ink is None:
        return None
    ink = ink_cells(page.ink)
    blocks = zip(tree.blocks, boxes_px, strict=True)
    boxes = [box for block, box in blocks if block.kind not in PALE]
    empty = sum(not ink[_cells(box, page.ink.cell_px)].any() for box in boxes)
    return empty / len(boxes) if boxes else None


def _page_area(page: PageRow) -> int:
    return page.width_px * page.height_px


def _cells(box: BoxPx, cell_px: int, edge_px: float = 0.0) -> tuple[slice, slice]:
    """Return rows and columns of the cells that the box and an edge around it touch."""
    (x1, y1), (x2, y2) = (
        [int(max(0.0, value + by) // cell_px) for value in corner]
        for corner, by in ((box[:2], -edge_px), (box[2:], edge_px))
    )
    return slice(y1, y2 + 1), slice(x1, x2 + 1)


def _ruled_boxes(drawings: list[Drawing], width_px: int) -> Iterator[BoxPx]:
    """Yield the boxes of thin drawings, and the four sides of large rectangles.

    A frame with round corners is not found: MuPDF's box reaches ten strokes beyond it, for its miters.
    """
    for drawing in drawings:
        x1, y1, x2, y2 = drawing.box
        long, short = max(x2 - x1, y2 - y1), min(x2 - x1, y2 - y1)
        if short <= RULE_PX:
            if long >= MIN_RULE_PX:
                yield drawing.box
        elif drawing.is_rect and long >= FRAME_FRACTION * width_px:
            yield BoxPx(x1, y1, x2, y1)
            yield BoxPx(x1, y2, x2, y2)
            yield BoxPx(x1, y1, x1, y2)
            yield BoxPx(x2, y1, x2, y2)
