"""Whole numbers that textbooks choose, and figures of exact coordinates, turned and mirrored."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.plane_geometry.exact import XY
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch

_TRIPLES = ((3, 4, 5), (3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25))
_TURNS = ((1, 0, 1), (1, 0, 1), (1, 0, 1), (0, 1, 1), (3, 4, 5), (4, 3, 5), (5, 12, 13))
# Whole altitude of a triangle, and the two parts of its base: all three sides are whole.
HERONIAN = (
    (12, 5, 9),
    (12, 5, 16),
    (12, 9, 16),
    (8, 6, 15),
    (24, 7, 10),
    (24, 7, 18),
    (15, 8, 20),
    (12, 9, 5),
)


def triple(random: Random) -> tuple[int, int, int]:
    """Return the sides of a right triangle, whole, the hypotenuse last."""
    a, b, c = random.choice(_TRIPLES)
    times = random.randint(1, max(1, 20 // c)) if c < 20 else 1
    if random.random() < 0.5:
        a, b = b, a
    return a * times, b * times, c * times


def drawn_polygon(sketch: Sketch, corners: list[XY]) -> list[str]:
    """Draw a polygon, and return its corners."""
    sketch.begin("polygon")
    names = put(sketch, corners)
    sketch.draw("".join([*names, names[0]]))
    return names


def put(
    sketch: Sketch,
    corners: list[XY],
    *,
    center: bool = False,
    last_is_center: bool = False,
    turned: bool = True,
) -> list[str]:
    """Add points, the whole figure turned by an angle of whole numbers, and mirrored or not."""
    a, b, c = sketch.random.choice(_TURNS if turned else _TURNS[:1])
    cos, sin = Fraction(a, c), Fraction(b, c)
    across, down = sketch.random.choice((1, -1)), sketch.random.choice((1, -1))
    names = []
    for n, p in enumerate(corners):
        is_center = (center and n == 0) or (last_is_center and n == len(corners) - 1)
        turned_point = XY((p.x * cos - p.y * sin) * across, (p.x * sin + p.y * cos) * down)
        names.append(sketch.put(turned_point, name="O" if is_center else None))
    return names
