"""Furniture, instruments, tools and vehicles, with any number of legs, strings, keys, wheels."""

from __future__ import annotations

from random import Random

from vlcorpus.schemas.scenes.path import Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.odd_counts.model import Build, Model, Part, blob, disc, ink, line, solid, spread


def box(left: float, low: float, right: float, high: float) -> list[Point]:
    return [(left, low), (right, low), (right, high), (left, high)]


def _legs(xs: list[float], high: float, half: float, hue: str | None) -> tuple[Part, ...]:
    return tuple(Part((solid(box(x - half, 0, x + half, high), hue),), (x, 0.45 * high)) for x in xs)


def chair(random: Random, count: int, hue: str | None) -> Model:
    legs = _legs(spread(205, 795, count), 440, min(30, 0.25 * 590 / (count - 1)), hue)
    posts = [solid(box(x, 480, x + 55, 980), hue) for x in (180, 765)]
    rails = [solid(box(235, y, 765, y + 90), hue) for y in (860, 700)]
    return Model((*posts, *rails), {"leg": legs}, (solid(box(160, 430, 840, 500), hue),))


def table(random: Random, count: int, hue: str | None) -> Model:
    legs = _legs(spread(110, 890, count), 480, min(34, 0.25 * 780 / (count - 1)), hue)
    return Model((), {"leg": legs}, (solid([(20, 470), (980, 470), (900, 600), (100, 600)], hue),))


def bicycle(random: Random, count: int, hue: str | None) -> Model:
    xs = spread(0, 330.0 * 2 if count == 2 else 350.0 * (count - 1), count)
    radius = 190.0 if count == 2 else 150.0
    wheels = []
    for x in xs:
        spokes = [polyline([(x - dx, radius - dy), (x + dx, radius + dy)]) for dx, dy in _diameters(radius)]
        rims = [Shape(Role.LINE, arc((x, radius), r)) for r in (radius, 0.88 * radius)]
        wheels.append(Part((*rims, *(Shape(Role.MARK, path) for path in spokes)), (x, radius)))
    first, last = xs[0], xs[-1]
    crank = (first + 0.45 * (last - first), 0.9 * radius)
    seat, head = (first + 0.28 * (last - first), 2.4 * radius), (first + 0.82 * (last - first), 2.45 * radius)
    frame = [
        line([(first, radius), crank, head, seat, crank]),
        line([seat, (first, radius)]),
        line([(last, radius), (head[0] - 20, head[1] + 90)]),
        line([(head[0] - 110, head[1] + 110), (head[0] - 20, head[1] + 90), (head[0] + 50, head[1] + 120)]),
    ]
    frame = [Shape(Role.LINE, shape.path, hue) for shape in frame]
    saddle = blob(
        [
            (seat[0] - 85, seat[1] + 45),
            (seat[0] + 70, seat[1] + 35),
            (seat[0] + 70, seat[1] + 15),
            (seat[0] - 80, seat[1] + 5),
        ],
        None,
    )
    axles = tuple(ink((x, radius), 14) for x in xs)
    return Model((), {"wheel": tuple(wheels)}, (*frame, saddle, disc(crank, 40), *axles))


def _diameters(radius: float) -> list[Point]:
    return [(0.88 * radius * x, 0.88 * radius * y) for x, y in ((1, 0), (0.5, 0.866), (-0.5, 0.866))]


def car(random: Random, count: int, hue: str | None) -> Model:
    body = blob(
        [
            (20, 140), (15, 250), (60, 310), (230, 340), (330, 470), (480, 500), (660, 490), (770, 350),
            (930, 320), (985, 240), (980, 140), (800, 110), (200, 110),
        ],
        hue,
    )  # fmt: skip
    windows = [
        solid([(290, 345), (365, 445), (490, 460), (490, 345)], None, Role.PAPER),
        solid([(520, 345), (520, 460), (640, 450), (710, 345)], None, Role.PAPER),
    ]
    radius = min(105.0, 0.4 * 580 / (count - 1))
    wheels = []
    for x in spread(220, 790, count):
        shapes = (
            Shape(Role.FULL, arc((x, radius), radius)),
            disc((x, radius), 0.5 * radius, None, Role.PAPER),
        )
        wheels.append(Part(shapes, (x, radius)))
    return Model((body, *windows), {"wheel": tuple(wheels)})


def glasses(random: Random, count: int, hue: str | None) -> Model:
    radius, step = 180.0, 440.0
    rims = [Part((disc((step * n, 0), (radius, 0.85 * radius), hue),), (step * n, 0)) for n in range(count)]
    bridges = [
        line([(step * n + radius, 40), (step * (n + 0.5), 80), (step * (n + 1) - radius, 40)], curved=True)
        for n in range(count - 1)
    ]
    end = step * (count - 1)
    arms = [line([(-radius, 50), (-radius - 90, 90)]), line([(end + radius, 50), (end + radius + 90, 90)])]
    return Model((*bridges, *arms), {"rim": tuple(rims)})


