"""The shape of a glyph, and how much two shapes are alike: what a drawn letter says of the code behind it.

A shape is the ink alone, scaled to a small square. Where the ink stands above the baseline and how wide it is
for its height are compared apart, for a hyphen and an equals sign fill the same square.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import PIL.Image

EM_PX = 48  # size at which glyphs are drawn; their thinnest strokes are 2 px wide
GRID = 16  # side of the square, cells
INK = 60  # ours: of 255; the rim that smoothing leaves is below
# ours: alike enough are widths and heights of one letter in a narrow and in a wide face, and places above the
# baseline of x-heights from 0.4 to 0.6 em
SLACK = 1.7


class Shape(NamedTuple):
    cells: np.ndarray  # (GRID * GRID,) float32, 0..1: share of ink
    width_em: float
    top_em: float  # above the baseline
    foot_em: float  # above the baseline; below it: negative


class Shapes(NamedTuple):
    """Several shapes, each a row."""

    cells: np.ndarray  # (n, GRID * GRID) float32
    sides_em: np.ndarray  # (n, 3): width, top, foot

    @staticmethod
    def of(shapes: Sequence[Shape]) -> "Shapes":
        cells = np.array([shape.cells for shape in shapes], dtype=np.float32).reshape(-1, GRID * GRID)
        return Shapes(cells, np.array([shape[1:] for shape in shapes], dtype=np.float32).reshape(-1, 3))


def shape_of(pixels: np.ndarray, top_px: int) -> Shape | None:
    """Return the shape of a glyph drawn at EM_PX: (h, w) uint8, 255 is ink, its first row at `top_px`.

    Rows are counted down from the baseline. None where there is no ink.
    """
    inked = pixels > INK
    rows, cols = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return None
    y1, y2, x1, x2 = int(rows[0]), int(rows[-1]) + 1, int(cols[0]), int(cols[-1]) + 1
    ink = PIL.Image.fromarray(np.ascontiguousarray(pixels[y1:y2, x1:x2]))
    cells = np.asarray(ink.resize((GRID, GRID), PIL.Image.Resampling.BOX), dtype=np.float32) / 255
    return Shape(cells.ravel(), (x2 - x1) / EM_PX, -(top_px + y1) / EM_PX, -(top_px + y2) / EM_PX)


def likenesses(shape: Shape, others: Shapes) -> np.ndarray:
    """Return how much each of the others is like a shape: 1 if the same, 0.7 for a letter of two families."""
    width, top, foot = others.sides_em.T
    common = np.minimum(others.cells, shape.cells).sum(axis=1)
    common /= np.maximum(others.cells, shape.cells).sum(axis=1)
    slimness = width / (top - foot) * ((shape.top_em - shape.foot_em) / shape.width_em)
    both = np.minimum(top, shape.top_em) - np.maximum(foot, shape.foot_em)
    level = np.maximum(both, 0) / (np.maximum(top, shape.top_em) - np.minimum(foot, shape.foot_em))
    return common * np.minimum(1, SLACK * np.minimum(slimness, 1 / slimness)) * np.minimum(1, SLACK * level)
