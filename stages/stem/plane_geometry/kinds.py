"""What triangles, quadrilaterals and angles are called: decided exactly, and only where the eye agrees."""

from __future__ import annotations

from itertools import pairwise

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.plane_geometry import ALSO_RIGHT, KINDS_BY_CORNERS
from vlcorpus.stages.stem.plane_geometry.exact import XY, distance_squared

MIN_RATIO = 1.07  # of sides that are not equal: else a scalene triangle looks isosceles
_NAMES = {5: "pentagon", 6: "hexagon", 7: "heptagon", 8: "octagon"}


def kind_of_polygon(corners: list[XY]) -> str | None:
    """Return its kind, None for one without a name. Raises Unfit where it is near to a more special kind."""
    sides = [distance_squared(corners[n - 1], corners[n]) for n in range(len(corners))]
    lengths = sorted(map(float, set(sides)))
    if len(corners) in KINDS_BY_CORNERS and any(b < MIN_RATIO**2 * a for a, b in pairwise(lengths)):
        raise Unfit("sides are almost equal")
    if len(corners) == 3:
        return _triangle(corners, len(lengths))
    if len(corners) == 4:
        return _quadrilateral(corners, [side == sides[0] for side in sides])
    name = _NAMES.get(len(corners))
    if name and len(lengths) == 1:
        return f"regular {name}" if _turns_evenly(corners) else None
    return name


def wrong_kinds(kind: str, n_corners: int) -> tuple[str, ...]:
    """Return the kinds of polygons of so many corners that are wrong for one of this kind, to everybody."""
    right = {kind, *ALSO_RIGHT["kind"].get(kind, ())}
    return tuple(other for other in KINDS_BY_CORNERS.get(n_corners, ()) if other not in right)


def kind_of_angle(arm: XY, vertex: XY, other: XY) -> str:
    return ("obtuse", "right", "acute")[(arm - vertex).dot(other - vertex).sign + 1]


def _triangle(corners: list[XY], n_lengths: int) -> str:
    if n_lengths == 1:
        return "equilateral"
    right = any(kind_of_angle(corners[n - 1], corners[n], corners[n - 2]) == "right" for n in range(3))
    if n_lengths == 2:
        return "right isosceles" if right else "isosceles"
    return "right" if right else "scalene"


def _quadrilateral(corners: list[XY], as_first: list[bool]) -> str:
    a, b, c, d = corners
    ab, bc, cd, da = b - a, c - b, d - c, a - d
    first, second = ab.cross(cd).sign == 0, bc.cross(da).sign == 0  # which sides opposite are parallel
    equal = all(as_first)
    right = ab.dot(bc).sign == 0
    if first and second:
        return ("square" if right else "rhombus") if equal else ("rectangle" if right else "parallelogram")
    if first or second:
        leg, other, side = (bc, da, ab) if first else (ab, cd, bc)
        if leg.dot(leg) == other.dot(other):
            return "isosceles trapezoid"
        upright = leg.dot(side).sign == 0 or other.dot(side).sign == 0
        return "right trapezoid" if upright else "trapezoid"
    near_b = ab.dot(ab) == bc.dot(bc) and cd.dot(cd) == da.dot(da)
    near_a = ab.dot(ab) == da.dot(da) and bc.dot(bc) == cd.dot(cd)
    return "kite" if near_b or near_a else "irregular quadrilateral"


def _turns_evenly(corners: list[XY]) -> bool:
    count = len(corners)
    turns = [(corners[n] - corners[n - 1]).dot(corners[(n + 1) % count] - corners[n]) for n in range(count)]
    return all(turn == turns[0] for turn in turns)
