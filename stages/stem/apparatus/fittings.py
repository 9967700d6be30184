"""What joins, holds, heats and measures: tubes, funnels, condensers, stands, burners, electrodes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.apparatus.glass import NECK, turned
from vlcorpus.stages.stem.apparatus.part import (
    Box,
    Part,
    filled,
    fine,
    line,
    liquid,
    rectangle,
    sheet,
    strokes,
    surface,
)
from vlcorpus.stages.stem.axes.draw import arrow_head

BORE = 7.0  # half of the width of a tube
CONDENSER = 330.0  # its length
_HEAD_SIZE = 480.0  # of a drawing whose arrow heads are as large as those here
_SLOPE = 0.36  # radians by which a condenser goes down


def tube(points: Sequence[Point], at: Point) -> Part:
    """Return a delivery tube along level and upright pieces."""
    return Part.of("delivery tube", at, pipe(points), boxes=[_around(a, b) for a, b in pairwise(points)])


def pipe(points: Sequence[Point], bore: float = BORE) -> Shape:
    """Return a tube along points as one outline: both of its walls, mitred at the corners."""
    left = [_offset(points, n, bore) for n in range(len(points))]
    right = [_offset(points, n, -bore) for n in range(len(points))]
    return sheet(*left, *reversed(right))


def _offset(points: Sequence[Point], index: int, by: float) -> Point:
    """Return a corner of a wall: where the walls along the pieces before and after it meet."""
    normals = []
    for (ax, ay), (bx, by_) in pairwise(points[max(index - 1, 0) : index + 2]):
        length = math.dist((ax, ay), (bx, by_))
        normals.append((-(by_ - ay) / length, (bx - ax) / length))
    nx, ny = (sum(normal[axis] for normal in normals) for axis in (0, 1))
    far = by * len(normals) / (nx * nx + ny * ny)
    x, y = points[index]
    return x + nx * far, y + ny * far


def _around(a: Point, b: Point) -> Box:
    return (
        min(a[0], b[0]) - BORE,
        min(a[1], b[1]) - BORE,
        max(a[0], b[0]) + BORE,
        max(a[1], b[1]) + BORE,
    )


def stopper(top: Point, half: float = NECK) -> Part:
    """Return a stopper in the neck whose top is at a point."""
    x, y = top
    shape = filled((x - half + 4, y - 24), (x + half - 4, y - 24), (x + half, y + 14), (x - half, y + 14))
    return Part.of("stopper", (x - half + 6, y + 6), shape)


def thistle_funnel(foot: Point, top: float) -> Part:
    """Return a funnel with a long stem that ends at a point; its cup ends at the height `top`."""
    x, y = foot
    cup = smooth([(x - 34, top), (x - 28, top - 32), (x - 6, top - 52)])
    other = smooth([(x + 6, top - 52), (x + 28, top - 32), (x + 34, top)])
    stem = sheet(*rectangle(x - 6, y, x + 6, top - 52))
    shapes = (stem, Shape(Role.LINE, cup + other), fine((x - 34, top), (x + 34, top)))
    boxes = [(x - 34, top - 52, x + 34, top), (x - 6, y, x + 6, top - 52)]
    return Part.of("thistle funnel", (x, top - 22), *shapes, boxes=boxes)


def separating_funnel(foot: Point, bottom: float, split: float | None = None) -> Part:
    """Return a funnel with a tap, whose stem ends at `foot`; its pear begins at the height `bottom`.

    Two liquids stand in it where `split` is the part of it that the lower one fills, else one.
    """
    x, y = foot
    pear = [(x - 6, bottom), (x - 20, bottom + 34), (x - 44, bottom + 84), (x - 40, bottom + 128)]
    pear += [(x - 12, bottom + 158), (x - 12, bottom + 176)]
    other = [(2 * x - px, py) for px, py in pear]
    stem = sheet(*rectangle(x - 6, y, x + 6, bottom))
    level = bottom + 106
    shapes = [stem, *_fill(x, bottom, level, 0.22)]
    if split is not None:
        shapes += _fill(x, bottom, bottom + 106 * split, 0.5)
    shapes += [Shape(Role.LINE, smooth(pear) + smooth(other))]
    shapes += [filled(*rectangle(x - 12, bottom + 170, x + 12, bottom + 192))]
    shapes += [filled(*rectangle(x - 20, bottom - 34, x + 20, bottom - 20))]  # the tap
    boxes = [(x - 46, bottom, x + 46, bottom + 192), (x - 20, y, x + 20, bottom)]
    return Part.of("separating funnel", (x - 44, bottom + 84), *shapes, boxes=boxes)


def _fill(x: float, bottom: float, level: float, strength: float) -> list[Shape]:
    """Return the liquid in a pear up to a level."""
    sides = [(6.0, 0.0), (20.0, 34.0), (44.0, 84.0), (43.0, 106.0)]
    height = level - bottom
    below = [(w, h) for w, h in sides if h < height]
    (w0, h0), (w1, h1) = below[-1], sides[min(len(below), len(sides) - 1)]
    half = w0 + (w1 - w0) * (height - h0) / (h1 - h0)
    below.append((half, height))
    left = [(x - w, bottom + h) for w, h in below]
    right = [(x + w, bottom + h) for w, h in reversed(below)]
    pool = Shape(Role.SHADE, polyline([*left, *right], closed=True), strength=strength)
    return [pool, surface(x - half, x + half, level)]


def funnel(tip: Point, joint: float) -> Part:
    """Return a funnel whose stem ends at a point, and whose cone begins at the height `joint`."""
    x, y = tip
    cone = line((x - 8, joint), (x - 88, joint + 96), (x + 88, joint + 96), (x + 8, joint))
    stem = polyline([(x - 8, joint), (x - 8, y - 8), (x + 8, y + 6), (x + 8, joint)])
    boxes = [(x - 88, joint, x + 88, joint + 96), (x - 8, y - 8, x + 8, joint)]
    return Part.of("funnel", (x + 8, joint - 34), cone, Shape(Role.LINE, stem), boxes=boxes)


def filter_paper(joint: Point, level: float) -> Part:
    """Return the paper in a funnel, with liquid up to a height above the joint of the funnel."""
    x, y = joint
    half = level * 80 / 92  # the funnel's wall
    pool = liquid((x, y + 12), (x + half, y + level), (x - half, y + level))
    paper = [line((x + sign * 60, y + 76), (x, y + 10)) for sign in (-1, 1)]
    crown = line((x - 60, y + 76), (x - 20, y + 70), (x + 20, y + 70), (x + 60, y + 76))
    return Part.of(
        "filter paper", (x + 46, y + 60), pool, surface(x - half, x + half, y + level), *paper, crown
    )


def glass_rod(low: Point, high: Point) -> Part:
    at = (low[0] + 0.78 * (high[0] - low[0]), low[1] + 0.78 * (high[1] - low[1]))
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    boxes = [_around(low, middle), _around(middle, high)]
    return Part.of("glass rod", at, pipe([low, high], 5.0), boxes=boxes)


def thermometer(bulb: Point, length: float) -> Part:
    x, y = bulb
    glass = sheet(*rectangle(x - 6, y, x + 6, y + length))
    heights = [y + 0.35 * length + 14 * n for n in range(9)]
    ticks = strokes(((x - 6, height), (x, height)) for height in heights)
    ball = Shape(Role.FULL, arc((x, y), 9))
    thread = Shape(Role.FULL, polyline(rectangle(x - 1.5, y, x + 1.5, y + 0.6 * length), closed=True))
    return Part.of("thermometer", (x, y + 0.86 * length), glass, ticks, thread, ball)


def condenser(start: Point, turn: float, *, from_below: bool) -> tuple[Part, Point]:
    """Return a condenser along a direction from a point, and where its inner tube ends.

    Cooling water comes in at the lower end, or else at the upper one: arrows show how it flows.
    """
    place = turned(start, turn)
    inner = pipe([place((0, 0)), place((CONDENSER, 0))], 8.0)
    jacket = sheet(*(place(point) for point in rectangle(44, -27, CONDENSER - 44, 27)))
    is_upright = math.sin(turn) > 0.5
    ends = [(74.0, 27.0), (CONDENSER - 74, -27.0)]  # of the nipples, at the jacket: first above, then below
    if is_upright:
        ends = [(CONDENSER - 74, 27.0), (74.0, -27.0)]
    shapes, boxes = [jacket, inner], []
    for number, (along, across) in enumerate(ends):
        sign = 1 if across > 0 else -1
        base, tip = place((along, across)), place((along, across + sign * 30))
        shapes.append(pipe([base, tip]))
        near, far = place((along, across + sign * 38)), place((along, across + sign * 84))
        is_in = (number == 1) == from_below
        arrow = (far, near) if is_in else (near, far)
        shapes += [line(*arrow), Shape(Role.FULL, arrow_head(arrow[1], arrow[0], _HEAD_SIZE))]
        boxes.append(_hull(base, far, 14.0))
    cuts = [place((CONDENSER * k / 5, 0)) for k in range(6)]
    boxes += [_hull(a, b, 24.0) for a, b in pairwise(cuts)]
    at = place((0.42 * CONDENSER, -18))
    return Part.of("condenser", at, *shapes, boxes=boxes), place((CONDENSER, 0))


def _hull(a: Point, b: Point, by: float) -> Box:
    return min(a[0], b[0]) - by, min(a[1], b[1]) - by, max(a[0], b[0]) + by, max(a[1], b[1]) + by


def adapter(start: Point, end: Point) -> Part:
    """Return the bent tube that leads from a condenser down into a vessel."""
    bend = (end[0], start[1] - 14)
    return Part.of("adapter", (end[0], (bend[1] + end[1]) / 2 + 12), pipe([start, bend, end], 12.0))


def stand(base: Point, top: float, reach: tuple[float, float]) -> Part:
    """Return a stand by the foot of its rod, with a plate from `reach[0]` to `reach[1]` beside it."""
    x, y = base
    plate = filled(*rectangle(x + reach[0], y, x + reach[1], y + 14))
    rod = sheet(*rectangle(x - 5, y + 14, x + 5, top))
    return Part.of("stand", (x, y + 0.62 * (top - y)), rod, plate)


def clamp(rod: Point, end: float) -> Part:
    """Return a clamp from a place on a rod to the neck that it holds, level with it."""
    x, y = rod
    sign = 1 if end > x else -1
    bar = filled(*rectangle(min(x, end), y - 5, max(x, end), y + 5))
    boss = filled(*rectangle(x - 11, y - 12, x + 11, y + 12))
    jaw = filled(*rectangle(end - sign * 14 - 5, y - 16, end - sign * 14 + 5, y + 16))
    return Part.of("clamp", (x + 0.5 * (end - x), y), bar, boss, jaw)


def ring(rod: Point, end: float) -> Part:
    """Return a ring on a rod, seen from the side, that reaches to a place level with it."""
    x, y = rod
    bar = filled(*rectangle(min(x, end), y - 4, max(x, end), y + 4))
    boss = filled(*rectangle(x - 11, y - 11, x + 11, y + 11))
    return Part.of("ring", (x + 0.3 * (end - x), y), bar, boss)


def tripod(foot: Point, height: float, half: float = 100.0) -> Part:
    x, y = foot
    top = y + height
    legs = line((x - half - 14, y), (x - half + 8, top), (x + half - 8, top), (x + half + 14, y))
    boxes = [(x - half - 14, y, x - half + 8, top), (x + half - 8, y, x + half + 14, top)]
    boxes.append((x - half, top - 4, x + half, top + 4))
    at = (x - half - 3, y + 0.5 * height)
    return Part.of("tripod", at, legs, fine((x + 22, top), (x + 26, y + 0.3 * height)), boxes=boxes)


def gauze(middle: Point, half: float = 92.0) -> Part:
    x, y = middle
    starts = [x - half + 12 * n for n in range(int(half / 6))]
    net = strokes(((start, y), (start + 8, y + 9)) for start in starts)
    return Part.of("gauze", (x + half - 10, y + 4), sheet(*rectangle(x - half, y, x + half, y + 9)), net)


def pipeclay_triangle(middle: Point, half: float = 92.0) -> Part:
    x, y = middle
    bars = [filled(*rectangle(x + left, y, x + right, y + 12)) for left, right in ((-half, -36), (36, half))]
    return Part.of("pipeclay triangle", (x + half - 20, y + 6), *bars)


def burner(foot: Point, height: float) -> Part:
    """Return a Bunsen burner with its flame, in all so high."""
    x, y = foot
    pipe_top = y + 0.64 * height
    base = filled((x - 48, y), (x + 48, y), (x + 34, y + 18), (x - 34, y + 18))
    chimney = sheet(*rectangle(x - 11, y + 18, x + 11, pipe_top))
    collar = filled(*rectangle(x - 16, y + 34, x + 16, y + 52))
    inlet = sheet(*rectangle(x + 11, y + 22, x + 52, y + 32))
    flames = _flames((x, pipe_top), 0.34 * height)
    return Part.of("Bunsen burner", (x, y + 0.5 * height), base, inlet, chimney, collar, *flames)


def spirit_lamp(foot: Point, height: float) -> Part:
    """Return a spirit lamp with its flame, in all so high."""
    x, y = foot
    body = smooth(
        [(x - 44, y), (x - 60, y + 0.2 * height), (x - 40, y + 0.42 * height), (x - 16, y + 0.5 * height)]
    )
    other = body.moved(lambda point: (2 * x - point[0], point[1]))
    spirit = liquid((x - 44, y), (x + 44, y), (x + 57, y + 0.24 * height), (x - 57, y + 0.24 * height))
    neck = filled(*rectangle(x - 18, y + 0.5 * height, x + 18, y + 0.58 * height))
    wick = filled(*rectangle(x - 6, y + 0.58 * height, x + 6, y + 0.68 * height))
    flames = _flames((x, y + 0.66 * height), 0.33 * height)
    shapes = (spirit, Shape(Role.LINE, body + other), line((x - 44, y), (x + 44, y)), neck, wick, *flames)
    return Part.of("spirit lamp", (x - 60, y + 0.2 * height), *shapes)


def _flames(base: Point, height: float) -> list[Shape]:
    x, y = base
    found = []
    for half, high in ((17.0, height), (8.0, 0.5 * height)):
        outline = [
            (x - 5, y),
            (x - half, y + 0.4 * high),
            (x, y + high),
            (x + half, y + 0.4 * high),
            (x + 5, y),
        ]
        found.append(Shape(Role.MARK, smooth(outline)))
    return found


def electrode(low: Point, high: float) -> Part:
    x, y = low
    return Part.of("electrode", (x, y + 0.45 * (high - y)), filled(*rectangle(x - 9, y, x + 9, high)))


def battery(middle: Point, plus_right: bool) -> Part:
    """Return a battery of two cells that lies on its side; + and - are written where wires leave it."""
    x, y = middle
    plates = Path(())
    for n, dx in enumerate((-27.0, -9.0, 9.0, 27.0)):
        is_long = (n % 2 == 1) == plus_right
        plates += polyline([(x + dx, y - (26 if is_long else 14)), (x + dx, y + (26 if is_long else 14))])
    plates += polyline([(x - 60, y), (x - 27, y)]) + polyline([(x + 27, y), (x + 60, y)])
    plates += polyline([(x - 9, y), (x + 9, y)])
    return Part.of("battery", (x, y), Shape(Role.LINE, plates), boxes=[(x - 60, y - 26, x + 60, y + 26)])


def burette(tip: Point, length: float) -> Part:
    """Return a burette whose tip is at a point, with a tap and lines."""
    x, y = tip
    tap, top = y + 40, y + length
    glass = [line((x - 4, y), (x - 4, tap), (x - 12, tap + 18), (x - 12, top))]
    glass.append(line((x + 4, y), (x + 4, tap), (x + 12, tap + 18), (x + 12, top)))
    fluid = liquid(
        (x - 4, tap),
        (x + 4, tap),
        (x + 12, tap + 18),
        (x + 12, top - 60),
        (x - 12, top - 60),
        (x - 12, tap + 18),
    )
    heights = [tap + 40 + 14 * n for n in range(int((length - 130) / 14))]
    ticks = strokes(((x - 12, height), (x - 2, height)) for height in heights)
    top_line = surface(x - 12, x + 12, top - 60)
    handle = filled(*rectangle(x - 18, tap - 6, x + 18, tap + 6))
    return Part.of("burette", (x + 2, tap + 0.3 * length), fluid, top_line, *glass, ticks, handle)
