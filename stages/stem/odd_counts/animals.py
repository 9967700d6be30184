"""Animals seen from the side, with any number of legs: outlines that look to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Shape
from vlcorpus.stages.stem.odd_counts.model import Build, Model, Part, blob, ink, limb, line, spread

FILLED = 0.8  # part of the room from leg to leg that a foot takes at most


@dataclass(frozen=True, slots=True)
class Outline:
    """An animal without its legs. Feet stand on y = 0."""

    body: Sequence[Point]
    legs: tuple[float, float]  # from the first to the last, x of their middles
    belly: float  # y at which legs leave the body
    width: float  # half of a leg's
    eye: Point
    tail: Sequence[Point] = ()  # a limb that grows out of the body
    ears: Sequence[Sequence[Point]] = ()
    lines: Sequence[Sequence[Point]] = ()  # what is drawn on it
    spots: Sequence[Sequence[Point]] = ()
    foot: float = 1.0  # how far it reaches forward, in widths


def _leg(outline: Outline, x: float, room: float, hue: str | None) -> Part:
    """Return a leg in so much room: its foot leaves some of it free."""
    w = min(outline.width, FILLED * room / (1.8 + outline.foot))
    top, toe = outline.belly + 25, x - (1 + outline.foot) * w
    points = [
        (x - 1.1 * w, top),
        (x - 0.85 * w, 0.45 * outline.belly),
        (x - 0.8 * w, 1.1 * w),
        (toe, 0.6 * w),
        (toe, 0),
        (x + 0.8 * w, 0),
        (x + 0.8 * w, 1.1 * w),
        (x + 0.85 * w, 0.45 * outline.belly),
        (x + 1.1 * w, top),
    ]
    return Part(limb(points, hue), (x, 0.5 * outline.belly))


def _animal(outline: Outline, count: int, hue: str | None) -> Model:
    body: list[Shape] = [blob(outline.body, hue)]
    if outline.tail:
        body += limb(outline.tail, hue)
    for spot in outline.spots:
        body.append(blob(spot, "brown"))
    low, high = outline.legs
    room = (high - low) / (count - 1)
    legs = tuple(_leg(outline, x, room, hue) for x in spread(low, high, count))
    front = [shape for ear in outline.ears for shape in limb(ear, hue)]
    front += [line(points, curved=True) for points in outline.lines]
    return Model(tuple(body), {"leg": legs}, (*front, ink(outline.eye, 13)))


OUTLINES = {
    "dog": Outline(
        body=[
            (40, 545), (70, 585), (140, 605), (185, 660), (260, 665), (310, 610), (370, 560), (560, 545),
            (720, 560), (800, 520), (820, 430), (780, 330), (650, 310), (500, 290), (360, 270), (285, 330),
            (255, 430), (215, 490), (130, 490), (55, 505),
        ],
        legs=(345, 765), belly=320, width=33, eye=(178, 600),
        tail=[(800, 470), (880, 560), (930, 680), (960, 690), (965, 650), (910, 520), (815, 420)],
        ears=[[(225, 650), (215, 570), (245, 500), (285, 510), (295, 590), (280, 645)]],
        lines=[[(60, 525), (110, 520), (140, 530)]],
    ),
    "cat": Outline(
        body=[
            (60, 560), (75, 640), (110, 690), (120, 760), (170, 710), (230, 710), (280, 760), (295, 690),
            (320, 620), (310, 560), (370, 500), (560, 490), (740, 490), (800, 430), (800, 340), (740, 290),
            (600, 280), (450, 270), (330, 270), (250, 330), (230, 440), (190, 490), (110, 500),
        ],
        legs=(300, 755), belly=310, width=28, eye=(140, 600), foot=0.8,
        tail=[(790, 400), (890, 440), (925, 600), (900, 720), (940, 750), (980, 600), (930, 400), (800, 330)],
        lines=[[(75, 560), (10, 575)], [(75, 545), (5, 540)], [(75, 530), (15, 505)],
            [(80, 540), (120, 530)]],
    ),
    "horse": Outline(
        body=[
            (30, 640), (50, 700), (130, 770), (190, 850), (240, 880), (300, 850), (380, 720), (450, 610),
            (600, 590), (760, 610), (840, 550), (845, 450), (790, 370), (640, 360), (480, 340), (380, 370),
            (330, 470), (300, 590), (250, 690), (160, 690), (80, 620),
        ],
        legs=(390, 800), belly=390, width=34, eye=(190, 790), foot=0.3,
        tail=[(835, 540), (920, 520), (960, 380), (940, 210), (900, 190), (900, 360), (830, 450)],
        ears=[[(225, 860), (230, 940), (265, 870)]],
        lines=[[(265, 880), (330, 830), (370, 740), (430, 640)], [(290, 840), (340, 790), (370, 700)]],
    ),
    "cow": Outline(
        body=[
            (40, 520), (60, 600), (110, 670), (200, 690), (290, 650), (420, 650), (620, 640), (800, 655),
            (870, 610), (880, 480), (850, 340), (720, 320), (560, 290), (400, 290), (320, 330), (290, 430),
            (230, 500), (150, 480), (70, 470),
        ],
        legs=(365, 820), belly=340, width=38, eye=(150, 610), foot=0.2,
        tail=[(865, 600), (930, 560), (940, 400), (960, 330), (920, 320), (915, 400), (900, 530), (868, 550)],
        ears=[[(190, 670), (240, 720), (290, 690), (240, 640)],
            [(130, 675), (105, 740), (130, 760), (165, 685)]],
        spots=[
            [(430, 600), (520, 610), (560, 540), (500, 470), (420, 500)],
            [(680, 560), (760, 590), (810, 520), (760, 430), (680, 470)],
        ],
        lines=[[(50, 510), (90, 505), (110, 520)]],
    ),
    "sheep": Outline(
        body=[
            (260, 480), (240, 560), (310, 610), (350, 670), (430, 650), (500, 700), (570, 655), (650, 690),
            (710, 635), (790, 640), (800, 560), (860, 510), (820, 450), (840, 370), (760, 350), (710, 290),
            (630, 320), (560, 270), (490, 310), (420, 280), (370, 330), (290, 330), (300, 410),
        ],
        legs=(380, 750), belly=320, width=27, eye=(175, 560), foot=0.2,
        ears=[
            [(300, 600), (230, 640), (140, 610), (80, 500), (100, 450), (170, 450), (260, 500), (310, 520)],
            [(225, 620), (290, 625), (330, 580), (300, 560), (230, 590)],
        ],
    ),
    "pig": Outline(
        body=[
            (40, 400), (45, 470), (110, 500), (150, 570), (230, 610), (330, 600), (480, 640), (660, 630),
            (800, 570), (850, 440), (810, 310), (690, 240), (500, 215), (340, 230), (240, 280), (150, 340),
            (100, 380),
        ],
        legs=(310, 740), belly=250, width=36, eye=(160, 500), foot=0.1,
        tail=[(845, 470), (900, 500), (930, 450), (890, 430), (880, 480), (950, 540), (960, 560),
            (890, 540), (835, 500)],
        ears=[[(220, 590), (190, 660), (260, 650), (300, 590)]],
        lines=[[(85, 490), (95, 440), (85, 385)]],
    ),
    "elephant": Outline(
        body=[
            (150, 640), (170, 760), (260, 830), (370, 810), (470, 830), (680, 830), (850, 760), (920, 600),
            (910, 400), (860, 320), (660, 340), (500, 330), (400, 340), (350, 430), (280, 470), (200, 440),
            (150, 300), (120, 160), (70, 110), (40, 130), (80, 180), (90, 320), (110, 500),
        ],
        legs=(420, 850), belly=360, width=55, eye=(225, 690), foot=0.05,
        tail=[(910, 620), (960, 560), (975, 430), (955, 425), (940, 530), (912, 560)],
        ears=[[(330, 750), (290, 620), (330, 500), (420, 480), (470, 590), (450, 720), (400, 770)]],
        lines=[[(200, 440), (150, 420), (90, 440)]],
    ),
    "giraffe": Outline(
        body=[
            (60, 880), (80, 930), (160, 960), (230, 955), (270, 890), (340, 720), (430, 560), (560, 510),
            (680, 480), (730, 420), (720, 350), (640, 320), (520, 310), (420, 310), (360, 370), (320, 500),
            (250, 700), (200, 860), (130, 870),
        ],
        legs=(415, 690), belly=340, width=24, eye=(165, 925), foot=0.2,
        tail=[(725, 430), (775, 380), (790, 270), (765, 265), (755, 350), (722, 390)],
        ears=[[(205, 950), (200, 1000), (225, 1000), (235, 945)],
            [(240, 940), (300, 970), (300, 930), (255, 900)]],
        spots=[
            [(470, 480), (530, 490), (540, 430), (480, 420)],
            [(590, 460), (650, 450), (640, 390), (580, 400)],
            [(400, 500), (430, 450), (395, 420), (370, 470)],
            [(300, 710), (330, 640), (310, 610), (285, 670)],
        ],
    ),
}  # fmt: skip


def quadruped(kind: str) -> Build:
    outline = OUTLINES[kind]

    def build(random: Random, count: int, hue: str | None) -> Model:
        return _animal(outline, count, hue)

    return build
