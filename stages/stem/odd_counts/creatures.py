"""Small animals and parts of living things, with any number of legs, arms, fingers, leaves."""

from __future__ import annotations

import math
from collections.abc import Iterable
from random import Random

from vlcorpus.schemas.scenes.path import Point, arc, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape
from vlcorpus.stages.stem.odd_counts.model import (
    Build,
    Model,
    Part,
    around,
    blob,
    disc,
    ink,
    limb,
    line,
    spread,
    turned,
)


def ant(random: Random, count: int, hue: str | None) -> Model:
    return _bug(count, hue, ((500, 790, 110), (500, 600, 105), (500, 320, 190)), (690, 440))


def beetle(random: Random, count: int, hue: str | None) -> Model:
    back = line([(500, 690), (500, 160)])
    return _bug(count, hue, ((500, 780, 120), (500, 430, 270)), (610, 250), front=(back,))


def spider(random: Random, count: int, hue: str | None) -> Model:
    eyes = (ink((465, 680), 14), ink((535, 680), 14))
    return _bug(count, hue, ((500, 640, 130), (500, 380, 190)), (680, 440), front=eyes, feelers=False)


def _bug(
    count: int,
    hue: str | None,
    discs: tuple[tuple[float, float, float], ...],
    rows: tuple[float, float],
    *,
    front: tuple[Shape, ...] = (),
    feelers: bool = True,
) -> Model:
    """Return a body of discs from above, with its legs on both sides, half of them on each."""
    left, right = count // 2, count - count // 2
    legs = []
    for side, n in ((-1, left), (1, right)):
        for y in spread(*rows, n):
            tilt = (y - sum(rows) / 2) * 0.9
            root = 500 + side * _half_width(discs, y)
            path = smooth(
                [(root, y), (500 + side * 300, y + 50 + tilt), (500 + side * 440, y - 90 + 1.6 * tilt)]
            )
            legs.append(Part((Shape(Role.LINE, path),), (500 + side * 330, y + 30 + 1.1 * tilt)))
    legs.sort(key=lambda part: part.at)
    x, y, radius = discs[0]
    body: tuple[Shape, ...] = ()
    if feelers:
        body = tuple(
            Shape(
                Role.MARK,
                smooth([(x, y), (x + side * 70, y + radius + 70), (x + side * 150, y + radius + 90)]),
            )
            for side in (-1, 1)
        )
    return Model(body, {"leg": tuple(legs)}, (*(disc((a, b), r, hue) for a, b, r in discs), *front))


def _half_width(discs: Iterable[tuple[float, float, float]], y: float) -> float:
    """Return how far a body of discs reaches to each side at a height, a little less than that."""
    reach = (radius**2 - (y - middle) ** 2 for _, middle, radius in discs)
    return 0.9 * math.sqrt(max(0.0, *reach))


def octopus(random: Random, count: int, hue: str | None) -> Model:
    width = 0.36 * 860 / count
    arms = []
    for x, foot in zip(spread(330, 670, count), spread(60, 940, count), strict=True):
        half = width / 2
        side = 1 if foot > 500 else -1
        points = [
            (x - half, 420), (0.5 * (x + foot) - half, 260), (foot - half, 90), (foot + side * 25, 20),
            (foot + half, 90), (0.5 * (x + foot) + half, 260), (x + half, 420),
        ]  # fmt: skip
        arms.append(Part(limb(points, hue), (0.35 * x + 0.65 * foot, 180)))
    head = blob(
        [(310, 400), (280, 600), (310, 800), (500, 900), (690, 800), (720, 600), (690, 400), (500, 350)], hue
    )
    eyes = [shape for x in (430, 570) for shape in (disc((x, 560), 38, "gray"), ink((x, 552), 18))]
    smile = line([(450, 470), (500, 445), (550, 470)], curved=True)
    return Model((), {"arm": tuple(arms)}, (head, *eyes, smile))


def starfish(random: Random, count: int, hue: str | None) -> Model:
    center, half = (500.0, 500.0), 0.42 * math.tau * 250 / count
    arms = []
    for n in range(count):
        degrees = 360 * n / count
        path = smooth(
            [(-half, 190), (-0.62 * half, 340), (-26, 480), (26, 480), (0.62 * half, 340), (half, 190)]
        )
        placed = turned(path, center, degrees)
        filled = type(path)((*placed.commands, ("Z", ())))
        dots = tuple(ink(around(center, reach, degrees), 9) for reach in (270, 340, 410))
        shapes = (Shape(Role.AREA, filled, hue), Shape(Role.MARK, placed), *dots)
        arms.append(Part(shapes, around(center, 340, degrees)))
    middle = Shape(Role.AREA, arc(center, 225), hue)
    eyes = (ink((460, 530), 15), ink((540, 530), 15), line([(450, 465), (500, 440), (550, 465)], curved=True))
    return Model((), {"arm": tuple(arms)}, (middle, *eyes))


