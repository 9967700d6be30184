"""Function graphs as a discipline: a window of the plane with graphs, points, vectors and regions in it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.functions.compose import compose
from vlcorpus.stages.stem.functions.draw import things
from vlcorpus.stages.stem.functions.facts import graph_claims
from vlcorpus.stages.stem.functions.places import places
from vlcorpus.stages.stem.functions.plot import Pair, Plot
from vlcorpus.stages.stem.functions.relations import relations


def compose_scene(random: Random) -> Scene:
    plot = compose(random)
    drawn = things(plot)  # it chooses which ticks carry numbers
    return Scene(
        family=plot.steps[0],
        steps=tuple(plot.steps),
        names=(*plot.graphs, *plot.points, *plot.vectors, *plot.regions),
        truth=_truth(plot),
        things=drawn,
        claims=(*(claim for name in plot.graphs for claim in graph_claims(plot, name)), *relations(plot)),
        places={expression: _exact(plot, pair) for expression, pair in places(plot)},
    )


def _exact(plot: Plot, pair: Pair) -> ExactPoint:
    return ExactPoint((str(pair[0]), str(pair[1])), plot.frame.at(*pair))


def _truth(plot: Plot) -> dict[str, Any]:
    """Return what schemas/stem/functions.py describes."""
    return {
        "axes": {"x": _axis(plot.frame.x), "y": _axis(plot.frame.y)},
        "graphs": {
            name: {"kind": graph.kind, "parameters": list(map(str, graph.parameters)), "color": graph.color}
            for name, graph in plot.graphs.items()
        },
        "points": {name: _pair(pair) for name, pair in plot.points.items()},
        "vectors": {name: [_pair(start), _pair(tip)] for name, (start, tip) in plot.vectors.items()},
        "regions": {
            name: {"graph": region.graph, "side": region.side, "boundary": region.boundary}
            for name, region in plot.regions.items()
        },
    }


def _axis(axis: Axis) -> dict[str, Any]:
    numbers: dict[str, Fraction] = {"low": axis.low, "high": axis.high, "step": axis.step}
    return {name: str(number) for name, number in numbers.items()} | {
        "labels": [text for _, text in axis.labels]
    }


def _pair(pair: Pair) -> list[str]:
    return [str(pair[0]), str(pair[1])]


DISCIPLINE = Discipline(
    name="functions",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=(
        "cubic_touching_the_axis",
        "cosine_wave",
    ),
)
