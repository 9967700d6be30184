"""What can be said of waves that travel, and of the particles that they move."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import TypeVar

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.rationals import read_rational
from vlcorpus.stages.verify.waves.picture import Picture, Wave

HEIGHTS = {0: 0, 1: 1, 2: 0, 3: -1}  # displacements in amplitudes, by quarters of a wave
Value = TypeVar("Value")


def amplitude(picture: Picture, w: str) -> str:
    return str(picture.wave(w).amplitude)


def wavelength(picture: Picture, w: str) -> str:
    picture.need("snapshot")
    return str(picture.wave(w).length)


def period(picture: Picture, w: str) -> str:
    return str(_period(picture, w))


def frequency(picture: Picture, w: str) -> str:
    return str(1 / _period(picture, w))


def speed(picture: Picture, w: str) -> str:
    return str(_known(picture.wave(w).speed, f"no speed of {w} is written"))


def direction(picture: Picture, w: str) -> str:
    picture.need("snapshot")
    return _known(picture.wave(w).direction, f"no direction of {w} is drawn")


def color(picture: Picture, w: str) -> str:
    return _known(picture.wave(w).color, f"{w} has no colour of its own")


def displacement(picture: Picture, w: str, x: str) -> str:
    wave, place = picture.wave(w), read_rational(x)
    if not picture.low <= place <= picture.high:
        raise Unknown(f"{x} is not on the axis")
    return str(HEIGHTS[_quarter(wave, place)] * wave.amplitude)


def larger_amplitude(picture: Picture, w: str, v: str) -> str:
    one, other = picture.two_waves(w, v)
    return _larger(w, v, one.amplitude, other.amplitude)


def longer(picture: Picture, w: str, v: str) -> str:
    one, other = picture.two_waves(w, v)
    return _larger(w, v, one.length, other.length)


def higher_frequency(picture: Picture, w: str, v: str) -> str:
    picture.need("record")
    return v if longer(picture, w, v) == w else w


def phase(picture: Picture, w: str, v: str) -> str:
    one, other = picture.two_waves(w, v)
    if one.length != other.length:
        raise Unknown(f"{w} and {v} are of different lengths")
    apart = (one.shift - other.shift) / one.length % 1
    found = {
        Fraction(0): "in phase",
        Fraction(1, 2): "opposite",
        Fraction(1, 4): "quarter",
        Fraction(3, 4): "quarter",
    }
    return _known(found.get(apart), f"{w} and {v} are apart by another part of a wave")


def crests(picture: Picture, w: str) -> str:
    return str(len(list(places(picture, w, (1,)))))


def troughs(picture: Picture, w: str) -> str:
    return str(len(list(places(picture, w, (3,)))))


def state(picture: Picture, p: str) -> str:
    height = HEIGHTS[_quarter(*picture.point(p))]
    return {1: "crest", 0: "equilibrium", -1: "trough"}[height]


def moving(picture: Picture, p: str) -> str:
    """In a snapshot the particle soon is where the curve is now on the side that the wave comes from."""
    wave, x = picture.point(p)
    slope = _slope(wave, x)
    if picture.kind == "snapshot":
        way = _known(wave.direction, "no direction is drawn")
        slope = -slope if way == "right" else slope
    return {1: "up", 0: "at rest", -1: "down"}[slope]


def alike(picture: Picture, p: str, q: str) -> str:
    return truth_value(_apart(picture, p, q) % 1 == 0)


def opposite(picture: Picture, p: str, q: str) -> str:
    return truth_value(_apart(picture, p, q) % 1 == Fraction(1, 2))


def distance(picture: Picture, p: str, q: str) -> str:
    return str(_in_waves(picture, p, q))


def places(picture: Picture, w: str, quarters: tuple[int, ...]) -> Iterator[Fraction]:
    """Yield where strictly inside the axis the wave is at one of these quarters, from the left."""
    wave = picture.wave(w)
    first, last = wave.quarters(picture.low), wave.quarters(picture.high)
    for n in range(floor(first) + 1, ceil(last)):
        if n % 4 in quarters:
            yield wave.shift + n * wave.length / 4


def _period(picture: Picture, w: str) -> Fraction:
    wave = picture.wave(w)
    if picture.kind == "record":
        return wave.length
    return wave.length / _known(wave.speed, f"no speed of {w} is written")


def _quarter(wave: Wave, x: Fraction) -> int:
    quarters = wave.quarters(x)
    if quarters.denominator > 1:
        raise Unknown(f"{x} is between two quarters of the wave")
    return int(quarters) % 4


def _slope(wave: Wave, x: Fraction) -> int:
    """Return which way the curve goes on to the right, at any place."""
    quarters = wave.quarters(x) % 4
    if quarters in (1, 3):
        return 0
    return 1 if quarters < 1 or quarters > 3 else -1


def _apart(picture: Picture, p: str, q: str) -> Fraction:
    picture.need("snapshot")
    return _in_waves(picture, p, q)


def _in_waves(picture: Picture, p: str, q: str) -> Fraction:
    (_, x), (wave, y) = picture.point(p), picture.point(q)
    if p == q or picture.points[p][0] != picture.points[q][0]:
        raise Unknown(f"{p} and {q} are not two points of one wave")
    return abs(x - y) / wave.length


def _larger(w: str, v: str, one: Fraction, other: Fraction) -> str:
    if one == other:
        raise Unknown(f"neither of {w} and {v} is larger")
    return w if one > other else v


def _known(value: Value | None, why: str) -> Value:
    if value is None:
        raise Unknown(why)
    return value
