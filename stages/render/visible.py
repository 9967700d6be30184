"""What is seen of a drawing: the pixels of each object, so that nothing is annotated that is hidden."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from vlcorpus.stages.render.canvas import ink_box, paint_objects
from vlcorpus.stages.render.drawing import Drawing, Label, Mark, Matrix, seen_from

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """Where an object is seen, in pixels; the box holds its visible pixels and no other."""

    box: Box  # left, top, right, bottom; right and bottom are outside
    spot: tuple[int, int]  # x, y of the visible pixel that is nearest to the middle of the box
    n_pixels: int
    fraction: float  # of the pixels that it would have alone; lines that merely cross it are not counted


def seen_objects(drawing: Drawing, objects: np.ndarray | None = None) -> dict[int, Seen]:
    """Return what is seen of each object, by its number; those that are wholly hidden are left out.

    `objects` is the drawing's map where it is painted already.
    """
    import cv2

    if objects is None:
        objects = paint_objects(drawing)
    bounds = _bounds_of_objects(drawing)
    covered = _covered(drawing, bounds)
    scratch = np.zeros_like(objects)
    found = {}
    for number, (left, top, right, bottom) in bounds.items():
        if left >= right or top >= bottom:
            continue
        mask = (objects[top:bottom, left:right] == number).view(np.uint8)
        if n_pixels := cv2.countNonZero(mask):
            x, y, width, height = cv2.boundingRect(mask)
            box = left + x, top + y, left + x + width, top + y + height
            spot_x, spot_y = _spot(mask, x + (width - 1) / 2, y + (height - 1) / 2)
            whole = n_pixels
            if number in covered:
                whole = _n_pixels_alone(drawing, number, bounds[number], scratch)
            found[number] = Seen(box, (left + spot_x, top + spot_y), n_pixels, n_pixels / whole)
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


def _n_pixels_alone(drawing: Drawing, number: int, bounds: Box, scratch: np.ndarray) -> int:
    """Return how many pixels an object has where nothing else is painted; the scratch map stays empty."""
    import cv2

    left, top, right, bottom = bounds
    paint_objects(drawing.of((number,)), scratch)
    own = scratch[top:bottom, left:right]
    n_pixels = cv2.countNonZero(own)
    own[:] = 0
    return n_pixels


def _spot(mask: np.ndarray, x: float, y: float) -> tuple[int, int]:
    """Return the pixel of the mask that is nearest to x, y. It is sought in growing windows."""
    reach = 2
    while True:
        left, top = max(0, math.ceil(x - reach)), max(0, math.ceil(y - reach))
        ys, xs = np.nonzero(mask[top : math.floor(y + reach) + 1, left : math.floor(x + reach) + 1])
        if len(xs):
            off = (xs + (left - x)) ** 2 + (ys + (top - y)) ** 2
            nearest = int(off.argmin())
            # One outside the window may be nearer than one in its corner.
            if off[nearest] <= reach**2 or reach > max(mask.shape):
                return left + int(xs[nearest]), top + int(ys[nearest])
        reach *= 2
