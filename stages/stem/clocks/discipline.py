"""Clocks as a discipline: composed, drawn as things, and told by their claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.schemas.stem.clocks import FACES
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.clocks.clock import RADIUS, Clock
from vlcorpus.stages.stem.clocks.compose import compose
from vlcorpus.stages.stem.clocks.draw import things
from vlcorpus.stages.stem.clocks.facts import claims, missing_hour


def compose_scene(random: Random) -> Scene:
    made = compose(random)
    return Scene(
        family=made.steps[0],
        steps=made.steps,
        names=tuple(clock.name for clock in made.clocks),
        truth={"clocks": {clock.name: _truth(clock) for clock in made.clocks}},
        things=things(made.clocks, made.looks),
        claims=claims(made.clocks, random),
        places={expression: _exact(point) for expression, point in _places(made.clocks)},
    )


def _places(clocks: tuple[Clock, ...]) -> Iterator[tuple[Expression, Point]]:
    for clock in clocks:
        if len(clocks) > 1:
            yield ("label", clock.name), clock.center
        if clock.is_digital:
            continue
        yield ("pivot", clock.name), clock.center
        for hand in clock.lengths:
            yield ("tip", hand, clock.name), clock.tip(hand)
        for hour in clock.written:
            yield ("numeral", str(hour), clock.name), clock.at(hour / clock.hours, clock.numerals_at)
        if missing := missing_hour(clock):
            yield ("gap", clock.name), clock.at(missing / clock.hours, clock.numerals_at)


def _exact(point: Point) -> ExactPoint:
    x, y = round(point[0]), round(point[1])
    return ExactPoint((str(x), str(y)), (x, y))


def _truth(clock: Clock) -> dict[str, Any]:
    """Return what schemas/stem/clocks.py describes."""
    told = {
        "face": FACES[clock.is_digital],
        "hours": clock.hours,
        "seconds": clock.seconds,
        "shows_seconds": clock.shows_seconds,
        "center": list(clock.center),
        "radius": RADIUS,
    }
    if clock.is_digital:
        return told
    return told | {
        "hands": clock.lengths,
        "alarm": clock.alarm,
        "numerals": clock.numerals,
        "written": list(clock.written),
        "numerals_at": clock.numerals_at,
        "marked": clock.marked,
        "mirrored": clock.mirrored,
        "turned_deg": clock.turned_deg,
    }


DISCIPLINE = Discipline(
    name="clocks",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("mirror twin",),
)
