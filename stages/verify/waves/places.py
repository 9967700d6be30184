"""Where on waves and strings what is."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import pi, sin

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.waves.picture import Picture
from vlcorpus.stages.verify.waves.standing import places_of
from vlcorpus.stages.verify.waves.travelling import places

Place = tuple[float, float]


def point(picture: Picture, p: str) -> Place:
    wave, x = picture.point(p)
    return float(x), float(wave.amplitude) * sin(pi / 2 * float(wave.quarters(x)))


def crest(picture: Picture, w: str, n: str) -> Place:
    return float(_number_n(places(picture, w, (1,)), n)), float(picture.wave(w).amplitude)


def trough(picture: Picture, w: str, n: str) -> Place:
    return float(_number_n(places(picture, w, (3,)), n)), -float(picture.wave(w).amplitude)


def zero(picture: Picture, w: str, n: str) -> Place:
    return float(_number_n(places(picture, w, (0, 2)), n)), 0.0


def node(picture: Picture, s: str, n: str) -> Place:
    return _on_string(picture, s, "fixed", n)


def antinode(picture: Picture, s: str, n: str) -> Place:
    return _on_string(picture, s, "free", n)


def _on_string(picture: Picture, s: str, end: str, n: str) -> Place:
    x = _number_n(places_of(picture.string(s), end), n)
    return float(x), -float(list(picture.strings).index(s))


def _number_n(found: Iterable[Fraction], n: str) -> Fraction:
    listed = list(found)
    if not (n.isascii() and n.isdecimal() and 1 <= int(n) <= len(listed)):
        raise Unknown(f"there is no number {n}")
    return listed[int(n) - 1]
