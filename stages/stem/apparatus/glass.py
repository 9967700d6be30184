"""Vessels of glass: flasks, beakers, test tubes, jars, bottles, dishes; some with something in them."""

from __future__ import annotations

import math
from collections.abc import Callable

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.apparatus.part import (
    Box,
    Part,
    box_of,
    fine,
    line,
    liquid,
    rectangle,
    sheet,
    strokes,
    surface,
)

NECK = 28.0  # half of the width of a neck, and of a stopper in it
FLASK = 92.0  # radius of a round flask
FLASK_TOP = FLASK + 105.0  # of its neck, above its middle
CONE, CONE_TOP = 95.0, 215.0  # half of the base of a conical flask, and its height
BEAKER, BEAKER_TOP = 85.0, 165.0
TUBE, TUBE_LENGTH = 24.0, 265.0  # half of the width of a test tube
JAR, JAR_TOP = 55.0, 190.0
_LIP = 9.0


def round_flask(middle: Point, level: float | None, arm: Point | None = None) -> Part:
    """Return a round-bottom flask; `level` is how high liquid stands above its middle.

    A distilling flask has an arm at its neck that goes down to a point.
    """
    x, y = middle
    start = math.acos(NECK / FLASK)
    bulb = arc(middle, FLASK, math.pi - start, math.tau - (math.pi - 2 * start))
    joint, top = y + FLASK * math.sin(start), y + FLASK_TOP
    left = polyline([(x - NECK, joint), (x - NECK, top), (x - NECK - _LIP, top)])
    right = polyline([(x + NECK, joint), (x + NECK, top), (x + NECK + _LIP, top)])
    shapes = [] if level is None else _pool(middle, level)
    shapes.append(Shape(Role.LINE, bulb + left + right))
    neck = (x - NECK, y, x + NECK, top)
    boxes = [(x - FLASK, y - FLASK, x + FLASK, y + FLASK), neck]
    if arm:
        shapes += _arm((x + NECK, y + FLASK + 48), arm)
        boxes.append((x + NECK, arm[1], arm[0], y + FLASK + 56))
    return Part.of("round-bottom flask", (x - 0.866 * FLASK, y + 0.5 * FLASK), *shapes, boxes=boxes)


def _pool(middle: Point, level: float) -> list[Shape]:
    """Return the liquid at the bottom of a round flask."""
    turn = math.asin(level / FLASK)
    half = FLASK * math.cos(turn)
    pool = arc(middle, FLASK, math.pi - turn, math.pi + 2 * turn)
    return [Shape(Role.SHADE, pool), surface(middle[0] - half, middle[0] + half, middle[1] + level)]


def _arm(start: Point, end: Point) -> list[Shape]:
    return [fine((start[0], start[1] + dy), (end[0], end[1] + dy)) for dy in (-8.0, 8.0)]


def conical_flask(base: Point, level: float | None) -> Part:
    """Return a conical flask that stands on a point; liquid stands so high above its base."""
    x, y = base
    shoulder, top = y + 150, y + CONE_TOP
    sides = [(x - NECK - _LIP, top), (x - NECK, top), (x - NECK, shoulder), (x - CONE, y), (x + CONE, y)]
    sides += [(x + NECK, shoulder), (x + NECK, top), (x + NECK + _LIP, top)]
    shapes = [line(*sides)]
    if level is not None:
        half = CONE - (CONE - NECK) * level / 150
        pool = liquid((x - CONE, y), (x + CONE, y), (x + half, y + level), (x - half, y + level))
        shapes = [pool, surface(x - half, x + half, y + level), *shapes]
    boxes = [(x - CONE, y, x + CONE, y + 75), (x - 0.62 * CONE, y + 75, x + 0.62 * CONE, shoulder)]
    boxes.append((x - NECK, shoulder, x + NECK, top))
    return Part.of("conical flask", (x - CONE + (CONE - NECK) * 0.3, y + 45), *shapes, boxes=boxes)


def beaker(base: Point, level: float | None, half: float = BEAKER, height: float = BEAKER_TOP) -> Part:
    x, y = base
    sides = [(x - half - _LIP, y + height + 6), (x - half, y + height - 6), (x - half, y), (x + half, y)]
    sides += [(x + half, y + height)]
    shapes = [line(*sides)]
    if level is not None:
        pool = liquid(*rectangle(x - half, y, x + half, y + level))
        shapes = [pool, surface(x - half, x + half, y + level), *shapes]
    return Part.of("beaker", (x + half, y + 0.5 * height), *shapes)


