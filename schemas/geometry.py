"""Coordinates: pixels of an image to and from the integers a Qwen3-VL answer holds.

Nominal scale 1000, emitted range 0..999: in every saved Qwen3-VL output an object at the right or bottom edge
carries 999 and never 1000, and Qwen's own decoders divide by 1000 or by 999. The error against either is at
most 1/1000. Source: docs/formats.md §1.
"""

from typing import NamedTuple

SCALE = 1000
LAST = SCALE - 1


class BoxPx(NamedTuple):
    """x1, y1 (top left), x2, y2 (bottom right) in pixels of the image; x grows right, y grows down."""

    x1: float
    y1: float
    x2: float
    y2: float


class Box1000(NamedTuple):
    """The same corners as integers 0..999 relative to the image's sides."""

    x1: int
    y1: int
    x2: int
    y2: int


def encode_coordinate(value_px: float, side_px: float) -> int:
    return min(LAST, max(0, round(value_px / side_px * SCALE)))


def decode_coordinate(value: int, side_px: float) -> float:
    return value / SCALE * side_px


def encode_box(box: BoxPx, width_px: float, height_px: float) -> Box1000 | None:
    """Return the box in 0..999, or None where nothing of it is left (degenerate after clamping)."""
    x1, x2 = (encode_coordinate(x, width_px) for x in (box.x1, box.x2))
    y1, y2 = (encode_coordinate(y, height_px) for y in (box.y1, box.y2))
    return Box1000(x1, y1, x2, y2) if x1 < x2 and y1 < y2 else None


def decode_box(box: Box1000, width_px: float, height_px: float) -> BoxPx:
    return BoxPx(
        decode_coordinate(box.x1, width_px),
        decode_coordinate(box.y1, height_px),
        decode_coordinate(box.x2, width_px),
        decode_coordinate(box.y2, height_px),
    )
