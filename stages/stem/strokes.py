"""Digits and Roman numerals as strokes, for figures whose numbers are turned, mirrored, or small.

A label is always upright and as large as the style says; these are shapes like any other.
"""

from __future__ import annotations

import math
from functools import lru_cache

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth

GAP = 0.2  # between glyphs, in heights
_BAR = 0.11  # half of the length of a serif


def stroked(text: str, center: Point, height: float, turn: float = 0.0, *, mirrored: bool = False) -> Path:
    """Return the text as lines, centred; `turn` is radians clockwise, after it was mirrored left to right."""
    glyphs, width = _line(text)
    sign = -1 if mirrored else 1
    cos, sin = math.cos(turn), math.sin(turn)

    def move(point: Point) -> Point:
        x, y = sign * (point[0] - width / 2) * height, (point[1] - 0.5) * height
        return center[0] + x * cos + y * sin, center[1] - x * sin + y * cos

    return glyphs.moved(move)


def stroked_width(text: str, height: float) -> float:
    return _line(text)[1] * height


@lru_cache
def _line(text: str) -> tuple[Path, float]:
    """Return a text of height 1 that begins at the origin, and its width."""
    path, x = Path(()), 0.0
    for character in text:
        glyph, width = GLYPHS[character]
        path += _shifted(glyph, x)
        x += width + GAP
    return path, x - GAP


def _shifted(path: Path, by: float) -> Path:
    return path.moved(lambda point: (point[0] + by, point[1]))


def _upright(x: float) -> Path:
    bars = [polyline([(x - _BAR, y), (x + _BAR, y)]) for y in (0, 1)]
    return polyline([(x, 0), (x, 1)]) + bars[0] + bars[1]


def _six() -> Path:
    back = smooth([(0.5, 0.98), (0.26, 0.82), (0.06, 0.5), (0.0, 0.3)])
    return back + arc((0.29, 0.3), (0.29, 0.3), math.pi, math.tau)


def _three() -> Path:
    upper = arc((0.27, 0.75), (0.25, 0.25), math.radians(155), -math.radians(245))
    return upper + arc((0.27, 0.25), (0.29, 0.25), math.radians(90), -math.radians(245))


def _five() -> Path:
    top = polyline([(0.53, 1), (0.11, 1), (0.07, 0.55)])
    start = math.radians(135)
    bowl = arc((0.27, 0.32), (0.28, 0.32), start, -math.radians(290))
    return top + polyline([(0.07, 0.55), bowl.commands[0][1][0]]) + bowl


# Each begins at x = 0 and stands on y = 0; with its width.
GLYPHS: dict[str, tuple[Path, float]] = {
    "0": (arc((0.29, 0.5), (0.29, 0.5)), 0.58),
    "1": (polyline([(0.0, 0.76), (0.26, 1), (0.26, 0)]), 0.3),
    "2": (
        smooth([(0.02, 0.75), (0.1, 0.93), (0.29, 1), (0.48, 0.93), (0.55, 0.73), (0.46, 0.5), (0.0, 0)])
        + polyline([(0.0, 0), (0.58, 0)]),
        0.58,
    ),
    "3": (_three(), 0.56),
    "4": (polyline([(0.42, 0), (0.42, 1), (0, 0.3), (0.6, 0.3)]), 0.6),
    "5": (_five(), 0.55),
    "6": (_six(), 0.58),
    "7": (polyline([(0.0, 1), (0.56, 1), (0.2, 0)]), 0.56),
    "8": (arc((0.29, 0.755), (0.23, 0.245)) + arc((0.29, 0.255), (0.29, 0.255)), 0.58),
    "9": (_six().moved(lambda point: (0.58 - point[0], 1 - point[1])), 0.58),
    "I": (_upright(_BAR), 2 * _BAR),
    "V": (polyline([(0, 1), (0.27, 0), (0.54, 1)]), 0.54),
    "X": (polyline([(0, 1), (0.54, 0)]) + polyline([(0, 0), (0.54, 1)]), 0.54),
}