def butterfly(random: Random, count: int, hue: str | None) -> Model:
    wings = [
        blob([(500 + s * x, y) for x, y in points], hue)
        for s in (-1, 1)
        for points in (
            [(10, 520), (200, 800), (420, 830), (450, 650), (300, 500)],
            [(10, 480), (280, 480), (360, 300), (250, 150), (90, 260)],
        )
    ]
    spots = [disc((500 + s * x, y), 45, "orange") for s in (-1, 1) for x, y in ((320, 690), (230, 320))]
    feelers = []
    for degrees in spread(-16 * (count - 1), 16 * (count - 1), count):
        x, y = around((500, 620), 290, degrees)
        path = smooth([(500, 640), ((500 + x) / 2, 640 + 0.62 * (y - 640)), (x, y)])
        feelers.append(Part((Shape(Role.LINE, path), ink((x, y), 16)), (x, y)))
    body = disc((500, 450), (32, 220), "brown")
    return Model((*wings, *spots), {"feeler": tuple(feelers)}, (body, disc((500, 665), 42, "brown")))


def rabbit(random: Random, count: int, hue: str | None) -> Model:
    ears = []
    for degrees in spread(-13 * (count - 1), 13 * (count - 1), count):
        outer = smooth([(-48, 120), (-75, 330), (-45, 500), (45, 500), (75, 330), (48, 120)])
        inner = smooth([(0, 200), (-28, 330), (0, 460), (28, 330)], closed=True)
        center = (500.0, 430.0)
        path = turned(outer, center, degrees)
        filled = type(path)((*path.commands, ("Z", ())))
        shapes = (
            Shape(Role.AREA, filled, hue),
            Shape(Role.MARK, path),
            Shape(Role.AREA, turned(inner, center, degrees), "pink"),
        )
        ears.append(Part(shapes, around(center, 330, degrees)))
    face = disc((500, 400), (230, 200), hue)
    nose = blob([(475, 370), (525, 370), (500, 345)], "pink")
    mouth = [
        line([(500, 345), (470, 310), (440, 320)], curved=True),
        line([(500, 345), (530, 310), (560, 320)], curved=True),
    ]
    whiskers = [
        line([(500 + s * 90, y), (500 + s * 260, y + dy)])
        for s in (-1, 1)
        for y, dy in ((355, 30), (335, -10))
    ]
    front = (face, nose, *mouth, *whiskers, ink((420, 440), 22), ink((580, 440), 22))
    return Model((), {"ear": tuple(ears)}, front)


def hand(random: Random, count: int, hue: str | None) -> Model:
    """Return a left hand from its back: one thumb, and so many fingers less one."""
    palm = blob(
        [
            (350, 60),
            (330, 250),
            (310, 420),
            (330, 520),
            (500, 560),
            (680, 520),
            (700, 400),
            (660, 220),
            (620, 60),
            (480, 30),
        ],
        hue,
    )
    n = count - 1
    half = min(46.0, 0.4 * 360 / n)
    fingers = []
    for x, degrees in zip(spread(372, 640, n), spread(-4 * n, 3 * n, n), strict=True):
        length = 330 - 0.0016 * (x - 490) ** 2
        fingers.append(_finger((x, 490), degrees, length, half, hue))
    fingers.append(_finger((640, 290), 52, 300, 50, hue))
    return Model((palm,), {"finger": tuple(fingers)})


def _finger(root: Point, degrees: float, length: float, half: float, hue: str | None) -> Part:
    outline = [
        (-half, 0), (-half, 0.5 * length), (-0.9 * half, length - half), (-0.45 * half, length - 0.2 * half),
        (0.45 * half, length - 0.2 * half), (0.9 * half, length - half), (half, 0.5 * length), (half, 0),
    ]  # fmt: skip
    path = turned(smooth(outline), root, degrees)
    nail = turned(arc((0, length - 0.9 * half), (0.5 * half, 0.6 * half)), root, degrees)
    filled = type(path)((*path.commands, ("Z", ())))
    shapes = (Shape(Role.AREA, filled, hue), Shape(Role.MARK, path), Shape(Role.MARK, nail))
    return Part(shapes, around(root, 0.6 * length, degrees))


