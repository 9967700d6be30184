"""Number lines as a discipline: scales with points, intervals, jumps and missing numbers."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.number_lines.compose import compose
from vlcorpus.stages.stem.number_lines.draw import place, room, things
from vlcorpus.stages.stem.number_lines.facts import claims
from vlcorpus.stages.stem.number_lines.intervals import interval_claims
from vlcorpus.stages.stem.number_lines.jumps import jump_claims
from vlcorpus.stages.stem.number_lines.line import Interval, Line
from vlcorpus.stages.stem.number_lines.places import places


def compose_scene(random: Random) -> Scene:
    line = compose(random)
    return Scene(
        family=line.steps[1],
        steps=tuple(line.steps),
        names=(*line.points, *line.blanks, *line.intervals),
        truth=_truth(line),
        things=things(line),
        claims=(*claims(line), *interval_claims(line), *jump_claims(line)),
        places={expression: _exact(line, spot) for expression, spot in places(line)},
        room=room(line),
    )


def _exact(line: Line, spot: tuple[Fraction, int]) -> ExactPoint:
    number, level = spot
    return ExactPoint((str(number), str(level)), place(line, number, level))


def _truth(line: Line) -> dict[str, Any]:
    """Return what schemas/stem/number_lines.py describes."""
    return {
        "notation": line.notation,
        "low": line.write(line.low),
        "high": line.write(line.high),
        "step": line.write(line.step),
        "labels": [line.write(label) for label in line.labels],
        "blanks": {name: line.write(number) for name, number in line.blanks.items()},
        "points": {name: line.write(number) for name, number in line.points.items()},
        "intervals": {name: _interval(line, interval) for name, interval in line.intervals.items()},
        "jumps": [[line.write(start), line.write(end)] for start, end in line.jumps],
    }


def _interval(line: Line, interval: Interval) -> dict[str, Any]:
    return {
        "left": None if interval.left is None else line.write(interval.left),
        "right": None if interval.right is None else line.write(interval.right),
        "left_closed": interval.left_closed,
        "right_closed": interval.right_closed,
        "level": str(interval.level),
    }


DISCIPLINE = Discipline(
    name="number_lines",
    version="1",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("jump_there_and_back",),
)
