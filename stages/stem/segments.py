"""How far a point is from a segment, which every check of what is clear to the eye asks for."""

import math
from collections.abc import Sequence


def off_segment(point: Sequence[float], start: Sequence[float], end: Sequence[float]) -> float:
    """Return the distance to the segment, which is to one of its ends where that is nearest."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    part = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / (dx * dx + dy * dy)
    part = min(1.0, max(0.0, part))
    return math.dist(point, (start[0] + part * dx, start[1] + part * dy))
