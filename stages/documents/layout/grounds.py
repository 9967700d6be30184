"""Images that are the ground of text: the backdrop of a slide, a tint, the ribbon of a heading."""

import numpy as np

from vlcorpus.schemas.documents.document import InkGrid
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import area, contains
from vlcorpus.stages.documents.page.figures import MAX_TEXT_FRACTION, holds_labels
from vlcorpus.stages.documents.page.lines import Line
from vlcorpus.stages.documents.pdf.page_ink import ink_cells

MIN_BACKDROP = 0.4  # ours: share of the page; smaller pictures have texts upon them that are theirs
MIN_TINT_TEXT = 0.4  # ours: share of a tint that its text covers
RIBBON_WIDTH = 4.0  # ours: times its height; pictures with a label are less wide
MAX_GROUND_INK = 0.02  # ours: share of a ground's cells that hold ink of its own; of a photograph's a half


def is_ground(box: BoxPx, lines: list[Line], ink: InkGrid | None, page_area: float) -> bool:
    """Say whether an image lies under text: the backdrop of a slide, a tint, the ribbon of a heading.

    A backdrop may show something all the same: its ink lies in no block then, and the page is rejected.
    Tints and ribbons have no ink but that of their text, and pictures with a label have little text.
    """
    inside = [line for line in lines if contains(box, line.box)]
    n_chars = sum(len(line.text) for line in lines)
    if area(box) > MIN_BACKDROP * page_area:
        return sum(len(line.text) for line in inside) > MAX_TEXT_FRACTION * n_chars
    if holds_labels(box, lines):
        is_under = box.x2 - box.x1 > RIBBON_WIDTH * (box.y2 - box.y1)
    else:
        is_under = sum(area(line.box) for line in inside) > MIN_TINT_TEXT * area(box)
    if ink is None or not inside or not is_under:
        return False
    cells = ink_cells(ink)
    for x1, y1, x2, y2 in (line.box for line in inside):
        cells[_cells(y1, y2, ink.cell_px, -1), _cells(x1, x2, ink.cell_px, -1)] = False
    shown = cells[_cells(box.y1, box.y2, ink.cell_px, 1), _cells(box.x1, box.x2, ink.cell_px, 1)]
    return int(np.count_nonzero(shown)) <= MAX_GROUND_INK * shown.size


def _cells(low: float, high: float, cell_px: int, inwards: int) -> slice:
    """Return the cells from `low` to `high`, so many fewer (or more) at both ends: edges are no content."""
    return slice(max(0, int(low) // cell_px + inwards), max(0, int(high) // cell_px + 1 - inwards))
