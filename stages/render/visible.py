"""What is seen of a drawing: the pixels of each object, so that nothing is annotated that is hidden."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from vlcorpus.stages.render.canvas import ink_box, paint_objects
from vlcorpus.stages.render.drawing import Drawing, Label, Mark, Matrix, seen_from

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """Where an object is seen, in pixels; the box holds its visible pixels and no other."""

    box: Box  # left, top, right, bottom; right and bottom are outside
    n_pixels: int
    fraction: float  # of the pixels that it would have alone; lines that merely cross it are not counted


def seen_objects(drawing: Drawing) -> dict[int, Seen]:
    """Return what is seen of each object, by its number; those that are wholly hidden are left out."""
    objects = paint_objects(drawing)
    bounds = _bounds_of_objects(drawing)
    covered = _covered(drawing, bounds)
    found = {}
    for number, (left, top, right, bottom) in bounds.items():
        mask = objects[top:bottom, left:right] == number
        n_pixels = int(np.count_nonzero(mask))
        if n_pixels:
            whole = _n_pixels_alone(drawing, number) if number in covered else n_pixels
            found[number] = Seen(_box(mask, left, top), n_pixels, n_pixels / whole)
    return found


def _bounds_of_objects(drawing: Drawing) -> dict[int, Box]:
    """Return a box of each object that holds all of its pixels, cut to the image."""
    found: dict[int, Box] = {}
    for item in drawing.items:
        left, top, right, bottom = _bounds(item, drawing.view)
        if item.object in found:
            a, b, c, d = found[item.object]
            left, top, right, bottom = min(left, a), min(top, b), max(right, c), max(bottom, d)
        found[item.object] = left, top, right, bottom
    return {
        number: (max(a, 0), max(b, 0), min(c, drawing.width_px), min(d, drawing.height_px))
        for number, (a, b, c, d) in found.items()
    }


def _bounds(item: Mark | Label, view: Matrix | None) -> Box:
    if isinstance(item, Label):
        left, top, right, bottom = ink_box(item)
        reach = 1.0
    else:
        xs, ys = zip(*item.path.points(), strict=True)
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        reach = 1.0 + (item.pen.width_px / 2 if item.pen else 0)
    if view is not None:
        corners = [seen_from(view, (x, y)) for x in (left, right) for y in (top, bottom)]
        xs, ys = zip(*corners, strict=True)
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    return (
        math.floor(left - reach),
        math.floor(top - reach),
        math.ceil(right + reach),
        math.ceil(bottom + reach),
    )


def _covered(drawing: Drawing, bounds: dict[int, Box]) -> set[int]:
    """Return the objects that something filled of another, painted later, may hide a part of."""
    found: set[int] = set()
    later: dict[int, list[Box]] = defaultdict(list)
    for item in reversed(drawing.items):
        left, top, right, bottom = bounds[item.object]
        for number, boxes in later.items():
            if number != item.object and any(
                left < c and a < right and top < d and b < bottom for a, b, c, d in boxes
            ):
                found.add(item.object)
        if isinstance(item, Mark) and item.fill is not None:
            later[item.object].append(_bounds(item, drawing.view))
    return found


def _n_pixels_alone(drawing: Drawing, number: int) -> int:
    items = tuple(item for item in drawing.items if item.object == number)
    return int(np.count_nonzero(paint_objects(replace(drawing, items=items))))


def _box(mask: np.ndarray, left: int, top: int) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1
