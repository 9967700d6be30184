"""The truth of a picture of waves, opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.stem.waves import DIRECTIONS, PICTURES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.rationals import read_rational

END_KINDS = ("fixed", "free")


@dataclass(frozen=True)
class Wave:
    amplitude: Fraction
    length: Fraction
    shift: Fraction
    color: str | None
    speed: Fraction | None
    direction: str | None

    def quarters(self, x: Fraction) -> Fraction:
        """Return how many quarters of a wave lie between where it rises through zero and a place."""
        return 4 * (x - self.shift) / self.length


@dataclass(frozen=True)
class String:
    length: Fraction
    loops: int  # quarters of a wave
    start: str
    end: str


@dataclass(frozen=True)
class Picture:
    kind: str
    low: Fraction
    high: Fraction
    waves: Mapping[str, Wave]
    points: Mapping[str, tuple[str, Fraction]]
    strings: Mapping[str, String]

    def wave(self, name: str) -> Wave:
        if name not in self.waves:
            raise Unknown(f"there is no wave {name!r}")
        return self.waves[name]

    def two_waves(self, one: str, other: str) -> tuple[Wave, Wave]:
        if one == other:
            raise Unknown(f"{one} is one wave")
        return self.wave(one), self.wave(other)

    def point(self, name: str) -> tuple[Wave, Fraction]:
        if name not in self.points:
            raise Unknown(f"there is no point {name!r}")
        wave, x = self.points[name]
        return self.waves[wave], x

    def string(self, name: str) -> String:
        if name not in self.strings:
            raise Unknown(f"there is no string {name!r}")
        return self.strings[name]

    def need(self, kind: str) -> None:
        if self.kind != kind:
            raise Unknown(f"the picture is a {self.kind}")


def read_picture(truth: Mapping[str, Any]) -> Picture:
    """Raises Contradiction for a picture that cannot be."""
    try:
        picture = _picture(truth)
    except (KeyError, TypeError, ValueError, AttributeError, Unknown) as error:
        raise Contradiction(f"no waves: {error!r}") from error
    wrong = {
        "kind": picture.kind not in PICTURES,
        "axis": picture.kind != "string" and picture.low >= picture.high,
        "strings": bool(picture.strings) != (picture.kind == "string"),
        "waves": bool(picture.waves) == (picture.kind == "string"),
        "sizes": any(wave.amplitude <= 0 or wave.length <= 0 for wave in picture.waves.values()),
        "speeds": any(wave.speed is not None and wave.speed <= 0 for wave in picture.waves.values()),
        "directions": any(wave.direction not in (None, *DIRECTIONS) for wave in picture.waves.values()),
        "points": any(
            wave not in picture.waves or not picture.low <= x <= picture.high
            for wave, x in picture.points.values()
        ),
        "loops": not all(map(_can_swing, picture.strings.values())),
    }
    if found := [what for what, is_wrong in wrong.items() if is_wrong]:
        raise Contradiction(f"waves cannot be: {', '.join(found)}")
    return picture


def _picture(truth: Mapping[str, Any]) -> Picture:
    axis = truth["x"] or {"low": "0", "high": "0"}
    waves = {
        name: Wave(
            read_rational(told["amplitude"]),
            read_rational(told["length"]),
            read_rational(told["shift"]),
            told.get("color"),
            None if told.get("speed") is None else read_rational(told["speed"]),
            told.get("direction"),
        )
        for name, told in (truth.get("waves") or {}).items()
    }
    strings = {
        name: String(read_rational(told["length"]), int(told["loops"]), told["start"], told["end"])
        for name, told in (truth.get("strings") or {}).items()
    }
    points = {name: (wave, read_rational(x)) for name, (wave, x) in (truth.get("points") or {}).items()}
    return Picture(
        truth["picture"], read_rational(axis["low"]), read_rational(axis["high"]), waves, points, strings
    )


def _can_swing(string: String) -> bool:
    """A string of alike ends holds whole half waves, another has a quarter more."""
    are_ends = {string.start, string.end} <= set(END_KINDS)
    return (
        are_ends
        and string.length > 0
        and string.loops > 0
        and string.loops % 2 == (string.start != string.end)
    )