def paw_print(random: Random, count: int, hue: str | None) -> Model:
    pad = Shape(
        Role.SOLID,
        smooth(
            [(500, 480), (640, 380), (720, 230), (640, 140), (500, 180), (360, 140), (280, 230), (360, 380)],
            closed=True,
        ),
        hue,
    )
    toes = []
    radius = min(92.0, 0.4 * 560 * math.radians(120) / max(count - 1, 1))
    for degrees in spread(-60, 60, count):
        x, y = around((500, 200), 480, degrees)
        path = turned(arc((0, 0), (0.8 * radius, 1.2 * radius)), (x, y), degrees)
        toes.append(Part((Shape(Role.SOLID, path, hue),), (x, y)))
    return Model((pad,), {"toe": tuple(toes)})


def clover(random: Random, count: int, hue: str | None) -> Model:
    center = (500.0, 560.0)
    stem = Shape(Role.LINE, smooth([center, (520, 330), (600, 60)]))
    scale = min(1.0, 3.4 / count)
    heart = [(0, 0), (-150, 150), (-190, 290), (-90, 360), (0, 300), (90, 360), (190, 290), (150, 150)]
    leaves = []
    for n in range(count):
        degrees = 360 * n / count + (0 if count % 2 else 180 / count)
        path = turned(smooth([(x * scale, y) for x, y in heart], closed=True), center, degrees)
        vein = turned(smooth([(0, 40), (0, 240)]), center, degrees)
        leaves.append(
            Part((Shape(Role.SOLID, path, "green"), Shape(Role.MARK, vein)), around(center, 200, degrees))
        )
    return Model((stem,), {"leaflet": tuple(leaves)})


def flower(random: Random, count: int, hue: str | None) -> Model:
    center, reach = (500.0, 640.0), 200.0
    stem = Shape(Role.LINE, smooth([center, (510, 300), (490, 0)]))
    leaf = blob([(500, 150), (600, 250), (720, 260), (620, 150)], "green")
    half = min(110.0, 0.46 * math.tau * reach / count)
    petals = []
    for n in range(count):
        degrees = 360 * n / count
        path = turned(arc((0, reach), (half, 130)), center, degrees)
        petals.append(Part((Shape(Role.SOLID, path, hue or "pink"),), around(center, reach + 40, degrees)))
    return Model((stem, leaf), {"petal": tuple(petals)}, (disc(center, 100, "orange"),))


def snowflake(random: Random, count: int, hue: str | None) -> Model:
    center = (500.0, 500.0)
    arms = []
    twigs = [(270, 120), (380, 85)] if count < 8 else [(330, 90), (420, 60)]
    for n in range(count):
        degrees = 360 * n / count
        paths = [smooth([(0, 0), (0, 490)])]
        for reach, length in twigs:
            for side in (-1, 1):
                paths.append(smooth([(0, reach), (side * 0.6 * length, reach + 0.8 * length)]))
        shapes = tuple(Shape(Role.LINE, turned(path, center, degrees)) for path in paths)
        arms.append(Part(shapes, around(center, 460, degrees)))
    return Model((), {"arm": tuple(arms)})


def snowman(random: Random, count: int, hue: str | None) -> Model:
    """Return balls that get smaller upwards: the lowest is painted first."""
    balls, y, radius = [], 0.0, 230.0
    shrink = {2: 0.66, 3: 0.76, 4: 0.8}.get(count, 0.84)
    for _ in range(count):
        balls.append(Part((disc((500, y + radius), radius, None),), (500, y + radius)))
        y += 1.86 * radius
        radius *= shrink
    radius /= shrink
    top = y - 0.86 * radius
    face = (
        ink((500 - 0.35 * radius, top + 0.25 * radius), 0.09 * radius),
        ink((500 + 0.35 * radius, top + 0.25 * radius), 0.09 * radius),
        blob(
            [
                (500, top + 0.08 * radius),
                (500 + 0.75 * radius, top - 0.1 * radius),
                (500, top - 0.16 * radius),
            ],
            "orange",
        ),
    )
    return Model((), {"ball": tuple(balls)}, face)


BUILDS: dict[str, Build] = {
    "ant": ant,
    "beetle": beetle,
    "spider": spider,
    "octopus": octopus,
    "starfish": starfish,
    "butterfly": butterfly,
    "rabbit": rabbit,
    "hand": hand,
    "paw print": paw_print,
    "clover": clover,
    "flower": flower,
    "snowflake": snowflake,
    "snowman": snowman,
}
