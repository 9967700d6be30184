"""Where the figures of a page are: raster images, and drawings that form a figure."""

from collections.abc import Iterable, Iterator
from statistics import median

import numpy as np

from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import area, contains, cover, join_boxes
from vlcorpus.stages.documents.page.lines import Line

MIN_IMAGE_PX = 24  # ours: smaller is a bullet or an icon, and less than one visual token
BACKGROUND_FRACTION = 0.8  # ours: share of the page; under text, so large an image is its background
RULE_PX = 8.0  # ours: the box of a line 2 pt wide at 144 dpi; a thicker bar is a shape, or shading
FRAME_FRACTION = 0.25  # ours: share of the page's width; bars of a chart are shorter

CELL_PX = 8  # ours: 4 pt; drawings nearer than that belong together
MIN_FIGURE_PX = 64
MIN_SHAPES = 6  # ours: drawings that are neither lines nor rectangles; a logo or a rounded box has fewer
MAX_TEXT_FRACTION = 0.35  # ours: share of the page's characters; with more it is text in a drawn frame
MAX_LABEL_CHARS = 30  # ours: the median line of a figure is a label


def large_image_boxes(image_boxes: Iterable[BoxPx], page_area: float) -> list[BoxPx]:
    """Return the boxes of raster images, tiles joined, without small ones and backgrounds."""
    joined = join_boxes(box for box in image_boxes if area(box) > 0)
    return [
        box
        for box in joined
        if min(box.x2 - box.x1, box.y2 - box.y1) >= MIN_IMAGE_PX
        and area(box) < BACKGROUND_FRACTION * page_area
    ]


def drawn_figures(drawings: list[Drawing], width_px: int, height_px: int) -> list[BoxPx]:
    """Return the boxes where many shapes stand close together."""
    return [
        box
        for box, shapes in _clusters(drawings, width_px, height_px)
        if len(shapes) >= MIN_SHAPES
        and min(box.x2 - box.x1, box.y2 - box.y1) >= MIN_FIGURE_PX
        and area(box) < BACKGROUND_FRACTION * width_px * height_px
    ]


def holds_labels(box: BoxPx, lines: list[Line]) -> bool:
    """Say whether what stands in a figure's box is labels, and not the text of a framed box or a slide."""
    inside = [len(line.text) for line in lines if contains(box, line.box)]
    n_chars = sum(len(line.text) for line in lines)
    return not inside or (median(inside) <= MAX_LABEL_CHARS and sum(inside) <= MAX_TEXT_FRACTION * n_chars)


def _clusters(
    drawings: list[Drawing], width_px: int, height_px: int
) -> Iterator[tuple[BoxPx, list[Drawing]]]:
    """Yield the box of drawings that stand close together, and those of them that are no lines or rectangles.

    Drawings mark the cells of a coarse grid that they cover; touching cells are one cluster.
    """
    drawings = [d for d in drawings if not _is_rule_or_ground(d.box, width_px, height_px)]
    if sum(not d.is_rect for d in drawings) < MIN_SHAPES:
        return
    grid = np.zeros((height_px // CELL_PX + 2, width_px // CELL_PX + 2), dtype=bool)
    for d in drawings:
        x1, y1, x2, y2 = (int(value) // CELL_PX for value in d.box)
        grid[y1 : y2 + 1, x1 : x2 + 1] = True
    labels = _label(grid)
    members: dict[int, list[Drawing]] = {}
    for d in drawings:
        members.setdefault(labels[int(d.box.y1) // CELL_PX][int(d.box.x1) // CELL_PX], []).append(d)
    for cluster in members.values():
        yield cover(d.box for d in cluster), [d for d in cluster if not d.is_rect]


def _is_rule_or_ground(box: BoxPx, width_px: int, height_px: int) -> bool:
    width, height = box.x2 - box.x1, box.y2 - box.y1
    is_ground = width > BACKGROUND_FRACTION * width_px and height > BACKGROUND_FRACTION * height_px
    is_rule = min(width, height) <= RULE_PX and max(width, height) > FRAME_FRACTION * width_px
    return is_ground or is_rule


def _label(grid: np.ndarray) -> list[list[int]]:
    """Number the connected cells (8 neighbours) of a boolean grid from 1; 0 is empty."""
    marked = grid.tolist()
    labels = [[0] * len(row) for row in marked]
    n = 0
    for y0, row in enumerate(marked):
        for x0, full in enumerate(row):
            if not full or labels[y0][x0]:
                continue
            n += 1
            labels[y0][x0] = n
            stack = [(y0, x0)]
            while stack:
                y, x = stack.pop()
                for ny in range(max(0, y - 1), min(len(marked), y + 2)):
                    for nx in range(max(0, x - 1), min(len(row), x + 2)):
                        if marked[ny][nx] and not labels[ny][nx]:
                            labels[ny][nx] = n
                            stack.append((ny, nx))
    return labels