def fork(random: Random, count: int, hue: str | None) -> Model:
    width = 90.0 * count
    half = 22.0
    neck = blob(
        [
            (-0.5 * width, 640), (-0.46 * width, 540), (-60, 440), (-24, 400), (-36, 40), (0, 0), (36, 40),
            (24, 400), (60, 440), (0.46 * width, 540), (0.5 * width, 640), (0, 620),
        ],
        hue,
    )  # fmt: skip
    tines = []
    for x in spread(-0.5 * width + half, 0.5 * width - half, count):
        outline = [(x - half, 610), (x - half, 950), (x, 990), (x + half, 950), (x + half, 610)]
        tines.append(Part((solid(outline, hue),), (x, 820)))
    return Model((), {"tine": tuple(tines)}, (neck,))


def fence(random: Random, count: int, hue: str | None) -> Model:
    each, half = 1000.0 / count, 1000.0 / count * 0.3
    rails = [solid(box(-20, y, 1020, y + 50), hue) for y in (150, 380)]
    pickets = []
    for n in range(count):
        x = (n + 0.5) * each
        outline = [(x - half, 0), (x + half, 0), (x + half, 500), (x, 500 + 1.2 * half), (x - half, 500)]
        pickets.append(Part((solid(outline, hue),), (x, 285)))
    return Model(tuple(rails), {"picket": tuple(pickets)})


def ladder(random: Random, count: int, hue: str | None) -> Model:
    height = 1000.0
    rails = [solid(box(x, 0, x + 45, height), hue) for x in (0, 355)]
    half = min(22.0, 0.2 * height / (count + 1))
    rungs = []
    for y in spread(height / (count + 1), height * count / (count + 1), count):
        rungs.append(Part((solid(box(45, y - half, 355, y + half), hue),), (200, y)))
    return Model(tuple(rails), {"rung": tuple(rungs)})


def piano_octave(random: Random, count: int, hue: str | None) -> Model:
    """Return seven white keys, with so many black ones from the left of the places between them."""
    step, height = 140.0, 620.0
    places = {4: (1, 2, 4, 5), 5: (1, 2, 4, 5, 6), 6: (1, 2, 3, 4, 5, 6)}[count]
    white = [
        Part((solid(box(n * step, 0, (n + 1) * step, height), None, Role.PAPER),), ((n + 0.5) * step, 90))
        for n in range(7)
    ]
    black = [
        Part((solid(box(n * step - 40, 240, n * step + 40, height), None, Role.FULL),), (n * step, 420))
        for n in places
    ]
    gaps = tuple((n * step, 420.0) for n in (1, 2, 4, 5, 6) if n not in places)
    extra = tuple((n * step, 420.0) for n in places if n == 3)
    return Model(
        (),
        {"white key": tuple(white), "black key": tuple(black)},
        (),
        {"black key": gaps},
        {"black key": extra},
    )


def guitar(random: Random, count: int, hue: str | None) -> Model:
    body = blob(
        [
            (500, 440), (640, 430), (700, 340), (660, 260), (740, 150), (720, 30), (600, -60), (500, -70),
            (400, -60), (280, 30), (260, 150), (340, 260), (300, 340), (360, 430),
        ],
        hue or "brown",
    )  # fmt: skip
    return _strings(body, count, half=105.0, hole=Shape(Role.PAPER, arc((500, 210), 95)))


def violin(random: Random, count: int, hue: str | None) -> Model:
    body = blob(
        [
            (500, 440), (620, 430), (680, 350), (640, 270), (590, 220), (620, 150), (710, 60), (690, -60),
            (500, -110), (310, -60), (290, 60), (380, 150), (410, 220), (360, 270), (320, 350), (380, 430),
        ],
        hue or "brown",
    )  # fmt: skip
    return _strings(body, count, half=75.0, hole=None)


def _strings(body: Shape, count: int, half: float, hole: Shape | None) -> Model:
    """Return an instrument with a neck, and strings along it that end at a bridge and a head."""
    neck = solid(box(500 - half, 300, 500 + half, 900), None)
    outline = [(500 - half, 900), (500 - 1.2 * half, 1020), (500 + 1.2 * half, 1020), (500 + half, 900)]
    head = solid(outline, None)
    bridge = solid(box(500 - 1.2 * half, 30, 500 + 1.2 * half, 60), None, Role.FULL)
    strings = []
    for x in spread(500 - 0.8 * half, 500 + 0.8 * half, count):
        strings.append(Part((Shape(Role.MARK, polyline([(x, 45), (x, 980)])),), (x, 640)))
    base = (body, neck, head) if hole is None else (body, hole, neck, head)
    return Model((*base, bridge), {"string": tuple(strings)})


BUILDS: dict[str, Build] = {
    "chair": chair,
    "table": table,
    "bicycle": bicycle,
    "car": car,
    "glasses": glasses,
    "fork": fork,
    "fence": fence,
    "ladder": ladder,
    "piano octave": piano_octave,
    "guitar": guitar,
    "violin": violin,
}
