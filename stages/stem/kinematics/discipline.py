"""Graphs of motion as a discipline: position, velocity or acceleration over time, of one or two bodies."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.kinematics.compose import compose
from vlcorpus.stages.stem.kinematics.draw import room, things
from vlcorpus.stages.stem.kinematics.facts import claims
from vlcorpus.stages.stem.kinematics.motion import Piece
from vlcorpus.stages.stem.kinematics.pairs import pair_claims
from vlcorpus.stages.stem.kinematics.places import places
from vlcorpus.stages.stem.kinematics.plot import Plot


def compose_scene(random: Random) -> Scene:
    plot = compose(random)
    return Scene(
        family=plot.steps[0],
        steps=plot.steps,
        names=tuple(plot.bodies),
        truth=_truth(plot),
        things=things(plot),
        claims=(*claims(plot), *pair_claims(plot)),
        places={expression: _exact(plot, spot) for expression, spot in places(plot)},
        room=room(plot),
    )


def _exact(plot: Plot, spot: tuple[Fraction, Fraction]) -> ExactPoint:
    return ExactPoint((str(spot[0]), str(spot[1])), plot.frame.at(*spot))


def _truth(plot: Plot) -> dict[str, Any]:
    """Return what schemas/stem/kinematics.py describes."""
    return {
        "quantity": plot.quantity,
        "units": {"time": plot.time_unit, "length": plot.length_unit},
        "axes": {"time": _axis(plot.time_axis), "value": _axis(plot.value_axis)},
        "bodies": {
            name: {"color": motion.color, "pieces": [_piece(piece) for piece in motion.pieces]}
            for name, motion in plot.bodies.items()
        },
        "start": {},
    }


def _axis(axis: Axis) -> dict[str, Any]:
    numbers = {"low": axis.low, "high": axis.high, "step": axis.step}
    return {name: str(number) for name, number in numbers.items()} | {
        "labels": [text for _, text in axis.labels]
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "from": str(piece.start),
        "to": str(piece.end),
        "coefficients": list(map(str, piece.coefficients)),
    }


DISCIPLINE = Discipline(
    name="kinematics",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("braking_to_rest", "one_waits"),
)
