"""Where labels stand: beside what they name, on no ink, inside the image, and apart from each other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Scene, Tag, Unfit
from vlcorpus.stages.render.canvas import has_signs, ink_box, middle_of
from vlcorpus.stages.render.drawing import Color, Drawing, Label
from vlcorpus.stages.render.layout import Placed
from vlcorpus.stages.render.style import Style

DIRECTIONS = 16
RINGS = (1.0, 1.5, 2.1)  # distances to try, in the usual gap
CLEAR_PX = 2.0  # free on all sides of the ink of a label
MIN_LABEL_PX = 11.0  # a smaller font is not read
_GAP = 0.35  # of the height of the font: what a label keeps from the dot it names
_TINY = 1e-9

Box = tuple[float, float, float, float]


def add_labels(
    scene: Scene, placed: Placed, style: Style, objects: np.ndarray
) -> tuple[Drawing, dict[int, Tag]]:
    """Return the drawing with its labels, and which object is which tag's. Labels come after all things.

    `objects` is the map of what no label may stand on. Raises Unfit where a label finds no room: no label is
    drawn over lines, and none is left out.
    """
    taken = _Taken(objects)
    tags = dict(enumerate((tag for thing in scene.things for tag in thing.tags), len(scene.things) + 1))
    written = [_written(number, tag, placed, style) for number, tag in tags.items()]
    scale = _scale_that_fits(written, tags, placed)
    labels: list[Label] = []
    for label in written:
        tag = tags[label.object]
        if tag.room:
            labels.append(_in_its_room(replace(label, size_px=scale * label.size_px), tag, placed))
        elif tag.spots:
            labels.append(_on_a_spot(label, tag, placed, taken))
        else:
            labels.append(
                _pinned(label, tag) if tag.is_centered else _beside(label, tag, placed, style, taken)
            )
        taken.add(ink_box(labels[-1]))
    return replace(placed.drawing, items=placed.drawing.items + tuple(labels)), tags


def _written(number: int, tag: Tag, placed: Placed, style: Style) -> Label:
    size_px, at = tag.size * style.label_px, placed.to_px(tag.at)
    font = _font_for(tag.text, style)
    return Label(number, tag.text, at, font, size_px, _color(tag, style), tag.turn_deg)


def _font_for(text: str, style: Style) -> Path:
    """Return the first of the style's fonts that has all signs of a text.

    Raises ValueError where none has: a sign is not drawn as a box.
    """
    for font in style.fonts:
        if has_signs(font, text):
            return font
    raise ValueError(f"{style.font} and {style.chinese_font} lack signs of {text!r}")


def _in_its_room(label: Label, tag: Tag, placed: Placed) -> Label:
    if tag.room is None or not tag.is_flush:
        return _pinned(label, tag)
    x, y = label.center
    left, _, right, _ = ink_box(label)
    return replace(label, center=(x + (right - left - tag.room[0] * placed.scale) / 2, y))


def _on_a_spot(label: Label, tag: Tag, placed: Placed, taken: _Taken) -> Label:
    for spot in tag.spots:
        moved = replace(label, center=placed.to_px(spot))
        if taken.is_free(ink_box(moved)):
            return moved
    raise Unfit(f"no spot for the label {tag.text}")


def _scale_that_fits(labels: list[Label], tags: dict[int, Tag], placed: Placed) -> float:
    """Return by what all labels with a room of their own get smaller, so that each fits: by 1 at most."""
    rooms = [(label, room) for label in labels if (room := tags[label.object].room)]
    scale = 1.0
    for label, room in rooms:
        left, top, right, bottom = ink_box(label)
        scale = min(scale, room[0] * placed.scale / (right - left), room[1] * placed.scale / (bottom - top))
    if any(scale * label.size_px < MIN_LABEL_PX for label, _ in rooms):
        raise Unfit("a label is too long for its room")
    return scale


def _pinned(label: Label, tag: Tag) -> Label:
    """Return a label that is centred, so that what is pinned of its text stands in the middle."""
    if not tag.pin:
        return label
    x, y = label.center
    dx, dy = middle_of(tag.pin, label)
    return replace(label, center=(x - dx, y - dy))


def _color(tag: Tag, style: Style) -> Color:
    """Return what is read on what the label stands on."""
    if tag.on is None:
        return style.ink
    ground = _brightness(style.shades[tag.on])
    return max(style.ink, style.surface, key=lambda color: abs(_brightness(color) - ground))


def _brightness(color: Color) -> float:
    red, green, blue = color
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _beside(label: Label, tag: Tag, placed: Placed, style: Style, taken: _Taken) -> Label:
    x, y = label.center
    left, top, right, bottom = ink_box(label)
    half = ((right - left) / 2, (bottom - top) / 2)
    gap = tag.gap * (style.dot_px + _GAP * label.size_px)
    if tag.side is not None:
        offsets = iter([_offset(half, gap, math.atan2(-tag.side[1], tag.side[0]))])
    else:
        away = placed.to_px(tag.away_from) if tag.away_from else None
        toward = math.atan2(y - away[1], x - away[0]) if away and away != (x, y) else -math.pi / 4
        offsets = _offsets(half, gap, toward)
    for dx, dy in offsets:
        if taken.is_free((left + dx, top + dy, right + dx, bottom + dy)):
            return replace(label, center=(x + dx, y + dy))
    raise Unfit(f"no room for the label {tag.text}")


def _offsets(half: tuple[float, float], gap: float, toward: float) -> Iterator[Point]:
    """Yield how far a box may stand from its point, the best first: near, and `toward` its better side."""
    turns = sorted(range(DIRECTIONS), key=lambda n: min(n, DIRECTIONS - n))
    for ring in RINGS:
        for turn in turns:
            yield _offset(half, ring * gap, toward + turn * math.tau / DIRECTIONS)


def _offset(half: tuple[float, float], gap: float, angle: float) -> Point:
    """Return how far the middle of a box is from a point whose nearest edge, at that angle, is a gap away."""
    dx, dy = math.cos(angle), math.sin(angle)
    edge = min(half[0] / max(abs(dx), _TINY), half[1] / max(abs(dy), _TINY), math.hypot(*half))
    return dx * (gap + edge), dy * (gap + edge)


class _Taken:
    """Which part of the image is taken: by ink, and by the labels that stand."""

    def __init__(self, objects: np.ndarray) -> None:
        self._objects = objects
        self._boxes: list[Box] = []

    def is_free(self, box: Box) -> bool:
        import cv2

        height, width = self._objects.shape
        left, top = math.floor(box[0] - CLEAR_PX), math.floor(box[1] - CLEAR_PX)
        right, bottom = math.ceil(box[2] + CLEAR_PX), math.ceil(box[3] + CLEAR_PX)
        if left < 0 or top < 0 or right > width or bottom > height:
            return False
        if any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in self._boxes):
            return False
        return cv2.countNonZero(self._objects[top:bottom, left:right]) == 0

    def add(self, box: Box) -> None:
        self._boxes.append(box)
