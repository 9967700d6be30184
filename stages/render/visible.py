"""What is seen of a drawing: the pixels of each object, so that nothing is annotated that is hidden."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from vlcorpus.stages.render.canvas import ink_box, paint_objects
from vlcorpus.stages.render.drawing import BACKGROUND, Drawing, Label, Mark, Matrix, seen_from

Box = tuple[int, int, int, int]
_NEAR_PX = 3


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
    parts: dict[int, list[Mark | Label]] = defaultdict(list)
    for item in drawing.items:
        parts[item.object].append(item)
    boxes = {id(item): _bounds(item, drawing.view) for item in drawing.items}
    bounds = {number: _around([boxes[id(item)] for item in items]) for number, items in parts.items()}
    covered = _covered(drawing, boxes, bounds)
    scratch = np.zeros_like(objects)
    found = {}
    for number, around in bounds.items():
        left, top, right, bottom = _cut(around, drawing)
        if left >= right or top >= bottom:
            continue
        mask = (objects[top:bottom, left:right] == number).view(np.uint8)
        if n_pixels := cv2.countNonZero(mask):
            x, y, width, height = cv2.boundingRect(mask)
            box = left + x, top + y, left + x + width, top + y + height
            spot_x, spot_y = _spot(mask, x + (width - 1) / 2, y + (height - 1) / 2)
            whole = n_pixels
            if number in covered:
                alone = replace(drawing, items=tuple(parts[number]))
                whole = _n_pixels(alone, scratch, (left, top, right, bottom))
            found[number] = Seen(box, (left + spot_x, top + spot_y), n_pixels, n_pixels / whole)
    return found


def _around(boxes: list[Box]) -> Box:
    """Return the box that holds all of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _cut(box: Box, drawing: Drawing) -> Box:
    """Return the part of a box that lies in the image."""
    left, top, right, bottom = box
    return max(left, 0), max(top, 0), min(right, drawing.width_px), min(bottom, drawing.height_px)


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


def _covered(drawing: Drawing, boxes: dict[int, Box], bounds: dict[int, Box]) -> set[int]:
    """Return the objects that something filled of another, painted later, may hide a part of."""
    found: set[int] = set()
    later: list[tuple[int, Box]] = []
    for item in reversed(drawing.items):
        number = item.object
        left, top, right, bottom = bounds[number]
        if number not in found and any(
            left < c and a < right and top < d and b < bottom and other != number
            for other, (a, b, c, d) in later
        ):
            found.add(number)
        if isinstance(item, Mark) and item.fill is not None:
            later.append((number, boxes[id(item)]))
    return found


def _n_pixels(drawing: Drawing, scratch: np.ndarray, box: Box) -> int:
    """Return how many pixels a drawing has, all within a box; the scratch map is empty and stays so."""
    import cv2

    left, top, right, bottom = box
    paint_objects(drawing, scratch)
    painted = scratch[top:bottom, left:right]
    n_pixels = cv2.countNonZero(painted)
    painted[:] = BACKGROUND
    return n_pixels


def _spot(mask: np.ndarray, x: float, y: float) -> tuple[int, int]:
    """Return the pixel of the mask that is nearest to x, y, which are whole or halves."""
    height, width = mask.shape
    for dx, dy in _near(x % 1, y % 1):  # most things are seen in their middle
        column, row = int(x + dx), int(y + dy)
        if 0 <= column < width and 0 <= row < height and mask[row, column]:
            return column, row
    ys, xs = np.divmod(np.flatnonzero(mask.view(np.bool_)), width)
    nearest = int(((xs - x) ** 2 + (ys - y) ** 2).argmin())
    return int(xs[nearest]), int(ys[nearest])


@lru_cache
def _near(part_x: float, part_y: float) -> list[tuple[float, float]]:
    """Return the ways to the pixels around a place in a pixel, the shortest first."""
    ways = [
        (dx - part_x, dy - part_y)
        for dy in range(-_NEAR_PX, _NEAR_PX + 2)
        for dx in range(-_NEAR_PX, _NEAR_PX + 2)
    ]
    return sorted((way for way in ways if math.hypot(*way) <= _NEAR_PX), key=lambda way: math.hypot(*way))
