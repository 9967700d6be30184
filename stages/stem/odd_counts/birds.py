"""Birds seen from the side, with any number of legs, looking to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Shape
from vlcorpus.stages.stem.odd_counts.model import Build, Model, Part, blob, ink, line, solid, spread


@dataclass(frozen=True, slots=True)
class Outline:
    """A bird without its legs. Feet stand on y = 0."""

    body: Sequence[Point]
    legs: tuple[float, float]  # x of the middles of two legs; more of them are spread a little wider
    belly: float  # y at which legs leave the body
    width: float  # half of a leg's
    eye: Point
    beak: Sequence[Point]
    wing: Sequence[Point]
    comb: Sequence[Point] = ()


def _leg(outline: Outline, x: float, room: float) -> Part:
    """Return a leg with three toes, which keep inside of their room on both sides."""
    w, top = outline.width, outline.belly + 60
    toe = min(4.5 * w, 0.42 * room)
    shin = solid([(x - w, top), (x - w, 0.9 * w), (x + w, 0.9 * w), (x + w, top)], "orange")
    foot = solid([(x - toe, 0), (x + 0.5 * toe, 0), (x + w, 2 * w), (x - w, 2 * w)], "orange")
    return Part((shin, foot), (x, 0.5 * outline.belly))


OUTLINES = {
    "chicken": Outline(
        body=[
            (130, 640), (150, 720), (210, 750), (270, 710), (300, 600), (400, 540), (560, 540), (700, 640),
            (800, 720), (830, 620), (790, 480), (700, 340), (560, 250), (400, 250), (270, 330), (210, 450),
            (170, 560),
        ],
        legs=(410, 560), belly=265, width=14, eye=(195, 680), beak=[(150, 700), (60, 650), (145, 630)],
        wing=[(400, 480), (560, 490), (690, 440), (600, 360), (460, 370)],
        comb=[(170, 730), (160, 800), (200, 780), (225, 830), (250, 775), (290, 790), (265, 715)],
    ),
    "duck": Outline(
        body=[
            (150, 600), (160, 700), (230, 750), (310, 720), (330, 620), (330, 520), (430, 460), (620, 440),
            (800, 470), (900, 540), (900, 430), (820, 290), (660, 210), (450, 200), (290, 260), (220, 380),
            (220, 500),
        ],
        legs=(470, 630), belly=215, width=17, eye=(225, 660),
        beak=[(165, 650), (30, 590), (40, 560), (160, 590)],
        wing=[(430, 400), (600, 420), (780, 410), (700, 310), (520, 290)],
    ),
    "ostrich": Outline(
        body=[
            (120, 900), (150, 950), (220, 950), (245, 890), (240, 760), (270, 620), (380, 590), (560, 600),
            (720, 560), (850, 600), (820, 500), (780, 400), (640, 350), (450, 350), (300, 420), (210, 560),
            (190, 700), (195, 850),
        ],
        legs=(440, 600), belly=365, width=17, eye=(180, 915), beak=[(135, 925), (30, 885), (130, 880)],
        wing=[(430, 530), (600, 540), (720, 500), (640, 420), (480, 420)],
    ),
    "stork": Outline(
        body=[
            (210, 800), (230, 850), (290, 860), (330, 810), (330, 700), (370, 610), (500, 570), (700, 520),
            (900, 470), (860, 430), (700, 400), (540, 390), (400, 410), (300, 500), (280, 620), (285, 760),
        ],
        legs=(450, 590), belly=400, width=11, eye=(265, 820), beak=[(225, 830), (-10, 750), (220, 785)],
        wing=[(430, 520), (600, 510), (800, 470), (660, 440), (500, 450)],
    ),
}  # fmt: skip


def bird(kind: str) -> Build:
    outline = OUTLINES[kind]

    def build(random: Random, count: int, hue: str | None) -> Model:
        low, high = outline.legs
        step = (high - low) * {2: 1, 3: 0.8}.get(count, 0.7)
        middle = (low + high) / 2
        xs = spread(middle - step * (count - 1) / 2, middle + step * (count - 1) / 2, count)
        legs = tuple(_leg(outline, x, step) for x in xs)
        front: list[Shape] = [blob(outline.body, hue), blob(outline.wing, hue)]
        front += [solid(outline.beak, "orange"), ink(outline.eye, 13)]
        if outline.comb:
            front.insert(0, blob(outline.comb, "red"))
        return Model((), {"leg": legs}, (*front, line(outline.wing[1:3], curved=True)))

    return build
