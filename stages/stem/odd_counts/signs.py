"""Flags, emblems and signs, with any number of stars, stripes, rings, points, sides."""

from __future__ import annotations

import math
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.odd_counts.model import (
    Build,
    Model,
    Part,
    Word,
    around,
    blob,
    disc,
    line,
    solid,
    spread,
    star,
    turned,
)

WIDTH, HEIGHT = 1000.0, 640.0


def _rectangle(left: float, low: float, right: float, high: float) -> list[Point]:
    return [(left, low), (right, low), (right, high), (left, high)]


def eu_flag(random: Random, count: int, hue: str | None) -> Model:
    field = solid(_rectangle(0, 0, WIDTH, HEIGHT), "blue")
    center = (WIDTH / 2, HEIGHT / 2)
    stars = []
    for n in range(count):
        at = around(center, 220, 360 * n / count)
        stars.append(Part((Shape(Role.AREA, star(at, 46), "orange"),), at))
    return Model((field,), {"star": tuple(stars)})


def chinese_flag(random: Random, count: int, hue: str | None) -> Model:
    """Return a large star, and small ones on an arc beside it."""
    field = solid(_rectangle(0, 0, WIDTH, HEIGHT), "red")
    large, reach = (180.0, 420.0), 220.0
    stars = [Part((Shape(Role.AREA, star(large, 105), "orange"),), large)]
    size = min(42.0, 0.36 * reach * math.radians(96) / (count - 2))
    for degrees in spread(38, 134, count - 1):
        at = around(large, reach, degrees)
        towards = degrees + 180  # one point of each small star looks at the large one
        stars.append(Part((Shape(Role.AREA, star(at, size, towards), "orange"),), at))
    return Model((field,), {"star": tuple(stars)})


def us_flag(random: Random, count: int, hue: str | None) -> Model:
    """Return stripes, red and white in turn, and beside the upper ones a canton without its stars."""
    each, canton = HEIGHT / count, (count + 1) // 2
    stripes = []
    for n in range(count):
        high = HEIGHT - n * each
        corners = _rectangle(0.4 * WIDTH if n < canton else 0, high - each, WIDTH, high)
        role, color = (Role.SOLID, "red") if n % 2 == 0 else (Role.PAPER, None)
        stripes.append(Part((solid(corners, color, role),), (0.75 * WIDTH, high - each / 2)))
    field = solid(_rectangle(0, HEIGHT - each * canton, 0.4 * WIDTH, HEIGHT), "blue")
    return Model((field,), {"stripe": tuple(stripes)})


def thai_flag(random: Random, count: int, hue: str | None) -> Model:
    """Return stripes across: red, white, blue, white, red, and on like that; the usual blue one is double."""
    colors = ("red", None, "blue", None)
    weights = [2 if count == 5 and n == 2 else 1 for n in range(count)]
    stripes, high = [], HEIGHT
    for n, weight in enumerate(weights):
        low = high - HEIGHT * weight / sum(weights)
        corners = _rectangle(0, low, WIDTH, high)
        color = colors[n % 4]
        shape = solid(corners, color, Role.SOLID if color else Role.PAPER)
        stripes.append(Part((shape,), (WIDTH / 2, (low + high) / 2)))
        high = low
    return Model((), {"stripe": tuple(stripes)})


def _ring(center: Point, radius: float, hue: str | None) -> Part:
    """Return a ring of some breadth; its point is on its left, where it covers no other."""
    edges = [Shape(Role.LINE, arc(center, radius * size), hue) for size in (1.0, 0.84)]
    return Part(tuple(edges), (center[0] - 0.92 * radius, center[1]))


def audi_logo(random: Random, count: int, hue: str | None) -> Model:
    radius = 170.0
    return Model((), {"ring": tuple(_ring((n * 1.5 * radius, 0), radius, None) for n in range(count))})


def olympic_logo(random: Random, count: int, hue: str | None) -> Model:
    """Return rings in two rows, the lower ones between the upper ones."""
    radius, colors = 150.0, ("blue", "orange", None, "green", "red", "purple", "brown", "pink")
    rings = []
    for n in range(count):
        center = (n * 1.1 * radius, -n % 2 * -1.0 * radius)
        rings.append(_ring(center, radius, colors[n]))
    return Model((), {"ring": tuple(rings)})


