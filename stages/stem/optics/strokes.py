"""What drawings of optics are made of: lines, arrows, rays with a head on their way; and exact places."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import ExactPoint, Role, Shape

Number = int | Fraction
Place = tuple[Number, Number]  # x to the right, y upwards
Drawn = tuple[Number | float, Number | float]
_OPEN = math.radians(155)  # how far the strokes of a head turn away from its line
_ON_ITS_WAY = 0.55  # where a ray carries its head


def line(*points: Drawn, role: Role = Role.LINE, is_closed: bool = False) -> Shape:
    return Shape(role, polyline([(float(x), float(y)) for x, y in points], closed=is_closed))


def arrow(start: Drawn, tip: Drawn, size: float) -> tuple[Shape, Shape]:
    """Return a line with a head at its end."""
    return line(start, tip), _head(start, tip, size)


def ray(start: Drawn, end: Drawn, size: float) -> tuple[Shape, Shape]:
    """Return a line with a head on its way."""
    (x, y), (u, v) = ((float(a), float(b)) for a, b in (start, end))
    return line(start, end), _head(start, (x + _ON_ITS_WAY * (u - x), y + _ON_ITS_WAY * (v - y)), size)


def _head(start: Drawn, tip: Drawn, size: float) -> Shape:
    (x, y), (u, v) = ((float(a), float(b)) for a, b in (start, tip))
    way = math.atan2(v - y, u - x)
    ends = [(u + size * math.cos(way + turn), v + size * math.sin(way + turn)) for turn in (_OPEN, -_OPEN)]
    return line(ends[0], (u, v), ends[1])


def exact(place: Place) -> ExactPoint:
    x, y = place
    return ExactPoint((str(Fraction(x)), str(Fraction(y))), (float(x), float(y)))


def others(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def wrong(value: Number, *numbers: Number) -> tuple[str, ...]:
    """Return other numbers above 0 as texts, as wrong values, each once."""
    texts = [str(Fraction(number)) for number in numbers if number > 0 and number != value]
    return tuple(dict.fromkeys(texts))
