"""A ray of light through level layers of media, by Snell's law."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

_THICK = 2.0


@dataclass(frozen=True, slots=True)
class Layers:
    media: tuple[str, ...]
    indices: Mapping[str, Fraction]
    is_written: bool
    sines: Mapping[str, Fraction]  # of the media that the ray enters, from above

    @property
    def is_reflected(self) -> bool:
        return len(self.sines) < len(self.media)

    def index(self, medium: str) -> Fraction:
        if medium not in self.indices:
            raise Unknown(f"there is no medium {medium!r}")
        return self.indices[medium]

    def sine(self, medium: str) -> Fraction:
        if medium not in self.sines:
            raise Unknown(f"the ray does not pass {medium!r}")
        return self.sines[medium]

    def below(self, one: str, other: str) -> int:
        """Return which border, from 0, lies between two media. Raises Unknown if they are no neighbours."""
        if one not in self.media or other not in self.media:
            raise Unknown(f"there is no medium {one!r} or {other!r}")
        place = self.media.index(one)
        if self.media.index(other) != place + 1:
            raise Unknown(f"{other} is not next below {one}")
        return place

    def across(self, layers: int) -> float:
        """Return how far to the right the ray comes on its way down through so many layers."""
        sines = [float(sine) for sine in list(self.sines.values())[:layers]]
        return sum(_THICK * sine / math.sqrt(1 - sine**2) for sine in sines)


def read_layers(told: Mapping[str, Any]) -> Layers:
    """Raises Contradiction for indices and angles that cannot be."""
    media = [(name, Fraction(index)) for name, index in told["media"]]
    first = Fraction(told["sine"])
    if not 0 < first < 1 or any(index < 1 for _, index in media):
        raise Contradiction("no light goes so")
    sines: dict[str, Fraction] = {}
    for name, index in media:
        sine = media[0][1] * first / index
        if sine == 1:
            raise Contradiction("the ray runs along a border")
        if sine > 1:
            break
        sines[name] = sine
    return Layers(tuple(name for name, _ in media), dict(media), bool(told["written"]), sines)


def _bends(scene: Layers, one: str, other: str) -> str:
    scene.below(one, other)
    if scene.sine(one) == scene.sine(other):
        raise Unknown("the ray goes straight on")
    return "toward" if scene.sine(other) < scene.sine(one) else "away"


def _larger(one: str, value: Fraction, other: str, other_value: Fraction) -> str:
    if value == other_value:
        raise Unknown(f"{one} and {other} are equal")
    return one if value > other_value else other


def _denser(scene: Layers, one: str, other: str) -> str:
    return _larger(one, scene.index(one), other, scene.index(other))


def _faster(scene: Layers, one: str, other: str) -> str:
    return _larger(one, 1 / scene.index(one), other, 1 / scene.index(other))


def _extreme(scene: Layers, best: Fraction) -> str:
    names = [name for name in scene.sines if scene.indices[name] == best]
    if len(names) > 1:
        raise Unknown("two media are equally dense")
    return names[0]


def _densest(scene: Layers) -> str:
    return _extreme(scene, max(scene.indices[name] for name in scene.sines))


def _thinnest(scene: Layers) -> str:
    return _extreme(scene, min(scene.indices[name] for name in scene.sines))


def _total_reflection(scene: Layers) -> str:
    return truth_value(scene.is_reflected)


def _reflected_at(scene: Layers) -> str:
    passed = len(scene.sines)
    if not scene.is_reflected:
        raise Unknown("the ray is not totally reflected")
    return scene.media[passed - 1] + scene.media[passed]


def _angle_larger(scene: Layers, one: str, other: str) -> str:
    return _larger(one, scene.sine(one), other, scene.sine(other))


def _count(scene: Layers, what: str) -> str:
    counts = {"media": len(scene.media), "passed": len(scene.sines)}
    if what not in counts:
        raise Unknown(f"{what!r} are not counted")
    return str(counts[what])


def _sine(scene: Layers, medium: str) -> str:
    return str(scene.sine(medium))


def _index(scene: Layers, medium: str) -> str:
    if not scene.is_written:
        raise Unknown("no index is written")
    return str(scene.index(medium))


def _last_medium(scene: Layers) -> str:
    return list(scene.sines)[-1]


OPERATIONS: dict[str, Callable[..., str]] = {
    "bends": _bends,
    "denser": _denser,
    "faster": _faster,
    "densest": _densest,
    "thinnest": _thinnest,
    "total_reflection": _total_reflection,
    "reflected_at": _reflected_at,
    "angle_larger": _angle_larger,
    "count": _count,
    "sine": _sine,
    "index": _index,
    "last_medium": _last_medium,
}

Place = tuple[float, float]


def _border_hit(scene: Layers, one: str, other: str) -> Place:
    layers = scene.below(one, other) + 1
    scene.sine(one)
    return scene.across(layers), -_THICK * layers


def _end(scene: Layers) -> Place:
    passed = len(scene.sines)
    if scene.is_reflected:
        return 2 * scene.across(passed), 0.0
    return scene.across(passed), -_THICK * passed


def _lowest(scene: Layers) -> Place:
    if not scene.is_reflected:
        raise Unknown("the ray is not totally reflected")
    passed = len(scene.sines)
    return scene.across(passed), -_THICK * passed


PLACES: dict[str, Callable[..., Place]] = {"border_hit": _border_hit, "end": _end, "lowest": _lowest}