def mercedes_logo(random: Random, count: int, hue: str | None) -> Model:
    center, radius = (500.0, 500.0), 480.0
    inner = 0.13 * radius * 3 / count + 30
    points = []
    for n in range(count):
        degrees = 360 * n / count
        half = 180 / count
        corners = [center, around(center, inner, degrees - half), around(center, 0.93 * radius, degrees)]
        corners.append(around(center, inner, degrees + half))
        shape = Shape(Role.SOLID, polyline(corners, closed=True), hue)
        points.append(Part((shape,), around(center, 0.6 * radius, degrees)))
    rings = tuple(Shape(Role.LINE, arc(center, radius * size)) for size in (1.0, 0.93))
    return Model(rings, {"point": tuple(points)})


def stop_sign(random: Random, count: int, hue: str | None) -> Model:
    """Return a regular polygon whose sides are the parts."""
    center, radius = (500.0, 500.0), 480.0
    corners = [around(center, radius, 360 * (n + 0.5) / count) for n in range(count)]
    area = solid(corners, "red", Role.AREA)
    sides = []
    for n in range(count):
        (ax, ay), (bx, by) = corners[n - 1], corners[n]
        sides.append(
            Part((Shape(Role.LINE, polyline([(ax, ay), (bx, by)])),), ((ax + bx) / 2, (ay + by) / 2))
        )
    return Model((area,), {"side": tuple(sides)}, word=Word("STOP", center, (700, 260), "red"))


def shoe(random: Random, count: int, hue: str | None) -> Model:
    body = blob(
        [
            (30, 130), (20, 260), (60, 420), (90, 520), (180, 540), (300, 510), (360, 440), (470, 360),
            (640, 290), (820, 250), (950, 200), (980, 130), (900, 90), (500, 80), (120, 85),
        ],
        hue,
    )  # fmt: skip
    sole = solid([(10, 110), (985, 110), (970, 20), (60, 20)], None)
    laces = [line([(330 + 60 * n, 455 - 45 * n), (410 + 60 * n, 495 - 45 * n)]) for n in range(3)]
    half = min(28.0, 0.3 * 330 / count)
    stripes = []
    for x in spread(230, 560, count):
        high = 430 - 0.42 * (x - 230)
        low = 130.0
        corners = [(x - 40 - half, low), (x - 40 + half, low), (x + 40 + half, high), (x + 40 - half, high)]
        stripes.append(Part((solid(corners, None, Role.FULL),), (x, (low + high) / 2)))
    return Model((body, sole, *laces), {"stripe": tuple(stripes)})


def traffic_light(random: Random, count: int, hue: str | None) -> Model:
    colors = {2: ("red", "green"), 3: ("red", "orange", "green")}.get(
        count, ("red", "orange", "green", "orange", "red")[:count]
    )
    height = 300.0 * count
    case = Shape(Role.SOLID, _rounded(-170, 0, 170, height + 40, 60))
    pole = solid(_rectangle(-30, -260, 30, 0), None)
    lamps = []
    for n, color in enumerate(colors):
        at = (0.0, height - 130 - 300 * n)
        lamps.append(Part((disc(at, 115, color),), at))
    return Model((pole, case), {"lamp": tuple(lamps)})


def _rounded(left: float, low: float, right: float, high: float, radius: float) -> Path:
    """Return a rectangle with round corners."""
    centers = [
        (right - radius, high - radius), (left + radius, high - radius),
        (left + radius, low + radius), (right - radius, low + radius),
    ]  # fmt: skip
    points = [
        (
            x + radius * math.cos(math.radians(90 * n + step)),
            y + radius * math.sin(math.radians(90 * n + step)),
        )
        for n, (x, y) in enumerate(centers)
        for step in range(0, 91, 15)
    ]
    return polyline(points, closed=True)


def wind_turbine(random: Random, count: int, hue: str | None) -> Model:
    hub = (500.0, 640.0)
    tower = solid([(470, 0), (530, 0), (512, 640), (488, 640)], None)
    blades = []
    for n in range(count):
        degrees = 360 * n / count + 15
        outline = [(-14, 20), (-40, 120), (-12, 360), (0, 380), (10, 360), (14, 20)]
        path = turned(smooth(outline, closed=True), hub, degrees)
        blades.append(Part((Shape(Role.SOLID, path, hue),), around(hub, 240, degrees)))
    return Model((tower,), {"blade": tuple(blades)}, (disc(hub, 34),))


BUILDS: dict[str, Build] = {
    "eu flag": eu_flag,
    "chinese flag": chinese_flag,
    "us flag": us_flag,
    "thai flag": thai_flag,
    "audi logo": audi_logo,
    "olympic logo": olympic_logo,
    "mercedes logo": mercedes_logo,
    "three-stripe shoe": shoe,
    "stop sign": stop_sign,
    "traffic light": traffic_light,
    "wind turbine": wind_turbine,
}
