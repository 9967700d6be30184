"""How the curves of two to four sets lie: which regions there are follows from where they are put."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.stages.stem.venn.curves import Curve

Curves = list[Curve]


def _circle(x: float, y: float, radius: float, random: Random) -> Curve:
    """Return a circle, or an ellipse that is near to one."""
    stretch = random.choice((1.0, 1.0, random.uniform(0.85, 1.15)))
    return Curve((x, y), (radius * stretch, radius / stretch))


def _around(count: int, distance: float, random: Random) -> list[Point]:
    turn = random.choice((math.pi / 2, -math.pi / 2, random.uniform(0, math.tau)))
    return [
        (distance * math.cos(turn + k * math.tau / count), distance * math.sin(turn + k * math.tau / count))
        for k in range(count)
    ]


def _two_overlapping(random: Random) -> Curves:
    apart = random.uniform(320, 400)
    return [
        _circle(-apart / 2, 0, random.uniform(270, 320), random),
        _circle(apart / 2, random.uniform(-60, 60), random.uniform(270, 320), random),
    ]


def _two_disjoint(random: Random) -> Curves:
    return [
        _circle(-320, random.uniform(-80, 80), random.uniform(200, 260), random),
        _circle(320, 0, random.uniform(200, 260), random),
    ]


def _two_nested(random: Random) -> Curves:
    inner = random.uniform(170, 230)
    return [
        _circle(0, 0, 420, random),
        _circle(random.uniform(-90, 90), random.uniform(-110, 0), inner, random),
    ]


def _three_overlapping(random: Random) -> Curves:
    return [
        _circle(x, y, random.uniform(290, 320), random)
        for x, y in _around(3, random.uniform(190, 220), random)
    ]


def _three_in_chain(random: Random) -> Curves:
    step = random.uniform(350, 390)
    return [_circle(k * step, random.uniform(-50, 50), random.uniform(240, 270), random) for k in range(3)]


def _three_nested(random: Random) -> Curves:
    return [
        _circle(0, 0, 460, random),
        _circle(random.uniform(-30, 30), -70, 300, random),
        _circle(0, random.uniform(-130, -100), 150, random),
    ]


def _two_in_one(random: Random) -> Curves:
    outer = Curve((0, 0), (560, random.uniform(360, 420)))
    return [
        outer,
        _circle(-240, random.uniform(-60, 30), random.uniform(150, 180), random),
        _circle(240, random.uniform(-60, 30), random.uniform(150, 180), random),
    ]


def _overlapping_in_one(random: Random) -> Curves:
    outer = Curve((0, 0), (580, random.uniform(400, 440)))
    apart = random.uniform(220, 260)
    return [
        outer,
        _circle(-apart / 2, -40, random.uniform(190, 215), random),
        _circle(apart / 2, -40, random.uniform(190, 215), random),
    ]


def _one_in_overlap(random: Random) -> Curves:
    apart = random.uniform(330, 370)
    return [
        _circle(-apart / 2, 0, 400, random),
        _circle(apart / 2, 0, 400, random),
        Curve((0, random.uniform(-40, 0)), (random.uniform(110, 125), random.uniform(140, 190))),
    ]


def _one_in_part(random: Random) -> Curves:
    return [
        _circle(-200, 0, random.uniform(390, 410), random),
        _circle(370, random.uniform(-60, 60), random.uniform(290, 310), random),
        _circle(-290, random.uniform(-70, 0), random.uniform(140, 165), random),
    ]


def _one_apart(random: Random) -> Curves:
    apart = random.uniform(310, 350)
    return [
        _circle(-apart, 0, random.uniform(240, 270), random),
        _circle(0, random.uniform(-40, 40), random.uniform(240, 270), random),
        _circle(560, random.uniform(-60, 60), random.uniform(190, 220), random),
    ]


def _three_disjoint(random: Random) -> Curves:
    return [
        _circle(x, y, random.uniform(190, 220), random)
        for x, y in _around(3, random.uniform(310, 340), random)
    ]


def _pair_nested_and_one(random: Random) -> Curves:
    """The second lies in the first, the third apart from both."""
    return [
        _circle(-260, 0, random.uniform(330, 350), random),
        _circle(-270, random.uniform(-80, -30), random.uniform(150, 180), random),
        _circle(360, random.uniform(-80, 80), random.uniform(190, 215), random),
    ]


def _four_ellipses(random: Random) -> Curves:
    """All sixteen regions of four sets (Venn, 1880)."""
    radii, tilt = (460.0, random.uniform(284, 292)), math.radians(random.uniform(49.5, 51))
    wide, high = random.uniform(181, 187), random.uniform(180, 187)
    return [
        Curve((-wide, 0), radii, math.pi - tilt),
        Curve((-0.276 * wide, high), radii, math.pi - tilt),
        Curve((0.276 * wide, high), radii, tilt),
        Curve((wide, 0), radii, tilt),
    ]


def _four_in_chain(random: Random) -> Curves:
    step = random.uniform(310, 340)
    return [_circle(k * step, random.uniform(-40, 40), random.uniform(215, 235), random) for k in range(4)]


def _two_pairs(random: Random) -> Curves:
    """Two overlapping pairs, apart from each other."""
    apart, middle = random.uniform(220, 250), random.uniform(430, 450)
    return [
        _circle(side * middle + part * apart / 2, random.uniform(-30, 30), random.uniform(190, 205), random)
        for side in (-1, 1)
        for part in (-1, 1)
    ]


LAYOUTS: dict[str, Callable[[Random], Curves]] = {
    "two_overlapping": _two_overlapping,
    "two_disjoint": _two_disjoint,
    "two_nested": _two_nested,
    "three_overlapping": _three_overlapping,
    "three_in_chain": _three_in_chain,
    "three_nested": _three_nested,
    "two_in_one": _two_in_one,
    "overlapping_in_one": _overlapping_in_one,
    "one_in_overlap": _one_in_overlap,
    "one_in_part": _one_in_part,
    "one_apart": _one_apart,
    "three_disjoint": _three_disjoint,
    "pair_nested_and_one": _pair_nested_and_one,
    "four_ellipses": _four_ellipses,
    "four_in_chain": _four_in_chain,
    "two_pairs": _two_pairs,
}


def mirrored(curves: Curves, random: Random) -> Curves:
    """Return the curves as they are, or left and right, above and below changed."""
    flip_x, flip_y = random.choice((1, -1)), random.choice((1, -1))
    return [
        Curve((flip_x * curve.center[0], flip_y * curve.center[1]), curve.radii, flip_x * flip_y * curve.turn)
        for curve in curves
    ]