def test_tube(bottom: Point, turn: float, grains: int) -> Part:
    """Return a test tube with a solid at its bottom; `turn` is the direction of its mouth, in radians."""
    place = turned(bottom, turn)
    wall = polyline([(TUBE_LENGTH, TUBE), (TUBE, TUBE)]) + arc((TUBE, 0), TUBE, math.pi / 2, math.pi)
    wall += polyline([(TUBE, -TUBE), (TUBE_LENGTH, -TUBE)])
    heap = [(10.0 + 15 * n, -TUBE + 5 + 9 * (n % 2)) for n in range(grains)]
    solid = Path(())
    for grain in heap:
        solid += arc(place(grain), 4.0)
    shapes = (Shape(Role.PAPER, wall.moved(place)), Shape(Role.FULL, solid))
    pieces = [polyline([place((d, -TUBE)), place((d + 66, TUBE))]) for d in (0.0, 66.0, 132.0, 198.0)]
    boxes = [_grown(box_of(piece), 12.0) for piece in pieces]
    return Part.of("test tube", place((0.4 * TUBE_LENGTH, TUBE)), *shapes, boxes=boxes)


def filled_tube(mouth: Point, height: float, level: float) -> Part:
    """Return a test tube upside down, so high; water stands in it up to a level above its mouth."""
    x, y = mouth
    wall = polyline([(x - TUBE, y), (x - TUBE, y + height)]) + arc((x, y + height), TUBE, math.pi, -math.pi)
    wall += polyline([(x + TUBE, y + height), (x + TUBE, y)])
    water, top = liquid(*rectangle(x - TUBE, y, x + TUBE, y + level)), surface(x - TUBE, x + TUBE, y + level)
    box = (x - TUBE, y, x + TUBE, y + height + TUBE)
    return Part.of("test tube", (x, y + height + TUBE), water, top, Shape(Role.LINE, wall), boxes=[box])


def gas_jar(mouth: Point, *, is_upright: bool, water: tuple[float, float] | None = None) -> Part:
    """Return a gas jar by the middle of its mouth, with water in it between two heights."""
    x, y = mouth
    sign = -1 if is_upright else 1
    end = y + sign * JAR_TOP
    sides = [(x - JAR - _LIP, y), (x - JAR, y), (x - JAR, end), (x + JAR, end), (x + JAR, y)]
    shapes = [line(*sides, (x + JAR + _LIP, y))]
    if water is not None:
        pool = liquid(*rectangle(x - JAR, water[0], x + JAR, water[1]))
        shapes = [pool, surface(x - JAR, x + JAR, water[1]), *shapes]
    return Part.of("gas jar", (x + JAR, y + sign * 0.8 * JAR_TOP), *shapes)


def trough(middle: Point, half: float, height: float, level: float) -> Part:
    x, y = middle
    water = liquid(*rectangle(x - half, y, x + half, y + level))
    wall = line((x - half, y + height), (x - half, y), (x + half, y), (x + half, y + height))
    return Part.of(
        "trough", (x + half, y + 0.5 * height), water, surface(x - half, x + half, y + level), wall
    )


def washing_bottle(base: Point, level: float) -> Part:
    """Return a bottle with a liquid, by its base; its stopper and tubes are parts of their own."""
    x, y = base
    shoulder, top = y + 150, y + 190
    body = [(x - 30, top), (x - 30, shoulder), (x - 62, shoulder - 26), (x - 62, y), (x + 62, y)]
    body += [(x + 62, shoulder - 26), (x + 30, shoulder), (x + 30, top)]
    pool, top_line = liquid(*rectangle(x - 62, y, x + 62, y + level)), surface(x - 62, x + 62, y + level)
    boxes = [(x - 62, y, x + 62, shoulder - 20), (x - 30, shoulder - 20, x + 30, top)]
    return Part.of("washing bottle", (x + 62, y + 60), pool, top_line, line(*body), boxes=boxes)


