"""Diagrams of sets as a discipline: composed at random, drawn as things, and told by their claims."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.venn.compose import LETTER_ROOM, compose
from vlcorpus.stages.stem.venn.diagram import Diagram
from vlcorpus.stages.stem.venn.draw import things
from vlcorpus.stages.stem.venn.facts import claims
from vlcorpus.stages.stem.venn.places import places


def compose_scene(random: Random) -> Scene:
    diagram = compose(random)
    return Scene(
        family=diagram.steps[0],
        steps=tuple(diagram.steps),
        names=tuple(diagram.letters_at) + tuple(diagram.spots),
        truth=diagram.truth(),
        things=things(diagram, random),
        claims=claims(diagram),
        places=places(diagram),
        room=_around_letters(diagram),
    )


def _around_letters(diagram: Diagram) -> tuple[tuple[float, float], ...]:
    width, height = LETTER_ROOM
    return tuple(
        (x + dx * width / 2, y + dy * height / 2)
        for x, y in diagram.letters_at.values()
        for dx, dy in ((-1, -1), (1, 1))
    )


DISCIPLINE = Discipline(
    name="venn",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("pair_nested_and_one", "two_pairs"),
)
