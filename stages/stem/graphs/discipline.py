"""Graphs and trees as a discipline: composed at random, drawn as things, and told by their claims."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.graphs.compose import compose
from vlcorpus.stages.stem.graphs.draw import things
from vlcorpus.stages.stem.graphs.facts import claims
from vlcorpus.stages.stem.graphs.places import places


def compose_scene(random: Random) -> Scene:
    graph = compose(random)
    drawn = things(graph, random)
    said = claims(graph)
    return Scene(
        family=graph.steps[0],
        steps=tuple(graph.steps),
        names=tuple(graph.places),
        truth=graph.truth(),
        things=drawn,
        claims=said,
        places=places(graph, said),
    )


DISCIPLINE = Discipline(
    name="graphs",
    version="1",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("prism", "windmill"),
)