def evaporating_dish(middle: Point, level: float) -> Part:
    """Return a shallow dish by the middle of its rim, with a liquid that stands so far below it."""
    x, y = middle
    bowl = arc(middle, (88, 52), math.pi, math.pi)
    rim = polyline([(x - 98, y + 5), (x - 88, y), (x + 88, y), (x + 98, y + 5)])
    half = 88 * math.sqrt(1 - (level / 52) ** 2)
    start = math.asin(level / 52)
    pool = arc(middle, (88, 52), math.pi + start, math.pi - 2 * start)
    shapes = (
        Shape(Role.SHADE, pool),
        Shape(Role.LINE, bowl + rim),
        surface(x - half, x + half, y - level),
    )
    return Part.of("evaporating dish", (x + 44, y - 45), *shapes)


def crucible(base: Point) -> Part:
    """Return a crucible with its lid."""
    x, y = base
    cup = line((x - 52, y + 72), (x - 34, y), (x + 34, y), (x + 52, y + 72))
    lid = Shape(Role.SOLID, smooth([(x - 60, y + 74), (x, y + 96), (x + 60, y + 74)]))
    knob = Shape(Role.LINE, arc((x, y + 92), 8))
    return Part.of("crucible", (x + 43, y + 36), cup, lid, knob, fine((x - 60, y + 74), (x + 60, y + 74)))


def u_tube(middle: Point) -> Part:
    """Return a U-tube with granules, and arms to both sides at its top; `middle` is between its arms."""
    x, y = middle
    outer = polyline([(x - 78, y + 120), (x - 78, y)]) + arc((x, y), 78, math.pi, math.pi)
    outer += polyline([(x + 78, y), (x + 78, y + 120)])
    inner = polyline([(x - 34, y + 120), (x - 34, y)]) + arc((x, y), 34, math.pi, math.pi)
    inner += polyline([(x + 34, y), (x + 34, y + 120)])
    grains = Path(())
    for n in range(13):
        turn = math.pi + math.pi * n / 12
        for radius in (46, 64):
            grains += arc((x + radius * math.cos(turn), y + radius * math.sin(turn)), 4.5)
    shapes = (Shape(Role.LINE, outer + inner), Shape(Role.MARK, grains))
    box = (x - 78, y - 78, x + 78, y + 120)
    return Part.of("U-tube", (x - 78, y + 30), *shapes, boxes=[box])


def drying_tube(start: Point) -> Part:
    """Return a straight tube that widens, filled with granules, from its narrow end."""
    x, y = start
    top = [
        (x, y + 8),
        (x + 22, y + 8),
        (x + 36, y + 30),
        (x + 150, y + 30),
        (x + 164, y + 8),
        (x + 190, y + 8),
    ]
    low = [(px, 2 * y - py) for px, py in top]
    grains = Path(())
    for n in range(7):
        for row in (-14, 0, 14):
            grains += arc((x + 48 + 15 * n, y + row), 4.5)
    walls = Shape(Role.PAPER, polyline([*top, *reversed(low)], closed=True))
    return Part.of("drying tube", (x + 93, y + 30), walls, Shape(Role.MARK, grains))


def gas_syringe(nozzle: Point, drawn_out: float) -> Part:
    """Return a gas syringe that lies on its side, with a plunger drawn out so far."""
    x, y = nozzle
    barrel = line((x, y + 7), (x + 22, y + 7), (x + 22, y + 34), (x + 230, y + 34))
    lower = line((x, y - 7), (x + 22, y - 7), (x + 22, y - 34), (x + 230, y - 34))
    head = sheet(*rectangle(x + 22 + drawn_out, y - 31, x + 34 + drawn_out, y + 31))
    rod = sheet(*rectangle(x + 34 + drawn_out, y - 7, x + 262 + drawn_out, y + 7))
    end = sheet(*rectangle(x + 262 + drawn_out, y - 36, x + 270 + drawn_out, y + 36))
    along = [x + 40 + 20 * n for n in range(10)]
    ticks = strokes(((at, y + 34), (at, y + (20 if n % 5 else 12))) for n, at in enumerate(along))
    at = (x + 60, y - 34)
    return Part.of("gas syringe", at, barrel, lower, ticks, rod, head, end)


def turned(origin: Point, turn: float) -> Callable[[Point], Point]:
    """Return the map of places along and across a direction, from an origin, into the scene."""
    cos, sin = math.cos(turn), math.sin(turn)

    def place(point: Point) -> Point:
        x, y = point
        return origin[0] + x * cos - y * sin, origin[1] + x * sin + y * cos

    return place


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
