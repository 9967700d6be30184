"""Waves as a discipline: graphs of waves with dots on them, and strings that swing between two ends."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.waves.compose import Picture, compose
from vlcorpus.stages.stem.waves.draw import frame_of, room, string_place, things
from vlcorpus.stages.stem.waves.facts import claims

_MAX_PLACES = 9  # of one kind: a higher number is counted, not seen


def compose_scene(random: Random) -> Scene:
    picture = compose(random)
    return Scene(
        family=picture.steps[0],
        steps=tuple(picture.steps),
        names=(*picture.waves, *picture.points, *picture.strings),
        truth=_truth(picture),
        things=things(picture),
        claims=claims(picture),
        places=dict(_places(picture)),
        room=room(picture),
    )


def _places(picture: Picture) -> Iterator[tuple[Expression, ExactPoint]]:
    for number, (name, string) in enumerate(picture.strings.items()):
        for what in ("node", "antinode"):
            for n, x in enumerate(string.places(what)[:_MAX_PLACES], start=1):
                at = string_place(string, number, x, 0.0)
                yield (what, name, str(n)), ExactPoint((str(x), str(-number)), at)
    if picture.picture == "string":
        return
    frame = frame_of(picture)
    for name, (wave_name, x) in picture.points.items():
        wave = picture.waves[wave_name]
        if (y := wave.exactly(x)) is not None:
            yield ("point", name), ExactPoint((str(x), str(y)), frame.at(x, y))
    for name, wave in picture.waves.items():
        for what, quarters in (("crest", (1,)), ("trough", (3,)), ("zero", (0, 2))):
            for n, x in enumerate(list(wave.at_quarters(frame.x, *quarters))[:_MAX_PLACES], start=1):
                y = wave.exactly(x) or Fraction(0)
                yield (what, name, str(n)), ExactPoint((str(x), str(y)), frame.at(x, y))


def _truth(picture: Picture) -> dict[str, Any]:
    """Return what schemas/stem/waves.py describes."""
    return {
        "picture": picture.picture,
        "x": _axis(picture.x),
        "y": _axis(picture.y),
        "waves": {
            name: {
                "amplitude": str(wave.amplitude),
                "length": str(wave.length),
                "shift": str(wave.shift),
                "color": wave.color,
                "speed": None if wave.speed is None else str(wave.speed),
                "direction": wave.direction,
            }
            for name, wave in picture.waves.items()
        },
        "points": {name: [wave, str(x)] for name, (wave, x) in picture.points.items()},
        "strings": {
            name: {
                "length": str(string.length),
                "loops": string.loops,
                "start": string.start,
                "end": string.end,
            }
            for name, string in picture.strings.items()
        },
    }


def _axis(axis: Axis | None) -> dict[str, str] | None:
    if axis is None:
        return None
    return {"low": str(axis.low), "high": str(axis.high), "step": str(axis.step)}


DISCIPLINE = Discipline(
    name="waves",
    version="3",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("two records",),
)
